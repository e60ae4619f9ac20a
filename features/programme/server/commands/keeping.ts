import type { Actor } from '#platform/server/actor.ts'
import { insertOnce, sql, type Trx } from '#platform/server/db.ts'
import { allow, conflict, invalid, notFound } from '#platform/server/errors.ts'
import { done } from '#platform/contract/schema.ts'
import { findNetwork } from '#features/network/server/queries.ts'
import type { AmbassadorState, Leave } from '../../contract.ts'
import type { Like } from '../../rules/likes.ts'
import { isServing } from '../../rules/lifecycle.ts'
import { isPauseDay } from '../../rules/periods.ts'
import { nameOf, tellKeepers, tellPerson } from '../news.ts'
import { type AmbassadorFile, ambassadorFile, canKeep, keptFile, ownFile } from '../policy.ts'
import { holdAmbassador, moveAmbassador, restOf } from './life-line.ts'

/** Its person or a keeper: both may take the kind steps (pause, lighter role, hand over). */
async function eitherFile(trx: Trx, actor: Actor, ambassadorId: string): Promise<AmbassadorFile> {
  const file = await ambassadorFile(trx, actor, ambassadorId)
  allow(file.own || canKeep(file.place), 'ambassador.keep')
  return file
}

export async function todayHere(trx: Trx): Promise<string> {
  const { timeZone } = await findNetwork(trx)
  const row = await trx.row<{ today: string }>(sql`select (now() at time zone ${timeZone})::date as today`)
  return row?.today ?? ''
}

/** Offered to later features: the caller has decided that `by` may. A pause already begun gets another end. */
export async function pauseAmbassador(
  trx: Trx,
  by: Actor,
  ambassadorId: string,
  until: string,
  why = '',
): Promise<void> {
  if (!isPauseDay(until, await todayHere(trx))) throw invalid('ambassador.pause_day', { field: 'until' })
  const { memberId, programmeId } = await holdAmbassador(trx, ambassadorId)
  await moveAmbassador(trx, by, ambassadorId, 'paused', why)
  await trx.run(sql`update ambassadors set paused_until = ${until} where id = ${ambassadorId}`)
  await tellPerson(trx, memberId, 'paused', { programmeId, actorId: by.id, note: why })
}

/** Back where they stood: in the role, or on the way to it. */
export async function endPause(trx: Trx, by: Actor | null, ambassadorId: string): Promise<void> {
  const { state, memberId, programmeId } = await holdAmbassador(trx, ambassadorId)
  if (state !== 'paused') return
  const row = await trx.row<{ taken: boolean }>(
    sql`select active_since is not null as taken from ambassadors where id = ${ambassadorId}`,
  )
  await moveAmbassador(trx, by, ambassadorId, row?.taken ? 'active' : 'onboarding')
  await tellPerson(trx, memberId, 'pauseEnded', { programmeId, actorId: by?.id ?? null })
}

/** Offered to later features. Nulls: back to what the programme asks. */
export async function lightenRole(
  trx: Trx,
  by: Actor,
  ambassadorId: string,
  {
    contributionsPerMonth,
    hoursPerMonth,
  }: { contributionsPerMonth: number | null; hoursPerMonth: number | null },
  why = '',
): Promise<void> {
  const { state, memberId, programmeId } = await holdAmbassador(trx, ambassadorId)
  if (!isServing(state)) throw conflict('ambassador.not_serving')
  await trx.run(sql`
    update ambassadors set contributions_per_month = ${contributionsPerMonth}, hours_per_month = ${hoursPerMonth} where id = ${ambassadorId}`)
  // A step from a state to itself: the history says that the role changed, when and why.
  await trx.run(sql`
    insert into ambassador_steps (ambassador_id, from_state, to_state, at, by_id, why)
    values (${ambassadorId}, ${state}, ${state}, clock_timestamp(), ${by.id}, ${why.trim()})`)
  await tellPerson(trx, memberId, 'lighter', { programmeId, actorId: by.id, note: why })
}

/** Offered to later features. The successor serves in the same programme, or is still to be found. */
export async function handOver(
  trx: Trx,
  by: Actor,
  ambassadorId: string,
  successorId: string | null,
  why = '',
): Promise<void> {
  const { memberId, programmeId } = await holdAmbassador(trx, ambassadorId)
  if (successorId) {
    const successor = await trx.row<{ state: AmbassadorState; memberId: string }>(sql`
      select state, member_id as "memberId" from ambassadors
      where id = ${successorId} and programme_id = ${programmeId} and id <> ${ambassadorId}`)
    if (!successor || !isServing(successor.state))
      throw invalid('ambassador.successor', { field: 'successorId' })
    await tellPerson(trx, successor.memberId, 'successor', {
      programmeId,
      actorId: by.id,
      values: { name: await nameOf(trx, memberId) },
    })
  }
  await moveAmbassador(trx, by, ambassadorId, 'handing_over', why)
  await trx.run(sql`update ambassadors set successor_id = ${successorId} where id = ${ambassadorId}`)
  await tellPerson(trx, memberId, 'handingOver', { programmeId, actorId: by.id, note: why })
}

/** Offered to later features: thanks, a seat set free, and the wall only if the person wishes. */
export async function thankAmbassador(
  trx: Trx,
  by: Actor,
  ambassadorId: string,
  word: string,
): Promise<void> {
  const { state, memberId, programmeId } = await holdAmbassador(trx, ambassadorId)
  if (state === 'alumni') return
  if (!isServing(state)) throw conflict('ambassador.not_serving')
  await moveAmbassador(trx, by, ambassadorId, 'alumni', word)
  await tellPerson(trx, memberId, 'thanked', { programmeId, actorId: by.id, note: word })
}

export async function pause(
  trx: Trx,
  actor: Actor,
  ambassadorId: string,
  { until, why }: { until: string; why: string },
) {
  await eitherFile(trx, actor, ambassadorId)
  await pauseAmbassador(trx, actor, ambassadorId, until, why)
  return done
}

export async function comeBack(trx: Trx, actor: Actor, ambassadorId: string) {
  await eitherFile(trx, actor, ambassadorId)
  await endPause(trx, actor, ambassadorId)
  return done
}

export async function lighten(
  trx: Trx,
  actor: Actor,
  ambassadorId: string,
  { why, ...role }: { contributionsPerMonth: number | null; hoursPerMonth: number | null; why: string },
) {
  await keptFile(trx, actor, ambassadorId)
  await lightenRole(trx, actor, ambassadorId, role, why)
  return done
}

export async function beginHandOver(
  trx: Trx,
  actor: Actor,
  ambassadorId: string,
  { successorId, why }: { successorId: string | null; why: string },
) {
  await eitherFile(trx, actor, ambassadorId)
  await handOver(trx, actor, ambassadorId, successorId, why)
  return done
}

export async function thank(trx: Trx, actor: Actor, ambassadorId: string, word: string) {
  await keptFile(trx, actor, ambassadorId)
  await thankAmbassador(trx, actor, ambassadorId, word)
  return done
}

/** One leaves by oneself, at any time; the manager learns nothing of it from here. */
export async function leaveProgramme(trx: Trx, actor: Actor, ambassadorId: string, why: string) {
  const file = await ownFile(trx, actor, ambassadorId)
  const { state } = await holdAmbassador(trx, ambassadorId)
  if (state === 'alumni' || state === 'declined') return done
  await moveAmbassador(trx, actor, ambassadorId, await restOf(trx, ambassadorId), why)
  if (isServing(state))
    await tellKeepers(trx, 'left', {
      programmeId: file.place.programmeId,
      ambassadorId,
      actorId: actor.id,
      values: { name: await nameOf(trx, actor.id) },
    })
  return done
}

export async function setLikes(trx: Trx, actor: Actor, ambassadorId: string, likes: Like[]) {
  await ownFile(trx, actor, ambassadorId)
  await trx.run(sql`update ambassadors set likes = ${likes}::text[] where id = ${ambassadorId}`)
  return done
}

export async function setWall(
  trx: Trx,
  actor: Actor,
  ambassadorId: string,
  { wall, words }: { wall: boolean; words: string },
) {
  const file = await ownFile(trx, actor, ambassadorId)
  if (file.state !== 'alumni') throw conflict('ambassador.not_alumni')
  await trx.run(sql`
    update ambassadors set wall = ${wall}, wall_words = ${wall ? words.trim() : ''} where id = ${ambassadorId}`)
  return done
}

export async function setLeave(
  trx: Trx,
  actor: Actor,
  id: string,
  leave: { ambassadorId: string; startsOn: string; endsOn: string },
): Promise<Leave> {
  await ownFile(trx, actor, leave.ambassadorId)
  if (leave.endsOn < leave.startsOn) throw invalid('leave.dates', { field: 'endsOn' })
  await insertOnce(trx, 'ambassador_leaves', {
    id,
    ambassador_id: leave.ambassadorId,
    starts_on: leave.startsOn,
    ends_on: leave.endsOn,
  })
  const count = await trx.run(sql`
    update ambassador_leaves set starts_on = ${leave.startsOn}, ends_on = ${leave.endsOn}
    where id = ${id} and ambassador_id = ${leave.ambassadorId}`)
  if (count === 0) throw notFound('leave.not_found')
  return { id, startsOn: leave.startsOn, endsOn: leave.endsOn }
}

export async function removeLeave(trx: Trx, actor: Actor, id: string) {
  const row = await trx.row<{ ambassadorId: string }>(
    sql`select ambassador_id as "ambassadorId" from ambassador_leaves where id = ${id}`,
  )
  if (!row) return done
  await ownFile(trx, actor, row.ambassadorId).catch(() => {
    throw notFound('leave.not_found')
  })
  await trx.run(sql`delete from ambassador_leaves where id = ${id}`)
  return done
}
