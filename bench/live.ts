import { v7 as uuid7 } from 'uuid'
import { WebSocket } from 'ws'
import { startChild } from './child.ts'
import { cpuSeconds, median, percentile } from './cost.ts'
import { type LargeWorld, ROUNDS } from './feed.ts'
import type { Row } from './report.ts'
import { signedIn, type Stage } from './stage.ts'

const SOCKETS = 2000
const POSTS = 15

interface Crowd {
  sockets: WebSocket[]
  /** Resolves when every socket has heard `count` messages more; the delays since `start`. */
  hear(count: number, start: () => number): Promise<number[]>
}

async function gather(url: URL, headers: Record<string, string>, hello: string | null): Promise<Crowd> {
  const sockets: WebSocket[] = []
  let onMessage: (text: string) => void = () => {}
  for (let at = 0; at < SOCKETS; at += 100) {
    await Promise.all(
      Array.from({ length: 100 }, async () => {
        const socket = new WebSocket(url, { headers, perMessageDeflate: false })
        await new Promise<void>((resolve, reject) => {
          socket.once('error', reject)
          if (hello === null) socket.once('open', () => resolve())
          else
            socket.on('message', (data: Buffer) => {
              const text = String(data)
              if (text.includes('"ready"')) socket.send(hello)
              else if (text.includes('"subscribed"')) resolve()
            })
        })
        socket.on('message', (data: Buffer) => onMessage(String(data)))
        sockets.push(socket)
      }),
    )
  }
  return {
    sockets,
    hear: (count, start) =>
      new Promise((resolve) => {
        const delays: number[] = []
        onMessage = (text) => {
          if (!text.includes('post.published')) return
          delays.push(performance.now() - start())
          if (delays.length === count * SOCKETS) resolve(delays)
        }
      }),
  }
}

interface Burst {
  /** CPU microseconds for one delivery. */
  cost: number
  p99: number
}

async function burst(crowd: Crowd, pids: number[], send: () => Promise<unknown>): Promise<Burst> {
  const before = cpuSeconds(pids)
  const delays: number[] = []
  for (let at = 0; at < POSTS; at++) {
    let start = 0
    const heard = crowd.hear(1, () => start)
    start = performance.now()
    await send()
    delays.push(...(await heard))
  }
  return { cost: ((cpuSeconds(pids) - before) * 1e6) / (POSTS * SOCKETS), p99: percentile(delays, 0.99) }
}

/** One post to 2,000 open screens, next to the bare library sending the same bytes. */
export async function benchLive(stage: Stage, { url, data }: LargeWorld): Promise<Row[]> {
  const ours = await startChild('ours.ts', [url, stage.folder])
  const floor = await startChild('floor-live.ts', [])
  const cookie = await signedIn(url, data.authorId)
  const socketUrl = (base: URL, path: string) => new URL(path, base.href.replace('http', 'ws'))
  const hello = JSON.stringify({ type: 'subscribe', spaces: { [data.everybodyId]: null } })
  const mine = await gather(socketUrl(ours.url, '/api/live'), { cookie }, hello)
  const bare = await gather(socketUrl(floor.url, '/'), {}, null)
  const body = {
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ type: 'text', text: 'En direct' }] }],
  }
  const publish = () =>
    fetch(new URL(`/api/posts/${uuid7()}`, ours.url), {
      method: 'PUT',
      headers: { cookie, 'content-type': 'application/json' },
      body: JSON.stringify({ spaceId: data.everybodyId, kind: 'message', title: '', body }),
    })
  let sample = ''
  mine.sockets[0]?.once('message', (text: Buffer) => (sample = String(text)))
  await publish()
  while (!sample) await new Promise((resolve) => setTimeout(resolve, 20))
  await new Promise((resolve) => setTimeout(resolve, 500))
  const repeat = () => fetch(floor.url, { method: 'POST', body: sample })
  const [own, limit]: [Burst[], Burst[]] = [[], []]
  for (let at = 0; at < ROUNDS; at++) {
    const one = await burst(mine, [ours.pid, stage.postmaster], publish)
    const other = await burst(bare, [floor.pid], repeat)
    if (at > 0) {
      own.push(one)
      limit.push(other)
    }
  }
  for (const socket of [...mine.sockets, ...bare.sockets]) socket.terminate()
  await Promise.all([ours.stop(), floor.stop()])
  const cost = median(own.map((one) => one.cost))
  const floorCost = median(limit.map((one) => one.cost))
  return [
    {
      what: 'live, one post to 2,000 sockets',
      unit: 'CPU-µs/delivery',
      ours: cost,
      limit: floorCost,
      ratio: cost / floorCost,
      mustReach: 'at most 2',
      reached: cost <= floorCost * 2,
      beside: {
        'p99 of the delay, ms': median(own.map((one) => one.p99)),
        'limit p99, ms': median(limit.map((one) => one.p99)),
      },
    },
  ]
}
