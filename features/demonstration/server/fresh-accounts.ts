import type { Reply } from '#platform/contract/endpoint.ts'
import { type Db, sql } from '#platform/server/db.ts'
import { notFound } from '#platform/server/errors.ts'
import type { readDemoAccounts } from '../contract.ts'
import { keptAccounts } from './accounts.ts'
import { demoCodes } from './codes.ts'

/** For the screen that has just asked for the demonstration: an hour later, they are read at the server only. */
export async function freshAccounts(db: Db, dataDir: string): Promise<Reply<typeof readDemoAccounts>> {
  const fresh = await db.row(
    sql`select 1 from network where demonstration and created_at > now() - interval '1 hour'`,
  )
  const accounts = fresh ? await keptAccounts(dataDir) : null
  if (!accounts) throw notFound('demonstration.no_accounts')
  return { accounts, codes: await demoCodes(db) }
}
