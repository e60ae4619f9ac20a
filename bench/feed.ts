import { deepStrictEqual } from 'node:assert'
import { startChild } from './child.ts'
import { type Data, fill, SMALL } from './dataset.ts'
import { type Call, round, type Round, summary } from './load.ts'
import type { Row } from './report.ts'
import { signedIn, type Stage } from './stage.ts'

export const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 6)
export const SECONDS = Number(process.env.BENCH_SECONDS ?? 3)

export interface LargeWorld {
  url: string
  data: Data
}

interface Side {
  call: Call
  roots: number[]
  rounds: Round[]
}

export const get = (url: URL, path: string, headers: Record<string, string> = {}): Call => ({
  method: 'GET',
  url: new URL(path, url),
  headers,
})

async function bytesOf(call: Call): Promise<unknown> {
  const reply = await fetch(call.url, { headers: call.headers })
  if (!reply.ok) throw new Error(`${call.url.pathname} answered ${reply.status}`)
  return reply.json()
}

/** Home feed, first page: ours and the bare route in turn, at two sizes of network. */
export async function benchFeed(stage: Stage, large: LargeWorld): Promise<Row[]> {
  const smallUrl = await stage.database('small')
  const smallData = await fill(smallUrl, SMALL)
  const children = await Promise.all([
    startChild('ours.ts', [large.url, stage.folder]),
    startChild('floor-http.ts', [large.url, large.data.readerId]),
    startChild('ours.ts', [smallUrl, stage.folder]),
  ])
  const [ours, floor, small] = children
  const sides: Record<'ours' | 'floor' | 'small', Side> = {
    ours: {
      call: get(ours.url, '/api/posts', { cookie: await signedIn(large.url, large.data.readerId) }),
      roots: [ours.pid, stage.postmaster],
      rounds: [],
    },
    floor: { call: get(floor.url, '/feed'), roots: [floor.pid, stage.postmaster], rounds: [] },
    small: {
      call: get(small.url, '/api/posts', { cookie: await signedIn(smallUrl, smallData.readerId) }),
      roots: [small.pid, stage.postmaster],
      rounds: [],
    },
  }
  // The limit sends what ours sends, or it limits nothing.
  deepStrictEqual(await bytesOf(sides.ours.call), await bytesOf(sides.floor.call))
  for (let at = 0; at < ROUNDS; at++)
    for (const side of Object.values(sides)) {
      const one = await round(() => side.call, side.roots, 4, SECONDS)
      if (at > 0) side.rounds.push(one)
    }
  await Promise.all(children.map((child) => child.stop()))
  const [mine, limit, little] = [
    summary(sides.ours.rounds),
    summary(sides.floor.rounds),
    summary(sides.small.rounds),
  ]
  const beside = {
    'requests/s': mine.perSecond,
    p50: mine.p50,
    p95: mine.p95,
    p99: mine.p99,
    'limit requests/s': limit.perSecond,
    'limit p99': limit.p99,
  }
  return [
    {
      what: 'home feed',
      unit: 'CPU-ms',
      ours: mine.cost,
      limit: limit.cost,
      ratio: mine.cost / limit.cost,
      mustReach: 'at most 2',
      reached: mine.cost <= limit.cost * 2,
      beside,
    },
    {
      what: 'home feed, growth from 2,000 to 230,000 members',
      unit: 'CPU-ms',
      ours: mine.cost,
      limit: little.cost,
      ratio: mine.cost / little.cost,
      mustReach: 'at most 1.3',
      reached: mine.cost <= little.cost * 1.3,
    },
  ]
}
