import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { timingSafeEqual } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { App } from './app.ts'
import { type Database, sql } from './db.ts'
import { Refusal } from './errors.ts'
import type { LiveHub } from './live.ts'

interface HealthOptions {
  database: Database
  live: LiveHub
  metricsToken?: string | undefined
}

/** A database that hangs is not ready either: whoever asks is told within this. */
const READY_MS = 3000
const answers = (database: Database): Promise<boolean> =>
  database.db.row(sql`select 1 as ready`).then(
    () => true,
    () => false,
  )
const after = (ms: number): Promise<false> =>
  new Promise((resolve) => {
    setTimeout(() => resolve(false), ms).unref()
  })

/** Alive: the process answers. Ready: so does its database. Metrics: counts of the machine, of nobody. */
export function healthRoutes(app: App, { database, live, metricsToken }: HealthOptions): void {
  const { fastify } = app
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const requests = new Histogram({
    name: 'elan_http_request_seconds',
    help: 'Time to answer, by route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [registry],
  })
  const sockets: Gauge = new Gauge({
    name: 'elan_live_sockets',
    help: 'Open WebSockets',
    registers: [registry],
    collect: (): void => sockets.set(live.connections),
  })
  fastify.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none'
    const { method } = request
    requests.observe({ method, route, status: String(reply.statusCode) }, reply.elapsedTime / 1000)
    // The shape of the address, never what stands in it: no line says who read what.
    app.options.log.debug(
      { method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime) },
      'request',
    )
  })
  fastify.get('/health/live', async () => ({ live: true }))
  fastify.get('/health/ready', async (_request, reply) => {
    const ready = await Promise.race([answers(database), after(READY_MS)])
    return ready ? { ready } : reply.code(503).send({ ready })
  })
  fastify.get('/metrics', async (request, reply) => {
    if (!mayReadMetrics(request, metricsToken)) throw new Refusal(404, 'platform.not_found')
    return reply.type(registry.contentType).send(await registry.metrics())
  })
}

/** With a token: its bearer. Without: this machine only, and not through a proxy. */
function mayReadMetrics(request: FastifyRequest, token: string | undefined): boolean {
  if (!token) {
    const near = ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(request.socket.remoteAddress ?? '')
    return near && request.headers['x-forwarded-for'] === undefined && request.headers.forwarded === undefined
  }
  const given = Buffer.from(request.headers.authorization ?? '')
  const wanted = Buffer.from(`Bearer ${token}`)
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}
