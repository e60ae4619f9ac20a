import { v7 as uuid7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { ambassadorOf, openProgramme } from '#app/testing/programme.ts'
import { openWorld, type Person, type World } from '#app/testing/world.ts'
import { docOf } from '#platform/contract/rich-text.ts'
import { sql } from '#platform/server/db.ts'
import { sendMornings } from './mornings.ts'

let world: World
let nadia: Person
let tempo: { id: string }
let count = 0

beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  nadia = await world.member(`nadia${(count += 1)}`)
  tempo = await world.community(nadia)
  await write(
    sql`update communities set stage = case when space_id = ${tempo.id} then 'launched' else 'design' end`,
  )
})

const write = (query: ReturnType<typeof sql>) => world.server.database.transaction((trx) => trx.run(query))
const someone = (facts = {}) => world.member(`p${(count += 1)}x${uuid7().slice(-6)}`, facts)
const mails = (purpose: string) =>
  world.server.database.db.rows<{ to: string; subject: string; body: string }>(sql`
    select to_address as to, subject, body_text as body from mails where purpose = ${purpose} and about_id = ${tempo.id} order by to_address`)
const MONDAY = { today: '2026-11-23', hour: 8 }
const send = (now = MONDAY) => sendMornings(world.server.database, 'http://localhost:3000', now)
const gestures = async (who = nadia) =>
  (await who.get(`/api/communities/${tempo.id}/cockpit`)).body.gestures as {
    kind: string
    thanks: { person: { id: string } }[]
    path: string | null
    practice: { postId: string } | null
  }[]
const kinds = async (who = nadia) => (await gestures(who)).map(({ kind }) => kind)
const question = async (person: Person) => {
  const id = uuid7()
  await person.put(`/api/posts/${id}`, { spaceId: tempo.id, kind: 'question', title: 'Et le vernis ?' })
  return id
}

test('the list leaves on the first working morning of the week, once, whatever runs again', async () => {
  await question(nadia)
  const mehdi = await someone()
  await world.seat(tempo, mehdi, 'animator')
  await send({ today: '2026-11-22', hour: 8 })
  await send({ today: '2026-11-23', hour: 5 })
  await send({ today: '2026-11-24', hour: 8 })
  expect(await mails('cockpit')).toEqual([])
  await Promise.all([send(), send()])
  await send()
  const left = await mails('cockpit')
  expect(left).toHaveLength(2)
  expect(left[0]?.body).toContain('Répondre à une question restée seule')
})

test('a member receives no list, nor does an animator without address, nor who prefers not; an empty list stays home', async () => {
  const without = await someone({ email: null })
  const member = await someone()
  await world.seat(tempo, without, 'animator')
  await world.seat(tempo, member)
  await write(sql`insert into welcomes (space_id, member_id) values (${tempo.id}, ${member.id})`)
  expect((await without.get(`/api/communities/${tempo.id}/cockpit`)).body.monday).toBeNull()
  await send()
  expect(await mails('cockpit')).toEqual([])
  await question(nadia)
  await nadia.put(`/api/communities/${tempo.id}/monday`, { wanted: false })
  await send({ today: '2026-11-30', hour: 9 })
  expect(await mails('cockpit')).toEqual([])
  await nadia.put(`/api/communities/${tempo.id}/monday`, { wanted: true })
  await send({ today: '2026-12-07', hour: 9 })
  expect(await mails('cockpit')).toHaveLength(1)
})

test('the report of the month comes to sponsors and leads by itself, with figures about everybody', async () => {
  const boss = await someone({ givenName: 'Hélène' })
  const animator = await someone()
  await world.seat(tempo, boss, 'sponsor')
  await world.seat(tempo, animator, 'animator')
  await question(nadia)
  const days = await world.server.database.db.row<{ first: string }>(
    sql`select date_trunc('month', now() + interval '1 month')::date as first`,
  )
  let first = days?.first ?? ''
  // The first working day of next month.
  for (;;) {
    await send({ today: first, hour: 9 })
    if ((await mails('report')).length > 0 || first.endsWith('-10')) break
    first = new Date(Date.parse(`${first}T12:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
  }
  const left = await mails('report')
  const addresses = await world.server.database.db.rows<{ email: string }>(
    sql`select email::text from members where id = any(${[boss.id, nadia.id]}::uuid[])`,
  )
  expect(left.map(({ to }) => to).sort()).toEqual(addresses.map(({ email }) => email).sort())
  expect(left[0]?.body).toContain('Une question posée')
  expect(left[0]?.body).toContain('Moins de 10 membres')
  for (const { body } of left) expect(body).not.toContain(animator.name)
})

test('the page of the report opens to those who receive it and those who animate, and to nobody else', async () => {
  const boss = await someone()
  const member = await someone()
  await world.seat(tempo, boss, 'sponsor')
  await world.seat(tempo, member)
  expect((await boss.get(`/api/communities/${tempo.id}/report`)).body).toMatchObject({ mail: true })
  expect((await member.get(`/api/communities/${tempo.id}/report`)).status).toBe(403)
  expect((await boss.get(`/api/communities/${tempo.id}/report?month=2999-01`)).body.code).toBe(
    'report.future',
  )
  expect((await boss.put(`/api/communities/${tempo.id}/report/mail`, { wanted: false })).status).toBe(200)
  expect((await boss.get(`/api/communities/${tempo.id}/report`)).body.mail).toBe(false)
})

test('a month read later counts who was there when it ended', async () => {
  for (let index = 0; index < 10; index++) await world.seat(tempo, await someone())
  const people = async (month: string) =>
    (await nadia.get(`/api/communities/${tempo.id}/report${month}`)).body.lines
      .filter((one: { part: string }) => one.part === 'people')
      .map((one: { key: string }) => one.key)
  const days = await world.server.database.db.row<{ now: string; past: string }>(
    sql`select to_char(now() at time zone 'Europe/Paris', 'YYYY-MM') as now,
      to_char(now() at time zone 'Europe/Paris' - interval '2 months', 'YYYY-MM') as past`,
  )
  expect(await people(`?month=${days?.now}`)).toEqual(['joined', 'active'])
  expect(await people(`?month=${days?.past}`)).toEqual(['joined', 'silent'])
})

test('what is not for us stays away, comes back after the rest, and is forgotten once taken back; a report never is', async () => {
  await question(nadia)
  await invited()
  expect(await kinds()).toEqual(['questions', 'remind'])
  const at = `/api/communities/${tempo.id}/choices/questions`
  await nadia.put(at, { until: 'not_for_us' })
  expect(await kinds()).toEqual(['remind'])
  await write(
    sql`update cockpit_choices set until = now() - interval '1 minute' where space_id = ${tempo.id}`,
  )
  expect(await kinds()).toEqual(['remind', 'questions'])
  await nadia.del(at)
  expect(await kinds()).toEqual(['questions', 'remind'])
  expect(
    await nadia.put(`/api/communities/${tempo.id}/choices/reports`, { until: 'not_for_us' }),
  ).toMatchObject({ status: 409, body: { code: 'cockpit.always' } })
})

async function invited(): Promise<void> {
  const [campaign, person] = [uuid7(), await someone({ status: 'expected' })]
  await write(sql`insert into campaigns (id, space_id) values (${campaign}, ${tempo.id})`)
  await write(sql`insert into invitations (id, campaign_id, space_id, member_id, channel, state, invited_at)
    values (${uuid7()}, ${campaign}, ${tempo.id}, ${person.id}, 'email', 'sent', now() - interval '10 days')`)
}

test('an accepted answer deserves a word; once its author has been thanked by name, it is off the list', async () => {
  const karim = await someone()
  await world.seat(tempo, karim)
  await write(sql`insert into welcomes (space_id, member_id) values (${tempo.id}, ${karim.id})`)
  const asked = await question(nadia)
  const answer = uuid7()
  await karim.put(`/api/comments/${answer}`, { subjectId: asked, body: docOf('Dix minutes.') })
  expect(await kinds()).not.toContain('thank')
  await nadia.put(`/api/posts/${asked}/answer`, { commentId: answer })
  const [thank] = await gestures()
  expect(thank).toMatchObject({ kind: 'thank', thanks: [{ person: { id: karim.id }, because: 'answer' }] })
  await nadia.put(`/api/posts/${uuid7()}`, {
    spaceId: tempo.id,
    kind: 'kudos',
    body: docOf('Merci'),
    recipientIds: [karim.id],
  })
  expect(await kinds()).not.toContain('thank')
})

test('a practice taken up by three is worth pinning, until something is pinned', async () => {
  const practice = uuid7()
  await nadia.put(`/api/posts/${practice}`, {
    spaceId: tempo.id,
    kind: 'practice',
    title: 'Deux boîtes',
    practice: { concern: 'a', gesture: 'b', gain: 'c' },
  })
  for (let adopters = 0; adopters < 3; adopters++) {
    const one = await someone()
    await world.seat(tempo, one)
    await one.put(`/api/posts/${practice}/adoption`)
  }
  expect((await gestures()).find(({ kind }) => kind === 'spotlight')?.practice?.postId).toBe(practice)
  await nadia.put(`/api/posts/${practice}/pin`)
  expect(await kinds()).not.toContain('spotlight')
})

test('a fading ambassador is on the list of keepers, and of no other animator; a gathering due is on everybody’s', async () => {
  const programme = await openProgramme(world, tempo, { contributionsPerMonth: 4 })
  await ambassadorOf(world, programme, await someone(), 'active', { activeDaysAgo: 200 })
  const animator = await someone()
  await world.seat(tempo, animator, 'animator')
  await write(sql`update programmes set created_at = now() - interval '1 year' where id = ${programme.id}`)
  const lead = await kinds()
  expect(lead).toContain('gathering')
  expect(lead).toContain('fading')
  expect(await kinds(animator)).toContain('gathering')
  expect(await kinds(animator)).not.toContain('fading')
})
