import { type Db, empty, sql, type Sql } from '#platform/server/db.ts'
import { notFound } from '#platform/server/errors.ts'
import { pageOf, readCursor, writeCursor } from '#platform/server/page.ts'
import { words } from '#platform/server/words.ts'
import type { Language } from '#platform/contract/schema.ts'
import type { Column, FoundOrganization, Import, ImportState, Progress } from '../contract.ts'
import { missingFields } from '../rules/columns.ts'
import { soundsOutside } from '../rules/outside.ts'
import type { Staging } from './staging.ts'
import { stagingOf } from './staging.ts'

/** A process that has said nothing for so long is no more. */
const SILENCE = sql`interval '30 seconds'`

export interface ImportRow {
  id: string
  fileName: string
  storageKey: string | null
  state: ImportState
  round: number
  mapping: Column['field'][] | null
  format: { kind: 'csv' | 'xlsx'; delimiter: string } | null
  columns: Column[]
  outside: Record<string, boolean>
  counts: (NonNullable<Import['counts']> & { lines: number }) | null
  progress: Progress | null
  problem: string | null
  createdAt: string
  createdById: string | null
  createdBy: string | null
  appliedBy: string | null
  appliedAt: string | null
  detailed: boolean
}

const COLUMNS = sql`i.id, i.file_name as "fileName", i.storage_key as "storageKey", i.round, i.mapping, i.format, i.columns, i.outside,
  i.counts, i.progress, i.problem, i.created_at as "createdAt", i.applied_at as "appliedAt", i.created_by as "createdById",
  i.applied_by as "appliedBy", b.given_name || ' ' || b.family_name as "createdBy",
  case when i.state in ('reading', 'applying') and i.beat_at < now() - ${SILENCE} then 'interrupted' else i.state end as state,
  i.state not in ('reading', 'applying') and to_regclass('staging.plan_' || replace(i.id::text, '-', '')) is not null as detailed`
const TABLES = sql`imports i left join members b on b.id = i.created_by`

export async function findRow(db: Db, id: string): Promise<ImportRow> {
  const row = await db.row<ImportRow>(sql`select ${COLUMNS} from ${TABLES} where i.id = ${id}`)
  if (!row) throw notFound('import.not_found')
  return row
}

export function importOf(row: ImportRow, language: Language): Import {
  const { id, fileName, state, columns, progress, detailed, createdAt, createdBy, appliedAt } = row
  const counts = row.counts && pick(row.counts)
  const missing = columns.length > 0 ? missingFields(columns.map(({ field }) => field)) : []
  const problem = row.problem && words(language)(`imports.problem.${row.problem.replaceAll('.', '_')}`)
  return {
    id,
    fileName,
    state,
    columns,
    missing,
    counts,
    progress,
    problem,
    detailed,
    createdAt,
    createdBy,
    appliedAt,
  }
}

const pick = ({
  create,
  update,
  unchanged,
  absent,
  rejected,
  warnings,
  blank,
  left,
}: NonNullable<ImportRow['counts']>) => ({
  create,
  update,
  unchanged,
  absent,
  rejected,
  warnings,
  blank,
  left,
})

export const findImport = async (db: Db, id: string, language: Language): Promise<Import> =>
  importOf(await findRow(db, id), language)

export async function importsPage(db: Db, query: { cursor?: string; limit?: number }, language: Language) {
  const limit = query.limit ?? 20
  const after = readCursor(query.cursor, 2)
  const rows = await db.rows<ImportRow>(sql`
    select ${COLUMNS} from ${TABLES} where i.state <> 'discarded'
    ${after ? sql`and (i.created_at, i.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : empty}
    order by i.created_at desc, i.id desc limit ${limit + 1}`)
  const page = pageOf(rows, limit, (row) => writeCursor(row.createdAt, row.id))
  return { items: page.items.map((row) => importOf(row, language)), next: page.next }
}

/** The tables of an import whose lines are still here. */
export async function stagingWithLines(db: Db, id: string): Promise<Staging & { row: ImportRow }> {
  const row = await findRow(db, id)
  if (!row.detailed) throw notFound('import.lines_gone')
  return { ...stagingOf(id), row }
}

export async function organizationsOf(db: Db, id: string): Promise<FoundOrganization[]> {
  const { lines, row } = await stagingWithLines(db, id)
  const found = await db.rows<Omit<FoundOrganization, 'outside'> & { outside: boolean | null }>(sql`
    select coalesce(o.name, l.name) as name, l.people, o.id is null as "isNew", o.outside
    from (select min(organization) as name, count(*)::int as people from ${lines}
      where problems is null and organization is not null group by lower(organization)) l
    left join organizations o on lower(o.name) = lower(l.name) order by l.people desc, 1 limit 500`)
  return found.map((one) => ({
    ...one,
    outside: one.outside ?? row.outside[one.name.toLowerCase()] ?? soundsOutside(one.name),
  }))
}

export const afterLine = (column: Sql, cursor: string | undefined): Sql => {
  const after = readCursor(cursor, 1)
  return after ? sql`and ${column} > ${after[0]}::int` : empty
}
