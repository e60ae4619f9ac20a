import { v7 as uuid7 } from 'uuid'
import { openNetwork } from '#features/network/server/commands.ts'
import { findNetwork } from '#features/network/server/queries.ts'
import { openOrganization } from '#features/organizations/server/commands.ts'
import { insertPerson } from '#features/people/server/commands.ts'
import { openSession, setPassword } from '#features/sessions/server/commands.ts'
import type { Body, Reply } from '#platform/contract/endpoint.ts'
import { done } from '#platform/contract/schema.ts'
import type { HttpFacts } from '#platform/server/app.ts'
import { type Db, sql, type Trx } from '#platform/server/db.ts'
import { conflict } from '#platform/server/errors.ts'
import { enqueue } from '#platform/server/jobs.ts'
import type { readDemonstration, setUpNetwork as setUpEndpoint } from '../contract.ts'

/** The job that fills the network; the feature demonstration does it. */
export const LOAD_DEMONSTRATION = 'load-demonstration'
/** Held by the load for as long as it lives: a process killed half-way lets it go. */
export const LOADING_LOCK = 730_427

export async function setUpNetwork(
  trx: Trx,
  http: HttpFacts,
  { network, administrator }: Body<typeof setUpEndpoint>,
) {
  if ((await demonstrationState(trx)).state === 'loading') throw conflict('network.loading')
  await openNetwork(trx, network)
  const organizationId = uuid7()
  await openOrganization(trx, { id: organizationId, name: network.name, outside: false })
  const { password, ...person } = administrator
  await insertPerson(trx, {
    ...person,
    organizationId,
    standing: 'administrator',
    status: 'active',
    language: http.language,
  })
  await setPassword(trx, administrator.id, password)
  await openSession(trx, administrator.id, http)
  return done
}

export async function startDemonstration(trx: Trx): Promise<Reply<typeof readDemonstration>> {
  if ((await findNetwork(trx)).setUp) throw conflict('network.already')
  await enqueue(trx, LOAD_DEMONSTRATION, {}, { key: LOAD_DEMONSTRATION, maxAttempts: 1 })
  return { state: 'loading' }
}

const LOADING = sql`exists (
  select 1 from pg_locks held join pg_database here on here.oid = held.database and here.datname = current_database()
  where held.locktype = 'advisory' and held.classid = 0 and held.objid = ${LOADING_LOCK}::oid)`

export async function demonstrationState(db: Db): Promise<Reply<typeof readDemonstration>> {
  const network = await findNetwork(db)
  if (network.setUp) return { state: network.demonstration ? 'ready' : 'none' }
  const job = await db.row<{ failed: boolean }>(sql`
    select attempts >= max_attempts and (locked_at is null or (locked_at < now() - interval '5 seconds' and not ${LOADING})) as failed
    from graphile_worker.jobs where task_identifier = ${LOAD_DEMONSTRATION} order by id desc limit 1`)
  if (!job) return { state: 'none' }
  return { state: job.failed ? 'failed' : 'loading' }
}
