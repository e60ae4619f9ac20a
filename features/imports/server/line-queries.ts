import type { Language } from '#platform/contract/schema.ts'
import { type Db, empty, raw, sql } from '#platform/server/db.ts'
import { pageOf, readCursor, writeCursor } from '#platform/server/page.ts'
import { words } from '#platform/server/words.ts'
import type { AbsentPerson, ChangedPerson, SaidLine } from '../contract.ts'
import type { FieldName } from '../rules/person.ts'
import { type Problem, type ProblemCode, shown, wording } from '../rules/problem.ts'
import { isAbsent } from './plan.ts'
import { afterLine, stagingWithLines } from './queries.ts'
import type { Staging } from './staging.ts'

type PageAsked = { cursor?: string; limit?: number }

/** What is wrong with a line, in the reader's language. */
export function said(problem: Problem, language: Language): SaidLine['problems'][number] {
  const text = words(language)
  const { key, values } = wording(problem, problem.field ? text(`imports.field.${problem.field}`) : '')
  const { field, code, value = null } = problem
  return { field, code, message: text(`imports.${key}`, values), value }
}

type JudgedRow = {
  line: number
  problems: Problem[] | null
  code: ProblemCode | null
  firstLine: number | null
  email: string | null
  staffNumber: string | null
}

/** The problems of a line: those of its reading, else the one that the comparison found. */
function problemsOf({ line, problems, code, firstLine, email, staffNumber }: JudgedRow): Problem[] {
  if (problems) return problems
  if (!code) return []
  if (code === 'email.taken') return [{ line, field: 'email', code, value: email ?? '' }]
  return [
    {
      line,
      field: 'staffNumber',
      code,
      value: staffNumber ?? '',
      ...(firstLine ? { otherLine: firstLine } : {}),
    },
  ]
}

const JUDGED = sql`p.line, l.problems, p.problem as code, p.first_line as "firstLine", l.email as email, l.staff_number as "staffNumber"`

export async function rejectedPage(db: Db, id: string, query: PageAsked, language: Language) {
  const staging = await stagingWithLines(db, id)
  const rows = await rejectedRows(db, staging, query.cursor, (query.limit ?? 30) + 1)
  const page = pageOf(rows, query.limit ?? 30, (row) => writeCursor(row.line))
  const items = page.items.map((row): SaidLine => ({
    line: row.line,
    problems: problemsOf(row).map((problem) => said(problem, language)),
  }))
  return { items, next: page.next }
}

const rejectedRows = (db: Db, { lines, plan }: Staging, cursor: string | undefined, limit: number) =>
  db.rows<JudgedRow & { cells: string[] | null }>(sql`
    select ${JUDGED}, l.cells from ${plan} p join ${lines} l on l.line = p.line
    where p.verdict = 'rejected' ${afterLine(sql`p.line`, cursor)} order by p.line limit ${limit}`)

const BATCH = 500

/** Every rejected line with its cells, a batch at a time. */
export async function* allRejected(db: Db, staging: Staging, language: Language) {
  for (let cursor: string | undefined; ;) {
    const rows = await rejectedRows(db, staging, cursor, BATCH)
    for (const row of rows)
      yield {
        line: row.line,
        cells: row.cells ?? [],
        problems: problemsOf(row).map((problem) => said(problem, language)),
      }
    const last = rows.at(-1)
    if (!last || rows.length < BATCH) return
    cursor = writeCursor(last.line)
  }
}

type NotedRow = {
  line: number
  warnings: Problem[] | null
  notes: ProblemCode[]
  name: string
  organization: string | null
  leftOn: string | null
  managerRef: string | null
}

function warningsOf({ line, warnings, notes, name, organization, leftOn, managerRef }: NotedRow): Problem[] {
  const noted = notes.map((code): Problem => {
    if (code === 'left_on.past') return { line, field: 'leftOn', code, value: leftOn ?? '' }
    if (code === 'organization.kept')
      return { line, field: 'organization', code, value: shown(organization ?? '') }
    if (code === 'manager.unknown') return { line, field: 'manager', code, value: shown(managerRef ?? '') }
    return { line, field: null, code, value: shown(name) }
  })
  return [...(warnings ?? []), ...noted]
}

export async function warningsPage(db: Db, id: string, query: PageAsked, language: Language) {
  const { lines, plan } = await stagingWithLines(db, id)
  const limit = query.limit ?? 30
  const rows = await db.rows<NotedRow>(sql`
    select p.line, case when p.read_with_warnings then l.warnings end as warnings, p.notes, l.given_name || ' ' || l.family_name as name,
      l.organization, l.left_on as "leftOn", l.manager_ref as "managerRef"
    from ${plan} p join ${lines} l on l.line = p.line
    where (p.read_with_warnings or p.notes <> '{}') ${afterLine(sql`p.line`, query.cursor)} order by p.line limit ${limit + 1}`)
  const page = pageOf(rows, limit, (row) => writeCursor(row.line))
  const items = page.items.map((row): SaidLine => ({
    line: row.line,
    problems: warningsOf(row).map((problem) => said(problem, language)),
  }))
  return { items, next: page.next }
}

/** What the directory holds and what the file says, field by field. */
const SHOWN: Record<
  Exclude<FieldName, 'fullName' | 'fullNameFamilyFirst' | 'managerEmail'>,
  [string, string]
> = {
  staffNumber: ['m.staff_number', 'l.staff_number'],
  familyName: ['m.family_name', 'l.family_name'],
  givenName: ['m.given_name', 'l.given_name'],
  email: ['m.email::text', 'l.email'],
  phone: ['m.phone', 'l.phone'],
  organization: ['(select o.name from organizations o where o.id = m.organization_id)', 'l.organization'],
  site: ['m.site', 'l.site'],
  schoolZone: ['m.school_zone', 'l.school_zone'],
  department: ['m.department', 'l.department'],
  job: ['m.job', 'l.job'],
  level: ['m.level', 'l.level'],
  manager: [
    "(select b.given_name || ' ' || b.family_name from members b where b.id = m.manager_id)",
    'l.manager_ref',
  ],
  hiredOn: ['m.hired_on::text', 'l.hired_on::text'],
  leftOn: ['m.left_on::text', 'l.left_on::text'],
  interests: ["array_to_string(m.interests, ', ')", "array_to_string(l.interests, ', ')"],
  language: ['m.language', 'l.language'],
}
const pairs = Object.entries(SHOWN).map(
  ([field, [from, to]]) => `'${field}', jsonb_build_array(${from}, ${to})`,
)
const VALUES = raw(`jsonb_build_object(${pairs.join(', ')})`)

type ChangedRow = Omit<ChangedPerson, 'changes'> & {
  changed: FieldName[]
  values: Record<string, [string | null, string | null]>
}

export async function changesPage(
  db: Db,
  id: string,
  query: PageAsked & { kind: 'create' | 'update' },
): Promise<{ items: ChangedPerson[]; next: string | null }> {
  const { lines, plan, row: owner } = await stagingWithLines(db, id)
  const limit = query.limit ?? 30
  // Once written, the directory holds what the file said: what it held before is not kept.
  const before = owner.state === 'applied' ? sql`null` : VALUES
  const rows = await db.rows<ChangedRow>(sql`
    select p.line, p.member_id as "memberId", l.given_name as "givenName", l.family_name as "familyName",
      coalesce(l.staff_number, m.staff_number) as "staffNumber", coalesce(l.email, m.email::text) as email,
      coalesce(l.job, m.job, '') as job, coalesce(l.site, m.site, '') as site, p.changed,
      case when m.id is null then null else ${before}::jsonb end as values
    from ${plan} p join ${lines} l on l.line = p.line left join members m on m.id = p.member_id
    where p.verdict = ${query.kind} ${afterLine(sql`p.line`, query.cursor)} order by p.line limit ${limit + 1}`)
  const page = pageOf(rows, limit, (row) => writeCursor(row.line))
  return {
    items: page.items.map(({ changed, values, ...person }) => ({
      ...person,
      changes: changed.map((field) => {
        const [from, to] = values?.[field] ?? [null, null]
        return { field, from: from ?? '', to: to ?? '' }
      }),
    })),
    next: page.next,
  }
}

type AbsentRow = AbsentPerson & { family: string; given: string }

export async function absentPage(
  db: Db,
  id: string,
  query: PageAsked,
): Promise<{ items: AbsentPerson[]; next: string | null }> {
  const { plan } = await stagingWithLines(db, id)
  const limit = query.limit ?? 30
  const after = readCursor(query.cursor, 3)
  const rows = await db.rows<AbsentRow>(sql`
    select m.id, m.given_name as "givenName", m.family_name as "familyName", m.staff_number as "staffNumber",
      m.email::text as email, o.name as "organizationName", m.job, m.site,
      plain(m.family_name) as family, plain(m.given_name) as given
    from members m join organizations o on o.id = m.organization_id
    where ${isAbsent(plan)}
    ${after ? sql`and (plain(m.family_name), plain(m.given_name), m.id) > (${after[0]}, ${after[1]}, ${after[2]}::uuid)` : empty}
    order by plain(m.family_name), plain(m.given_name), m.id limit ${limit + 1}`)
  const page = pageOf(rows, limit, (row) => writeCursor(row.family, row.given, row.id))
  return { items: page.items.map(({ family: _family, given: _given, ...person }) => person), next: page.next }
}
