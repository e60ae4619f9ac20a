import { afterAll, beforeAll, expect, test } from 'vitest'
import { v7 as uuid7 } from 'uuid'
import { openWorld, type Person, type World } from '#app/testing/world.ts'
import { sql } from '#platform/server/db.ts'
import { postLetter } from '#platform/server/mail.ts'

let world: World
let laurie: Person
let mehdi: Person
let nadia: Person

beforeAll(async () => {
  world = await openWorld()
  laurie = await world.member('laurie', { standing: 'administrator' })
  mehdi = await world.member('mehdi')
  nadia = await world.member('nadia', { standing: 'animator' })
})
afterAll(() => world.close())

test('closing an account ends its sessions and frees its seats; what it wrote stays', async () => {
  const tempo = await world.community(nadia)
  const group = await world.group(nadia, tempo)
  await world.seat(tempo, mehdi)
  await world.seat(group, mehdi)
  expect((await laurie.put(`/api/accounts/${mehdi.id}/closed`)).body).toMatchObject({ status: 'closed' })
  expect((await laurie.put(`/api/accounts/${mehdi.id}/closed`)).status).toBe(200)
  expect((await mehdi.get('/api/me')).status).toBe(401)
  const { db } = world.server.database
  expect(await db.rows(sql`select 1 from seats where member_id = ${mehdi.id}`)).toEqual([])
  expect(await db.rows(sql`select 1 from sessions where member_id = ${mehdi.id}`)).toEqual([])
  expect(
    await db.rows(
      sql`select kind from events where kind = 'member.left' and payload->>'memberId' = ${mehdi.id}`,
    ),
  ).toHaveLength(2)
  expect((await laurie.get(`/api/people/${mehdi.id}`)).status).toBe(404)
})

test('closing an account forgets what its person had connected outside, and nothing of theirs leaves any more', async () => {
  const person = await world.member('partante')
  const [account, waiting] = [uuid7(), uuid7()]
  await world.server.database.transaction(async (trx) => {
    await trx.run(sql`insert into connections (id, member_id, network, mode, name, tokens_sealed)
      values (${account}, ${person.id}, 'mastodon', 'api', '@partante', 'secret')`)
    await trx.run(sql`insert into publications (id, connection_id, author_id, text, publish_at, path, language)
      values (${waiting}, ${account}, ${person.id}, 'Demain.', now() + interval '1 day', '/comptes', 'fr')`)
  })
  expect((await laurie.put(`/api/accounts/${person.id}/closed`)).status).toBe(200)
  expect(
    await world.server.database.db.row(sql`
      select c.state, c.tokens_sealed as sealed, p.state as publication from connections c join publications p on p.connection_id = c.id
      where c.id = ${account}`),
  ).toEqual({ state: 'closed', sealed: null, publication: 'cancelled' })
})

test('an account opened again waits for a new way in', async () => {
  expect((await laurie.del(`/api/accounts/${mehdi.id}/closed`)).body).toMatchObject({ status: 'active' })
  expect((await mehdi.get('/api/me')).status).toBe(401)
})

test('nobody closes their own account, and only administrators close one', async () => {
  expect((await laurie.put(`/api/accounts/${laurie.id}/closed`)).body.code).toBe('person.own_account')
  expect((await nadia.put(`/api/accounts/${mehdi.id}/closed`)).status).toBe(403)
  expect((await laurie.put(`/api/accounts/${uuid7()}/closed`)).status).toBe(404)
})

test('reading the log is itself in the log, once a visit', async () => {
  const first = (await laurie.get('/api/administration/audit-log?limit=1')).body
  expect(first.items[0]).toMatchObject({
    act: 'person.reopened',
    actor: { name: 'Laurie Essai' },
    subject: 'Mehdi Essai',
  })
  await laurie.get(`/api/administration/audit-log?limit=1&cursor=${first.next}`)
  const { body } = await laurie.get('/api/administration/audit-log?act=audit_log')
  expect(body.items.map((entry: { act: string }) => entry.act)).toEqual(['audit_log.read'])
  expect((await nadia.get('/api/administration/audit-log')).status).toBe(403)
})

test('the log cannot be changed, not even by the application', async () => {
  const edit = world.server.database.transaction((trx) => trx.run(sql`delete from audit_log`))
  await expect(edit).rejects.toThrow('cannot be changed')
})

test('without SMTP letters wait in the outbox, and reading one is written down', async () => {
  const id = await world.server.database.transaction((trx) =>
    postLetter(trx, {
      to: 'awa@essai.example',
      subject: 'Bienvenue',
      paragraphs: ['Entre donc.'],
      purpose: 'invitation',
      language: 'fr',
    }),
  )
  await world.runJobs()
  const { items } = (await laurie.get('/api/administration/mails?state=kept')).body
  expect(items).toMatchObject([{ id, to: 'awa@essai.example', subject: 'Bienvenue', state: 'kept' }])
  expect((await laurie.get(`/api/administration/mails/${id}`)).body.body).toContain('Entre donc.')
  const log = await world.server.database.db.rows(
    sql`select details from audit_log where act = 'mail.read' and subject_id = ${id}`,
  )
  expect(log).toEqual([{ details: { purpose: 'invitation' } }])
  expect((await nadia.get('/api/administration/mails')).status).toBe(403)
  expect((await nadia.get(`/api/administration/mails/${id}`)).status).toBe(403)
  expect((await laurie.get(`/api/administration/mails/${uuid7()}`)).status).toBe(404)
})

test('administrators see how the installation is, in counts', async () => {
  const { body } = await laurie.get('/api/administration/health')
  expect(body).toMatchObject({
    people: { active: 3 },
    mail: { configured: false, kept: 1 },
    files: { count: 0 },
    jobs: { failed: 0 },
  })
  expect(body.database.bytes).toBeGreaterThan(0)
  expect((await nadia.get('/api/administration/health')).status).toBe(403)
})
