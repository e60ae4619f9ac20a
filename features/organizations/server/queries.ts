import { type Db, empty, sql, type Sql } from '#platform/server/db.ts'
import { notFound } from '#platform/server/errors.ts'
import type { Organization } from '../contract.ts'

const organizationRows = (where: Sql): Sql => sql`
  select o.id, o.name, o.outside,
    (select count(*)::int from members m where m.organization_id = o.id and m.status <> 'closed') as people
  from organizations o ${where} order by o.outside, lower(o.name)`

export const allOrganizations = (db: Db): Promise<Organization[]> =>
  db.rows<Organization>(organizationRows(empty))

export async function findOrganization(db: Db, id: string): Promise<Organization> {
  const row = await db.row<Organization>(organizationRows(sql`where o.id = ${id}`))
  if (!row) throw notFound('organization.not_found')
  return row
}
