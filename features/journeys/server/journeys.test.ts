import { v7 as uuid7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { ambassadorOf, openProgramme } from '#app/testing/programme.ts'
import { openWorld, type Person, type World } from '#app/testing/world.ts'
import { docOf } from '#platform/contract/rich-text.ts'
import { proveActor } from '#platform/server/actor.ts'
import { sql } from '#platform/server/db.ts'
import { moveAmbassador } from '#features/programme/server/commands/life-line.ts'
import { journeyFacts, stalledAmbassadors, trainingStanding } from './queries/overview.ts'
import { remindJourneys, settleJourneys } from './reminding.ts'

let world: World
let thomas: Person
let nadia: Person
let ada: Person
let tempo: { id: string }
let programme: { id: string; spaceId: string }
let lea: Person
let leaRecord: { id: string }
let count = 0

beforeAll(async () => {
  world = await openWorld()
  thomas = await world.member('thomas')
  nadia = await world.member('nadia')
  ada = await world.member('ada', { standing: 'administrator' })
})
afterAll(() => world.close())
beforeEach(async () => {
  // A keeper's diary is one, whatever the programme.
  await write(sql`delete from call_slots`)
  tempo = await world.community(thomas)
  await world.seat(tempo, nadia, 'animator')
  programme = await openProgramme(world, tempo)
  ;[lea, leaRecord] = await arriving()
})

const db = () => world.server.database
const write = (query: ReturnType<typeof sql>) => db().transaction((trx) => trx.run(query))
async function arriving(
  state: 'onboarding' | 'active' = 'onboarding',
  facts = {},
): Promise<[Person, { id: string }]> {
  const person = await world.member(`a${(count += 1)}`, facts)
  const record = await ambassadorOf(world, programme, person, state)
  await write(sql`update ambassadors set onboarding_since = now() where id = ${record.id}`)
  return [person, record]
}
const journeyOf = async (who: Person) => (await who.get(`/api/programmes/${programme.id}/journey`)).body
const stateOf = async (record: { id: string }) =>
  (await db().db.row<{ state: string }>(sql`select state from ambassadors where id = ${record.id}`))?.state
const newsOf = async (who: Person) =>
  (
    await db().db.rows<{ says: string }>(
      sql`select details->>'says' as says from notifications where member_id = ${who.id} and kind = 'news' order by id`,
    )
  ).map((row) => row.says)
const stepBy = async (draft: object, who = nadia): Promise<string> => {
  const id = uuid7()
  const reply = await who.put(`/api/journey-steps/${id}`, {
    programmeId: programme.id,
    title: 'Une marche',
    ...draft,
  })
  expect(reply.status).toBe(200)
  return id
}
const read = { kind: 'read', details: { text: 'Deux minutes.' } }
const slotBy = async (who = thomas, hours = 48): Promise<string> => {
  const id = uuid7()
  const reply = await who.put(`/api/call-slots/${id}`, {
    programmeId: programme.id,
    startsAt: new Date(Date.now() + hours * 3_600_000).toISOString(),
    minutes: 20,
    place: 'Au téléphone',
  })
  expect(reply.status).toBe(200)
  return id
}

test('a ready-made journey is copied in the language asked for, then is one’s own; asking again overwrites nothing', async () => {
  const at = `/api/programmes/${programme.id}/journey`
  const copied = await nadia.put(`${at}/model`, { model: 'scouts', language: 'fr' })
  expect(copied.body.steps.map((step: { title: string }) => step.title)).toContain('La rencontre fondatrice')
  const first = copied.body.steps[0]
  await nadia.put(`/api/journey-steps/${first.id}`, {
    programmeId: programme.id,
    kind: 'call',
    title: 'On s’appelle',
  })
  const again = await thomas.put(`${at}/model`, { model: 'relays', language: 'en' })
  expect(again.body.steps).toHaveLength(copied.body.steps.length)
  expect(again.body.steps[0].title).toBe('On s’appelle')
  expect((await lea.put(`${at}/model`, { model: 'scouts', language: 'fr' })).status).toBe(403)
})

test('steps are added, ordered and removed without taking anything from those on their way', async () => {
  const [one, two] = [await stepBy(read), await stepBy({ ...read, title: 'La suite' })]
  await lea.put(`/api/journey-steps/${one}/done`)
  const order = `/api/programmes/${programme.id}/journey/order`
  expect(
    (await nadia.put(order, { stepIds: [two, one] })).body.steps.map((step: { id: string }) => step.id),
  ).toEqual([two, one])
  expect(await nadia.put(order, { stepIds: [two] })).toMatchObject({
    status: 409,
    body: { code: 'step.order' },
  })
  expect((await journeyOf(lea)).steps).toMatchObject([{ id: two, doneAt: null }, { id: one }])
  await nadia.put(`/api/journey-steps/${one}`, { programmeId: programme.id, ...read, title: 'Autrement dit' })
  expect((await journeyOf(lea)).steps[1].doneAt).not.toBe(null)
  await nadia.del(`/api/journey-steps/${one}`)
  expect((await journeyOf(lea)).steps.map((step: { id: string }) => step.id)).toEqual([two])
  expect(
    await db().db.row(
      sql`select 1 as kept from journey_progress where step_id = ${one} and done_at is not null`,
    ),
  ).toEqual({ kept: 1 })
})

test('a step that lacks what its kind needs is refused in a sentence that names it; its kind never changes', async () => {
  const put = (draft: object) =>
    nadia.put(`/api/journey-steps/${uuid7()}`, { programmeId: programme.id, title: 'Une', ...draft })
  expect(await put({ kind: 'read' })).toMatchObject({ status: 422, body: { code: 'step.read_empty' } })
  expect((await put({ kind: 'learn' })).body.code).toBe('step.no_lesson')
  expect((await put({ kind: 'danse' })).status).toBe(422)
  const id = await stepBy(read)
  expect(
    await nadia.put(`/api/journey-steps/${id}`, { programmeId: programme.id, kind: 'call', title: 'Une' }),
  ).toMatchObject({ status: 409, body: { code: 'step.kind_fixed' } })
})

test('once the compulsory steps are done the role is taken up, in the same act; the optional ones wait', async () => {
  const [one, two] = [
    await stepBy(read),
    await stepBy({ kind: 'do', details: { task: 'install' }, compulsory: false }),
  ]
  expect((await lea.put(`/api/journey-steps/${two}/done`)).status).toBe(200)
  expect(await stateOf(leaRecord)).toBe('onboarding')
  const reply = await lea.put(`/api/journey-steps/${one}/done`)
  expect(reply.body).toMatchObject({ state: 'active' })
  expect(reply.body.completedAt).not.toBe(null)
  expect(await stateOf(leaRecord)).toBe('active')
  expect(await newsOf(thomas)).toEqual([
    'A' + lea.name.slice(1) + ' a terminé son parcours dans Les Éclaireurs.',
  ])
  // Done twice is done once.
  await lea.put(`/api/journey-steps/${one}/done`)
  expect(
    await db().db.row(
      sql`select count(*)::int as moves from ambassador_steps where ambassador_id = ${leaRecord.id} and to_state = 'active'`,
    ),
  ).toEqual({ moves: 1 })
})

test('the life line says why the role was taken up in the language of the company', async () => {
  const one = await stepBy(read)
  await write(sql`update network set language = 'en'`)
  await lea.put(`/api/journey-steps/${one}/done`)
  await write(sql`update network set language = 'fr'`)
  expect(
    await db().db.row(
      sql`select why from ambassador_steps where ambassador_id = ${leaRecord.id} and to_state = 'active'`,
    ),
  ).toEqual({ why: 'Journey complete.' })
})

test('whoever finished their journey on a pause takes up the role as the pause ends', async () => {
  const one = await stepBy(read)
  const until = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10)
  await thomas.put(`/api/ambassadors/${leaRecord.id}/pause`, { until, why: '' })
  await lea.put(`/api/journey-steps/${one}/done`)
  expect(await stateOf(leaRecord)).toBe('paused')
  await lea.del(`/api/ambassadors/${leaRecord.id}/pause`)
  expect(await stateOf(leaRecord)).toBe('active')
})

test('what the data says is seen: profile, first words, and what one cannot tick is not ticked', async () => {
  const profile = await stepBy({ kind: 'do', details: { task: 'profile' } })
  const hello = await stepBy({ kind: 'do', details: { task: 'introduce' } })
  expect(await lea.put(`/api/journey-steps/${profile}/done`)).toMatchObject({
    status: 409,
    body: { code: 'step.not_ticked' },
  })
  await lea.put(`/api/posts/${uuid7()}`, {
    spaceId: tempo.id,
    kind: 'message',
    body: docOf('Bonjour de Castres'),
  })
  expect((await journeyOf(lea)).steps).toMatchObject([{ doneAt: null }, { id: hello }])
  expect((await journeyOf(lea)).steps[1].doneAt).not.toBe(null)
  const file = uuid7()
  await write(
    sql`insert into files (id, owner_id, name, media_type, bytes, storage_key, use) values (${file}, ${lea.id}, 'p.webp', 'image/webp', 1, 'x', 'portrait')`,
  )
  await write(
    sql`update members set photo_file_id = ${file}, about = 'Je trace des limons.' where id = ${lea.id}`,
  )
  expect((await journeyOf(lea)).steps[0]).toMatchObject({ doneAt: null, seen: true })
  await settleJourneys(db())
  expect(await stateOf(leaRecord)).toBe('active')
})

test('the founding gathering is done once it was held and the person came', async () => {
  await stepBy({ kind: 'meeting', details: { with: 'founding' } })
  const gathering = uuid7()
  await write(sql`insert into gatherings (id, programme_id, kind, title, starts_at, ends_at, held_at)
    values (${gathering}, ${programme.id}, 'founding', 'Fondatrice', now() - interval '3 hours', now() - interval '1 hour', now())`)
  await write(
    sql`insert into gathering_answers (gathering_id, member_id, answer, came) values (${gathering}, ${lea.id}, 'on_site', 'no')`,
  )
  await settleJourneys(db())
  expect(await stateOf(leaRecord)).toBe('onboarding')
  await write(sql`update gathering_answers set came = 'online' where gathering_id = ${gathering}`)
  await settleJourneys(db())
  expect(await stateOf(leaRecord)).toBe('active')
})

test('slots are ahead and never overlap for whoever offers them', async () => {
  const slot = await slotBy()
  const put = (startsAt: Date) =>
    thomas.put(`/api/call-slots/${uuid7()}`, {
      programmeId: programme.id,
      startsAt: startsAt.toISOString(),
      minutes: 20,
    })
  const { startsAt } = (await lea.get(`/api/programmes/${programme.id}/call-slots`)).body.open[0]
  expect(await put(new Date(new Date(startsAt).getTime() + 10 * 60_000))).toMatchObject({
    status: 409,
    body: { code: 'slot.overlap' },
  })
  expect((await put(new Date(new Date(startsAt).getTime() + 20 * 60_000))).status).toBe(200)
  expect(await put(new Date(Date.now() - 60_000))).toMatchObject({ status: 422, body: { code: 'slot.past' } })
  expect(
    (await nadia.put(`/api/call-slots/${uuid7()}`, { programmeId: programme.id, startsAt, minutes: 20 }))
      .status,
  ).toBe(403)
  expect((await nadia.del(`/api/call-slots/${slot}`)).status).toBe(404)
})

test('two people who ask for the same slot at the same moment: one has it, the other is told', async () => {
  const slot = await slotBy()
  const [max] = await arriving()
  const replies = await Promise.all([lea, max].map((who) => who.put(`/api/call-slots/${slot}/booking`)))
  expect(replies.map((reply) => reply.status).sort()).toEqual([200, 409])
  expect(replies.find((reply) => reply.status === 409)?.body.code).toBe('slot.taken')
  expect(
    await db().db.row(
      sql`select count(*)::int as booked from call_slots where ambassador_id is not null and id = ${slot}`,
    ),
  ).toEqual({ booked: 1 })
})

test('a booked call may be moved or given back, and its lead learns of it; withdrawn, the ambassador does', async () => {
  const [one, two] = [await slotBy(), await slotBy(thomas, 72)]
  await lea.put(`/api/call-slots/${one}/booking`)
  await lea.put(`/api/call-slots/${two}/booking`)
  const { open } = (await lea.get(`/api/programmes/${programme.id}/call-slots`)).body
  expect(open.map((slot: { id: string; mine: boolean }) => [slot.id, slot.mine])).toEqual([
    [one, false],
    [two, true],
  ])
  expect((await newsOf(thomas)).length).toBeGreaterThan(1)
  await thomas.del(`/api/call-slots/${two}`)
  expect((await newsOf(lea)).at(-1)).toContain('ne peut plus tenir')
  await lea.put(`/api/call-slots/${one}/booking`)
  expect((await lea.del(`/api/call-slots/${one}/booking`)).status).toBe(200)
  expect((await newsOf(thomas)).at(-1)).toContain('a libéré')
})

test('a call is held when its lead says so; its notes are read by the two alone, whoever else keeps the programme', async () => {
  await stepBy({ kind: 'call' })
  await write(
    sql`insert into programme_keepers (programme_id, member_id) values (${programme.id}, ${nadia.id})`,
  )
  const slot = await slotBy()
  await lea.put(`/api/call-slots/${slot}/booking`)
  const at = `/api/call-slots/${slot}`
  expect((await lea.put(`${at}/held`)).status).toBe(403)
  const note = uuid7()
  expect(
    (await thomas.put(`/api/call-notes/${note}`, { slotId: slot, body: 'A peur de manquer de temps.' }))
      .status,
  ).toBe(200)
  expect((await lea.get(`${at}/notes`)).body.items).toMatchObject([
    { body: 'A peur de manquer de temps.', mine: false },
  ])
  for (const other of [nadia, ada]) {
    expect((await other.get(`${at}/notes`)).status).toBe(404)
    expect((await other.get(`${at}/calendar`)).status).toBe(404)
    expect((await other.put(`/api/call-notes/${uuid7()}`, { slotId: slot, body: 'x' })).status).toBe(404)
  }
  expect((await lea.del(`/api/call-notes/${note}`)).status).toBe(404)
  expect((await thomas.put(`${at}/held`)).status).toBe(200)
  expect(await stateOf(leaRecord)).toBe('active')
  // The file of the keeper tells that the call took place, not what was said.
  expect(JSON.stringify((await nadia.get(`/api/ambassadors/${leaRecord.id}/journey`)).body)).not.toContain(
    'peur',
  )
})

test('what was noted of a call that was given back is not read by whoever books that time next', async () => {
  const [theo] = await arriving()
  const slot = await slotBy()
  await lea.put(`/api/call-slots/${slot}/booking`)
  await thomas.put(`/api/call-notes/${uuid7()}`, { slotId: slot, body: 'Léa hésite encore.' })
  await lea.put(`/api/call-notes/${uuid7()}`, { slotId: slot, body: 'Parler de mon équipe.' })
  await lea.del(`/api/call-slots/${slot}/booking`)
  expect((await theo.put(`/api/call-slots/${slot}/booking`)).status).toBe(200)
  expect((await theo.get(`/api/call-slots/${slot}/notes`)).body.items).toEqual([])
})

test('two years after the role the file is forgotten, and what was noted of a call with it', async () => {
  await stepBy({ kind: 'call' })
  const slot = await slotBy()
  await lea.put(`/api/call-slots/${slot}/booking`)
  await thomas.put(`/api/call-notes/${uuid7()}`, { slotId: slot, body: 'Préfère le matin.' })
  await write(sql`update ambassadors set state = 'alumni' where id = ${leaRecord.id}`)
  await write(sql`insert into ambassador_steps (ambassador_id, to_state, at)
    values (${leaRecord.id}, 'alumni', now() - make_interval(months => 24, days => 1))`)
  await write(sql`select graphile_worker.add_job('forget-old-files', '{}'::json)`)
  await world.runJobs()
  expect(await stateOf(leaRecord)).toBeUndefined()
  expect(await db().db.row(sql`select 1 from call_notes where slot_id = ${slot}`)).toBeUndefined()
})

test('the calendar file of a call names the other and the place', async () => {
  const slot = await slotBy()
  await lea.put(`/api/call-slots/${slot}/booking`)
  const file = await lea.get(`/api/call-slots/${slot}/calendar`)
  expect(String(file.headers['content-type'])).toContain('text/calendar')
  expect(file.body).toContain('SUMMARY:Appel avec Thomas Essai')
  expect(file.body).toContain('LOCATION:Au téléphone')
})

test('a buddy serves too, is named by a keeper, nearest first; both are told, and may then be met', async () => {
  const met = await stepBy({ kind: 'meeting', details: { with: 'buddy' } })
  await write(sql`update members set site = 'Castres' where id = ${lea.id}`)
  const [far, farRecord] = await arriving('active')
  const [near, nearRecord] = await arriving('active', { site: 'Castres' })
  const [, alsoNew] = await arriving('onboarding', { site: 'Castres' })
  const choices = await thomas.get(`/api/ambassadors/${leaRecord.id}/buddy-choices`)
  expect(
    choices.body.items.map((one: { ambassadorId: string; near: string }) => [one.ambassadorId, one.near]),
  ).toEqual([
    [nearRecord.id, 'site'],
    [farRecord.id, 'none'],
    [alsoNew.id, 'site'],
  ])
  expect(await lea.put(`/api/journey-steps/${met}/done`)).toMatchObject({
    status: 409,
    body: { code: 'step.no_buddy' },
  })
  const put = (who: Person, buddyId: string) => who.put(`/api/ambassadors/${leaRecord.id}/buddy`, { buddyId })
  expect((await put(lea, nearRecord.id)).status).toBe(403)
  expect((await put(nadia, nearRecord.id)).status).toBe(404)
  expect((await put(thomas, leaRecord.id)).status).toBe(409)
  expect((await put(thomas, nearRecord.id)).body.buddy.id).toBe(near.id)
  expect((await newsOf(lea)).at(-1)).toContain(near.name)
  expect((await newsOf(near)).at(-1)).toContain(lea.name)
  expect(await newsOf(far)).toEqual([])
  expect((await lea.put(`/api/journey-steps/${met}/done`)).status).toBe(200)
})

const option = (id: string) => ({ id, label: id.slice(-4) })
const [yes, maybe, no] = [uuid7(), uuid7(), uuid7()]
const quiz = {
  kind: 'learn',
  details: {
    passMark: 75,
    lessons: [{ id: uuid7(), title: 'Une leçon', text: 'Un texte' }],
    questions: [
      {
        id: uuid7(),
        ask: 'Une ?',
        options: [option(yes), option(no)],
        right: [yes],
        explanation: 'Le secret un.',
      },
      {
        id: uuid7(),
        ask: 'Plusieurs ?',
        options: [option(yes), option(maybe), option(no)],
        right: [yes, maybe],
        explanation: 'Le secret deux.',
      },
    ],
  },
}
const [first, second] = quiz.details.questions.map((one) => one.id)

test('right answers and explanations stay on the server until the question is answered', async () => {
  const step = await stepBy(quiz)
  const told = JSON.stringify(await journeyOf(lea))
  expect(told).not.toContain('secret')
  expect(told).not.toContain('"right"')
  expect((await lea.get(`/api/programmes/${programme.id}/journey/edited`)).status).toBe(403)
  const tryId = uuid7()
  expect((await lea.put(`/api/journey-steps/${step}/tries/${tryId}`)).body).toEqual({ answered: 0, asked: 2 })
  const answer = await lea.put(`/api/quiz-tries/${tryId}/answers/${first}`, { options: [no] })
  expect(answer.body).toEqual({
    right: false,
    rightOptions: [yes],
    explanation: 'Le secret un.',
    passed: null,
  })
  // The first answer counts in its try.
  expect((await lea.put(`/api/quiz-tries/${tryId}/answers/${first}`, { options: [yes] })).body.right).toBe(
    false,
  )
})

test('a quiz is passed at its mark, after as many tries as one likes, and the training stands from then on', async () => {
  const step = await stepBy(quiz)
  const go = async (one: string[], two: string[]) => {
    const tryId = uuid7()
    await lea.put(`/api/journey-steps/${step}/tries/${tryId}`)
    await lea.put(`/api/quiz-tries/${tryId}/answers/${first}`, { options: one })
    return (await lea.put(`/api/quiz-tries/${tryId}/answers/${second}`, { options: two })).body.passed
  }
  expect(await trainingStanding(db().db, programme.id, lea.id)).toEqual({
    offered: true,
    passed: false,
    passedAt: null,
  })
  expect(await go([yes], [yes])).toBe(false)
  expect(await stateOf(leaRecord)).toBe('onboarding')
  expect(await go([yes], [maybe, yes])).toBe(true)
  expect(await stateOf(leaRecord)).toBe('active')
  expect(await trainingStanding(db().db, programme.id, lea.id)).toMatchObject({ offered: true, passed: true })
  // Begun again, it stays passed.
  expect((await lea.put(`/api/journey-steps/${step}/tries/${uuid7()}`)).body.answered).toBe(2)
  const file = (await thomas.get(`/api/ambassadors/${leaRecord.id}/journey`)).body
  expect(JSON.stringify(file)).not.toMatch(/answers|right/)
  expect(file.steps[0].doneAt).not.toBe(null)
})

test('nobody answers in somebody else’s try', async () => {
  const step = await stepBy(quiz)
  const [max] = await arriving()
  const tryId = uuid7()
  await lea.put(`/api/journey-steps/${step}/tries/${tryId}`)
  expect((await max.put(`/api/quiz-tries/${tryId}/answers/${first}`, { options: [yes] })).status).toBe(404)
  expect((await max.put(`/api/journey-steps/${step}/tries/${tryId}`)).status).toBe(404)
})

test('a first contribution is its author’s, then also the buddy’s once asked; published, it is a post like any other', async () => {
  await stepBy({ kind: 'first_contribution' })
  const [buddy, buddyRecord] = await arriving('active')
  const id = uuid7()
  const save = (who: Person, body: string) =>
    who.put(`/api/first-drafts/${id}`, { programmeId: programme.id, body })
  expect((await save(lea, 'J’ai refait trois fois.')).status).toBe(200)
  expect((await lea.put(`/api/first-drafts/${id}/sharing`)).body.code).toBe('step.no_buddy')
  await thomas.put(`/api/ambassadors/${leaRecord.id}/buddy`, { buddyId: buddyRecord.id })
  expect((await buddy.get(`/api/first-drafts/${id}`)).status).toBe(404)
  await lea.put(`/api/first-drafts/${id}/sharing`)
  expect((await buddy.get(`/api/first-drafts/${id}`)).body).toMatchObject({
    mine: false,
    body: 'J’ai refait trois fois.',
  })
  for (const other of [thomas, nadia, ada])
    expect((await other.get(`/api/first-drafts/${id}`)).status).toBe(404)
  expect((await save(buddy, 'À ma façon')).status).toBe(403)
  expect((await buddy.put(`/api/first-drafts/${id}/publication`)).status).toBe(403)
  await buddy.put(`/api/draft-words/${uuid7()}`, { draftId: id, body: 'Mets le troisième essai en premier.' })
  expect((await newsOf(lea)).at(-1)).toContain('laissé un mot')
  expect(await lea.put(`/api/first-drafts/${id}/publication`)).toMatchObject({
    status: 200,
    body: { postId: id },
  })
  expect((await lea.put(`/api/first-drafts/${id}/publication`)).body.postId).toBe(id)
  expect((await nadia.get(`/api/posts/${id}`)).body).toMatchObject({ kind: 'message' })
  expect(await stateOf(leaRecord)).toBe('active')
  expect((await lea.put(`/api/first-drafts/${id}/sharing`)).body.code).toBe('draft.published')
})

test('an empty first contribution is not published', async () => {
  const id = uuid7()
  await lea.put(`/api/first-drafts/${id}`, { programmeId: programme.id, body: '  ' })
  expect(await lea.put(`/api/first-drafts/${id}/publication`)).toMatchObject({
    status: 422,
    body: { code: 'draft.empty' },
  })
})

test('progress is seen by its person and the keepers; not by other ambassadors, animators, managers or administrators', async () => {
  await stepBy(read)
  const manager = await world.member(`m${(count += 1)}`)
  await write(sql`update members set manager_id = ${manager.id} where id = ${lea.id}`)
  const [max] = await arriving('active')
  const at = `/api/ambassadors/${leaRecord.id}/journey`
  expect((await lea.get(at)).status).toBe(200)
  expect((await thomas.get(at)).status).toBe(200)
  for (const other of [max, nadia, manager, ada]) expect((await other.get(at)).status).toBe(404)
  await write(
    sql`insert into programme_keepers (programme_id, member_id) values (${programme.id}, ${nadia.id})`,
  )
  expect((await nadia.get(at)).status).toBe(200)
})

test('where people stall: names for keepers, silence under the threshold for those who animate', async () => {
  await stepBy({ ...read, dueDays: 5 })
  await write(
    sql`update ambassadors set onboarding_since = now() - interval '20 days' where id = ${leaRecord.id}`,
  )
  const at = `/api/programmes/${programme.id}/journey/overview`
  expect((await thomas.get(at)).body).toMatchObject({
    underWay: 1,
    steps: [{ waiting: 1, stalled: 1, people: [{ ambassadorId: leaRecord.id }] }],
  })
  expect((await nadia.get(at)).body).toMatchObject({
    underWay: null,
    complete: null,
    steps: [{ waiting: null, stalled: null, people: [] }],
  })
  expect((await lea.get(at)).status).toBe(403)
  expect(await journeyFacts(db().db, tempo.id)).toMatchObject({ underWay: 1, stalled: [{ count: 1 }] })
  expect(await stalledAmbassadors(db().db, thomas.actor, programme.id)).toMatchObject([
    { ambassadorId: leaRecord.id },
  ])
  expect(await stalledAmbassadors(db().db, nadia.actor, programme.id)).toEqual([])
})

test('the days from the acceptance to the last step are told by their median', async () => {
  await stepBy(read)
  for (const days of [4, 10, 6]) {
    const [, record] = await arriving('active')
    await write(
      sql`insert into ambassador_steps (ambassador_id, to_state, at) values (${record.id}, 'agreed', now() - make_interval(days => ${days}))`,
    )
    await write(sql`insert into journey_courses (ambassador_id, completed_at) values (${record.id}, now())`)
  }
  expect(await journeyFacts(db().db, tempo.id)).toMatchObject({ complete: 3, medianDays: 6 })
})

/** A Tuesday at ten in Paris. */
const TUESDAY = new Date('2026-11-24T09:00:00Z')
const begunDaysBefore = async (now: Date, days: number, record = leaRecord) => {
  const since = new Date(now.getTime() - days * 86_400_000).toISOString()
  await write(sql`update ambassadors set onboarding_since = ${since}::timestamptz where id = ${record.id}`)
  await write(
    sql`insert into journey_courses (ambassador_id, begun_at) values (${record.id}, ${since}::timestamptz) on conflict do nothing`,
  )
}
const remind = (now: Date) => remindJourneys(db(), 'https://elan.example', now)
const later = (now: Date, days: number) => new Date(now.getTime() + days * 86_400_000)

test('a reminder comes before the day, once after, at most one a week, and never once done', async () => {
  const step = await stepBy({ ...read, dueDays: 10 })
  await stepBy({ ...read, title: 'Plus tard', dueDays: 60 })
  await begunDaysBefore(TUESDAY, 9)
  await remind(TUESDAY)
  await remind(later(TUESDAY, 1))
  expect(await newsOf(lea)).toHaveLength(1)
  expect((await newsOf(lea))[0]).toContain('Une marche')
  await remind(later(TUESDAY, 3))
  expect(await newsOf(lea)).toHaveLength(1)
  await remind(later(TUESDAY, 7))
  expect(await newsOf(lea)).toHaveLength(2)
  await remind(later(TUESDAY, 21))
  expect(await newsOf(lea)).toHaveLength(2)
  await lea.put(`/api/journey-steps/${step}/done`)
  await remind(later(TUESDAY, 28))
  expect(await newsOf(lea)).toHaveLength(2)
})

test('nobody is reminded at night, at the week-end, on a public holiday, on leave or on a pause', async () => {
  await stepBy({ ...read, dueDays: 1 })
  await begunDaysBefore(TUESDAY, 5)
  for (const quiet of ['2026-11-24T21:00:00Z', '2026-11-28T10:00:00Z', '2026-12-25T10:00:00Z'])
    await remind(new Date(quiet))
  expect(await newsOf(lea)).toEqual([])
  const leave = uuid7()
  await write(
    sql`insert into ambassador_leaves (id, ambassador_id, starts_on, ends_on) values (${leave}, ${leaRecord.id}, '2026-11-23', '2026-11-27')`,
  )
  await remind(TUESDAY)
  expect(await newsOf(lea)).toEqual([])
  await write(sql`delete from ambassador_leaves where id = ${leave}`)
  const actor = proveActor({ ...thomas.actor, id: thomas.id })
  await db().transaction((trx) => moveAmbassador(trx, actor, leaRecord.id, 'paused'))
  await remind(TUESDAY)
  expect(await newsOf(lea)).toEqual([])
  await db().transaction((trx) => moveAmbassador(trx, actor, leaRecord.id, 'onboarding'))
  await remind(TUESDAY)
  expect(await newsOf(lea)).toHaveLength(1)
})

test('a reminder goes by e-mail only to whoever asked for it', async () => {
  await stepBy({ ...read, dueDays: 1 })
  const [max, maxRecord] = await arriving()
  for (const record of [leaRecord, maxRecord]) await begunDaysBefore(TUESDAY, 5, record)
  await max.put(`/api/programmes/${programme.id}/journey/mail`, { wanted: true })
  await remind(TUESDAY)
  const mails = await db().db.rows<{ member: string; text: string }>(
    sql`select member_id as member, body_text as text from mails where purpose = 'journey' and member_id in (${lea.id}, ${max.id})`,
  )
  expect(mails).toHaveLength(1)
  expect(mails[0]?.member).toBe(max.id)
  expect(mails[0]?.text).toContain(`https://elan.example/programmes/${programme.id}/parcours`)
})

test('whoever leaves frees their call, and a draft shown to a buddy is theirs alone', async () => {
  const slot = await slotBy()
  await lea.put(`/api/call-slots/${slot}/booking`)
  const [buddy, buddyRecord] = await arriving('active')
  await thomas.put(`/api/ambassadors/${leaRecord.id}/buddy`, { buddyId: buddyRecord.id })
  const draft = uuid7()
  await lea.put(`/api/first-drafts/${draft}`, { programmeId: programme.id, body: 'Un début' })
  await lea.put(`/api/first-drafts/${draft}/sharing`)
  await db().transaction((trx) => moveAmbassador(trx, thomas.actor, leaRecord.id, 'alumni'))
  expect((await buddy.get(`/api/first-drafts/${draft}`)).status).toBe(404)
  expect((await buddy.get(`/api/programmes/${programme.id}/call-slots`)).body.open).toMatchObject([
    { id: slot },
  ])
})

test('a signature withdrawn or a charter changed in its meaning puts the step before those still on their way', async () => {
  await stepBy({ kind: 'sign' })
  await stepBy(read)
  const publish = (body: string, more = {}) =>
    thomas.put(`/api/communities/${tempo.id}/charters/${uuid7()}`, { body, ...more })
  const charter = (await publish('Je dis vrai.')).body
  const sign = (one: { id: string; textHash: string }) =>
    lea.put(`/api/communities/${tempo.id}/charters/${one.id}/signature`, { textHash: one.textHash })
  const signedAt = async () => (await journeyOf(lea)).steps[0].doneAt
  await sign(charter)
  expect(await signedAt()).not.toBe(null)
  await lea.del(`/api/communities/${tempo.id}/charter/signature`)
  expect(await signedAt()).toBe(null)
  await sign(charter)
  await publish('Je dis vrai .', { material: false })
  expect(await signedAt()).not.toBe(null)
  const next = (await publish('Je dis vrai, et je cite.', { material: true })).body
  expect(await signedAt()).toBe(null)
  await sign(next)
  expect(await signedAt()).not.toBe(null)
})
