import type pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Elan, openElan } from './elan.ts'
import { type Browser, done, invite, openCommunity, setUp } from './people.ts'
import { type Mailbox, openMailbox } from './servers/mailbox.ts'
import { openPostgres, type Postgres } from './servers/postgres.ts'
import { until } from './servers/program.ts'

let postgres: Postgres
let mailbox: Mailbox
let elan: Elan
let ines: Browser
let tempo: string
let database: pg.Client

beforeAll(async () => {
  ;[postgres, mailbox] = await Promise.all([openPostgres(), openMailbox()])
  const databaseUrl = await postgres.database('mail')
  elan = await openElan({
    DATABASE_URL: databaseUrl,
    SMTP_URL: mailbox.url,
    MAIL_FROM: 'Élan <elan@essai.example>',
  })
  database = await postgres.admin(databaseUrl)
  ines = await setUp(elan)
  tempo = await openCommunity(ines)
})
afterAll(async () => {
  await elan?.stop()
  await database?.end()
  await Promise.all([postgres?.stop(), mailbox?.stop()])
})

interface Mail {
  to: string
  state: string
  problem: string | null
}

/** The letter as the administrator sees it among those that left or wait. */
const mailTo = async (address: string): Promise<Mail | undefined> => {
  const { items } = await done(ines.get('/api/administration/mails?limit=50'))
  return (items as Mail[]).find(({ to }) => to === address)
}
const stands = (address: string, state: string) =>
  until(`the letter to ${address} is ${state}`, async () => (await mailTo(address))?.state === state)

/** What waits for its next try is tried now: the waits grow up to hours. */
const tryAgainNow = () =>
  database.query(`update graphile_worker._private_jobs set run_at = now() where locked_at is null`)

test('an invitation arrives, from the sender that was set, and its text is kept no longer', async () => {
  const address = await invite(ines, tempo, 'lou@ailleurs.example')
  await stands(address, 'sent')
  const [letter, ...more] = mailbox.lettersTo(address)
  expect(more).toEqual([])
  expect(letter).toMatchObject({ from: 'elan@essai.example', subject: expect.stringContaining('Tempo') })
  expect(letter?.text).toMatch(new RegExp(`${elan.url}/\\S+`))
  const { rows } = await database.query(`select body_text, body_html from mails where to_address = $1`, [
    address,
  ])
  expect(rows).toEqual([{ body_text: '', body_html: '' }])
})

test('an address that does not exist is told where invitations are followed up', async () => {
  const address = await invite(ines, tempo, 'gone@ailleurs.example')
  await stands(address, 'bounced')
  expect(await mailTo(address)).toMatchObject({ problem: 'SMTP 550' })
  const { items } = await done(ines.get(`/api/spaces/${tempo}/invitations?state=bounced`))
  expect((items as { email: string }[]).map(({ email }) => email)).toEqual([address])
  expect(await done(ines.get(`/api/spaces/${tempo}/invitations/counts`))).toMatchObject({ bounced: 1 })
})

test('while the mail server is away invitations are accepted, and leave once when it is back', async () => {
  await mailbox.stop()
  const addresses = ['ada', 'bea', 'cleo'].map((name) => `${name}@ailleurs.example`)
  for (const address of addresses) await invite(ines, tempo, address)
  for (const address of addresses)
    await until('its first try failed', async () => (await mailTo(address))?.problem != null)
  expect(await mailTo('ada@ailleurs.example')).toMatchObject({
    state: 'queued',
    problem: 'SMTP ESOCKET CONN',
  })
  await mailbox.startAgain()
  await until('they all leave', async () => {
    await tryAgainNow()
    return addresses.every((address) => mailbox.lettersTo(address).length > 0)
  })
  for (const address of addresses) {
    await stands(address, 'sent')
    expect(mailbox.lettersTo(address)).toHaveLength(1)
    expect(await mailTo(address)).toMatchObject({ problem: null })
  }
})

test('a server that refuses us bounces nobody: letters leave once it is mended', async () => {
  mailbox.mood('refuse-sender', true)
  const address = await invite(ines, tempo, 'dora@ailleurs.example')
  await until('its first try failed', async () => (await mailTo(address))?.problem != null)
  expect(await mailTo(address)).toMatchObject({ state: 'queued', problem: 'SMTP 550 MAIL FROM' })
  mailbox.mood('refuse-sender', false)
  await tryAgainNow()
  await stands(address, 'sent')
  expect(mailbox.lettersTo(address)).toHaveLength(1)
})

test('a full mailbox is tried again', async () => {
  mailbox.mood('full', true)
  const address = await invite(ines, tempo, 'full@ailleurs.example')
  await until('its first try failed', async () => (await mailTo(address))?.problem != null)
  expect(await mailTo(address)).toMatchObject({ state: 'queued', problem: 'SMTP 452 RCPT TO' })
  mailbox.mood('full', false)
  await tryAgainNow()
  await stands(address, 'sent')
})

test('a letter that could not leave for three days is given up, and the administrator sees it', async () => {
  mailbox.mood('full', true)
  const address = await invite(ines, tempo, 'full-for-days@ailleurs.example')
  await until('its first try failed', async () => (await mailTo(address))?.problem != null)
  await database.query(`update mails set created_at = now() - interval '4 days' where to_address = $1`, [
    address,
  ])
  await tryAgainNow()
  await stands(address, 'failed')
  mailbox.mood('full', false)
  await until('nothing is left to try', async () => {
    await tryAgainNow()
    return (await done(ines.get('/api/administration/health'))).jobs.waiting === 0
  })
  expect(mailbox.lettersTo(address)).toEqual([])
})

test('no log line repeats an address', () => {
  expect(elan.running().said()).not.toContain('@ailleurs.example')
})
