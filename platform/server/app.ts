import cookie from '@fastify/cookie'
import rateLimit from '@fastify/rate-limit'
import Fastify, {
  LogController,
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify'
import type { Redis } from 'ioredis'
import {
  type Body,
  type Endpoint,
  Nothing,
  type Params,
  type Query,
  type Reply,
  type Who,
} from '#platform/contract/endpoint.ts'
import type { Language, TSchema } from '#platform/contract/schema.ts'
import type { Actor } from './actor.ts'
import type { Database, Db, Trx } from './db.ts'
import { Ceiling } from './ceiling.ts'
import { compressAnswers } from './compress.ts'
import { forbidden, Refusal, tooMany } from './errors.ts'
import type { Logger } from './log.ts'
import { answerProblems } from './problems.ts'
import { guardOrigin, securityHeaders } from './security.ts'
import { preferredLanguage } from './words.ts'

export interface HttpFacts {
  ip: string
  language: Language
  /** A word about the browser ("Firefox, Android"), for the list of one's sessions. */
  device: string
  cookies: Record<string, string | undefined>
  setCookie(name: string, value: string, maxAgeSeconds: number): void
  clearCookie(name: string): void
}

type ActorOf<W extends Who> = W extends 'anyone' ? Actor | null : Actor

interface Call<E extends Endpoint> {
  actor: ActorOf<E['who']>
  params: Params<E>
  query: Query<E>
  http: HttpFacts
}
export type QueryCall<E extends Endpoint> = Call<E> & { db: Db }
export type CommandCall<E extends Endpoint> = Call<E> & { trx: Trx; body: Body<E> }
export type RawCall<E extends Endpoint> = Call<E> & {
  database: Database
  body: Body<E>
  request: FastifyRequest
  reply: FastifyReply
}

export interface AppOptions {
  database: Database
  log: Logger
  publicUrl: string
  trustProxy?: false | number | string[]
  redis?: Redis | null
  /** From the cookie to the person; given by the sessions feature. */
  authenticate: (db: Db, cookies: Record<string, string | undefined>) => Promise<Actor | null>
  /** What tells one session from another without asking the database; undefined for a visitor. */
  sessionKey?: (cookies: Record<string, string | undefined>) => string | undefined
  /** Requests a minute and session, or address of a visitor; tests raise it. */
  rate?: number
}

export class App {
  readonly endpoints: Endpoint[] = []
  readonly fastify: FastifyInstance
  readonly options: AppOptions

  constructor(fastify: FastifyInstance, options: AppOptions) {
    this.fastify = fastify
    this.options = options
  }

  query<E extends Endpoint>(endpoint: E, handler: (call: QueryCall<E>) => Promise<Reply<E>>): void {
    this.#route(endpoint, async (call) => handler({ ...call, db: this.options.database.db } as QueryCall<E>))
  }

  command<E extends Endpoint>(endpoint: E, handler: (call: CommandCall<E>) => Promise<Reply<E>>): void {
    this.#route(endpoint, async (call, request) =>
      this.options.database.transaction((trx) =>
        handler({ ...call, trx, body: request.body } as CommandCall<E>),
      ),
    )
  }

  /** For what is not one transaction or not JSON: files, PDFs, long reads. The handler sends or returns the reply. */
  raw<E extends Endpoint>(endpoint: E, handler: (call: RawCall<E>) => Promise<unknown>): void {
    this.#route(
      endpoint,
      async (call, request, reply) =>
        handler({
          ...call,
          database: this.options.database,
          body: request.body,
          request,
          reply,
        } as RawCall<E>),
      { raw: true },
    )
  }

  #route<E extends Endpoint>(
    endpoint: E,
    handler: (call: Call<E>, request: FastifyRequest, reply: FastifyReply) => Promise<unknown>,
    { raw = false } = {},
  ): void {
    this.endpoints.push(endpoint)
    this.fastify.route({
      method: endpoint.method,
      url: endpoint.path,
      exposeHeadRoute: false,
      schema: {
        params: endpoint.params,
        querystring: endpoint.query,
        ...((endpoint.body as TSchema) === Nothing || raw ? {} : { body: endpoint.body }),
        ...(raw ? {} : { response: { 200: endpoint.reply } }),
      },
      // Before validation: what an address expects is told only to those who may use it.
      preValidation: async (request) => {
        request.actor = await this.#admit(endpoint, request)
      },
      handler: async (request, reply) => {
        const { actor } = request
        return handler(
          {
            actor,
            params: request.params,
            query: request.query,
            http: this.#facts(request, reply, actor),
          } as Call<E>,
          request,
          reply,
        )
      },
    })
  }

  async #admit({ who, whileOwing }: Endpoint, request: FastifyRequest): Promise<Actor | null> {
    const actor = await this.options.authenticate(this.options.database.db, request.cookies)
    const owing = actor?.owes && !whileOwing ? actor.owes : null
    // Who owes something is a visitor until it is done.
    if (who === 'anyone') return owing ? null : actor
    if (owing) throw forbidden(`session.owes_${owing}`)
    if (!actor) throw new Refusal(401, 'session.needed')
    request.actorLanguage = actor.language
    if (who === 'administrator' && actor.standing !== 'administrator') throw forbidden('platform.forbidden')
    if (who === 'animator' && actor.standing !== 'administrator' && actor.standing !== 'animator')
      throw forbidden('platform.forbidden')
    return actor
  }

  #facts(request: FastifyRequest, reply: FastifyReply, actor: Actor | null): HttpFacts {
    const secure = this.options.publicUrl.startsWith('https:')
    const shape = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const
    return {
      ip: request.ip,
      language: actor?.language ?? preferredLanguage(request.headers['accept-language']),
      device: deviceWord(request.headers['user-agent'] ?? ''),
      cookies: request.cookies,
      setCookie: (name, value, maxAge) => void reply.setCookie(name, value, { ...shape, maxAge }),
      clearCookie: (name) => void reply.clearCookie(name, shape),
    }
  }
}

function deviceWord(agent: string): string {
  const browser =
    ['Firefox', 'Edg', 'OPR', 'Chrome', 'Safari'].find((name) => agent.includes(`${name}/`)) ?? ''
  const system =
    ['iPhone', 'iPad', 'Android', 'Windows', 'Mac OS', 'Linux'].find((name) => agent.includes(name)) ?? ''
  return [browser === 'Edg' ? 'Edge' : browser === 'OPR' ? 'Opera' : browser, system]
    .filter(Boolean)
    .join(', ')
}

/** The framework's own chatter ("listening at") is not for whoever typed the command. */
const quieter = (log: Logger) => log.child({}, { level: log.level === 'info' ? 'warn' : log.level })

/** A number counts the proxies in front of us. */
const trusted = (proxies: false | number | string[]) =>
  typeof proxies === 'number' ? (_address: string, hop: number) => hop < proxies : proxies

declare module 'fastify' {
  interface FastifyRequest {
    actor: Actor | null
    actorLanguage?: Language
  }
}

const BODY_LIMIT = 1024 * 1024
const MINUTE = 60_000
/** Sessions behind one address, each at its full measure. */
const SESSIONS_AN_ADDRESS = 20

export async function openApp(options: AppOptions): Promise<App> {
  const fastify = Fastify({
    loggerInstance: quieter(options.log) as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: trusted(options.trustProxy ?? false),
    bodyLimit: BODY_LIMIT,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200 },
    ajv: { customOptions: { coerceTypes: 'array', removeAdditional: true, allErrors: false } },
  })
  // A form posted by another site cannot be JSON: plain text is not a body we read.
  fastify.removeContentTypeParser('text/plain')
  await fastify.register(cookie)
  const rate = options.rate ?? 600
  const ceiling = new Ceiling(rate * SESSIONS_AN_ADDRESS, MINUTE)
  const counted = (request: FastifyRequest) => /^\/(api|s)\//.test(request.url)
  fastify.addHook('onRequest', async (request) => {
    const wait = counted(request) ? ceiling.waitFor(request.ip) : 0
    if (wait > 0) throw tooMany(Math.ceil(wait / 1000))
  })
  await fastify.register(rateLimit, {
    global: true,
    max: rate,
    timeWindow: MINUTE,
    // A workshop leaves by one address: each session is counted apart, visitors by their address.
    keyGenerator: (request) => options.sessionKey?.(request.cookies) ?? request.ip,
    ...(options.redis ? { redis: options.redis } : {}),
    // Without Redis for a while nobody is shut out; what guesses secrets is counted in the database.
    skipOnError: true,
    // What only a browser's cache should ask again (files, screens) is not counted.
    allowList: (request) => !counted(request),
    addHeaders: { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false },
    errorResponseBuilder: (_request, context) =>
      new Refusal(429, 'platform.too_many', { values: { seconds: Math.ceil(context.ttl / 1000) } }),
  })
  fastify.decorateRequest('actor', null)
  answerProblems(fastify)
  securityHeaders(fastify, options.publicUrl)
  compressAnswers(fastify)
  guardOrigin(fastify, options.publicUrl)
  return new App(fastify, options)
}
