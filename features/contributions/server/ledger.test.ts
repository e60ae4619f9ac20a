import { v7 as uuid7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { ambassadorOf, openProgramme } from '#app/testing/programme.ts'
import { openWorld, type Person, type World } from '#app/testing/world.ts'
import { sql } from '#platform/server/db.ts'
import { recordContribution, undoContribution } from './commands/ledger.ts'

let world: World
let lead: Person
let mehdi: Person
let ines: Person
let bruno: Person
let animator: Person
let space: { id: string }
let programme: { id: string; spaceId: string }
let own: { id: string }

const DOC = {
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Un gabarit.' }] }],
}
const today = () => new Date().toISOString().slice(0, 10)

beforeAll(async () => {
  world = await openWorld()
  lead = await world.member('lead')
  mehdi = await world.member('mehdi')
  ines = await world.member('ines')
  bruno = await world.member('bruno')
  animator = await world.member('animator')
})
afterAll(() => world.close())

beforeEach(async () => {
  space = await world.community(lead)
  await world.seat(space, bruno)
  await world.seat(space, animator, 'animator')
  programme = await openProgramme(world, space)
  own = await ambassadorOf(world, programme, mehdi)
  await ambassadorOf(world, programme, ines)
  // Nobody here is new any more.
  await world.server.database.transaction((trx) =>
    trx.run(sql`update seats set joined_at = now() - interval '90 days' where space_id = ${space.id}`),
  )
})

const ledger = async (person = mehdi, id = own.id) =>
  (await person.get(`/api/ambassadors/${id}/contributions`)).body.items as {
    id: string
    kind: string
    weight: number
    state: string
    title: string
    path: string | null
  }[]
const kinds = async () => (await ledger()).map((line) => line.kind).sort()

async function publish(person: Person, more: object = {}): Promise<string> {
  const id = uuid7()
  const reply = await person.put(`/api/posts/${id}`, {
    spaceId: space.id,
    kind: 'message',
    body: DOC,
    ...more,
  })
  expect(reply.status).toBe(200)
  return id
}

test('a post counts as it is published, with where it can be read, and no longer once withdrawn', async () => {
  const id = await publish(mehdi)
  expect(await ledger()).toMatchObject([
    { kind: 'post', weight: 1, state: 'counted', title: 'Un gabarit.', path: `/publications/${id}` },
  ])
  await mehdi.del(`/api/posts/${id}`)
  expect(await ledger()).toEqual([])
})

test('a post without a title is named by its first words, none of them cut', async () => {
  const words =
    'Pour régler la butée, je glisse une carte de cantine entre le guide et la cale, puis je serre.'
  await publish(mehdi, {
    body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }] },
  })
  expect((await ledger())[0]?.title).toBe(
    'Pour régler la butée, je glisse une carte de cantine entre le guide et la cale, puis je…',
  )
})

test('what members who do not serve do is not followed at all', async () => {
  await publish(bruno)
  const rows = await world.server.database.db.rows(sql`
    select 1 from contributions c join ambassadors a on a.id = c.ambassador_id where a.programme_id = ${programme.id}`)
  expect(rows).toEqual([])
})

test('an accepted answer counts once a question, for another than who asked, and follows a change of mind', async () => {
  const question = await publish(bruno, { kind: 'question', title: 'Comment caler les paumelles ?' })
  const answer = async (person: Person) => {
    const id = uuid7()
    await person.put(`/api/comments/${id}`, { subjectId: question, body: DOC })
    return id
  }
  const [first, second, hisOwn] = [await answer(mehdi), await answer(ines), await answer(bruno)]
  await bruno.put(`/api/posts/${question}/answer`, { commentId: first })
  expect(await kinds()).toEqual(['answer'])
  await bruno.put(`/api/posts/${question}/answer`, { commentId: second })
  expect(await kinds()).toEqual([])
  await bruno.put(`/api/posts/${question}/answer`, { commentId: first })
  await bruno.put(`/api/posts/${question}/answer`, { commentId: first })
  expect(await kinds()).toEqual(['answer'])
  await bruno.put(`/api/posts/${question}/answer`, { commentId: hisOwn })
  expect(await kinds()).toEqual([])
})

test('a practice counts once others took it up, once however many, and no longer when none is left', async () => {
  const id = await publish(mehdi, {
    kind: 'practice',
    title: 'Le gabarit',
    practice: { concern: 'Le jeu', gesture: 'La cale', gain: 'Dix minutes' },
  })
  await mehdi.put(`/api/posts/${id}/adoption`)
  expect(await kinds()).toEqual(['post'])
  await bruno.put(`/api/posts/${id}/adoption`)
  await ines.put(`/api/posts/${id}/adoption`)
  expect(await kinds()).toEqual(['adoption', 'post'])
  await bruno.del(`/api/posts/${id}/adoption`)
  expect(await kinds()).toEqual(['adoption', 'post'])
  await ines.del(`/api/posts/${id}/adoption`)
  expect(await kinds()).toEqual(['post'])
})

test('answering somebody who has just arrived welcomes them, once', async () => {
  const newcomer = await world.member(`n${uuid7().slice(-8)}`)
  await world.seat(space, newcomer)
  const hello = await publish(newcomer)
  for (const _ of [1, 2]) await mehdi.put(`/api/comments/${uuid7()}`, { subjectId: hello, body: DOC })
  expect(await ledger()).toMatchObject([{ kind: 'welcome', weight: 0.5 }])
  const old = await publish(bruno)
  await mehdi.put(`/api/comments/${uuid7()}`, { subjectId: old, body: DOC })
  expect(await kinds()).toEqual(['welcome'])
})

test('later features write lines of their own, twice the same is once, and take them back', async () => {
  const sourceId = uuid7()
  const line = {
    programmeId: programme.id,
    memberId: mehdi.id,
    kind: 'mission',
    sourceKind: 'mission',
    sourceId,
    at: new Date().toISOString(),
    title: 'Essayer le suivi des outils coupés',
    path: `/missions/${sourceId}`,
  } as const
  const { database } = world.server
  await database.transaction((trx) => recordContribution(trx, line))
  await database.transaction((trx) => recordContribution(trx, line))
  expect(await ledger()).toMatchObject([{ kind: 'mission', title: line.title, path: line.path }])
  await database.transaction((trx) =>
    undoContribution(trx, { sourceKind: 'mission', sourceId, memberId: ines.id }),
  )
  expect(await kinds()).toEqual(['mission'])
  await database.transaction((trx) => undoContribution(trx, { sourceKind: 'mission', sourceId }))
  expect(await kinds()).toEqual([])
})

test('speaking outside counts only for those who asked that it does, and is forgotten when they no longer do', async () => {
  const share = () =>
    world.server.database.transaction((trx) =>
      recordContribution(trx, {
        programmeId: programme.id,
        memberId: mehdi.id,
        kind: 'sharing',
        sourceKind: 'share',
        sourceId: uuid7(),
        at: new Date().toISOString(),
      }),
    )
  await share()
  expect(await kinds()).toEqual([])
  await mehdi.put(`/api/ambassadors/${own.id}/follow-up/choices`, { countSharing: true })
  await share()
  expect(await kinds()).toEqual(['sharing'])
  await mehdi.put(`/api/ambassadors/${own.id}/follow-up/choices`, { countSharing: false })
  expect(await kinds()).toEqual([])
})

test('a programme weighs what counts; what was done before keeps the weight of its day', async () => {
  await publish(mehdi)
  const table = `/api/programmes/${programme.id}/contribution-kinds`
  const changed = await animator.put(table, { items: [{ kind: 'post', weight: 3, counted: true }] })
  expect(changed.body.items[0]).toEqual({ kind: 'post', weight: 3, counted: true })
  await publish(mehdi)
  expect((await ledger()).map((line) => line.weight).sort()).toEqual([1, 3])
  await animator.put(table, { items: [{ kind: 'post', weight: 3, counted: false }] })
  await publish(mehdi)
  expect(await ledger()).toHaveLength(2)
  expect((await bruno.get(table)).body.can).toEqual({ shape: false })
  expect((await mehdi.put(table, { ledgerMonths: 12 })).status).toBe(403)
  expect((await animator.put(table, { ledgerMonths: 2 })).body.errors[0].field).toBe('ledgerMonths')
})

const declared = (more: object = {}) => ({ ambassadorId: own.id, what: 'demo', on: today(), ...more })

test('what happens outside is declared in one tap, and counts at once where no peer is asked', async () => {
  const id = uuid7()
  const reply = await mehdi.put(
    `/api/declarations/${id}`,
    declared({ people: 8, words: 'Au point du matin' }),
  )
  expect(reply.body).toMatchObject({
    kind: 'outside',
    state: 'counted',
    declaration: { what: 'demo', people: 8 },
  })
  await mehdi.put(`/api/declarations/${id}`, declared())
  expect(await ledger()).toHaveLength(1)
  expect((await ines.put(`/api/declarations/${uuid7()}`, declared())).status).toBe(404)
  expect((await lead.put(`/api/declarations/${uuid7()}`, declared())).status).toBe(403)
  expect((await ines.del(`/api/declarations/${id}`)).status).toBe(404)
  await mehdi.del(`/api/declarations/${id}`)
  expect(await ledger()).toEqual([])
})

test('a day to come, or too far back, is refused in a sentence', async () => {
  const on = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
  const ask = (day: string) => mehdi.put(`/api/declarations/${uuid7()}`, declared({ on: day }))
  expect((await ask(on(2))).body).toMatchObject({ code: 'declaration.ahead', errors: [{ field: 'on' }] })
  expect((await ask(on(-62))).body).toMatchObject({ code: 'declaration.late', errors: [{ field: 'on' }] })
})

test('where a peer confirms, another ambassador does, whom the person asked; nobody confirms themselves', async () => {
  await world.server.database.transaction((trx) =>
    trx.run(sql`update programmes set peer_confirmation = true where id = ${programme.id}`),
  )
  const declare = (peerId?: string) =>
    mehdi.put(`/api/declarations/${uuid7()}`, declared(peerId ? { peerId } : {}))
  expect((await declare()).body.code).toBe('declaration.peer')
  expect((await declare(mehdi.id)).body.code).toBe('declaration.peer_self')
  expect((await declare(bruno.id)).body.code).toBe('declaration.peer_serves')
  expect((await mehdi.get(`/api/programmes/${programme.id}/peers`)).body.items).toMatchObject([
    { id: ines.id },
  ])
  expect((await bruno.get(`/api/programmes/${programme.id}/peers`)).status).toBe(403)
  const waiting = (await declare(ines.id)).body
  expect(waiting.state).toBe('waiting')
  const confirmations = `/api/programmes/${programme.id}/confirmations`
  expect((await ines.get(confirmations)).body.items).toMatchObject([{ id: waiting.id, what: 'demo' }])
  expect((await bruno.get(confirmations)).body.items).toEqual([])
  expect((await bruno.put(`/api/declarations/${waiting.id}/answer`, { confirmed: true })).status).toBe(404)
  expect((await mehdi.put(`/api/declarations/${waiting.id}/answer`, { confirmed: true })).status).toBe(404)
  await ines.put(`/api/declarations/${waiting.id}/answer`, { confirmed: true, words: 'J’y étais.' })
  expect(await ledger()).toMatchObject([{ state: 'counted', declaration: { peerWords: 'J’y étais.' } }])
  expect((await ines.put(`/api/declarations/${waiting.id}/answer`, { confirmed: false })).status).toBe(409)
  const other = (await declare(ines.id)).body
  await ines.put(`/api/declarations/${other.id}/answer`, {
    confirmed: false,
    words: 'Je n’étais pas là ce jour-là.',
  })
  expect((await ledger()).map((line) => line.state).sort()).toEqual(['counted', 'declined'])
  const news = (await mehdi.get('/api/notifications')).body.items.map((one: { says?: string }) =>
    JSON.stringify(one),
  )
  expect(news.join()).toContain('n’a pas pu confirmer')
})

test('a line is left out of the count by its person, and counted again; nobody else may', async () => {
  await publish(mehdi)
  const [line] = await ledger()
  const out = `/api/contributions/${line?.id}/leaving-out`
  expect((await ines.put(out)).status).toBe(404)
  expect((await lead.put(out)).status).toBe(404)
  await mehdi.put(out)
  expect(await ledger()).toMatchObject([{ state: 'left_out' }])
  await mehdi.del(out)
  expect(await ledger()).toMatchObject([{ state: 'counted' }])
})

test('whoever objects is followed no more: no state, no line, no proposal, until they come back on it', async () => {
  const choices = `/api/ambassadors/${own.id}/follow-up/choices`
  const objected = await mehdi.put(choices, { objection: 'Je préfère en parler.' })
  expect(objected.body.standing).toMatchObject({ state: null, code: 'objected' })
  await publish(mehdi)
  expect(await ledger()).toEqual([])
  const proposed = await lead.put(`/api/proposals/${uuid7()}`, {
    ambassadorId: own.id,
    kind: 'nudge',
    message: 'Bonjour',
    terms: { ideas: ['Un café'] },
  })
  expect(proposed.body.code).toBe('proposal.objected')
  const told = (await lead.get('/api/notifications')).body.items
  expect(JSON.stringify(told)).toContain('suspendu')
  expect((await mehdi.put(choices, { objection: null })).body.standing.code).not.toBe('objected')
  await publish(mehdi)
  expect(await ledger()).toHaveLength(1)
})

test('the whole is taken away as a file, by its person alone', async () => {
  await publish(mehdi)
  await mehdi.put(`/api/declarations/${uuid7()}`, declared({ words: 'Une démonstration' }))
  const file = await mehdi.get(`/api/ambassadors/${own.id}/follow-up/export`)
  expect(file.headers['content-disposition']).toContain('mon-suivi.json')
  expect(file.body.ledger).toHaveLength(2)
  expect(Object.keys(file.body)).toEqual(
    expect.arrayContaining(['followUp', 'ledger', 'lifeLine', 'whatCounts', 'confirmedForOthers']),
  )
  expect((await lead.get(`/api/ambassadors/${own.id}/follow-up/export`)).status).toBe(403)
  expect((await ines.get(`/api/ambassadors/${own.id}/follow-up/export`)).status).toBe(404)
})
