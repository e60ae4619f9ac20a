import { Agent, request } from 'node:http'
import { cpuSeconds, median, percentile } from './cost.ts'

export interface Call {
  method: string
  url: URL
  headers: Record<string, string>
  body?: string
}

export interface Round {
  count: number
  seconds: number
  /** Server CPU milliseconds for one call: processes under `roots`. */
  cost: number
  delays: number[]
}

function once(agent: Agent, call: Call): Promise<number> {
  return new Promise((resolve, reject) => {
    const start = performance.now()
    const sent = request(call.url, { agent, method: call.method, headers: call.headers }, (reply) => {
      reply.resume()
      reply.on('end', () => {
        if (reply.statusCode === 200) resolve(performance.now() - start)
        else reject(new Error(`${call.url.pathname} answered ${reply.statusCode}`))
      })
      reply.on('error', reject)
    })
    sent.on('error', reject)
    sent.end(call.body)
  })
}

/** A closed loop: `connections` callers, each waiting for its answer, for about `seconds`. */
export async function round(next: () => Call, roots: number[], connections = 4, seconds = 3): Promise<Round> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const delays: number[] = []
  const before = cpuSeconds(roots)
  const start = performance.now()
  const end = start + seconds * 1000
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (performance.now() < end) delays.push(await once(agent, next()))
    }),
  )
  const spent = (performance.now() - start) / 1000
  const cost = ((cpuSeconds(roots) - before) * 1000) / delays.length
  agent.destroy()
  return { count: delays.length, seconds: spent, cost, delays }
}

export interface Summary {
  cost: number
  perSecond: number
  p50: number
  p95: number
  p99: number
}

/** Medians over rounds; the first one, cold, was dropped by the caller. */
export function summary(rounds: Round[]): Summary {
  return {
    cost: median(rounds.map((one) => one.cost)),
    perSecond: median(rounds.map((one) => one.count / one.seconds)),
    p50: median(rounds.map((one) => percentile(one.delays, 0.5))),
    p95: median(rounds.map((one) => percentile(one.delays, 0.95))),
    p99: median(rounds.map((one) => percentile(one.delays, 0.99))),
  }
}
