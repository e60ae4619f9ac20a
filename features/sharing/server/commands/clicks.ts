import { randomBytes } from 'node:crypto'
import { sql, type Trx } from '#platform/server/db.ts'
import { mark } from '#platform/server/seal.ts'
import { findNetwork } from '#features/network/server/queries.ts'
import { todayIn } from '../queries/kits.ts'

/** Where a click comes from, as far as a day's mark needs it; neither is written anywhere. */
export interface From {
  address: string
  agent: string
}

/** One more click; a visitor once a day and link. The mark and its salt are gone the next day, and link no two days. */
export async function noteClick(trx: Trx, code: string, from: From): Promise<void> {
  const { day, salt } = await saltOfToday(trx)
  const own = mark(`click ${salt.toString('hex')} ${code} ${from.address} ${from.agent}`).subarray(0, 16)
  const isNew = await trx.run(
    sql`insert into click_marks (day, code, mark) values (${day}, ${code}, ${own}) on conflict do nothing`,
  )
  await trx.run(sql`
    insert into click_days (code, day, visitors, clicks) values (${code}, ${day}, ${isNew}, 1)
    on conflict (code, day) do update set clicks = click_days.clicks + 1, visitors = click_days.visitors + excluded.visitors`)
}

async function saltOfToday(trx: Trx): Promise<{ day: string; salt: Buffer }> {
  const today = await todayIn(trx)
  const find = () =>
    trx.row<{ day: string; salt: Buffer }>(sql`select day, salt from click_salts where day = ${today}`)
  const known = await find()
  if (known) return known
  await trx.run(
    sql`insert into click_salts (day, salt) values (${today}, ${randomBytes(32)}) on conflict do nothing`,
  )
  const made = await find()
  if (!made) throw new Error('a day has a salt')
  return made
}

export async function forgetClickMarks(trx: Trx): Promise<void> {
  const { timeZone } = await findNetwork(trx)
  const over = sql`day < (now() at time zone ${timeZone})::date`
  await trx.run(sql`delete from click_salts where ${over}`)
  await trx.run(sql`delete from click_marks where ${over}`)
}
