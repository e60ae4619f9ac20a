import { type Database, type Db, sql, type Trx } from '#platform/server/db.ts'
import { tooMany } from '#platform/server/errors.ts'
import { mark } from '#platform/server/seal.ts'
import { GUESSES_AN_HOUR } from '../../rules/reminders.ts'

const hour = () => Math.floor(Date.now() / 3_600_000)
const keyOf = (who: string) => mark(`entry-guesses:${who}:${hour()}`)
const secondsLeft = () => Math.max(1, Math.ceil(((hour() + 1) * 3_600_000 - Date.now()) / 1000))

/**
 * Codes guessed from many addresses at once. Nobody is shut out because others guess: once the whole
 * network hears too many wrong codes in an hour, an address that guessed wrong has no second try.
 */
export async function refuseUnderAlarm(db: Db, address: string): Promise<void> {
  const row = await db.row<{ own: number; everybody: number }>(sql`
    select coalesce((select wrong from guesses where key_hash = ${keyOf(address)}), 0) as own,
      coalesce((select wrong from guesses where key_hash = ${keyOf('everybody')}), 0) as everybody`)
  const allowed =
    (row?.everybody ?? 0) >= GUESSES_AN_HOUR.everybody
      ? GUESSES_AN_HOUR.addressUnderAlarm
      : GUESSES_AN_HOUR.address
  if ((row?.own ?? 0) >= allowed) throw tooMany(secondsLeft())
}

export const noteWrongCode = (database: Database, address: string): Promise<void> =>
  database.transaction(async (trx) => {
    await addOne(trx, keyOf('everybody'))
    await addOne(trx, keyOf(address))
  })

const addOne = (trx: Trx, key: Buffer) =>
  trx.run(sql`
    insert into guesses as g (key_hash, wrong, until) values (${key}, 1, now() + make_interval(secs => ${secondsLeft()}))
    on conflict (key_hash) do update set wrong = g.wrong + 1`)
