import pg from 'pg'
import { type Database, sql } from './db.ts'

/** First half of the advisory locks that say "this worker lives"; the second half is its name. */
const LIVING = 730_428
const LOOK_MS = 15_000
const AGAIN_MS = 1000

/**
 * A job belongs to the worker that took it, also when that worker was killed: it would wait for hours. Each worker holds
 * a lock for as long as it is connected, and looks for jobs whose worker holds none: they are free again.
 */
export function keepAlive(database: Database, worker: string): { end: () => void } {
  let ended = false
  let client: pg.Client | null = null
  let again: NodeJS.Timeout | undefined

  const hold = async () => {
    const next = new pg.Client({ connectionString: database.writePool.options.connectionString })
    client = next
    let lost = false
    const lose = () => {
      if (lost) return
      lost = true
      void next.end().catch(() => {})
      if (!ended) again = setTimeout(() => void hold(), AGAIN_MS)
    }
    next.on('error', lose)
    next.on('end', lose)
    try {
      await next.connect()
      await next.query('select pg_advisory_lock($1, hashtext($2))', [LIVING, worker])
    } catch {
      lose()
    }
  }
  const look = setInterval(() => void freeJobs(database, worker).catch(() => {}), LOOK_MS)
  look.unref()
  void hold()
  return {
    end: () => {
      ended = true
      clearInterval(look)
      clearTimeout(again)
      void client?.end().catch(() => {})
    },
  }
}

/** The pause leaves a living worker the time to connect again after the database restarted. */
export async function freeJobs(database: Database, self: string): Promise<void> {
  await database.transaction((trx) =>
    trx.run(sql`
      select graphile_worker.force_unlock_workers(array_agg(distinct j.locked_by)) from graphile_worker.jobs j
      where j.locked_by <> ${self} and j.locked_at < now() - interval '20 seconds' and not exists (
        select 1 from pg_locks l join pg_database here on here.oid = l.database and here.datname = current_database()
        where l.locktype = 'advisory' and l.objsubid = 2 and l.classid = ${LIVING}::oid
          and l.objid = (hashtext(j.locked_by)::bigint & 4294967295)::oid)
      having count(*) > 0`),
  )
}
