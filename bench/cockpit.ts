import { keepMonths } from '#features/cockpit/server/report-months.ts'
import { countCurves } from '#features/insights/server/daily-count.ts'
import { openDatabase } from '#platform/server/db.ts'
import { startChild } from './child.ts'
import { type Community, fillCommunity } from './community.ts'
import { percentile } from './cost.ts'
import { LARGE } from './dataset.ts'
import { get, type LargeWorld, ROUNDS, SECONDS } from './feed.ts'
import { type Call, round, type Round, summary } from './load.ts'
import type { Row } from './report.ts'
import { signedIn, type Stage } from './stage.ts'

const BAR_MS = 100
/** Nothing is asked of the pages around the cockpit but not to keep anybody waiting. */
const AROUND_MS = 1000
const CALLS = 12

export const pageList = ({ spaceId, programmeId, objectiveIds }: Community): [string, string][] => {
  const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
  const community = `/api/communities/${spaceId}`
  const programme = `/api/programmes/${programmeId}`
  const [arrived, active, creators] = objectiveIds
  return [
    ['the community', community],
    ['practices', `${community}/practices`],
    ['measures', `${community}/measures`],
    ['season', `${community}/season`],
    ['plan', `${community}/plan`],
    ['calendar', `${community}/calendar?from=${day(-21)}&to=${day(42)}`],
    ['report of the month', `${community}/report`],
    ['library', `${community}/library?order=adopted`],
    ['curve of arrivals', `${community}/objectives/${arrived}/curve`],
    ['curve of the active', `${community}/objectives/${active}/curve`],
    ['curve of creators', `${community}/objectives/${creators}/curve`],
    ['programme', programme],
    ['board of ambassadors', `${programme}/board`],
    ['follow-up', `${programme}/follow-up`],
    ['missions', `${programme}/missions?view=all`],
    ['gatherings', `${programme}/gatherings`],
    ['turns', `${programme}/turns`],
  ]
}

/** The cockpit of a community of everybody, and the pages around it, as its lead opens them. */
export async function benchCockpit(stage: Stage, { url }: LargeWorld): Promise<Row[]> {
  const started = performance.now()
  const community = await fillCommunity(url, LARGE.members)
  console.log(
    `data: a community of ${LARGE.members}, made in ${Math.round((performance.now() - started) / 1000)} s`,
  )
  await night(url)
  // Started after it: what a page needs is in no memory.
  const server = await startChild('ours.ts', [url, stage.folder])
  const roots = [server.pid, stage.postmaster]
  const headers = { cookie: await signedIn(url, community.keeperId) }
  const cockpit = get(server.url, `/api/communities/${community.spaceId}/cockpit`, headers)
  const rounds: Round[] = []
  for (let at = 0; at < ROUNDS; at++) {
    // One keeper at a time: the bar is about what they wait for.
    const one = await round(() => cockpit, roots, 1, SECONDS)
    if (at > 0) rounds.push(one)
  }
  const own = summary(rounds)
  const around: Row[] = []
  for (const [name, path] of pageList(community))
    around.push(await page(name, get(server.url, path, headers), roots))
  await server.stop()
  return [
    {
      what: 'cockpit of a community of 230,000, p95',
      unit: 'ms',
      ours: own.p95,
      limit: null,
      ratio: own.p95 / BAR_MS,
      mustReach: `under ${BAR_MS} ms`,
      reached: own.p95 < BAR_MS,
      beside: { 'CPU-ms': own.cost, p50: own.p50, p99: own.p99, 'requests/s': own.perSecond },
    },
    ...around,
  ]
}

/** What the jobs of the night leave behind for those who open pages in the morning. */
async function night(url: string): Promise<void> {
  const started = performance.now()
  const database = openDatabase(url, { read: 1, write: 1 })
  await countCurves(database)
  await keepMonths(database)
  await database.close()
  console.log(`curves and months counted in ${Math.round((performance.now() - started) / 1000)} s`)
}

/** A dozen calls, one after another; `first` is the very first of this process, and not among them. */
export async function page(name: string, call: Call, roots: number[]): Promise<Row> {
  const cold = await round(() => call, roots, 1, 0.001)
  const rounds: Round[] = []
  for (let at = 0; at < CALLS; at++) rounds.push(await round(() => call, roots, 1, 0.001))
  const delays = rounds.flatMap((one) => one.delays)
  const p95 = percentile(delays, 0.95)
  return {
    what: `${name} of 230,000, p95`,
    unit: 'ms',
    ours: p95,
    limit: null,
    ratio: p95 / AROUND_MS,
    mustReach: `under ${AROUND_MS} ms`,
    reached: p95 < AROUND_MS,
    beside: { first: cold.delays[0] ?? NaN, p50: percentile(delays, 0.5), 'CPU-ms': summary(rounds).cost },
  }
}
