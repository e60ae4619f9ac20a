import { type Db, sql } from '#platform/server/db.ts'

/** Where the directory stood when it was compared. */
export type DirectoryMark = { horizon: string; members: number; organizations: number }

export async function markDirectory(db: Db): Promise<DirectoryMark> {
  const row = await db.row<DirectoryMark>(sql`
    select pg_snapshot_xmin(pg_current_snapshot())::text as horizon,
      (select count(*)::int from members) as members, (select count(*)::int from organizations) as organizations`)
  return row ?? { horizon: '0', members: -1, organizations: -1 }
}

/** True when no row has been added, changed or taken away since: the comparison still holds, line by line. */
export async function isUnmoved(db: Db, mark: DirectoryMark | undefined): Promise<boolean> {
  if (!mark) return false
  const since = sql`age(${mark.horizon}::xid8::xid)`
  const row = await db.row<{ unmoved: boolean }>(sql`
    select (select count(*) from members) = ${mark.members}::int
      and (select count(*) from organizations) = ${mark.organizations}::int
      and not exists (select 1 from members where age(xmin) <= ${since})
      and not exists (select 1 from organizations where age(xmin) <= ${since}) as unmoved`)
  return row?.unmoved ?? false
}
