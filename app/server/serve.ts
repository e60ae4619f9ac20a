import { Redis } from 'ioredis'
import { actorOfCookies, COOKIE } from '#features/sessions/server/queries.ts'
import { readableAmong } from '#features/spaces/server/policy.ts'
import { type App, openApp } from '#platform/server/app.ts'
import type { NetworkSettings } from '#platform/server/config.ts'
import { openDatabase, type Database, type PoolSizes } from '#platform/server/db.ts'
import { listeners, openOutlet } from '#platform/server/emit.ts'
import { healthRoutes } from '#platform/server/health.ts'
import { Jobs, startJobs, type Workers } from '#platform/server/jobs.ts'
import { LiveHub } from '#platform/server/live.ts'
import type { Logger } from '#platform/server/log.ts'
import { mailJobs } from '#platform/server/mail.ts'
import { openapi } from '#platform/server/openapi.ts'
import { digest, keepSecretKey } from '#platform/server/seal.ts'
import { Personal } from '#platform/server/personal.ts'
import type { Services } from '#platform/server/services.ts'
import { localStorage, type S3Settings, s3Storage } from '#platform/server/storage.ts'
import { features } from './features.ts'
import { screens } from './screens.ts'

export interface ServeOptions {
  databaseUrl: string
  dataDir: string
  publicUrl: string
  secretKey: string
  log: Logger
  role?: 'all' | 'web' | 'jobs'
  redisUrl?: string | undefined
  smtpUrl?: string | undefined
  mailFrom?: string | undefined
  s3?: S3Settings | undefined
  metricsToken?: string | undefined
  trustProxy?: false | number | string[]
  uploadLimit?: number
  networks?: NetworkSettings
  pools?: PoolSizes
  rate?: number
  /** Where the built screens are. */
  web?: URL
}

export interface Server {
  app: App
  database: Database
  services: Services
  jobs: Jobs
  listen(port: number, host: string): Promise<string>
  close(): Promise<void>
}

/** Puts the house together: one process, or one role of it. */
export async function serve(options: ServeOptions): Promise<Server> {
  keepSecretKey(options.secretKey)
  const { log, publicUrl, role = 'all' } = options
  const database = openDatabase(options.databaseUrl, options.pools)
  const redis = options.redisUrl ? openRedis(options.redisUrl, log) : null
  const services: Services = {
    database,
    storage: options.s3 ? s3Storage(options.s3) : localStorage(`${options.dataDir}/files`),
    publicUrl,
    dataDir: options.dataDir,
    uploadLimit: options.uploadLimit ?? 500 * 1024 * 1024,
    mailConfigured: Boolean(options.smtpUrl),
    networks: options.networks ?? { linkedin: undefined, loopback: false },
    personal: new Personal(),
  }
  const app = await openApp({
    database,
    log,
    publicUrl,
    redis,
    authenticate: actorOfCookies,
    sessionKey: (cookies) => (cookies[COOKIE] ? digest(cookies[COOKIE]).toString('base64url') : undefined),
    ...(options.trustProxy === undefined ? {} : { trustProxy: options.trustProxy }),
    ...(options.rate === undefined ? {} : { rate: options.rate }),
  })
  const jobs = new Jobs()
  mailJobs(jobs, { smtpUrl: options.smtpUrl ?? null, from: options.mailFrom ?? 'Élan <elan@localhost>' })
  listeners.clear()
  for (const feature of features) {
    feature.routes?.(app, services)
    feature.listeners?.(listeners, services)
    feature.jobs?.(jobs, services)
    if (feature.personal) services.personal.add(feature.personal)
  }
  const live = new LiveHub({
    database,
    log,
    publicUrl,
    redis,
    authenticate: async (request) => {
      const actor = await actorOfCookies(database.db, app.fastify.parseCookie(request.headers.cookie ?? ''))
      return actor?.owes ? null : actor
    },
    readable: readableAmong,
  })
  openOutlet(live)
  live.attach(app.fastify.server)
  healthRoutes(app, { database, live, metricsToken: options.metricsToken })
  documentation(app)
  await screens(app, options.web)
  await app.fastify.ready()

  let workers: Workers | null = null
  return {
    app,
    database,
    services,
    jobs,
    async listen(port, host) {
      if (role !== 'web') workers = await startJobs(database, jobs, log)
      return app.fastify.listen({ port, host })
    },
    /** Requests in flight end, jobs under way too, then the doors close. */
    async close() {
      await live.close()
      // A connection whose last request has just been answered stays open otherwise, and the stop waits for it.
      const hangUp = setInterval(() => app.fastify.server.closeIdleConnections(), 50)
      await app.fastify.close()
      clearInterval(hangUp)
      await workers?.stop()
      await redis?.quit().catch(() => {})
      await database.close()
    },
  }
}

function openRedis(url: string, log: Logger): Redis {
  const redis = new Redis(url, { maxRetriesPerRequest: 1, enableOfflineQueue: false, lazyConnect: false })
  redis.on('error', (error) => log.warn({ message: error.message }, 'redis is away'))
  return redis
}

function documentation(app: App): void {
  let document = ''
  app.fastify.get('/api/openapi.json', (_request, reply) => {
    document ||= JSON.stringify(openapi(app.endpoints, 'Élan'))
    return reply.type('application/json').send(document)
  })
}
