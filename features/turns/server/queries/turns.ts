import type { Actor } from '#platform/server/actor.ts'
import { type Db, sql, type Sql } from '#platform/server/db.ts'
import type { Holder, Turn } from '../../contract.ts'
import { weekOf } from '../../rules/days.ts'
import type { RosterPlace } from '../policy.ts'

export const holderJson = (member: Sql): Sql => sql`
  case when ${member}.id is null then null else jsonb_build_object('memberId', ${member}.id, 'givenName', ${member}.given_name,
    'familyName', ${member}.family_name, 'job', ${member}.job, 'site', ${member}.site, 'photoFileId', ${member}.photo_file_id) end`

type Row = Omit<Turn, 'week' | 'when' | 'mine'>

export function turnOf(row: Row, { today }: Pick<RosterPlace, 'today'>, actor: Actor): Turn {
  const when = row.endsOn < today ? 'past' : row.startsOn > today ? 'ahead' : 'now'
  return { ...row, when, week: weekOf(row.startsOn), mine: row.holder?.memberId === actor.id }
}

export async function turnsWhere(
  db: Db,
  place: RosterPlace,
  actor: Actor,
  where: Sql,
  order: Sql = sql`t.starts_on`,
): Promise<Turn[]> {
  const rows = await db.rows<Row>(sql`
    select t.id, t.starts_on as "startsOn", t.ends_on as "endsOn", t.state, ${holderJson(sql`m`)} as holder
    from turns t left join members m on m.id = t.member_id
    where t.programme_id = ${place.programmeId} and ${where} order by ${order}`)
  return rows.map((row) => turnOf(row, place, actor))
}

export async function holdersAmong(db: Db, ids: string[]): Promise<Holder[]> {
  if (ids.length === 0) return []
  const rows = await db.rows<{ holder: Holder }>(sql`
    select ${holderJson(sql`m`)} as holder from members m where m.id = any(${ids}::uuid[])
    order by m.family_name, m.given_name, m.id`)
  return rows.map(({ holder }) => holder)
}
