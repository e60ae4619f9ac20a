import type { Body } from '#platform/contract/endpoint.ts'
import type { Actor } from '#platform/server/actor.ts'
import { insertOnce, sql, type Trx } from '#platform/server/db.ts'
import { emit, inform } from '#platform/server/emit.ts'
import { allow, conflict, forbidden, invalid, notFound } from '#platform/server/errors.ts'
import { done } from '#platform/contract/schema.ts'
import {
  circleLaunched,
  type Coming,
  type Gathering,
  gatheringHeld,
  type holdGathering as holdContract,
  type setGathering as setContract,
} from '../../contract.ts'
import { launchesCircle } from '../../rules/gatherings.ts'
import { tellPeople } from '../news.ts'
import { keepingIn, servingIn } from '../policy.ts'
import { findGathering } from '../queries/gatherings.ts'

/** Planned by a keeper, who hosts it; said to everybody invited. */
export async function setGathering(
  trx: Trx,
  actor: Actor,
  id: string,
  draft: Body<typeof setContract>,
): Promise<Gathering> {
  await keepingIn(trx, actor, draft.programmeId)
  if (Date.parse(draft.endsAt) <= Date.parse(draft.startsAt))
    throw invalid('gathering.dates', { field: 'endsAt' })
  if (!draft.place.trim() && !draft.onlineUrl.trim()) throw invalid('gathering.nowhere', { field: 'place' })
  if (draft.onlineUrl.trim() && !/^https?:\/\//.test(draft.onlineUrl.trim()))
    throw invalid('gathering.address', { field: 'onlineUrl' })
  if (draft.kind === 'founding' && !draft.circleId) throw invalid('gathering.founding', { field: 'circleId' })
  if (draft.circleId) await mustBeHere(trx, draft.programmeId, draft.circleId)
  const isNew = await insertOnce(trx, 'gatherings', {
    id,
    programme_id: draft.programmeId,
    circle_id: draft.circleId,
    kind: draft.kind,
    title: draft.title.trim(),
    starts_at: draft.startsAt,
    ends_at: draft.endsAt,
    host_id: actor.id,
  })
  const before = await trx.row<{ startsAt: string; held: boolean; programmeId: string }>(sql`
    select starts_at as "startsAt", held_at is not null or cancelled_at is not null as held, programme_id as "programmeId"
    from gatherings where id = ${id} for update`)
  if (before?.programmeId !== draft.programmeId) throw notFound('gathering.not_found')
  if (before.held) throw conflict('gathering.over')
  await trx.run(sql`
    update gatherings set circle_id = ${draft.circleId}, kind = ${draft.kind}, title = ${draft.title.trim()}, starts_at = ${draft.startsAt},
      ends_at = ${draft.endsAt}, place = ${draft.place.trim()}, online_url = ${draft.onlineUrl.trim()}, agenda = ${draft.agenda.trim()}
    where id = ${id}`)
  const moved = !isNew && Date.parse(before.startsAt) !== Date.parse(draft.startsAt)
  const { gathering } = await findGathering(trx, actor, id)
  if (isNew || moved) await tellInvited(trx, actor, gathering, isNew ? 'gathering' : 'gatheringMoved')
  return gathering
}

async function mustBeHere(trx: Trx, programmeId: string, circleId: string): Promise<void> {
  const circle = await trx.row(
    sql`select 1 from circles where id = ${circleId} and programme_id = ${programmeId}`,
  )
  if (!circle) throw notFound('circle.not_found', { field: 'circleId' })
}

async function tellInvited(trx: Trx, actor: Actor, gathering: Gathering, key: string): Promise<void> {
  const rows = await trx.rows<{ id: string }>(sql`
    select i.member_id as id from (${servingIn(gathering.programmeId)}
      ${gathering.circle ? sql`and a.circle_id = ${gathering.circle.id}` : sql``}) i`)
  await tellPeople(
    trx,
    rows.map((row) => row.id),
    key,
    `/programmes/${gathering.programmeId}/rencontres/${gathering.id}`,
    { programmeId: gathering.programmeId, actorId: actor.id, values: { title: gathering.title } },
  )
}

export async function answerGathering(
  trx: Trx,
  actor: Actor,
  id: string,
  answer: Coming,
): Promise<Gathering> {
  const { gathering } = await findGathering(trx, actor, id)
  if (gathering.heldAt || gathering.cancelledAt) throw conflict('gathering.over')
  if (!gathering.can.answer) throw forbidden('gathering.answer.forbidden')
  await trx.run(sql`
    insert into gathering_answers (gathering_id, member_id, answer) values (${id}, ${actor.id}, ${answer})
    on conflict (gathering_id, member_id) do update set answer = excluded.answer`)
  return (await findGathering(trx, actor, id)).gathering
}

export async function cancelGathering(trx: Trx, actor: Actor, id: string) {
  const { gathering } = await findGathering(trx, actor, id)
  allow(gathering.can.organise, 'gathering.organise')
  if (gathering.heldAt) throw conflict('gathering.over')
  const count = await trx.run(
    sql`update gatherings set cancelled_at = now() where id = ${id} and cancelled_at is null and held_at is null`,
  )
  if (count > 0) await tellInvited(trx, actor, gathering, 'gatheringCancelled')
  return done
}

/** Held, with who came; the founding gathering opens the gate of its circle. Said again, it is mended. */
export async function holdGathering(
  trx: Trx,
  actor: Actor,
  id: string,
  { came }: Body<typeof holdContract>,
): Promise<Gathering> {
  await trx.row(sql`select 1 from gatherings where id = ${id} for update`)
  const { gathering, place } = await findGathering(trx, actor, id)
  allow(gathering.can.organise, 'gathering.organise')
  if (gathering.cancelledAt) throw conflict('gathering.over')
  if (Date.parse(gathering.startsAt) > Date.now()) throw conflict('gathering.not_yet')
  const invited = await trx.rows<{ id: string }>(sql`
    select i.member_id as id from (${servingIn(gathering.programmeId)}) i
    union select r.member_id from gathering_answers r where r.gathering_id = ${id}`)
  const known = new Set(invited.map((row) => row.id))
  const stranger = came.find(({ memberId }) => !known.has(memberId))
  if (stranger) throw invalid('gathering.stranger', { field: 'came' })
  await trx.run(sql`update gathering_answers set came = 'no' where gathering_id = ${id}`)
  for (const one of came)
    await trx.run(sql`
      insert into gathering_answers (gathering_id, member_id, answer, came) values (${id}, ${one.memberId}, ${one.came}, ${one.came})
      on conflict (gathering_id, member_id) do update set came = excluded.came`)
  await trx.run(
    sql`update gatherings set held_at = coalesce(held_at, least(ends_at, now())) where id = ${id}`,
  )
  const cameIds = came.filter((one) => one.came !== 'no').map((one) => one.memberId)
  const circleId = gathering.circle?.id ?? null
  if (
    circleId &&
    launchesCircle({ kind: gathering.kind, circleId, came: await ofCircle(trx, circleId, cameIds) })
  )
    await launchCircle(trx, actor, place.spaceId, gathering.programmeId, circleId)
  const about = { programmeId: gathering.programmeId, gatheringId: id, circleId, cameIds }
  await inform(trx, actor, gatheringHeld, place.spaceId, about)
  return (await findGathering(trx, actor, id)).gathering
}

/** How many of these are of the circle: it is its own people who meet, whoever visits. */
async function ofCircle(trx: Trx, circleId: string, memberIds: string[]): Promise<number> {
  const row = await trx.row<{ count: number }>(sql`
    select count(*)::int as count from ambassadors where circle_id = ${circleId} and member_id = any(${memberIds}::uuid[])`)
  return row?.count ?? 0
}

async function launchCircle(
  trx: Trx,
  actor: Actor,
  spaceId: string,
  programmeId: string,
  circleId: string,
): Promise<void> {
  const count = await trx.run(
    sql`update circles set launched_at = now() where id = ${circleId} and launched_at is null`,
  )
  if (count > 0) await emit(trx, actor, circleLaunched, spaceId, { programmeId, circleId })
}
