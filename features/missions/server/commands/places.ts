import { v7 as uuid7 } from 'uuid'
import { isSafeHref } from '#platform/contract/rich-text.ts'
import { done } from '#platform/contract/schema.ts'
import type { Actor } from '#platform/server/actor.ts'
import { sql, type Trx } from '#platform/server/db.ts'
import { allow, conflict, invalid, notFound } from '#platform/server/errors.ts'
import { words } from '#platform/server/words.ts'
import type { ContributionKind } from '#features/contributions/rules/kinds.ts'
import { recordContribution } from '#features/contributions/server/commands/ledger.ts'
import { keepPictures, releasePictures } from '#features/files/server/commands.ts'
import { notifyNews } from '#features/notifications/server/offers.ts'
import type { Mission } from '../../contract.ts'
import type { MissionKind } from '../../rules/kinds.ts'
import { isFor, type MissionFacts, missionFor, type MissionPlace } from '../policy.ts'
import { findMission } from '../queries/one.ts'
import { lockMission } from './missions.ts'

export async function takeMission(trx: Trx, actor: Actor, id: string): Promise<Mission> {
  await placeOf(trx, actor, id)
  return findMission(trx, actor, id)
}

/** The id of my place, taken now or before: those who ask at once wait for one another, and the last place goes once. */
export async function placeOf(trx: Trx, actor: Actor, id: string): Promise<string> {
  const first = await missionFor(trx, actor, id)
  allow(first.serves || first.facts.takingId !== null, 'mission.take')
  await lockMission(trx, id)
  const { facts } = await missionFor(trx, actor, id)
  if (facts.takingId) return facts.takingId
  if (facts.state !== 'open') throw conflict('mission.not_open')
  allow(await isFor(trx, actor, facts), 'mission.profile')
  await refuseFull(trx, facts)
  const takingId = uuid7()
  await trx.run(
    sql`insert into mission_takings (id, mission_id, member_id) values (${takingId}, ${id}, ${actor.id})`,
  )
  return takingId
}

async function refuseFull(trx: Trx, { id, quota }: MissionFacts): Promise<void> {
  if (quota === null) return
  const row = await trx.row<{ taken: number }>(
    sql`select count(*)::int as taken from mission_takings where mission_id = ${id}`,
  )
  if ((row?.taken ?? 0) >= quota) throw conflict('mission.full')
}

/** The row goes, and all that hangs on it: nobody learns that the place had been taken. */
export async function giveBackMission(trx: Trx, actor: Actor, id: string): Promise<Mission> {
  const { facts } = await missionFor(trx, actor, id)
  if (!facts.takingId) return findMission(trx, actor, id)
  if (facts.returned) throw conflict('mission.returned')
  const pictures = await trx.rows<{ id: string }>(
    sql`select unnest(file_ids) as id from test_answers where taking_id = ${facts.takingId}`,
  )
  await keepPictures(
    trx,
    actor,
    pictures.map((one) => one.id),
    false,
  )
  await trx.run(sql`delete from mission_takings where id = ${facts.takingId} and returned_at is null`)
  return findMission(trx, actor, id)
}

export async function returnMission(
  trx: Trx,
  actor: Actor,
  id: string,
  body: { words?: string; link?: string },
): Promise<Mission> {
  const found = await missionFor(trx, actor, id)
  if (found.facts.kind === 'test') throw conflict('mission.hand_in')
  const link = body.link?.trim() ?? ''
  if (link && !isSafeHref(link)) throw invalid('mission.link', { field: 'link' })
  await bringBack(trx, actor, found, { words: body.words ?? '', link, named: false })
  return findMission(trx, actor, id)
}

/** Once: what was brought back stays as it was. Asked again, nothing more happens. */
export async function bringBack(
  trx: Trx,
  actor: Actor,
  { facts }: MissionPlace,
  what: { words: string; link: string; named: boolean },
): Promise<void> {
  if (!facts.takingId) throw conflict('mission.not_taken')
  if (facts.returned) return
  if (facts.state !== 'open') throw conflict('mission.not_open')
  const count = await trx.run(sql`
    update mission_takings set returned_at = now(), returned_words = ${what.words.trim()}, returned_link = ${what.link},
      named = ${what.named}
    where id = ${facts.takingId} and returned_at is null`)
  if (count === 0) return
  await noteReturn(trx, actor, facts)
}

const COUNTS = {
  write: 'mission',
  host: 'hosting',
  relay: 'relay',
  welcome: 'welcome',
  test: 'test',
} as const satisfies Record<MissionKind, ContributionKind>

/** A line in the ledger of whoever did it, once a mission; they and the keepers read it, nobody else. */
const noteReturn = (trx: Trx, actor: Actor, facts: MissionFacts) =>
  recordContribution(trx, {
    programmeId: facts.programmeId,
    memberId: actor.id,
    kind: COUNTS[facts.kind],
    sourceKind: 'mission',
    sourceId: facts.id,
    title: facts.title,
    path: `/missions/${facts.id}`,
    at: new Date().toISOString(),
  })

/** A human writes it; the first word stays. */
export async function thankReturn(
  trx: Trx,
  actor: Actor,
  id: string,
  takingId: string,
  said: string,
): Promise<typeof done> {
  const { facts, keeps } = await missionFor(trx, actor, id)
  if (!keeps) throw notFound('mission.not_found')
  const taking = await trx.row<{ memberId: string; returned: boolean }>(sql`
    select member_id as "memberId", returned_at is not null as returned from mission_takings
    where id = ${takingId} and mission_id = ${id} for update`)
  if (!taking) throw notFound('mission.no_taking')
  if (!taking.returned) throw conflict('mission.not_returned')
  if (taking.memberId === actor.id) throw conflict('mission.thank_oneself')
  const count = await trx.run(sql`
    update mission_takings set thanked_at = now(), thanked_by = ${actor.id}, thanks_words = ${said.trim()}
    where id = ${takingId} and thanked_at is null`)
  if (count === 0) return done
  await notifyNews(
    trx,
    [
      {
        memberId: taking.memberId,
        says: (language) => words(language)('missions.news.thanked', { title: facts.title }),
        path: `/missions/${id}`,
        note: said.trim(),
      },
    ],
    { spaceId: facts.spaceId, actorId: actor.id },
  )
  return done
}

/** Who no longer serves holds no place: it goes to somebody else. What was brought back stays theirs. */
export async function freePlaces(trx: Trx, programmeId: string, memberId: string): Promise<void> {
  const held = sql`select t.id from mission_takings t join missions n on n.id = t.mission_id
    where n.programme_id = ${programmeId} and t.member_id = ${memberId} and t.returned_at is null`
  const pictures = await trx.rows<{ id: string }>(
    sql`select unnest(a.file_ids) as id from test_answers a where a.taking_id in (${held})`,
  )
  await releasePictures(
    trx,
    pictures.map((one) => one.id),
  )
  await trx.run(sql`delete from mission_takings where id in (${held})`)
}
