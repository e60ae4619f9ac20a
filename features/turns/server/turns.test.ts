import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { APP_PASSWORD, type Networks, openNetworks } from '#app/testing/networks.ts'
import { ambassadorOf, openProgramme } from '#app/testing/programme.ts'
import { openWorld, type Person, type World } from '#app/testing/world.ts'
import { sql } from '#platform/server/db.ts'
import { inform } from '#platform/server/emit.ts'
import { publicationSettled } from '#features/publishing/contract.ts'
import { passTheGate } from '#app/testing/turns.ts'
import { passTurnsOn, tellTurns } from './jobs.ts'
import { turnFacts } from './queries/facts.ts'

let networks: Networks
let world: World
let nadia: Person
let clara: Person
let bruno: Person
let sofia: Person
let manager: Person
let tempo: { id: string }
let programme: { id: string; spaceId: string }
let bluesky = ''
let page = ''

beforeAll(async () => {
  networks = await openNetworks()
  world = await openWorld({ networks: { loopback: true, linkedin: undefined } })
  nadia = await world.member('nadia', { standing: 'animator' })
  manager = await world.member('manager')
  ;[clara, bruno, sofia] = [
    await world.member('clara'),
    await world.member('bruno'),
    await world.member('sofia'),
  ]
})
afterAll(async () => {
  await world?.close()
  await networks?.close()
})

const run = (query: ReturnType<typeof sql>) => world.server.database.transaction((trx) => trx.run(query))

/** Each test has its own community, three ambassadors through the gate, an account by API and one assisted. */
beforeEach(async () => {
  networks.said.length = 0
  tempo = await world.community(nadia, { openness: 'closed' })
  await world.seat(tempo, manager)
  programme = await openProgramme(world, tempo)
  for (const person of [clara, bruno, sofia]) {
    await ambassadorOf(world, programme, person)
    await passTheGate(world, programme, person)
  }
  ;[bluesky, page] = [newId(), newId()]
  await nadia.post(`/api/connections/${bluesky}/session`, {
    spaceId: tempo.id,
    handle: 'aubrelle.example',
    appPassword: APP_PASSWORD,
    server: networks.url,
  })
  await nadia.put(`/api/connections/${page}`, { spaceId: tempo.id, network: 'linkedin', name: 'Aubrelle' })
  const set = await nadia.patch(`/api/programmes/${programme.id}/roster`, {
    connectionIds: [bluesky, page],
    onDuty: {
      memberId: null,
      name: 'Hélène Garnier',
      phone: '+33 6 00 00 00 00',
      link: '',
      hours: '7 h à 19 h',
    },
  })
  expect(set.status).toBe(200)
})

const rosterOf = async (person: Person) => (await person.get(`/api/programmes/${programme.id}/roster`)).body
const aTurn = async (person: Person | null, from = 0, state = person ? 'confirmed' : 'open') => {
  const id = newId()
  await run(sql`insert into turns (id, programme_id, starts_on, ends_on, member_id, state)
    values (${id}, ${programme.id}, (now() at time zone 'Europe/Paris')::date + ${from}::int,
      (now() at time zone 'Europe/Paris')::date + ${from + 6}::int, ${person?.id ?? null}, ${state})`)
  return id
}
const accept = (person: Person) => person.put(`/api/programmes/${programme.id}/roster/code`, { version: 1 })
const say = (person: Person, turnId: string, text: string, more: object = {}, id = newId()) =>
  person.put(`/api/turn-posts/${id}`, { turnId, connectionId: bluesky, text, ...more })
const told = async (person: Person) => JSON.stringify((await person.get('/api/notifications')).body.items)

test('turns are planned fairly and proposed; nobody is put down for one, and gaps show', async () => {
  const planned = await nadia.post(`/api/programmes/${programme.id}/roster/turns`, { turns: 6 })
  const holders = planned.body.turns.map((turn: { holder: { memberId: string } }) => turn.holder.memberId)
  expect(holders.filter((id: string) => id === clara.id)).toHaveLength(2)
  expect(new Set(planned.body.turns.map((turn: { state: string }) => turn.state))).toEqual(
    new Set(['proposed']),
  )
  const mine = planned.body.turns.find(
    (turn: { holder: { memberId: string } }) => turn.holder.memberId === clara.id,
  )
  expect((await clara.put(`/api/turns/${mine.id}/answer`, { yes: true })).status).toBe(200)
  expect((await rosterOf(bruno)).turns.find((turn: { id: string }) => turn.id === mine.id).state).toBe(
    'confirmed',
  )
  const refused = planned.body.turns.find(
    (turn: { holder: { memberId: string } }) => turn.holder.memberId === bruno.id,
  )
  await bruno.put(`/api/turns/${refused.id}/answer`, { yes: false })
  const now = (await rosterOf(bruno)).turns.find((turn: { id: string }) => turn.id === refused.id)
  expect(now.holder.memberId).not.toBe(bruno.id)
  expect((await clara.post(`/api/programmes/${programme.id}/roster/turns`, { turns: 1 })).status).toBe(403)
})

test('the only gate is the charter and the training: whoever is not through takes no turn', async () => {
  const open = await aTurn(null, 7)
  await run(sql`delete from charter_signatures where member_id = ${sofia.id}`)
  expect(await sofia.put(`/api/turns/${open}/taking`)).toMatchObject({
    status: 403,
    body: { code: 'turn.charter_first' },
  })
  expect(await nadia.put(`/api/turns/${open}/holder`, { memberId: sofia.id })).toMatchObject({
    status: 422,
    body: { code: 'turn.not_ready' },
  })
  const { items, serving } = (await nadia.get(`/api/programmes/${programme.id}/roster/candidates`)).body
  expect([items.length, serving]).toEqual([2, 3])
})

test('two at once want the same turn: one has it', async () => {
  const open = await aTurn(null, 7)
  const replies = await Promise.all([clara, bruno].map((one) => one.put(`/api/turns/${open}/taking`)))
  expect(replies.map((reply) => reply.status).sort()).toEqual([200, 409])
})

test('during one’s turn one publishes with no approval; before, after and beyond it, a sentence says why not', async () => {
  const turn = await aTurn(clara)
  const ahead = await aTurn(bruno, 7)
  expect(await say(clara, turn, 'Bonjour')).toMatchObject({ status: 403, body: { code: 'turn.code_first' } })
  await accept(clara)
  await accept(bruno)
  expect((await say(clara, turn, 'J’ai dessiné ces fenêtres.')).status).toBe(200)
  expect(await say(bruno, ahead, 'Trop tôt')).toMatchObject({ status: 403, body: { code: 'turn.not_now' } })
  expect(await say(bruno, turn, 'À ta place')).toMatchObject({ status: 403, body: { code: 'turn.not_mine' } })
  expect(await say(nadia, turn, 'À ta place')).toMatchObject({ status: 403 })
  const beyond = new Date(Date.now() + 8 * 86_400_000).toISOString()
  const late = await say(clara, turn, 'Trop tard', { publishAt: beyond })
  expect(late).toMatchObject({ status: 422, body: { code: 'turn.beyond', errors: [{ field: 'publishAt' }] } })
  await world.runJobs()
  expect(networks.said.map((one) => one.text)).toEqual(['J’ai dessiné ces fenêtres.'])
  const roster = await rosterOf(manager)
  expect(roster.published).toMatchObject([{ text: 'J’ai dessiné ces fenêtres.', state: 'sent' }])
  expect(JSON.stringify(roster)).not.toMatch(/jwt|token|password/i)
  expect((await manager.get(`/api/turns/${turn}`)).status).toBe(403)
  const facts = await turnFacts(world.server.database.db, tempo.id)
  expect(facts).toMatchObject({ roster: true, held90: 1, posts90: 1, current: { memberId: clara.id } })
})

test('what is scheduled waits for its minute, leaves once, and counts for whoever said it', async () => {
  const turn = await aTurn(clara)
  await accept(clara)
  const id = newId()
  const publishAt = new Date(Date.now() + 3_600_000).toISOString()
  await say(clara, turn, 'À dix heures.', { publishAt }, id)
  await world.runJobs()
  expect(networks.said).toEqual([])
  await run(sql`update publications set publish_at = now() where id = ${id}`)
  await run(sql`update graphile_worker._private_jobs set run_at = now()`)
  await world.runJobs()
  await world.runJobs()
  expect(networks.said).toHaveLength(1)
  const counted = await world.server.database.db.rows(sql`
    select 1 from contributions c join ambassadors a on a.id = c.ambassador_id where a.member_id = ${clara.id} and c.kind = 'turn'
      and a.programme_id = ${programme.id}`)
  expect(counted).toHaveLength(1)
})

test('assisted: the address of the post is pasted back, checked, and counts the same', async () => {
  const turn = await aTurn(clara)
  await accept(clara)
  const id = newId()
  const desk = await say(clara, turn, 'Sur la page.', { connectionId: page }, id)
  expect(desk.body.posts).toMatchObject([{ id, state: 'to_do' }])
  const at = `/api/turn-posts/${id}/address`
  expect(await clara.put(at, { url: 'https://exemple.example/1' })).toMatchObject({
    status: 422,
    body: { errors: [{ field: 'url' }] },
  })
  const url = 'https://www.linkedin.com/posts/aubrelle_1'
  expect((await clara.put(at, { url })).body.posts).toMatchObject([{ state: 'sent', url }])
  await clara.put(`/api/turns/${turn}/result`, {
    views: 21_300,
    likes: null,
    replies: 94,
    clicks: null,
    words: 'Merci.',
  })
  const { result } = (await clara.get(`/api/turns/${turn}`)).body
  expect(result).toMatchObject({ posts: 1, views: 21_300, replies: 94, likes: null, told: true })
})

test('an exchange is asked and accepted; asked of two, it happens once', async () => {
  const [mine, theirs] = [await aTurn(clara, 7), await aTurn(bruno, 14)]
  const [swap, other] = [newId(), newId()]
  await clara.put(`/api/swaps/${swap}`, { turnId: mine, otherTurnId: theirs })
  await clara.put(`/api/swaps/${other}`, { turnId: mine, otherTurnId: theirs })
  expect((await rosterOf(bruno)).swaps).toHaveLength(2)
  expect((await rosterOf(sofia)).swaps).toEqual([])
  expect((await sofia.put(`/api/swaps/${swap}/answer`, { yes: true })).status).toBe(404)
  expect((await bruno.put(`/api/swaps/${swap}/answer`, { yes: true })).status).toBe(200)
  expect(await bruno.put(`/api/swaps/${other}/answer`, { yes: true })).toMatchObject({ status: 409 })
  const turns = (await rosterOf(clara)).turns as { id: string; holder: { memberId: string } }[]
  expect(turns.map((turn) => turn.holder.memberId)).toEqual([bruno.id, clara.id])
  expect(await told(clara)).toContain('accepte ton échange')
})

test('two turns exchanged while one of them changes hands go to those who hold them then', async () => {
  const [one, other] = [await aTurn(clara, 10), await aTurn(null, 20)]
  let moving: Promise<unknown> | undefined
  await world.server.database.transaction(async (trx) => {
    await trx.run(sql`update turns set member_id = ${sofia.id}, state = 'confirmed' where id = ${other}`)
    moving = nadia.post(`/api/turns/${one}/move`, { otherId: other })
    await new Promise((done) => setTimeout(done, 300))
  })
  await moving
  const holders = (await rosterOf(nadia)).turns.map(
    (turn: { holder: { memberId: string } | null }) => turn.holder?.memberId,
  )
  expect(holders).toEqual([sofia.id, clara.id])
})

test('leave that was declared gives the turn to whoever is next, who is asked', async () => {
  const turn = await aTurn(clara, 7)
  await run(sql`insert into ambassador_leaves (id, ambassador_id, starts_on, ends_on)
    select ${newId()}, id, current_date + 8, current_date + 9 from ambassadors
    where member_id = ${clara.id} and programme_id = ${programme.id}`)
  await passTurnsOn(world.server.database)
  const [now] = (await rosterOf(clara)).turns
  expect(now).toMatchObject({ id: turn, state: 'proposed' })
  expect(now.holder.memberId).not.toBe(clara.id)
  expect(await told(clara)).toContain('tu ne seras pas là')
})

test('an incident stops everything, hides what can be, tells the leads, and nothing leaves before it is closed', async () => {
  const turn = await aTurn(clara)
  await accept(clara)
  await say(clara, turn, 'Parti.')
  await world.runJobs()
  const [later, byHand] = [newId(), newId()]
  await say(clara, turn, 'Plus tard.', { publishAt: new Date(Date.now() + 3_600_000).toISOString() }, later)
  await say(clara, turn, 'Sur la page.', { connectionId: page }, byHand)
  await clara.put(`/api/turn-posts/${byHand}/address`, { url: 'https://www.linkedin.com/posts/aubrelle_2' })
  expect(
    (await bruno.put(`/api/incidents/${newId()}`, { programmeId: programme.id, words: '', hide: true }))
      .status,
  ).toBe(403)
  const id = newId()
  const raised = await clara.put(`/api/incidents/${id}`, {
    programmeId: programme.id,
    words: 'Insultes.',
    hide: true,
  })
  expect(
    raised.body.lines.map((line: { kind: string; amount: number | null }) => [line.kind, line.amount]),
  ).toEqual([
    ['opened', null],
    ['stopped', 1],
    ['hidden', 1],
    ['by_hand', 1],
    ['told', 1],
  ])
  await run(sql`update graphile_worker._private_jobs set run_at = now()`)
  await world.runJobs()
  expect(networks.said).toEqual([])
  expect(await told(nadia)).toContain('Un incident est signalé')
  expect(await say(clara, turn, 'Encore')).toMatchObject({ status: 409, body: { code: 'turn.incident' } })
  expect((await manager.get(`/api/programmes/${programme.id}/incidents`)).status).toBe(403)
  expect((await bruno.get(`/api/programmes/${programme.id}/incidents`)).body.items).toEqual([])
  expect((await rosterOf(bruno)).incident).toBeNull()
  expect((await nadia.get(`/api/programmes/${programme.id}/incidents`)).body.items).toHaveLength(1)
  const events = await world.server.database.db.rows<{ payload: object }>(
    sql`select payload from events where space_id = ${tempo.id} and kind = 'roster.changed'`,
  )
  expect(JSON.stringify(events)).not.toContain('Insultes')
  await nadia.put(`/api/incidents/${id}/closing`, { words: 'Signalé au réseau.' })
  expect((await clara.put(`/api/turn-posts/${later}/again`)).status).toBe(200)
})

test('what was not sent when the turn ends is handed over or cancelled, by choice', async () => {
  const turn = await aTurn(clara)
  await accept(clara)
  const id = newId()
  await say(clara, turn, 'Pour la suite.', { publishAt: new Date(Date.now() + 3_600_000).toISOString() }, id)
  await run(sql`update turns set starts_on = starts_on - 7, ends_on = ends_on - 7 where id = ${turn}`)
  await run(
    sql`update publications set not_after = now() - interval '1 hour', publish_at = now() - interval '2 hours' where id = ${id}`,
  )
  await run(sql`update graphile_worker._private_jobs set run_at = now()`)
  await world.runJobs()
  expect(networks.said).toEqual([])
  expect((await clara.get(`/api/turns/${turn}`)).body).toMatchObject({
    leftovers: 1,
    posts: [{ state: 'failed' }],
  })
  const over = await clara.put(`/api/turns/${turn}/leftovers`, { choice: 'hand_over' })
  expect(over).toMatchObject({ status: 409, body: { code: 'turn.no_next' } })
  const next = await aTurn(bruno)
  expect((await clara.put(`/api/turns/${turn}/leftovers`, { choice: 'hand_over' })).body.leftovers).toBe(0)
  await accept(bruno)
  expect((await bruno.get(`/api/turns/${next}`)).body.posts).toMatchObject([
    { id, state: 'held', stopped: 'leftover' },
  ])
  expect((await bruno.put(`/api/turn-posts/${id}/again`)).status).toBe(200)
  await world.runJobs()
  expect(networks.said.map((one) => one.text)).toEqual(['Pour la suite.'])
})

test('what is said by whoever a turn went to counts for them', async () => {
  const turn = await aTurn(clara)
  await accept(clara)
  const id = newId()
  await say(
    clara,
    turn,
    'Repris par Bruno.',
    { publishAt: new Date(Date.now() + 3_600_000).toISOString() },
    id,
  )
  await nadia.put(`/api/turns/${turn}/holder`, { memberId: bruno.id })
  await bruno.put(`/api/turns/${turn}/answer`, { yes: true })
  await accept(bruno)
  expect((await say(bruno, turn, 'Redit par Bruno.', {}, id)).status).toBe(200)
  await world.runJobs()
  expect(networks.said.map((one) => one.text)).toEqual(['Redit par Bruno.'])
  const credited = await world.server.database.db.rows<{ memberId: string }>(sql`
    select a.member_id as "memberId" from contributions c join ambassadors a on a.id = c.ambassador_id
    where a.programme_id = ${programme.id} and c.kind = 'turn'`)
  expect(credited).toEqual([{ memberId: bruno.id }])
})

test('whoever lays the role down during their turn speaks for the company no more, not even by what was scheduled', async () => {
  const turn = await aTurn(clara)
  await accept(clara)
  await say(clara, turn, 'Plus tard.', { publishAt: new Date(Date.now() + 3_600_000).toISOString() })
  const { id } = (await clara.get(`/api/programmes/${programme.id}`)).body.mine
  await clara.put(`/api/ambassadors/${id}/leaving`, { why: '' })
  await run(sql`update publications set publish_at = now()`)
  await run(sql`update graphile_worker._private_jobs set run_at = now()`)
  await world.runJobs()
  expect(networks.said).toEqual([])
  expect((await rosterOf(nadia)).turns[0]).toMatchObject({ id: turn, state: 'open', holder: null })
})

test('a pause that covers a turn gives it to whoever is next, as a leave does', async () => {
  const turn = await aTurn(clara, 10)
  const { id } = (await clara.get(`/api/programmes/${programme.id}`)).body.mine
  const until = new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10)
  await clara.put(`/api/ambassadors/${id}/pause`, { until, why: '' })
  await passTurnsOn(world.server.database)
  const [next] = (await rosterOf(nadia)).turns.filter((one: { id: string }) => one.id === turn)
  expect(next.state).toBe('proposed')
  expect(next.holder.memberId).not.toBe(clara.id)
})

test('how to reach the person on duty is for those who serve or run the programme', async () => {
  await aTurn(clara)
  expect((await rosterOf(clara)).onDuty).toMatchObject({ name: 'Hélène Garnier', phone: '+33 6 00 00 00 00' })
  expect((await rosterOf(nadia)).onDuty.phone).toBe('+33 6 00 00 00 00')
  expect((await rosterOf(manager)).onDuty).toMatchObject({ name: '', phone: '', link: '' })
})

test('a post that was leaving as the incident was raised is taken down', async () => {
  const turn = await aTurn(clara)
  await accept(clara)
  const id = newId()
  await say(clara, turn, 'Déjà en route.', { publishAt: new Date(Date.now() + 3_600_000).toISOString() }, id)
  await clara.put(`/api/incidents/${newId()}`, { programmeId: programme.id, words: 'Stop.', hide: false })
  // The network had it before our stop reached the sender.
  await world.server.database.transaction(async (trx) => {
    await trx.run(
      sql`update publications set state = 'sent', external_id = 'at://x/app.bsky.feed.post/k', sent_at = now() where id = ${id}`,
    )
    await inform(trx, null, publicationSettled, tempo.id, {
      publicationId: id,
      authorId: clara.id,
      state: 'sent',
      url: null,
    })
  })
  const row = await world.server.database.db.row<{ asked: boolean }>(
    sql`select remove_asked_at is not null as asked from publications where id = ${id}`,
  )
  expect(row?.asked).toBe(true)
  const [incident] = (await nadia.get(`/api/programmes/${programme.id}/incidents`)).body.items
  expect(incident.lines.at(-1)).toMatchObject({ kind: 'hidden', amount: 1 })
})

test('a turn that changes hands stops what was scheduled in it', async () => {
  const turn = await aTurn(clara)
  await accept(clara)
  await say(clara, turn, 'Plus tard.', { publishAt: new Date(Date.now() + 3_600_000).toISOString() })
  await nadia.put(`/api/turns/${turn}/holder`, { memberId: bruno.id })
  await run(sql`update publications set publish_at = now()`)
  await run(sql`update graphile_worker._private_jobs set run_at = now()`)
  await world.runJobs()
  expect(networks.said).toEqual([])
  expect((await clara.get(`/api/turns/${turn}`)).status).toBe(403)
})

test('a turn of Monday is announced on Friday, in working hours, once; its end waits for a working day', async () => {
  // Noon and evening by the clock of Paris, in the winter of 2026.
  const at = (day: string, hour = 11) => tellTurns(world.server.database, new Date(`${day}T${hour}:00:00Z`))
  const id = newId()
  await run(sql`insert into turns (id, programme_id, starts_on, ends_on, member_id, state)
    values (${id}, ${programme.id}, '2026-11-30', '2026-12-06', ${clara.id}, 'confirmed')`)
  const told = async () => {
    const rows = await world.server.database.db.rows<{ says: string }>(sql`
      select details ->> 'says' as says from notifications where member_id = ${clara.id} and space_id = ${tempo.id} order by id`)
    return rows.map(({ says }) => says.replaceAll(/[\u00a0\u202f]/g, ' '))
  }
  await at('2026-11-26')
  await at('2026-11-27', 20)
  expect(await told()).toEqual([])
  await at('2026-11-27')
  await at('2026-11-27', 14)
  expect(await told()).toEqual(['Tu as la parole du lundi 30 novembre au dimanche 6 décembre.'])
  await at('2026-11-30')
  expect(await told()).toHaveLength(1)
  await run(
    sql`insert into blocked_days (id, label, kind, first_day, last_day) values (${newId()}, 'Inventaire', 'closed', '2026-12-07', '2026-12-07')`,
  )
  await at('2026-12-07')
  expect(await told()).toHaveLength(1)
  await at('2026-12-08')
  await run(sql`delete from blocked_days`)
  expect((await told())[1]).toContain('Ton tour est fini')
})

test('a turn confirmed on its first week-end is said when people work again, with the day it lasts until', async () => {
  const id = newId()
  await run(sql`insert into turns (id, programme_id, starts_on, ends_on, member_id, state)
    values (${id}, ${programme.id}, '2026-12-05', '2026-12-11', ${bruno.id}, 'confirmed')`)
  await tellTurns(world.server.database, new Date('2026-12-05T11:00:00Z'))
  await tellTurns(world.server.database, new Date('2026-12-06T11:00:00Z'))
  const count = () =>
    world.server.database.db.rows<{ says: string }>(sql`
      select details ->> 'says' as says from notifications where member_id = ${bruno.id} and space_id = ${tempo.id}`)
  expect(await count()).toEqual([])
  await tellTurns(world.server.database, new Date('2026-12-07T11:00:00Z'))
  expect((await count()).map(({ says }) => says)).toEqual(['Tu as la parole jusqu’au vendredi 11 décembre.'])
})
