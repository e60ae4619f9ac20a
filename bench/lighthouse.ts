import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { withPhone } from './chromium.ts'
import { median } from './cost.ts'
import type { Row } from './report.ts'

const TOOLS = new URL('browser-tools/', import.meta.url).pathname
const COMMAND = join(TOOLS, 'node_modules/lighthouse/cli/index.js')
const CATEGORIES = ['performance', 'accessibility', 'best-practices'] as const
const RUNS = Number(process.env.BENCH_LIGHTHOUSE_RUNS ?? 3)
const MUST_REACH = 95

interface Audit {
  title: string
  score: number | null
}
interface Report {
  categories: Record<string, { score: number | null; auditRefs: { id: string; weight: number }[] }>
  audits: Record<string, Audit>
}

const run = promisify(execFile)

async function install(): Promise<void> {
  if (!existsSync(COMMAND)) await run('npm', ['ci', '--no-audit', '--no-fund', '--prefix', TOOLS])
}

/** One audit on a telephone as Lighthouse imagines it: slow processor, slow network, cold cache. */
async function audit(url: URL, cookie: string | null, folder: string): Promise<Report> {
  const path = join(folder, 'lighthouse.json')
  await withPhone(url, cookie, (_phone, port) =>
    run(process.execPath, [
      COMMAND,
      url.href,
      `--port=${port}`,
      '--quiet',
      '--output=json',
      `--output-path=${path}`,
      `--only-categories=${CATEGORIES.join()}`,
      // The profile is new at each run; what is kept is the session.
      '--disable-storage-reset',
    ]),
  )
  return JSON.parse(await readFile(path, 'utf8')) as Report
}

const scoreOf = (report: Report, category: string) =>
  Math.round((report.categories[category]?.score ?? 0) * 100)

/** What costs points, so that a row that falls says why. */
const faults = (report: Report, category: string): string =>
  (report.categories[category]?.auditRefs ?? [])
    .filter(({ id, weight }) => weight > 0 && (report.audits[id]?.score ?? 1) < 0.9)
    .map(({ id }) => id)
    .join(' ')

export async function benchLighthouse(
  what: string,
  url: URL,
  cookie: string | null,
  folder: string,
): Promise<Row[]> {
  await install()
  const reports: Report[] = []
  for (let at = 0; at < RUNS; at++) reports.push(await audit(url, cookie, folder))
  return CATEGORIES.map((category) => {
    const scores = reports.map((report) => scoreOf(report, category))
    const ours = median(scores)
    const last = reports.at(-1)
    return {
      what: `Lighthouse, ${what}, ${category}`,
      unit: 'points',
      ours,
      limit: null,
      ratio: ours / MUST_REACH,
      mustReach: `at least ${MUST_REACH}`,
      reached: ours >= MUST_REACH,
      beside: {
        runs: scores.join(' '),
        ...(last ? { 'below 90': faults(last, category) || 'nothing' } : {}),
      },
    }
  })
}
