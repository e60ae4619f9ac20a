import { v7 as uuid7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Elan, openElan, refusedStart, untilStatus } from './elan.ts'
import { type Browser, done, invite, openCommunity, publish, Screen, setUp, welcome } from './people.ts'
import { type Mailbox, openMailbox } from './servers/mailbox.ts'
import { openPostgres, type Postgres } from './servers/postgres.ts'
import { freePort, until } from './servers/program.ts'

let postgres: Postgres
let mailbox: Mailbox
let databaseUrl: string
let elan: Elan
let ines: Browser
let tempo: string

beforeAll(async () => {
  ;[postgres, mailbox] = await Promise.all([openPostgres(), openMailbox()])
  databaseUrl = await postgres.database('own')
  elan = await openElan({
    DATABASE_URL: databaseUrl,
    SMTP_URL: mailbox.url,
    MAIL_FROM: 'Élan <elan@essai.example>',
  })
  ines = await setUp(elan)
  tempo = await openCommunity(ines)
})
afterAll(async () => {
  await elan?.stop()
  await Promise.all([postgres?.stop(), mailbox?.stop()])
})

test('a PostgreSQL 15 of one’s own gets every migration, and nothing is left to an embedded one', async () => {
  expect(postgres.version).toMatch(/^15\./)
  const client = await postgres.admin(databaseUrl)
  const { rows } = await client.query<{ owner: string; superuser: boolean; tables: number }>(`
    select u.rolname as owner, u.rolsuper as superuser, (select count(*)::int from migrations) as tables
    from pg_class c join pg_roles u on u.oid = c.relowner where c.relname = 'posts'`)
  await client.end()
  expect(rows).toEqual([{ owner: 'elan', superuser: false, tables: expect.any(Number) }])
  const health = await done(ines.get('/api/administration/health'))
  expect(health.database.version).toMatch(/15\./)
  expect(elan.running().said()).not.toContain('"level":50')
})

test('on it one signs in, publishes and reads the feed', async () => {
  const karim = await welcome(ines, tempo, 'K-1')
  karim.cookies.clear()
  expect((await karim.get('/api/posts')).status).toBe(401)
  await done(karim.signIn())
  const id = uuid7()
  await done(publish(ines, tempo, 'Première nouvelle', id))
  const { items } = await done(karim.get('/api/posts'))
  expect((items as { id: string }[]).map((post) => post.id)).toEqual([id])
})

test('a database in another encoding is refused in one sentence', async () => {
  const client = await postgres.admin(databaseUrl)
  await client.query(`create database latin owner elan encoding 'LATIN1' locale 'C' template template0`)
  await client.end()
  const { code, said } = await refusedStart({ DATABASE_URL: databaseUrl.replace(/own$/, 'latin') })
  expect(said.trim()).toBe('The database of DATABASE_URL is in LATIN1: one created in UTF8 is needed.')
  expect(code).toBe(1)
})

test('a database that does not answer, or does not let us in, stops the start with one sentence', async () => {
  const silent = await refusedStart({
    DATABASE_URL: `postgres://elan:elan@127.0.0.1:${await freePort()}/elan`,
  })
  expect(silent.said.trim()).toMatch(/^The database of DATABASE_URL does not answer \(.+\)\.$/)
  expect(silent.code).toBe(1)
  const missing = await refusedStart({ DATABASE_URL: databaseUrl.replace(/own$/, 'missing') })
  expect(missing.said.trim()).toMatch(/^The database of DATABASE_URL does not answer \(.+missing.+\)\.$/)
})

test('while the database is away requests get a sentence, and everything works again when it is back', async () => {
  const screen = await new Screen(ines).follow(tempo)
  const pid = elan.running().pid
  await postgres.stop()
  await untilStatus(`${elan.url}/health/ready`, 503)
  expect((await fetch(`${elan.url}/health/live`)).status).toBe(200)
  for (const answer of [await ines.get('/api/posts'), await publish(ines, tempo, 'Trop tôt')]) {
    expect(answer.status).toBe(503)
    expect(answer.body).toMatchObject({
      code: 'platform.database_away',
      title: 'The service is restarting. What you write is kept, try again in a moment.',
    })
  }
  await postgres.startAgain()
  await untilStatus(`${elan.url}/health/ready`, 200)
  const id = uuid7()
  await done(publish(ines, tempo, 'De retour', id))
  await screen.hears(id)
  screen.socket.close()
  expect(elan.running().pid).toBe(pid)
  expect(elan.running().child.exitCode).toBeNull()
})

/** An invitation: a job writes the letter, another one sends it. */
const askForLetter = () => invite(ines, tempo, `lou-${uuid7()}@ailleurs.example`)

test('jobs go on by themselves after the database was away', async () => {
  const before = mailbox.letters().length
  await postgres.stop()
  await untilStatus(`${elan.url}/health/ready`, 503)
  await postgres.startAgain()
  await untilStatus(`${elan.url}/health/ready`, 200)
  await askForLetter()
  await until('the letter leaves', () => mailbox.letters().length > before)
  expect(mailbox.letters()).toHaveLength(before + 1)
})

test('a database that leaves while a letter is leaving ends nothing, and the letter leaves once', async () => {
  const before = mailbox.letters().length
  const arriving = mailbox.arriving()
  mailbox.mood('hold', true)
  await askForLetter()
  await until('the letter is leaving', () => mailbox.arriving() > arriving)
  await postgres.stop()
  mailbox.mood('hold', false)
  await until('the letter left', () => mailbox.letters().length === before + 1)
  await untilStatus(`${elan.url}/health/ready`, 503)
  expect(elan.running().child.exitCode).toBeNull()
  await postgres.startAgain()
  await untilStatus(`${elan.url}/health/ready`, 200)
  const waiting = async () =>
    (await done(ines.get('/api/administration/health'))) as {
      mail: { queued: number }
      jobs: { waiting: number }
    }
  await until('it is written that it left', async () => (await waiting()).mail.queued === 0)
  await until('no job is left', async () => (await waiting()).jobs.waiting === 0)
  await askForLetter()
  await until('the next letter leaves', () => mailbox.letters().length === before + 2)
  expect(new Set(mailbox.letters().map(({ id }) => id)).size).toBe(mailbox.letters().length)
})

test('a job that fails while the database is away ends nothing, and is done again later', async () => {
  const arriving = mailbox.arriving()
  mailbox.mood('hold', true)
  mailbox.mood('later', true)
  const address = await askForLetter()
  await until('the letter is leaving', () => mailbox.arriving() > arriving)
  await postgres.stop()
  mailbox.mood('hold', false)
  await until('the failure could not be written', () => elan.running().said().includes('Failed to fail jobs'))
  expect((await fetch(`${elan.url}/health/live`)).status).toBe(200)
  mailbox.mood('later', false)
  await postgres.startAgain()
  await until('the letter leaves', () => mailbox.lettersTo(address).length > 0)
  expect(mailbox.lettersTo(address)).toHaveLength(1)
})

test('a letter under way when its process was killed leaves from another one, without waiting for hours', async () => {
  const before = mailbox.letters().length
  const arriving = mailbox.arriving()
  const settings = {
    DATABASE_URL: databaseUrl,
    SMTP_URL: mailbox.url,
    MAIL_FROM: 'Élan <elan@essai.example>',
  }
  mailbox.mood('hold', true)
  await askForLetter()
  await until('the letter is leaving', () => mailbox.arriving() > arriving)
  await elan.stop('SIGKILL')
  const other = await openElan({ ...settings, DATA_DIR: elan.dataDir })
  mailbox.mood('hold', false)
  await until('the letter is written as sent', async () => {
    const client = await postgres.admin(databaseUrl)
    const { rows } = await client.query<{ queued: number }>(
      `select count(*)::int as queued from mails where state = 'queued'`,
    )
    await client.end()
    return rows[0]?.queued === 0
  })
  expect(mailbox.letters().length).toBeGreaterThan(before)
  await other.stop()
  await elan.startAgain()
})

test('a request in flight when Élan is told to stop is answered before it stops', async () => {
  const client = await postgres.admin(databaseUrl)
  await client.query('begin')
  await client.query('select * from space_heads where space_id = $1 for update', [tempo])
  const answer = publish(ines, tempo, 'Juste à temps')
  const waits = async () => {
    const { rows } = await client.query<{ waiting: number }>(
      `select count(*)::int as waiting from pg_locks where not granted`,
    )
    return (rows[0]?.waiting ?? 0) > 0
  }
  await until('the request waits for the database', waits)
  const stopped = elan.stop('SIGTERM')
  await until(
    'the door is closed',
    async () => (await fetch(`${elan.url}/health/live`).catch(() => null)) === null,
  )
  await client.query('commit')
  expect((await answer).status).toBe(200)
  expect(await stopped).toBe(0)
  await client.end()
})
