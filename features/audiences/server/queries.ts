import type { Actor } from '#platform/server/actor.ts'
import { type Db, empty, raw, sql, type Sql } from '#platform/server/db.ts'
import { allow, notFound } from '#platform/server/errors.ts'
import { pageOf, readCursor, writeCursor } from '#platform/server/page.ts'
import type { Attribute, Audience, Rule, Sample } from '../contract.ts'
import { canWriteAudiences, matching } from './policy.ts'
import { usesOf } from './uses.ts'

interface AudienceRow {
  id: string
  name: string
  rule: Rule
}

const SAMPLE_SIZE = 6

export async function countMatching(db: Db, rule: Rule): Promise<{ count: number; withoutEmail: number }> {
  const row = await db.row<{ count: number; withoutEmail: number }>(sql`
    select count(*)::int as count, (count(*) filter (where m.email is null))::int as "withoutEmail"
    from members m where ${matching(rule)}`)
  return row ?? { count: 0, withoutEmail: 0 }
}

/** How many match, and a few of them: always the same ones for a rule, but not the first of the alphabet. */
export async function countAndSample(db: Db, rule: Rule): Promise<Sample> {
  const counts = await countMatching(db, rule)
  const sample = await db.rows<Sample['sample'][number]>(sql`
    select m.id, m.given_name as "givenName", m.family_name as "familyName", m.job, m.site, m.photo_file_id as "photoFileId"
    from members m where ${matching(rule)} order by md5(m.id::text) limit ${SAMPLE_SIZE}`)
  return { ...counts, sample }
}

/** The rule of an audience, for those who build on it. */
export async function findRule(db: Db, audienceId: string): Promise<Rule> {
  const row = await db.row<{ rule: Rule }>(sql`select rule from audiences where id = ${audienceId}`)
  if (!row) throw notFound('audience.not_found')
  return row.rule
}

export async function audiencesPage(db: Db, actor: Actor, query: { cursor?: string; limit?: number }) {
  allow(canWriteAudiences(actor), 'audience')
  const limit = query.limit ?? 20
  const after = readCursor(query.cursor, 2)
  const rows = await db.rows<AudienceRow>(sql`
    select id, name, rule from audiences
    ${after ? sql`where (lower(name), id) > (${after[0]}, ${after[1]}::uuid)` : empty}
    order by lower(name), id limit ${limit + 1}`)
  const page = pageOf(rows, limit, (row) => writeCursor(row.name.toLowerCase(), row.id))
  return { items: await counted(db, actor, page.items), next: page.next }
}

export async function findAudience(db: Db, actor: Actor, audienceId: string): Promise<Audience> {
  allow(canWriteAudiences(actor), 'audience')
  const row = await db.row<AudienceRow>(sql`select id, name, rule from audiences where id = ${audienceId}`)
  if (!row) throw notFound('audience.not_found')
  const [audience] = await counted(db, actor, [row])
  return audience as Audience
}

async function counted(db: Db, actor: Actor, rows: AudienceRow[]): Promise<Audience[]> {
  const uses = await usesOf(
    db,
    actor,
    rows.map((row) => row.id),
  )
  const audiences: Audience[] = []
  for (const row of rows) {
    const own = uses
      .filter((use) => use.audienceId === row.id)
      .map(({ kind, id, name }) => ({ kind, id, name }))
    audiences.push({ ...row, ...(await countMatching(db, row.rule)), uses: own })
  }
  return audiences
}

interface Value {
  value: string
  label: string
  count: number
}

const PLAIN: Partial<Record<Attribute, string>> = {
  job: 'm.job',
  department: 'm.department',
  site: 'm.site',
  level: 'm.level',
  schoolZone: 'm.school_zone',
  standing: 'm.standing',
  status: 'm.status',
  language: "coalesce(m.language, '')",
  email: "case when m.email is null then 'no' else 'yes' end",
}

/** What a picker offers; days are typed, so they have none. */
export async function attributeValues(
  db: Db,
  actor: Actor,
  attribute: Attribute,
  search: string | undefined,
): Promise<Value[]> {
  allow(canWriteAudiences(actor), 'audience')
  const source = valuesOf(attribute)
  if (!source) return []
  const like = `%${(search ?? '').toLowerCase().replace(/[%_\\]/g, '\\$&')}%`
  return db.rows<Value>(sql`
    select value, label, count(*)::int as count from (${source}) found
    where value <> '' and lower(label) like ${like} group by value, label order by count desc, label limit 200`)
}

function valuesOf(attribute: Attribute): Sql | null {
  if (attribute === 'organization')
    return sql`select o.id::text as value, o.name as label from members m join organizations o on o.id = m.organization_id where m.status <> 'closed'`
  if (attribute === 'interests')
    return sql`select one as value, one as label from members m, unnest(m.interests) one where m.status <> 'closed'`
  const column = PLAIN[attribute]
  return column
    ? sql`select ${raw(column)} as value, ${raw(column)} as label from members m where m.status <> 'closed'`
    : null
}
