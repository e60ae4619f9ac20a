import pg from 'pg'
import sql, { type Sql, empty, join, raw } from 'sql-template-tag'

export { sql, empty, join, raw, type Sql }

declare const readOnly: unique symbol
declare const writable: unique symbol

/** A door to read through: the server refuses writes on its connections. */
export interface Db {
  readonly [readOnly]: true
  rows<R extends object>(query: Sql): Promise<R[]>
  row<R extends object>(query: Sql): Promise<R | undefined>
  /** For counts over very many rows: planned for its very values, and few at once, so that no page waits behind them. */
  figures<R extends object>(query: Sql): Promise<R[]>
}

/** One transaction. What `after` receives runs once it is committed, never if it rolled back. */
export interface Trx extends Db {
  readonly [writable]: true
  /** Number of rows touched. */
  run(query: Sql): Promise<number>
  after(effect: () => void): void
  /** The raw connection, for COPY. */
  readonly client: pg.PoolClient
}

export interface Database {
  db: Db
  transaction<T>(work: (trx: Trx) => Promise<T>): Promise<T>
  writePool: pg.Pool
  readPool: pg.Pool
  close(): Promise<void>
}

const { builtins } = pg.types
const asIs = (value: string) => value
/** '2026-11-22 19:02:59.123456+00' → '2026-11-22T19:02:59.123456Z': a Date would lose the microseconds. */
const asTime = (value: string) => `${value.slice(0, 10)}T${value.slice(11).replace(/\+00$/, 'Z')}`

function typesOfOurs(): pg.CustomTypesConfig {
  const own = new Map<number, (value: string) => unknown>([
    [builtins.TIMESTAMPTZ, asTime],
    [builtins.DATE, asIs],
    [builtins.INT8, Number],
    [builtins.NUMERIC, Number],
  ])
  return {
    getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
      own.get(oid) ?? pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser,
  }
}

/** Statements are prepared once per connection: the name stands for the text. */
const names = new Map<string, string>()
function nameOf(text: string): string {
  let name = names.get(text)
  if (!name) names.set(text, (name = `s${names.size}`))
  return name
}

/** Past this many different texts (lists of varying length) statements go unnamed: memory stays flat. */
const MOST_PREPARED = 2000

function prepared(query: Sql): pg.QueryConfig {
  const text = query.text
  return names.size < MOST_PREPARED || names.has(text)
    ? { name: nameOf(text), text, values: query.values }
    : { text, values: query.values }
}

type Queryable = Pick<pg.Pool, 'query'>

const reader = (on: Queryable, counting: <T>(work: (on: Queryable) => Promise<T>) => Promise<T>) => ({
  rows: async <R extends object>(query: Sql) =>
    (await on.query<R & pg.QueryResultRow>(prepared(query))).rows as R[],
  row: async <R extends object>(query: Sql) =>
    (await on.query<R & pg.QueryResultRow>(prepared(query))).rows[0] as R | undefined,
  figures: <R extends object>(query: Sql) =>
    counting(async (there) => (await there.query<R & pg.QueryResultRow>(prepared(query))).rows as R[]),
})

const GENERIC = 'plan_cache_mode=force_generic_plan'
const CUSTOM = 'plan_cache_mode=force_custom_plan'
/** Counts at once. */
const COUNTING = 2

export interface PoolSizes {
  read?: number
  write?: number
}

export function openDatabase(url: string, sizes: PoolSizes = {}): Database {
  const common = { connectionString: url, types: typesOfOurs(), connectionTimeoutMillis: 5000 }
  // Statements are prepared and their plans kept: planning the feed anew at each call cost five times its execution.
  const settings = '-c timezone=UTC -c idle_in_transaction_session_timeout=60000'
  const reading = `${settings} -c default_transaction_read_only=on -c statement_timeout=15000`
  const readPool = new pg.Pool({ ...common, max: sizes.read ?? 8, options: `${reading} -c ${GENERIC}` })
  const countPool = new pg.Pool({ ...common, max: COUNTING, options: `${reading} -c ${CUSTOM}` })
  const writePool = new pg.Pool({ ...common, max: sizes.write ?? 8, options: `${settings} -c ${GENERIC}` })
  // A connection lost while idle is replaced by the pool; without a listener it would end the process.
  for (const pool of [readPool, countPool, writePool]) {
    pool.on('error', () => {})
    pool.on('connect', (client) => client.on('error', () => {}))
  }
  return {
    db: reader(readPool, (work) => work(countPool)) as Db,
    transaction: (work) =>
      inTransaction(writePool, work).catch((error: { code?: string }) => {
        if (!MET.has(error.code ?? '')) throw error
        return inTransaction(writePool, work)
      }),
    readPool,
    writePool,
    close: async () => {
      await Promise.all([readPool.end(), countPool.end(), writePool.end()])
    },
  }
}

/**
 * Two at once met: the same id written by both, or each waiting for the other. Nothing of it was kept; run again, once,
 * it sees what the other did, as a request repeated would.
 */
const MET = new Set(['23505', '40P01'])

async function inTransaction<T>(pool: pg.Pool, work: (trx: Trx) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  const effects: (() => void)[] = []
  const trx = {
    ...reader(client, async (count) => {
      await client.query(`set local ${CUSTOM}`)
      const rows = await count(client)
      await client.query(`set local ${GENERIC}`)
      return rows
    }),
    run: async (query: Sql) => (await client.query(prepared(query))).rowCount ?? 0,
    after: (effect: () => void) => void effects.push(effect),
    client,
  } as Trx
  let broken: Error | undefined
  try {
    await client.query('begin')
    const result = await work(trx)
    await client.query('commit')
    for (const effect of effects) effect()
    return result
  } catch (error) {
    await client.query('rollback').catch((failure: Error) => (broken = failure))
    throw error
  } finally {
    client.release(broken)
  }
}

/** True when the row is new; false when this very id was already there: the request was repeated. */
export async function insertOnce(trx: Trx, table: string, row: Record<string, unknown>): Promise<boolean> {
  const columns = Object.keys(row)
  const values = Object.values(row).map((value) => sql`${value}`)
  const list = columns.map((name) => raw(`"${name}"`))
  const count = await trx.run(
    sql`insert into ${raw(table)} (${join(list)}) values (${join(values)}) on conflict (id) do nothing`,
  )
  return count === 1
}
