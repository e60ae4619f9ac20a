import type { Actor } from '#platform/server/actor.ts'
import { sql, type Trx } from '#platform/server/db.ts'
import { inform } from '#platform/server/emit.ts'
import { conflict, notFound } from '#platform/server/errors.ts'
import { CONTRIBUTORS } from '#features/communities/server/policy.ts'
import { seatAmbassador } from '#features/spaces/server/commands.ts'
import { ambassadorMoved, type AmbassadorState } from '../../contract.ts'
import { isServing, mayBecome } from '../../rules/lifecycle.ts'
import { tellPerson } from '../news.ts'

interface Held {
  state: AmbassadorState
  memberId: string
  programmeId: string
  spaceId: string
}

/** The programme is the lock of its seats: everybody waits for it first, then for the file. */
export async function holdProgramme(trx: Trx, programmeId: string): Promise<void> {
  await trx.row(sql`select 1 from programmes where id = ${programmeId} for no key update`)
}

export async function holdAmbassador(trx: Trx, ambassadorId: string): Promise<Held> {
  await trx.row(sql`
    select 1 from programmes where id = (select programme_id from ambassadors where id = ${ambassadorId}) for no key update`)
  const row = await trx.row<Held>(sql`
    select a.state, a.member_id as "memberId", a.programme_id as "programmeId", g.space_id as "spaceId"
    from ambassadors a join programmes g on g.id = a.programme_id where a.id = ${ambassadorId} for update of a`)
  if (!row) throw notFound('ambassador.not_found')
  return row
}

/**
 * One step of a life line, for the features after this one too: the caller has decided that `by` may take it. Dated,
 * with who and why; the seat in the community follows, and a seat set free goes to the next on the waiting list.
 * `by` null: the calendar, or a departure.
 */
export async function moveAmbassador(
  trx: Trx,
  by: Actor | null,
  ambassadorId: string,
  to: AmbassadorState,
  why = '',
): Promise<void> {
  const row = await holdAmbassador(trx, ambassadorId)
  if (row.state === to) return
  if (!mayBecome(row.state, to)) throw conflict('ambassador.step')
  const [served, serves] = [isServing(row.state), isServing(to)]
  if (serves && !served && (await freeSeats(trx, row.programmeId)) === 0) throw conflict('programme.full')
  await trx.run(sql`
    update ambassadors set state = ${to},
      waiting_since = case when ${to} = 'agreed' then waiting_since end,
      onboarding_since = case when ${to} = 'onboarding' and state <> 'paused' then now() else onboarding_since end,
      active_since = case when ${to} = 'active' then coalesce(active_since, now()) when ${to} = 'candidate' then null else active_since end,
      paused_until = case when ${to} = 'paused' then paused_until end,
      wall = wall and ${to} in ('alumni', 'nominated')
    where id = ${ambassadorId}`)
  await trx.run(sql`
    insert into ambassador_steps (ambassador_id, from_state, to_state, at, by_id, why)
    values (${ambassadorId}, ${row.state}, ${to}, clock_timestamp(), ${by?.id ?? null}, ${why.trim()})`)
  if (serves !== served && !(await servesBeside(trx, row, ambassadorId)))
    await seatAmbassador(trx, by, row.spaceId, row.memberId, serves)
  await inform(trx, by, ambassadorMoved, row.spaceId, {
    programmeId: row.programmeId,
    ambassadorId,
    memberId: row.memberId,
    from: row.state,
    to,
  })
  if (served && !serves) await fillSeats(trx, row.programmeId)
}

/** Where somebody rests who does not serve (any more): with those who have served, once they did. */
export async function restOf(trx: Trx, ambassadorId: string): Promise<'alumni' | 'declined'> {
  const served = await trx.row(sql`
    select 1 from ambassadors a where a.id = ${ambassadorId} and (a.state in ('onboarding', 'active', 'paused', 'handing_over', 'alumni')
      or (a.state = 'nominated' and exists (
        select 1 from ambassador_steps st where st.ambassador_id = a.id and st.to_state = 'alumni')))`)
  return served ? 'alumni' : 'declined'
}

/** In another programme of the same community: the seat there is theirs for that one too. */
const servesBeside = async (trx: Trx, row: Held, ambassadorId: string): Promise<boolean> =>
  (await trx.row(sql`
    select 1 from ambassadors a join programmes g on g.id = a.programme_id
    where g.space_id = ${row.spaceId} and a.member_id = ${row.memberId} and a.id <> ${ambassadorId}
      and a.state in ('onboarding', 'active', 'paused', 'handing_over')`)) !== undefined

/**
 * Seats left in the programme, and under the cap of contributors of its community, whichever is less. Null: as many as
 * wish. The programme is held.
 */
async function freeSeats(trx: Trx, programmeId: string): Promise<number | null> {
  const row = await trx.row<{ free: number | null }>(sql`
    select least(
      g.seats - (select count(*)::int from ambassadors a where a.programme_id = g.id
        and a.state in ('onboarding', 'active', 'paused', 'handing_over')),
      case when c.kind <> 'ambassadors' then c.contributor_cap - ${CONTRIBUTORS} end) as free
    from programmes g join communities c on c.space_id = g.space_id where g.id = ${programmeId}`)
  return row === undefined || row.free === null ? null : Math.max(0, row.free)
}

/** Somebody agreed takes their seat, or their place on the waiting list. */
export async function takeSeat(trx: Trx, ambassadorId: string): Promise<void> {
  const row = await holdAmbassador(trx, ambassadorId)
  if (row.state !== 'agreed') return
  await trx.run(sql`
    update ambassadors set waiting_since = coalesce(waiting_since, clock_timestamp()) where id = ${ambassadorId}`)
  await fillSeats(trx, row.programmeId)
}

/**
 * Free seats go to those who wait, in the order in which they were agreed; each is told. The programme is held; while it
 * is not open nobody comes in.
 */
export async function fillSeats(trx: Trx, programmeId: string): Promise<void> {
  await holdProgramme(trx, programmeId)
  const open = await trx.row(sql`select 1 from programmes where id = ${programmeId} and state = 'open'`)
  while (open) {
    if ((await freeSeats(trx, programmeId)) === 0) return
    const next = await trx.row<{ id: string; memberId: string }>(sql`
      select id, member_id as "memberId" from ambassadors
      where programme_id = ${programmeId} and state = 'agreed' and waiting_since is not null order by waiting_since, id limit 1`)
    if (!next) return
    await moveAmbassador(trx, null, next.id, 'onboarding')
    await tellPerson(trx, next.memberId, 'seat', { programmeId, actorId: null })
  }
}
