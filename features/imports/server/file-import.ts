import { v7 as uuid7 } from 'uuid'
import type { Language } from '#platform/contract/schema.ts'
import { type Database, insertOnce, sql } from '#platform/server/db.ts'
import type { Column, Counts, FoundOrganization, SaidLine } from '../contract.ts'
import type { FieldName } from '../rules/person.ts'
import { allRejected, warningsPage } from './line-queries.ts'
import { organizationsOf, stagingWithLines } from './queries.ts'
import type { OnProgress } from './stage-file.ts'
import { closeStaging, stagingOf } from './staging.ts'
import { applyImport, beating, readImport } from './steps.ts'

export type FileImport = {
  path: string
  name: string
  apply: boolean
  named: readonly (readonly [FieldName, string])[]
  /** Organisations said to be from outside or not, by name in lower case. */
  outside: Record<string, boolean>
}

export type FileOutcome = {
  columns: Column[]
  /** Not empty: no column feeds these fields, and nothing could be compared. */
  missing: FieldName[]
  counts: Counts | null
  applied: boolean
  rejected: SaidLine[]
  warnings: SaidLine[]
  organizations: FoundOrganization[]
}

/** A file on this machine, from its first line to the directory; for the command line, where nobody waits on a screen. */
export async function importFile(
  database: Database,
  file: FileImport,
  language: Language,
  onProgress: OnProgress,
): Promise<FileOutcome> {
  const id = uuid7()
  const name = file.name.slice(-200)
  await database.transaction((trx) =>
    insertOnce(trx, 'imports', { id, file_name: name, outside: JSON.stringify(file.outside) }),
  )
  let applied = false
  try {
    return await beating(database, { id, memberId: null }, async (tell) => {
      const report: OnProgress = (progress) => {
        tell(progress)
        onProgress(progress)
      }
      const { path, named, outside } = file
      const read = await readImport(database, { id, path, round: 1, mapping: null, named, outside }, report)
      const none = { counts: null, applied, rejected: [], warnings: [], organizations: [] }
      if (read.missing.length > 0) return { ...none, columns: read.columns, missing: read.missing }
      const organizations = await organizationsOf(database.db, id)
      let counts = read.counts
      if (file.apply) {
        await database.transaction((trx) =>
          trx.run(sql`update imports set state = 'applying' where id = ${id}`),
        )
        counts = await applyImport(database, { id, actor: null, path: null }, report)
        applied = true
      }
      const told = {
        rejected: await rejectedOf(database, id, language),
        warnings: await warningsOf(database, id, language),
      }
      return { columns: read.columns, missing: [], counts, applied, organizations, ...told }
    })
  } finally {
    await forget(database, id, applied)
  }
}

async function rejectedOf(database: Database, id: string, language: Language): Promise<SaidLine[]> {
  const found: SaidLine[] = []
  const staging = await stagingWithLines(database.db, id)
  for await (const { line, problems } of allRejected(database.db, staging, language))
    found.push({ line, problems })
  return found
}

async function warningsOf(database: Database, id: string, language: Language): Promise<SaidLine[]> {
  const found: SaidLine[] = []
  let cursor: string | null = null
  do {
    const page: Awaited<ReturnType<typeof warningsPage>> = await warningsPage(
      database.db,
      id,
      { limit: 500, ...(cursor ? { cursor } : {}) },
      language,
    )
    found.push(...page.items)
    cursor = page.next
  } while (cursor)
  return found
}

/** Nobody comes back to the lines of a command: only what was written stays in the history. */
async function forget(database: Database, id: string, applied: boolean): Promise<void> {
  await database.transaction(async (trx) => {
    await closeStaging(trx, stagingOf(id))
    if (applied) await trx.run(sql`update imports set columns = '[]' where id = ${id}`)
    else await trx.run(sql`delete from imports where id = ${id}`)
  })
}
