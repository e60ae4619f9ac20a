import { conflict } from '#platform/server/errors.ts'
import { sql, type Trx } from '#platform/server/db.ts'

/** A network without an administrator could not be mended from inside. The rows are locked: two may not leave at once. */
export async function refuseLastAdministrator(trx: Trx, memberId: string): Promise<void> {
  const rows = await trx.rows<{ id: string }>(sql`
    select id from members where standing = 'administrator' and status = 'active' order by id for update`)
  if (rows.length === 1 && rows[0]?.id === memberId) throw conflict('person.last_administrator')
}
