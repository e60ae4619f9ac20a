import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { v7 as uuid7 } from 'uuid'
import { inject } from 'vitest'
import { openSession } from '#features/sessions/server/commands.ts'
import { COOKIE } from '#features/sessions/server/queries.ts'
import { openSpace, seat } from '#features/spaces/server/commands.ts'
import type { Role } from '#features/spaces/rules/roles.ts'
import { type Actor, proveActor, type Standing } from '#platform/server/actor.ts'
import { sql } from '#platform/server/db.ts'
import { openLog } from '#platform/server/log.ts'
import { type Server, serve, type ServeOptions } from '../server/serve.ts'
import { urlOf } from './postgres.ts'

export interface Answer {
  status: number
  // A test reads the reply by name; what it is, the contract says.
  // oxlint-disable-next-line typescript/no-explicit-any
  body: any
  headers: Record<string, unknown>
}

/** Somebody with a browser: signed in, or a visitor. */
export class Person {
  readonly id: string
  readonly name: string
  readonly actor: Actor
  readonly #server: Server
  readonly cookies: Record<string, string>
  /** Where they call from: throttles count by it. */
  address = '127.0.0.1'

  constructor(
    server: Server,
    facts: { id: string; name: string; actor: Actor; cookies: Record<string, string> },
  ) {
    this.#server = server
    this.id = facts.id
    this.name = facts.name
    this.actor = facts.actor
    this.cookies = facts.cookies
  }

  async ask(
    method: 'GET' | 'PUT' | 'POST' | 'PATCH' | 'DELETE',
    url: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const reply = await this.#server.app.fastify.inject({
      method,
      url,
      headers: { 'accept-language': 'fr', ...headers },
      cookies: this.cookies,
      remoteAddress: this.address,
      ...(body === undefined ? {} : { payload: body as object }),
    })
    for (const cookie of reply.cookies) this.cookies[cookie.name] = cookie.value
    const json = /json/.test(String(reply.headers['content-type'] ?? ''))
    return {
      status: reply.statusCode,
      body: json ? JSON.parse(reply.body) : reply.body,
      headers: reply.headers,
    }
  }

  get = (url: string, headers?: Record<string, string>) => this.ask('GET', url, undefined, headers)
  put = (url: string, body?: unknown) => this.ask('PUT', url, body ?? {})
  post = (url: string, body?: unknown) => this.ask('POST', url, body ?? {})
  patch = (url: string, body?: unknown) => this.ask('PATCH', url, body ?? {})
  del = (url: string) => this.ask('DELETE', url)
}

export interface PersonFacts {
  standing?: Standing
  outside?: boolean
  givenName?: string
  familyName?: string
  email?: string | null
  site?: string
  job?: string
  department?: string
  language?: 'fr' | 'en'
  status?: 'expected' | 'active'
}

export interface World {
  server: Server
  databaseUrl: string
  visitor(): Person
  /** A member with an open session; the staff number is the name in capitals. */
  member(name: string, facts?: PersonFacts): Promise<Person>
  community(
    by: Person,
    facts?: { name?: string; openness?: 'open' | 'closed' | 'secret'; published?: boolean },
  ): Promise<{ id: string }>
  group(
    by: Person,
    parent: { id: string },
    facts?: { name?: string; openness?: 'open' | 'closed' | 'secret' },
  ): Promise<{ id: string }>
  seat(space: { id: string }, person: Person, role?: Role): Promise<void>
  /** Runs the jobs that are due now, in order, until none is left. */
  runJobs(): Promise<void>
  close(): Promise<void>
}

let count = 0

/** A whole Élan on its own copy of the database, spoken to through HTTP. */
export async function openWorld(options: Partial<ServeOptions> = {}): Promise<World> {
  const base = inject('postgres')
  const name = `w_${process.pid}_${Date.now()}_${count++}`
  await onServer(base, `create database ${name} template template_elan`)
  const dataDir = await mkdtemp(join(tmpdir(), 'elan-world-'))
  const databaseUrl = urlOf(base, name)
  const server = await serve({
    databaseUrl,
    dataDir,
    publicUrl: 'http://localhost:3000',
    secretKey: 'a key for the tests, long enough to be one',
    log: openLog('silent'),
    pools: { read: 3, write: 3 },
    rate: 100_000,
    ...options,
  })
  const home = await houseOf(server)
  return {
    server,
    databaseUrl,
    visitor: () => visitorOf(server),
    member: (given, facts = {}) => newMember(server, home, given, facts),
    community: (by, facts = {}) => newSpace(server, by, null, facts),
    group: (by, parent, facts = {}) => newSpace(server, by, parent.id, facts),
    seat: async (space, person, role = 'member') => {
      await server.database.transaction((trx) => seat(trx, null, space.id, person.id, role, 'hand'))
    },
    runJobs: () => runDueJobs(server),
    close: async () => {
      await server.close()
      await onServer(base, `drop database ${name} with (force)`)
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

async function onServer(url: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(text)
  } finally {
    await client.end()
  }
}

interface House {
  inside: string
  outside: string
}

async function houseOf(server: Server): Promise<House> {
  const house = { inside: uuid7(), outside: uuid7() }
  await server.database.transaction(async (trx) => {
    await trx.run(sql`insert into network (name) values ('Essai')`)
    await trx.run(
      sql`insert into organizations (id, name, outside) values (${house.inside}, 'Essai', false), (${house.outside}, 'Partenaire', true)`,
    )
  })
  return house
}

function visitorOf(server: Server): Person {
  const actor = proveActor({ id: uuid7(), standing: 'guest', outside: true, language: 'fr', sessionId: null })
  return new Person(server, { id: actor.id, name: 'visitor', actor, cookies: {} })
}

async function newMember(server: Server, house: House, name: string, facts: PersonFacts): Promise<Person> {
  const id = uuid7()
  const standing = facts.standing ?? 'member'
  const outside = facts.outside ?? false
  const cookies: Record<string, string> = {}
  const given = facts.givenName ?? name.charAt(0).toUpperCase() + name.slice(1)
  const email = facts.email === undefined ? `${name}@essai.example` : facts.email
  await server.database.transaction(async (trx) => {
    await trx.run(sql`
      insert into members (id, organization_id, standing, status, staff_number, email, given_name, family_name, site, job, department, language)
      values (${id}, ${outside ? house.outside : house.inside}, ${standing}, ${facts.status ?? 'active'}, ${name.toUpperCase()}, ${email},
        ${given}, ${facts.familyName ?? 'Essai'}, ${facts.site ?? ''}, ${facts.job ?? ''}, ${facts.department ?? ''}, ${facts.language ?? null})`)
    if (facts.status !== 'expected')
      await openSession(trx, id, { device: 'test', setCookie: (key, value) => void (cookies[key] = value) })
  })
  const actor = proveActor({
    id,
    standing,
    outside: outside || standing === 'guest',
    language: facts.language ?? 'fr',
    sessionId: null,
  })
  return new Person(server, {
    id,
    name: `${given} ${facts.familyName ?? 'Essai'}`,
    actor,
    cookies: { ...cookies, [COOKIE]: cookies[COOKIE] ?? '' },
  })
}

async function newSpace(
  server: Server,
  by: Person,
  parentId: string | null,
  facts: { name?: string; openness?: 'open' | 'closed' | 'secret'; published?: boolean },
): Promise<{ id: string }> {
  const id = uuid7()
  await server.database.transaction(async (trx) => {
    await openSpace(trx, by.actor, {
      id,
      kind: parentId ? 'group' : 'community',
      parentId,
      openness: facts.openness ?? 'open',
      name: facts.name ?? 'Tempo',
      description: '',
      published: facts.published ?? true,
    })
    const table = parentId
      ? sql`insert into groups (space_id) values (${id})`
      : sql`insert into communities (space_id, slug) values (${id}, ${`c-${id}`})`
    await trx.run(table)
    await seat(trx, by.actor, id, by.id, 'lead', 'creator')
  })
  return { id }
}

async function runDueJobs(server: Server): Promise<void> {
  const { runOnce } = await import('graphile-worker')
  const { services, jobs, database, app } = server
  const taskList = Object.fromEntries(
    [...jobs.tasks].map(([name, job]) => [
      name,
      (payload: unknown) => job(services.database, payload as never, app.options.log),
    ]),
  )
  await runOnce({ pgPool: database.writePool, taskList, noHandleSignals: true })
}
