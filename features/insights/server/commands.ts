import { randomBytes } from 'node:crypto'
import type { Actor } from '#platform/server/actor.ts'
import { sql, type Trx } from '#platform/server/db.ts'
import { mark } from '#platform/server/seal.ts'
import { done } from '#platform/contract/schema.ts'
import { findNetwork } from '#features/network/server/queries.ts'
import { seatIn } from '#features/spaces/server/policy.ts'

/**
 * Adds one to the visitors of the day, once per person and day. What is written is a mark of the day's salt and the
 * server's key: the next day both salt and mark are gone, and nothing links two days, two communities, or a person.
 */
export async function noteVisit(trx: Trx, actor: Actor, spaceId: string) {
  const place = await seatIn(trx, actor, spaceId)
  const communityId = place.parentId ?? place.spaceId
  const member = await trx.row(
    sql`select 1 from seats where space_id = ${communityId} and member_id = ${actor.id}`,
  )
  // A visit of a community by people who are not in it is not a member's visit.
  if (!member) return done
  const { timeZone } = await findNetwork(trx)
  const { day, salt } = await saltOfToday(trx, timeZone)
  const own = mark(`visit ${salt.toString('hex')} ${communityId} ${actor.id}`).subarray(0, 16)
  const isNew = await trx.run(sql`
    insert into visit_marks (day, space_id, mark) values (${day}, ${communityId}, ${own}) on conflict do nothing`)
  if (isNew === 1)
    await trx.run(sql`
      insert into visit_days (space_id, day, visitors) values (${communityId}, ${day}, 1)
      on conflict (space_id, day) do update set visitors = visit_days.visitors + 1`)
  return done
}

async function saltOfToday(trx: Trx, timeZone: string): Promise<{ day: string; salt: Buffer }> {
  const today = sql`(now() at time zone ${timeZone})::date`
  const find = () =>
    trx.row<{ day: string; salt: Buffer }>(sql`select day, salt from visit_salts where day = ${today}`)
  const known = await find()
  if (known) return known
  await trx.run(
    sql`insert into visit_salts (day, salt) values (${today}, ${randomBytes(32)}) on conflict do nothing`,
  )
  const made = await find()
  if (!made) throw new Error('a day has a salt')
  return made
}

/** What could tell who came is gone once the day is over; the numbers of the days stay. */
export async function forgetMarks(trx: Trx): Promise<void> {
  const { timeZone } = await findNetwork(trx)
  const over = sql`day < (now() at time zone ${timeZone})::date`
  await trx.run(sql`delete from visit_salts where ${over}`)
  await trx.run(sql`delete from visit_marks where ${over}`)
}
