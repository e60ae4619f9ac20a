import type { Actor } from '#platform/server/actor.ts'
import { audit } from '#platform/server/audit.ts'
import { type Database, sql, type Trx } from '#platform/server/db.ts'
import { tell } from '#platform/server/emit.ts'
import { conflict } from '#platform/server/errors.ts'
import type { Counts, Progress } from '../contract.ts'
import { writePlan } from './apply.ts'
import { type DirectoryMark, markDirectory } from './directory-mark.ts'
import { countPlan, makePlan } from './plan.ts'
import { fillCells, type OnProgress, type SourceFile, stageFile, type Staged } from './stage-file.ts'
import { type Staging, stagingOf } from './staging.ts'

/** The import was discarded, or started again with another mapping, while this process worked on it. */
export class Overtaken extends Error {}

export type Reading = SourceFile & {
  id: string
  round: number
  outside: Record<string, boolean>
}

/** From the file to its comparison with the directory, in one transaction: all of it is there, or nothing is. */
export async function readImport(
  database: Database,
  reading: Reading,
  onProgress: OnProgress,
): Promise<Staged & { counts: Counts | null }> {
  const staging = stagingOf(reading.id)
  return database.transaction(async (trx) => {
    const staged = await stageFile(trx, staging, reading, onProgress)
    if (staged.missing.length > 0) {
      await settle(trx, reading, { state: 'columns', staged, counts: null, mark: null })
      return { ...staged, counts: null }
    }
    onProgress({ phase: 'comparing', lines: staged.lines, share: null })
    const mark = await markDirectory(trx)
    await makePlan(trx, staging, reading.outside)
    const counts = await countPlan(trx, staging, staged.blank)
    await fillCells(trx, staging, reading.path, await linesWithoutCells(trx, staging))
    await settle(trx, reading, { state: 'ready', staged, counts, mark })
    return { ...staged, counts }
  })
}

type Settled = {
  state: 'columns' | 'ready'
  staged: Staged
  counts: Counts | null
  mark: DirectoryMark | null
}

async function settle(trx: Trx, reading: Reading, { state, staged, counts, mark }: Settled): Promise<void> {
  const { id, round, outside } = reading
  const { lines, people } = staged
  const told = counts && { ...counts, lines, people, mark, outside }
  const kept = await trx.run(sql`
    update imports set state = ${state}, columns = ${JSON.stringify(staged.columns)}::jsonb,
      format = ${staged.format ? JSON.stringify(staged.format) : null}::jsonb,
      counts = ${told ? JSON.stringify(told) : null}::jsonb, progress = null, problem = null
    where id = ${id} and state = 'reading' and round = ${round}`)
  if (kept === 0) throw new Overtaken()
}

async function linesWithoutCells(trx: Trx, { lines, plan }: Staging): Promise<number[]> {
  const rows = await trx.rows<{ line: number }>(sql`
    select p.line from ${plan} p join ${lines} l on l.line = p.line where p.verdict = 'rejected' and l.cells is null order by 1`)
  return rows.map(({ line }) => line)
}

/** Writes the import; the second time, and the following, it is already written. */
export async function applyImport(
  database: Database,
  { id, actor, path }: { id: string; actor: Actor | null; path: string | null },
  onProgress: OnProgress,
): Promise<Counts | null> {
  return database.transaction(async (trx) => {
    const staging = stagingOf(id)
    const row = await trx.row<{
      state: string
      outside: Record<string, boolean>
      counts: Counts & { lines: number; mark?: DirectoryMark; outside: Record<string, boolean> }
    }>(sql`select state, outside, counts from imports where id = ${id}`)
    if (row?.state !== 'applying') return null
    await refuseLost(trx, staging, row.counts.lines - row.counts.blank)
    onProgress({ phase: 'writing', lines: row.counts.lines, share: null })
    const { lines: _lines, mark, outside, ...shown } = row.counts
    const counts = await writePlan(trx, staging, row.outside, { counts: shown, mark, outside })
    if (path) await fillCells(trx, staging, path, await linesWithoutCells(trx, staging))
    const kept = await trx.run(sql`
      update imports set state = 'applied', applied_at = now(), progress = null, problem = null,
        counts = counts || ${JSON.stringify(counts)}::jsonb
      where id = ${id} and state = 'applying'`)
    if (kept === 0) throw new Overtaken()
    const { create, update, unchanged, absent, rejected } = counts
    await audit(
      trx,
      actor,
      'import.applied',
      { kind: 'import', id },
      { create, update, unchanged, absent, rejected },
    )
    return counts
  })
}

/** Staged lines do not survive a crash of the database: what is not all there is not written. */
async function refuseLost(trx: Trx, { lines }: Staging, expected: number): Promise<void> {
  const row = await trx.row<{ count: number }>(sql`select count(*)::int as count from ${lines}`)
  if (row?.count !== expected) throw conflict('import.read_again')
}

const BEAT_MS = 700
const SILENT_BEATS = 7

/** Tells how far the work is, now and then, beside its transaction; and that somebody still works on it. */
export async function beating<T>(
  database: Database,
  { id, memberId }: { id: string; memberId: string | null },
  work: (onProgress: OnProgress) => Promise<T>,
): Promise<T> {
  let latest: Progress | null = null
  let told = ''
  let silent = 0
  const beats: { last: Promise<void> | null } = { last: null }
  const beat = async () => {
    const progress = latest && JSON.stringify(latest)
    if (progress === told && silent++ < SILENT_BEATS) return
    told = progress ?? ''
    silent = 0
    await database.transaction(async (trx) => {
      await trx.run(sql`
        update imports set progress = ${progress}::jsonb, beat_at = now() where id = ${id} and state in ('reading', 'applying')`)
      if (memberId) tell(trx, [memberId], 'import', { importId: id })
    })
  }
  const timer = setInterval(() => {
    // A beat that is missed is no failure: the next one tells more.
    beats.last ??= beat()
      .catch(() => {})
      .finally(() => (beats.last = null))
  }, BEAT_MS)
  try {
    return await work((progress) => (latest = progress))
  } finally {
    clearInterval(timer)
    await beats.last
    if (memberId) await database.transaction(async (trx) => tell(trx, [memberId], 'import', { importId: id }))
  }
}
