import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { benchCockpit } from './cockpit.ts'
import { fill, LARGE } from './dataset.ts'
import { benchFeed } from './feed.ts'
import { benchFirstLoad } from './first-load.ts'
import { benchImport } from './import-230k.ts'
import { benchLive } from './live.ts'
import { benchPublish } from './publish.ts'
import { printTable, type Row } from './report.ts'
import { openStage, type Stage } from './stage.ts'

/** `npm run bench`, or `npm run bench -- feed publish` for some of: web feed publish live cockpit import. */
const wanted = process.argv.slice(2)
const chosen = (name: string) => wanted.length === 0 || wanted.includes(name)

const rows: Row[] = []

async function onStage(work: (stage: Stage) => Promise<Row[]>): Promise<void> {
  const stage = await openStage()
  try {
    rows.push(...(await work(stage)))
  } finally {
    await stage.close()
  }
}

async function largeNetwork(stage: Stage): Promise<Row[]> {
  const started = performance.now()
  const url = await stage.database('large')
  const world = { url, data: await fill(url, LARGE) }
  const seconds = Math.round((performance.now() - started) / 1000)
  console.log(
    `data: ${LARGE.members} members, ${LARGE.spaces} spaces, ${LARGE.posts} posts, made in ${seconds} s`,
  )
  const own: Row[] = []
  if (chosen('feed')) own.push(...(await benchFeed(stage, world)))
  if (chosen('publish')) own.push(...(await benchPublish(stage, world)))
  if (chosen('live')) own.push(...(await benchLive(stage, world)))
  if (chosen('cockpit')) own.push(...(await benchCockpit(stage, world)))
  return own
}

if (chosen('web')) await onStage(benchFirstLoad)
if (['feed', 'publish', 'live', 'cockpit'].some(chosen)) await onStage(largeNetwork)
if (chosen('import')) await onStage(benchImport)

const RESULTS = new URL('results.json', import.meta.url)
const machine = {
  cores: cpus().length,
  model: cpus()[0]?.model ?? '',
  memoryGiB: Math.round(totalmem() / 2 ** 30),
  node: process.version,
}

/** Rows measured now replace their own earlier ones; those not asked for keep the day of theirs. */
function merged(): (Row & { at: string })[] {
  const at = new Date().toISOString()
  const before = existsSync(RESULTS)
    ? (JSON.parse(readFileSync(RESULTS, 'utf8')) as { at: string; rows: (Row & { at?: string })[] })
    : { at, rows: [] }
  const kept = before.rows.filter((row) => !rows.some((own) => own.what === row.what))
  return [...rows.map((row) => ({ ...row, at })), ...kept.map((row) => ({ ...row, at: row.at ?? before.at }))]
}

writeFileSync(RESULTS, `${JSON.stringify({ machine, rows: merged() }, null, 2)}\n`)
printTable(rows)
