import type { Actor } from '#platform/server/actor.ts'
import type { Db } from '#platform/server/db.ts'
import type { AudienceUse } from '../contract.ts'

export type UseFound = AudienceUse & { audienceId: string }
/** What uses these audiences; the name is left empty when the actor may not know of it. */
export type UseFinder = (db: Db, actor: Actor, audienceIds: string[]) => Promise<UseFound[]>

/** Features below in the order say here what they built on an audience: it cannot vanish under them. */
const finders = new Map<string, UseFinder>()
export const registerAudienceUses = (feature: string, find: UseFinder) => void finders.set(feature, find)

export async function usesOf(db: Db, actor: Actor, audienceIds: string[]): Promise<UseFound[]> {
  const found: UseFound[] = []
  for (const find of finders.values()) found.push(...(await find(db, actor, audienceIds)))
  return found
}
