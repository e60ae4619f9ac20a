import type { Language } from '#platform/contract/schema.ts'
import type { Trx } from '#platform/server/db.ts'
import { sql } from '#platform/server/db.ts'
import { words } from '#platform/server/words.ts'
import { notifyNews } from '#features/notifications/server/offers.ts'
import { keepersOf } from './policy.ts'

interface About {
  programmeId: string
  ambassadorId?: string
  actorId: string | null
  values?: Record<string, string | number>
  note?: string
}

async function headOf(trx: Trx, programmeId: string) {
  const row = await trx.row<{ name: string; spaceId: string }>(
    sql`select name, space_id as "spaceId" from programmes where id = ${programmeId}`,
  )
  return row ?? { name: '', spaceId: null }
}

/** A sentence of ours for people of a programme, in the language of each: key under programme.news. */
export async function tellPeople(
  trx: Trx,
  memberIds: string[],
  key: string,
  path: string,
  { programmeId, actorId, values = {}, note }: About,
): Promise<void> {
  const { name, spaceId } = await headOf(trx, programmeId)
  const says = (language: Language) =>
    words(language)(`programme.news.${key}`, { ...values, programme: name })
  await notifyNews(
    trx,
    memberIds.map((memberId) => ({ memberId, says, path, ...(note ? { note } : {}) })),
    { spaceId, actorId },
  )
}

/** To the person, about their own role. */
export const tellPerson = (trx: Trx, memberId: string, key: string, about: About) =>
  tellPeople(trx, [memberId], key, `/programmes/${about.programmeId}`, about)

/** To those who follow the programme by name. */
export const tellKeepers = async (trx: Trx, key: string, about: About) =>
  tellPeople(
    trx,
    await keepersOf(trx, about.programmeId),
    key,
    about.ambassadorId
      ? `/programmes/${about.programmeId}/ambassadeurs/${about.ambassadorId}`
      : `/programmes/${about.programmeId}/suivi`,
    about,
  )

export async function nameOf(trx: Trx, memberId: string): Promise<string> {
  const row = await trx.row<{ name: string }>(
    sql`select given_name || ' ' || family_name as name from members where id = ${memberId}`,
  )
  return row?.name ?? ''
}
