import type { Db } from '#platform/server/db.ts'
import { objectivesOf } from '#features/communities/server/queries/communities.ts'
import type { Curve } from '../contract.ts'
import { measured } from './curve.ts'
import { groundIn } from './policy.ts'

/** Every objective of a community with its curve, the next deadline first. The caller answers for the right to know. */
export async function objectiveCurves(db: Db, spaceId: string): Promise<Curve[]> {
  const ground = await groundIn(db, spaceId)
  const curves: Curve[] = []
  for (const objective of await objectivesOf(db, spaceId)) curves.push(await measured(db, ground, objective))
  return curves
}
