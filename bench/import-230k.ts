import { execFile } from 'node:child_process'
import { createReadStream, createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { cpuSeconds, median } from './cost.ts'
import { writeExport } from './import-file.ts'
import type { Row } from './report.ts'
import type { Stage } from './stage.ts'

const LINES = 230_000
const ROUNDS = 3
const ONCE = new URL('import-once.ts', import.meta.url).pathname
const TABLES = ['bare', 'indexed'] as const

interface Once {
  total: number
  /** Seconds of processor: this process's here, PostgreSQL's added to it below. */
  cpu: number
  phases: Record<string, number>
  peak: number
  counts: { create: number; unchanged: number }
}

/** An HR export of 230,000 lines, from the file to the committed rows; PostgreSQL's COPY of the same rows is the limit. */
export async function benchImport(stage: Pick<Stage, 'database' | 'folder' | 'postmaster'>): Promise<Row[]> {
  const path = join(stage.folder, 'export.csv')
  const rowsPath = join(stage.folder, 'members.copy')
  await writeExport(path, LINES)
  const url = await stage.database('import')
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const mine: Once[] = []
    const copies = { bare: [] as Timed[], indexed: [] as Timed[] }
    for (let at = 0; at <= ROUNDS; at++) {
      await empty(client)
      const once = await importOnce(stage.postmaster, url, path)
      if (once.counts.create !== LINES) throw new Error(`${once.counts.create} people created`)
      if (at === 0) await saveRows(client, rowsPath)
      const times = {
        bare: await copyInto(stage.postmaster, client, 'bare', rowsPath),
        indexed: await copyInto(stage.postmaster, client, 'indexed', rowsPath),
      }
      // The first round warms the machine up.
      if (at === 0) continue
      mine.push(once)
      for (const table of TABLES) copies[table].push(times[table])
    }
    const again = await importOnce(stage.postmaster, url, path)
    if (again.counts.unchanged !== LINES) throw new Error(`${again.counts.unchanged} people unchanged`)
    return [rowOf(mine, copies, again)]
  } finally {
    await client.end()
  }
}

type Timed = Pick<Once, 'total' | 'cpu'>

/** What counts is the processor's time, ours and PostgreSQL's: a clock also measures the neighbours. */
function rowOf(mine: Once[], copies: Record<'bare' | 'indexed', Timed[]>, again: Once): Row {
  const seconds = (runs: Timed[]) => median(runs.map(({ total }) => total)) / 1000
  const cost = (runs: Timed[]) => median(runs.map(({ cpu }) => cpu))
  const phase = (name: string) => median(mine.map((one) => one.phases[name] ?? NaN)) / 1000
  const [ours, limit] = [cost(mine), cost(copies.bare)]
  return {
    what: 'import of 230,000 lines',
    unit: 'CPU-s',
    ours,
    limit,
    ratio: ours / limit,
    mustReach: 'at most 15',
    reached: ours <= limit * 15,
    beside: {
      'clock (s)': seconds(mine),
      'clock of COPY (s)': seconds(copies.bare),
      'ratio of clocks': seconds(mine) / seconds(copies.bare),
      'read and stage (s)': phase('reading'),
      'compare (s)': phase('comparing'),
      'write (s)': phase('writing'),
      'the same file once more, nothing to change (s)': again.total / 1000,
      'COPY into a table with the indexes of members (s)': seconds(copies.indexed),
      'peak memory (MB)': Math.max(...mine.map((one) => one.peak)),
    },
  }
}

const empty = (client: pg.Client) => client.query('truncate members, organizations, imports cascade')

async function importOnce(postmaster: number, url: string, path: string): Promise<Once> {
  const before = cpuSeconds([postmaster])
  const { stdout } = await promisify(execFile)(process.execPath, [ONCE, url, path])
  const once = JSON.parse(stdout.split('\n').at(-2) ?? '') as Once
  return { ...once, cpu: once.cpu + cpuSeconds([postmaster]) - before }
}

const COLUMNS =
  'id, organization_id, staff_number, email, given_name, family_name, phone, job, department, site, level, school_zone, interests, manager_id, hired_on, left_on, language'

/** The rows that the import wrote, beside two tables to copy them into: without and with the indexes of members. */
async function saveRows(client: pg.Client, path: string): Promise<void> {
  await pipeline(client.query(copyTo(`copy members (${COLUMNS}) to stdout`)), createWriteStream(path))
  await client.query('create table bare (like members including defaults including generated)')
  await client.query('create table indexed (like members including all)')
}

async function copyInto(postmaster: number, client: pg.Client, table: string, path: string): Promise<Timed> {
  await client.query(`truncate ${table}`)
  const own = process.cpuUsage()
  const before = cpuSeconds([postmaster])
  const started = performance.now()
  await pipeline(createReadStream(path), client.query(copyFrom(`copy ${table} (${COLUMNS}) from stdin`)))
  const { user, system } = process.cpuUsage(own)
  return {
    total: performance.now() - started,
    cpu: (user + system) / 1e6 + cpuSeconds([postmaster]) - before,
  }
}
