import { type Database, sql, type Trx } from '#platform/server/db.ts'
import { tooMany } from '#platform/server/errors.ts'
import { mark } from '#platform/server/seal.ts'

interface Limit {
  /** Wrong guesses before one has to wait. */
  free: number
  /** Seconds after the first one too many; each next one doubles them, up to the longest. */
  first: number
  longest: number
  /** Seconds after which one wrong guess is forgotten. */
  forgets: number
}

/** A whole factory may come through one address: it is slowed down, not shut out. */
const LIMITS = {
  account: { free: 5, first: 30, longest: 900, forgets: 600 },
  address: { free: 40, first: 5, longest: 60, forgets: 15 },
} as const satisfies Record<string, Limit>

type Scope = keyof typeof LIMITS

/** Locked: refused before anything is compared, whether the account exists or not. */
async function refuseLocked(trx: Trx, key: Buffer): Promise<void> {
  const row = await trx.row<{ seconds: number }>(sql`
    select ceil(extract(epoch from until - clock_timestamp()))::int as seconds from guesses
    where key_hash = ${key} and until > clock_timestamp()`)
  if (row) throw tooMany(Math.max(1, row.seconds))
}

/** False, and nothing counted, while the key is locked. */
async function addOne(trx: Trx, scope: Scope, key: Buffer): Promise<boolean> {
  const { free, first, longest, forgets } = LIMITS[scope]
  const kept = sql`greatest(0, g.wrong - floor(greatest(0, extract(epoch from clock_timestamp() - g.until)) / ${forgets}::int))::int`
  const pause = sql`case when ${kept} + 1 < ${free}::int then 0
    else least(${longest}::float8, ${first}::float8 * power(2, least(${kept} + 1 - ${free}::int, 12))) end`
  const count = await trx.run(sql`
    insert into guesses as g (key_hash, wrong, until) values (${key}, 1, clock_timestamp())
    on conflict (key_hash) do update set wrong = ${kept} + 1, until = clock_timestamp() + make_interval(secs => ${pause})
    where g.until <= clock_timestamp()`)
  return count === 1
}

/**
 * One guess at a secret. It is counted against the account before it is checked, so that guesses made at the same moment
 * all count, and against the address when it was wrong. Null: wrong.
 */
export async function guess<T>(
  database: Database,
  keys: { account?: string; address: string },
  check: () => Promise<T | null>,
): Promise<T | null> {
  const account = keys.account === undefined ? null : mark(`guess:${keys.account}`)
  const address = mark(`guess-from:${keys.address}`)
  await database.transaction(async (trx) => {
    await refuseLocked(trx, address)
    if (!account) return
    if (!(await addOne(trx, 'account', account))) await refuseLocked(trx, account)
  })
  const found = await check()
  await database.transaction(async (trx) => {
    if (found === null) await addOne(trx, 'address', address)
    else if (account) await trx.run(sql`delete from guesses where key_hash = ${account}`)
  })
  return found
}
