import { v7 as uuid7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openWorld, type Person, type World } from '#app/testing/world.ts'
import { docOf } from '#platform/contract/rich-text.ts'
import { sql } from '#platform/server/db.ts'
import { byUrgency } from '../rules/objectives.ts'

let world: World
let nadia: Person
let mehdi: Person
let outsider: Person
let tempo: { id: string }
let count = 0

beforeAll(async () => {
  world = await openWorld()
  nadia = await world.member('nadia')
  mehdi = await world.member('mehdi')
  outsider = await world.member('greta', { standing: 'guest' })
})
afterAll(() => world.close())
beforeEach(async () => {
  tempo = await world.community(nadia)
})

const write = (query: ReturnType<typeof sql>) => world.server.database.transaction((trx) => trx.run(query))
const someone = (facts = {}) => world.member(`p${(count += 1)}`, facts)
const cockpit = async (who = nadia) => (await who.get(`/api/communities/${tempo.id}/cockpit`)).body
// A gesture is read by name: what it is, the contract says.
// oxlint-disable-next-line typescript/no-explicit-any
const gestureIn = (body: { gestures: { kind: string }[] }, kind: string): any =>
  body.gestures.find((gesture) => gesture.kind === kind)
const kinds = (body: { gestures: { kind: string }[] }) => body.gestures.map((gesture) => gesture.kind)
const welcome = (memberIds: string[], text = 'Contente de te voir ici.', id = uuid7(), who = nadia) =>
  who.put(`/api/communities/${tempo.id}/welcomes/${id}`, { memberIds, text })
const postBy = async (person: Person, draft: object = {}) => {
  const id = uuid7()
  const reply = await person.put(`/api/posts/${id}`, {
    spaceId: tempo.id,
    kind: 'message',
    body: docOf('Bonjour à tous'),
    ...draft,
  })
  expect(reply.status).toBe(200)
  return id
}
const commentBy = (person: Person, subjectId: string, body: object = docOf('Bienvenue')) =>
  person.put(`/api/comments/${uuid7()}`, { subjectId, body })
const mentioning = (person: Person) => ({
  type: 'doc',
  content: [
    {
      type: 'paragraph',
      content: [
        { type: 'mention', attrs: { id: person.id, label: 'x', kind: 'member' } },
        { type: 'text', text: ' salut' },
      ],
    },
  ],
})

async function invite(
  person: Person,
  facts: { state?: string; channel?: string; daysAgo?: number; planned?: boolean } = {},
): Promise<string> {
  const { state = 'sent', channel = 'email', daysAgo = 10, planned = false } = facts
  const [campaign, id] = [uuid7(), uuid7()]
  await write(sql`insert into campaigns (id, space_id) values (${campaign}, ${tempo.id})`)
  await write(sql`insert into invitations (id, campaign_id, space_id, member_id, channel, state, invited_at)
    values (${id}, ${campaign}, ${tempo.id}, ${person.id}, ${channel}, ${state}, now() - make_interval(days => ${daysAgo}))`)
  if (planned)
    await write(
      sql`insert into reminders (id, invitation_id, day, due_at) values (${uuid7()}, ${id}, 14, now() + interval '4 days')`,
    )
  return id
}

test('with nothing waiting, the list is empty: there is nothing else to do', async () => {
  expect(await cockpit()).toMatchObject({ name: 'Tempo', gestures: [], minutes: 0, aside: [] })
})

test('newcomers nobody has welcomed are on the list, those who wrote first; older members are not', async () => {
  const [quiet, wrote, old] = [await someone(), await someone(), await someone()]
  for (const person of [quiet, wrote, old]) await world.seat(tempo, person)
  await write(sql`update seats set joined_at = now() - interval '15 days' where member_id = ${old.id}`)
  await postBy(wrote)
  const gesture = gestureIn(await cockpit(), 'welcome')
  expect(gesture).toMatchObject({ count: 2, minutes: 5 })
  expect(gesture).toMatchObject({
    newcomers: [
      { id: wrote.id, posted: true },
      { id: quiet.id, posted: false },
    ],
  })
})

test('whoever named a newcomer, thanked them or answered their first post has welcomed them; answering oneself has not', async () => {
  const [named, thanked, answered, alone] = [
    await someone(),
    await someone(),
    await someone(),
    await someone(),
  ]
  for (const person of [named, thanked, answered, alone, mehdi]) await world.seat(tempo, person)
  await write(sql`update seats set joined_at = now() - interval '60 days' where member_id = ${mehdi.id}`)
  await postBy(mehdi, { body: mentioning(named) })
  await postBy(mehdi, { kind: 'kudos', recipientIds: [thanked.id] })
  const first = await postBy(answered)
  await commentBy(mehdi, first)
  const own = await postBy(alone)
  await commentBy(alone, own)
  expect(gestureIn(await cockpit(), 'welcome')).toMatchObject({ count: 1, newcomers: [{ id: alone.id }] })
})

test('one button welcomes by name: an answer to a first post, one post for the others, and each once', async () => {
  const [wrote, quiet, other] = [
    await someone({ givenName: 'Kévin' }),
    await someone({ givenName: 'Élodie' }),
    await someone({ givenName: 'Victor' }),
  ]
  for (const person of [wrote, quiet, other]) await world.seat(tempo, person)
  const first = await postBy(wrote)
  const id = uuid7()
  const ids = [wrote.id, quiet.id, other.id]
  const reply = await welcome(ids, 'Contente de te voir ici.', id)
  expect(reply).toMatchObject({ status: 200, body: { postId: id } })
  expect(reply.body.welcomed.sort()).toEqual([...ids].sort())
  const comments = (await nadia.get(`/api/comments?subjectId=${first}`)).body.items
  expect(comments).toHaveLength(1)
  expect(JSON.stringify(comments[0].body)).toContain('Kévin Essai')
  const post = (await nadia.get(`/api/posts/${id}`)).body
  const words = JSON.stringify(post.body)
  for (const name of ['Élodie Essai', 'Victor Essai', 'Contente de te voir ici.'])
    expect(words).toContain(name)
  expect(words).not.toContain('Kévin')
  const told = (await quiet.get('/api/notifications')).body.items.map((item: { kind: string }) => item.kind)
  expect(told).toContain('mention')
  expect(kinds(await cockpit())).not.toContain('welcome')
  // Repeated, the same request says the same and does nothing more; another one finds nobody left.
  expect((await welcome(ids, 'Contente de te voir ici.', id)).body).toEqual(reply.body)
  expect((await welcome(ids, 'Encore')).body).toEqual({ welcomed: [], postId: null })
  expect((await nadia.get(`/api/comments?subjectId=${first}`)).body.items).toHaveLength(1)
  expect((await nadia.get(`/api/posts?spaceId=${tempo.id}`)).body.items).toHaveLength(2)
})

test('two people pressing at once welcome each newcomer once', async () => {
  const newcomer = await someone()
  for (const person of [newcomer, mehdi])
    await world.seat(tempo, person, person === mehdi ? 'animator' : 'member')
  const replies = await Promise.all([welcome([newcomer.id]), welcome([newcomer.id], 'Salut', uuid7(), mehdi)])
  expect(replies.map((reply) => reply.body.welcomed.length).sort()).toEqual([0, 1])
})

test('somebody who leaves and comes back is welcomed again', async () => {
  const newcomer = await someone()
  await world.seat(tempo, newcomer)
  await welcome([newcomer.id])
  await newcomer.del(`/api/spaces/${tempo.id}/seat`)
  await world.seat(tempo, newcomer)
  expect(gestureIn(await cockpit(), 'welcome')).toMatchObject({ count: 1 })
})

test('nobody from elsewhere is welcomed here, and not without a word', async () => {
  const stranger = await someone()
  expect(await welcome([stranger.id])).toMatchObject({ status: 404, body: { code: 'member.not_found' } })
  await world.seat(tempo, stranger)
  expect((await welcome([stranger.id], '  ')).status).toBe(422)
  expect((await welcome([])).status).toBe(422)
})

test('questions nobody answered wait with their hours; one answered, closed or withdrawn does not', async () => {
  await world.seat(tempo, mehdi)
  const group = await world.group(nadia, tempo)
  await world.seat(group, mehdi)
  const older = await postBy(mehdi, { kind: 'question', title: 'Où est le gabarit ?' })
  await write(sql`update posts set published_at = now() - interval '26 hours' where id = ${older}`)
  const younger = await postBy(mehdi, { kind: 'question', title: 'Qui a la clé ?', spaceId: group.id })
  const answered = await postBy(mehdi, { kind: 'question', title: 'Déjà réglé ?' })
  await commentBy(nadia, answered)
  const closed = await postBy(mehdi, { kind: 'question', title: 'Fermée ?' })
  await nadia.put(`/api/posts/${closed}/closing`)
  const gesture = gestureIn(await cockpit(), 'questions')
  expect(gesture).toMatchObject({
    count: 2,
    minutes: 6,
    people: [{ id: mehdi.id }],
    questions: [
      { postId: older, title: 'Où est le gabarit ?' },
      { postId: younger, spaceId: group.id },
    ],
  })
})

test('questions of a secret group stay out of the day of an animator who is not in it', async () => {
  const ines = await someone()
  await world.seat(tempo, ines, 'animator')
  const secret = await world.group(nadia, tempo, { openness: 'secret' })
  await postBy(nadia, { kind: 'question', title: 'Entre nous ?', spaceId: secret.id })
  expect(kinds(await cockpit(ines))).not.toContain('questions')
  expect(kinds(await cockpit())).toContain('questions')
})

test('an invitation that came back asks for its address, and leaves the list once corrected', async () => {
  const person = await someone({ status: 'expected', email: 'faute@essai.example' })
  const id = await invite(person, { state: 'bounced', daysAgo: 1 })
  expect(gestureIn(await cockpit(), 'bounced')).toMatchObject({
    count: 1,
    bounces: [{ invitationId: id, email: 'faute@essai.example', person: { id: person.id } }],
  })
  expect((await nadia.post(`/api/invitations/${id}/sending`, { email: 'juste@essai.example' })).status).toBe(
    200,
  )
  expect(kinds(await cockpit())).not.toContain('bounced')
})

test('people are reminded by hand when a week has passed and nothing is on its way; letters wait by site', async () => {
  const facts = { status: 'expected' } as const
  const due = await invite(await someone(facts))
  await invite(await someone(facts), { daysAgo: 2 })
  await invite(await someone(facts), { planned: true })
  await invite(await someone(facts), { state: 'accepted' })
  for (const site of ['Valence', 'Valence', 'Cholet'])
    await invite(await someone({ ...facts, email: null, site }), { channel: 'letter' })
  const body = await cockpit()
  expect(gestureIn(body, 'remind')).toMatchObject({ count: 1, invitationIds: [due] })
  expect(gestureIn(body, 'letters')).toMatchObject({
    count: 3,
    minutes: 7,
    sites: [
      { site: 'Valence', people: 2 },
      { site: 'Cholet', people: 1 },
    ],
  })
  await nadia.post(`/api/invitations/${due}/sending`, {})
  expect(kinds(await cockpit())).not.toContain('remind')
})

test('past a thousand nobody counts any further: there are more, it says so, and the oldest come first', async () => {
  const facts = { status: 'expected' } as const
  await invite(await someone(facts), { daysAgo: 40 })
  const [oldest] = gestureIn(await cockpit(), 'remind').invitationIds
  const organization = await world.server.database.db.row<{ id: string }>(
    sql`select organization_id as id from members where id = ${nadia.id}`,
  )
  await write(sql`insert into members (id, organization_id, standing, status, staff_number, given_name, family_name, site)
    select gen_random_uuid(), ${organization?.id ?? ''}, 'member', case when n <= 10 then 'closed' else 'expected' end, 'MORE' || n, 'Une', 'Personne', 'Cholet'
    from generate_series(1, 1020) n`)
  const many = (channel: string) =>
    write(sql`insert into invitations (id, campaign_id, space_id, member_id, channel, state, invited_at)
      select gen_random_uuid(), (select campaign_id from invitations where id = ${oldest ?? ''}), ${tempo.id}, m.id, ${channel}, 'sent', now() - interval '10 days'
      from members m where m.staff_number like 'MORE%'`)
  await many('email')
  expect(gestureIn(await cockpit(), 'remind')).toMatchObject({ count: 1000, more: true, minutes: 2 })
  expect(gestureIn(await cockpit(), 'remind').invitationIds).toHaveLength(50)
  expect(gestureIn(await cockpit(), 'remind').invitationIds[0]).toBe(oldest)
  await write(sql`delete from invitations where space_id = ${tempo.id} and id <> ${oldest ?? ''}`)
  await many('letter')
  expect(gestureIn(await cockpit(), 'letters')).toMatchObject({ count: 1000, more: true })
  await write(
    sql`delete from invitations where member_id in (select id from members where staff_number like 'MORE9%')`,
  )
  const fewer = gestureIn(await cockpit(), 'letters')
  // Nine accounts that were closed are among those left: nobody hands them a letter.
  expect(fewer).toMatchObject({ more: false, sites: [{ site: 'Cholet', people: fewer.count }] })
  expect(fewer.count).toBe(1020 - 10 - 110)
})

test('the list is in order of people, seven at most, with the minutes of all', async () => {
  const newcomer = await someone()
  await world.seat(tempo, newcomer)
  const question = await postBy(newcomer, { kind: 'question', title: 'Par où commencer ?' })
  await mehdi.put(`/api/spaces/${tempo.id}/seat`)
  await write(sql`update seats set joined_at = now() - interval '60 days' where member_id = ${mehdi.id}`)
  await mehdi.put(`/api/reports/${uuid7()}`, { subjectId: question, reason: 'other' })
  await write(
    sql`insert into join_requests (id, space_id, member_id) values (${uuid7()}, ${tempo.id}, ${(await someone()).id})`,
  )
  await invite(await someone({ status: 'expected' }), { state: 'bounced' })
  await invite(await someone({ status: 'expected' }))
  await invite(await someone({ status: 'expected', email: null }), { channel: 'letter' })
  const body = await cockpit()
  expect(kinds(body)).toEqual(['reports', 'welcome', 'questions', 'requests', 'bounced', 'remind', 'letters'])
  expect(body.minutes).toBe(4 + 4 + 3 + 2 + 3 + 2 + 5)
})

test('a gesture put aside leaves my list until tomorrow, not that of somebody else, and comes back when I say', async () => {
  await world.seat(tempo, await someone())
  await world.seat(tempo, mehdi, 'animator')
  const choice = `/api/communities/${tempo.id}/choices/welcome`
  expect((await nadia.put(choice, { until: 'tomorrow' })).body).toEqual({ done: true })
  expect(await cockpit()).toMatchObject({ gestures: [], aside: ['welcome'] })
  expect(kinds(await cockpit(mehdi))).toEqual(['welcome'])
  await nadia.put(choice, { until: 'next_week' })
  const { days } = (await world.server.database.db.row<{ days: number }>(
    sql`select ceil(extract(epoch from until - now()) / 86400)::int as days from cockpit_choices where member_id = ${nadia.id} and space_id = ${tempo.id}`,
  )) ?? { days: 0 }
  expect(days).toBe(7)
  await nadia.del(choice)
  expect(kinds(await cockpit())).toEqual(['welcome'])
  await nadia.put(choice, { until: 'tomorrow' })
  await write(sql`update cockpit_choices set until = now()`)
  expect(kinds(await cockpit())).toEqual(['welcome'])
  expect(
    (await nadia.put(`/api/communities/${tempo.id}/choices/nothing`, { until: 'tomorrow' })).status,
  ).toBe(422)
})

test('only those who animate the community open its cockpit', async () => {
  const [member, moderator] = [await someone(), await someone()]
  await world.seat(tempo, member)
  await world.seat(tempo, moderator, 'moderator')
  const path = `/api/communities/${tempo.id}`
  expect((await world.visitor().get(`${path}/cockpit`)).status).toBe(401)
  for (const person of [member, moderator, mehdi]) {
    expect(await person.get(`${path}/cockpit`)).toMatchObject({
      status: 403,
      body: { code: 'cockpit.forbidden' },
    })
    expect((await welcome([member.id], 'Salut', uuid7(), person)).status).toBe(403)
    expect((await person.put(`${path}/choices/welcome`, { until: 'tomorrow' })).status).toBe(403)
    expect((await person.del(`${path}/choices/welcome`)).status).toBe(403)
  }
  expect((await outsider.get(`${path}/cockpit`)).status).toBe(404)
  expect((await welcome([member.id], 'Salut', uuid7(), outsider)).status).toBe(404)
})

test('an animator from outside sees no invitation: those name people of the directory', async () => {
  await world.seat(tempo, outsider, 'animator')
  await invite(await someone({ status: 'expected' }), { state: 'bounced' })
  await invite(await someone({ status: 'expected' }))
  expect(kinds(await cockpit(outsider))).toEqual([])
  expect(kinds(await cockpit())).toEqual(['bounced', 'remind'])
})

test('the cockpit says nothing about when or how often anybody comes', async () => {
  await world.seat(tempo, await someone())
  const told = JSON.stringify(await cockpit())
  expect(told).not.toMatch(/arrivedAt|lastSeen|lastActive|visits|online|joinedAt/)
})

test('the objective under way comes first, then the one to come, then those that are over', () => {
  const objective = (id: string, measure: 'arrived' | 'active', startsOn: string, deadline: string) => ({
    id,
    measure,
    target: 0.8,
    startsOn,
    deadline,
  })
  const list = [
    objective('old', 'arrived', '2025-01-01', '2025-03-01'),
    objective('older', 'arrived', '2024-01-01', '2024-03-01'),
    objective('next', 'arrived', '2026-12-01', '2027-03-01'),
    objective('acting', 'active', '2026-09-01', '2026-12-01'),
    objective('coming', 'arrived', '2026-09-01', '2026-12-31'),
  ]
  expect(byUrgency(list, '2026-11-22').map((one) => one.id)).toEqual([
    'coming',
    'acting',
    'next',
    'old',
    'older',
  ])
})
