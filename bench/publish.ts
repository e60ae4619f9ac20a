import { v7 as uuid7 } from 'uuid'
import { startChild } from './child.ts'
import { type LargeWorld, ROUNDS, SECONDS } from './feed.ts'
import { round, type Round, summary } from './load.ts'
import type { Row } from './report.ts'
import { signedIn, type Stage } from './stage.ts'

const text = 'La butée de la ligne 2 se règle à froid, une carte de cantine entre le guide et la cale.'
const body = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] }

/** A post in the space where everybody sits: a transaction that inserts the same rows, on a bare route, is the limit. */
export async function benchPublish(stage: Stage, { url, data }: LargeWorld): Promise<Row[]> {
  const ours = await startChild('ours.ts', [url, stage.folder])
  const floor = await startChild('floor-http.ts', [url, data.readerId])
  const cookie = await signedIn(url, data.authorId)
  const json = { 'content-type': 'application/json' }
  const publish = () => ({
    method: 'PUT',
    url: new URL(`/api/posts/${uuid7()}`, ours.url),
    headers: { ...json, cookie },
    body: JSON.stringify({ spaceId: data.everybodyId, kind: 'message', title: '', body }),
  })
  const bare = () => ({
    method: 'PUT',
    url: new URL('/publish', floor.url),
    headers: json,
    body: JSON.stringify({ id: uuid7(), spaceId: data.everybodyId, authorId: data.authorId, body, text }),
  })
  const mine: Round[] = []
  const limits: Round[] = []
  for (let at = 0; at < ROUNDS; at++) {
    const one = await round(publish, [ours.pid, stage.postmaster], 4, SECONDS)
    const other = await round(bare, [floor.pid, stage.postmaster], 4, SECONDS)
    if (at > 0) {
      mine.push(one)
      limits.push(other)
    }
  }
  await Promise.all([ours.stop(), floor.stop()])
  const [own, limit] = [summary(mine), summary(limits)]
  return [
    {
      what: 'publish in a space of 230,000',
      unit: 'CPU-ms',
      ours: own.cost,
      limit: limit.cost,
      ratio: own.cost / limit.cost,
      mustReach: 'at most 2',
      reached: own.cost <= limit.cost * 2,
      beside: {
        'posts/s': own.perSecond,
        p50: own.p50,
        p95: own.p95,
        p99: own.p99,
        'limit posts/s': limit.perSecond,
      },
    },
  ]
}
