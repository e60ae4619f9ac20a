import type { Actor } from '#platform/server/actor.ts'
import { type Db, sql } from '#platform/server/db.ts'
import { notFound } from '#platform/server/errors.ts'
import type { MyExport, PersonalExport } from '../../contract.ts'
import { EXPORT_DAYS } from '../../rules/periods.ts'

/** One's own, the only one there is; past its days it does not exist any more, swept or not. */
export async function exportOf(db: Db, memberId: string): Promise<MyExport> {
  const row = await db.row<PersonalExport>(sql`
    select id, state, done, total, bytes, missing, asked_at as "askedAt", ready_at as "readyAt",
      ready_at + make_interval(days => ${EXPORT_DAYS}) as until
    from personal_exports where member_id = ${memberId}
      and (ready_at is null or ready_at > now() - make_interval(days => ${EXPORT_DAYS}))`)
  return { export: row ?? null, days: EXPORT_DAYS }
}

/** For everybody but its person there is nothing there. */
export async function findExportFile(
  db: Db,
  actor: Actor,
  id: string,
): Promise<{ key: string; bytes: number }> {
  const row = await db.row<{ key: string; bytes: number }>(sql`
    select storage_key as key, bytes from personal_exports where id = ${id} and member_id = ${actor.id} and state = 'ready'
      and ready_at > now() - make_interval(days => ${EXPORT_DAYS})`)
  if (!row) throw notFound('export.not_found')
  return row
}
