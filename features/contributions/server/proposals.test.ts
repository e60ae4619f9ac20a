import { v7 as uuid7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { ambassadorOf, openProgramme } from '#app/testing/programme.ts'
import { openWorld, type Person, type World } from '#app/testing/world.ts'
import { sql } from '#platform/server/db.ts'
import { propose } from './commands/proposals.ts'
import { forgetFollowUp } from './jobs.ts'
import { conversationsDue, fadingAmbassadors, trackShare } from './offers.ts'

let world: World
let lead: Person
let mehdi: Person
let ines: Person
let animator: Person
let keeper: Person
let manager: Person
let admin: Person
let space: { id: string }
let programme: { id: string; spaceId: string }
let own: { id: string }

const WORKING = new Date('2026-11-26T10:00:00Z')
const EVENING = new Date('2026-11-27T20:00:00Z')

beforeAll(async () => {
  world = await openWorld()
  lead = await world.member('lead')
  mehdi = await world.member('mehdi', { givenName: 'Mehdi' })
  ines = await world.member('ines')
  animator = await world.member('animator')
  keeper = await world.member('keeper')
  manager = await world.member('manager')
  admin = await world.member('admin', { standing: 'administrator' })
})
afterAll(() => world.close())

const run = (query: ReturnType<typeof sql>) => world.server.database.transaction((trx) => trx.run(query))

beforeEach(async () => {
  space = await world.community(lead, { openness: 'closed' })
  await world.seat(space, animator, 'animator')
  await world.seat(space, keeper)
  programme = await openProgramme(world, space, { contributionsPerMonth: 4 })
  own = await ambassadorOf(world, programme, mehdi, 'active', { activeDaysAgo: 400 })
  await ambassadorOf(world, programme, ines)
  await run(
    sql`insert into programme_keepers (programme_id, member_id) values (${programme.id}, ${keeper.id})`,
  )
  await run(sql`update members set manager_id = ${manager.id} where id = ${mehdi.id}`)
})

/** So many lines some days ago. */
const did = (count: number, daysAgo: number, ambassadorId = own.id) =>
  run(sql`
    insert into contributions (id, ambassador_id, kind, at, weight, source_kind, source_id, about_id)
    select one.id, ${ambassadorId}, 'post', now() - make_interval(days => ${daysAgo}), 1, 'post', one.id, one.id
    from (select gen_random_uuid() as id from generate_series(1, ${count}::int)) one`)

const nudge = (more: object = {}) => ({
  ambassadorId: own.id,
  kind: 'nudge' as const,
  message: 'Bonjour Mehdi, une idée te tente ?',
  terms: { ideas: ['Un café avec quelqu’un qui arrive'] },
  ...more,
})
const file = async (person: Person) => (await person.get(`/api/ambassadors/${own.id}/follow-up`)).body
/** Sent in working hours, whatever the hour of the test. */
async function sent(body: Parameters<typeof propose>[3] = nudge(), id = uuid7()): Promise<string> {
  await world.server.database.transaction((trx) => propose(trx, lead.actor, id, body, WORKING))
  return id
}

test('fading is seen with its reason, by the keepers in the file and by the person', async () => {
  for (const days of [40, 70, 100, 130, 160, 190]) await did(4, days)
  await did(1, 3)
  const standing = { state: 'fading', code: 'below_both', done: 1 }
  expect((await file(lead)).standing).toMatchObject(standing)
  expect((await file(mehdi)).standing).toMatchObject(standing)
  const { body } = await lead.get(`/api/programmes/${programme.id}/follow-up`)
  const due = body.due.find((one: { ambassadorId: string }) => one.ambassadorId === own.id)
  expect(due).toMatchObject({ standing, open: null })
})

test('whoever does not keep the programme learns nothing, not even that there is something', async () => {
  await did(1, 3)
  const id = await sent()
  for (const person of [animator, manager, admin, ines]) {
    for (const path of ['follow-up', 'contributions', 'proposal-drafts', 'follow-up/export'])
      expect([path, (await person.get(`/api/ambassadors/${own.id}/${path}`)).status]).toEqual([path, 404])
    for (const path of ['follow-up', 'last-contributions'])
      expect((await person.get(`/api/programmes/${programme.id}/${path}`)).status).toBe(404)
    expect((await person.put(`/api/proposals/${uuid7()}`, nudge())).status).toBe(404)
    expect((await person.put(`/api/proposals/${id}/answer`, { answer: 'yes' })).status).toBe(404)
    expect((await person.put(`/api/proposals/${id}/outcome`, { outcome: 'otherwise' })).status).toBe(404)
  }
  expect((await keeper.get(`/api/programmes/${programme.id}/follow-up`)).status).toBe(200)
})

test('in the evening a message waits for the next working morning, unknown to its person, and may be recalled', async () => {
  const id = uuid7()
  const made = await world.server.database.transaction((trx) =>
    propose(trx, lead.actor, id, nudge(), EVENING),
  )
  expect(made).toMatchObject({ stage: 'planned', leavesAt: '2026-11-30T08:00:00Z' })
  expect((await file(mehdi)).proposals).toEqual([])
  expect((await file(lead)).proposals).toMatchObject([{ id, stage: 'planned' }])
  expect((await mehdi.put(`/api/proposals/${id}/answer`, { answer: 'yes' })).status).toBe(404)
  expect((await mehdi.del(`/api/proposals/${id}`)).status).toBe(404)
  expect((await keeper.del(`/api/proposals/${id}`)).status).toBe(200)
  expect((await file(lead)).proposals).toEqual([])
  const jobs = await world.server.database.db.rows(
    sql`select 1 from graphile_worker.jobs where key = ${`proposal/${id}`}`,
  )
  expect(jobs).toEqual([])
})

test('a planned message leaves by its job, once, and its person is told in a sentence', async () => {
  const id = uuid7()
  await world.server.database.transaction((trx) => propose(trx, lead.actor, id, nudge(), EVENING))
  await run(sql`update graphile_worker._private_jobs set run_at = now() where key = ${`proposal/${id}`}`)
  await world.runJobs()
  expect((await file(mehdi)).proposals).toMatchObject([{ id, stage: 'sent', message: nudge().message }])
  const told = (await mehdi.get('/api/notifications')).body.items.map((one: object) => JSON.stringify(one))
  const here = told.filter(
    (one: string) => one.includes(programme.id) && one.includes('au sujet de ton rôle'),
  )
  expect(here).toHaveLength(1)
  expect((await lead.del(`/api/proposals/${id}`)).body.code).toBe('proposal.gone')
})

test('a planned message never reaches whoever objected meanwhile: nothing of it is kept', async () => {
  const id = uuid7()
  await world.server.database.transaction((trx) => propose(trx, lead.actor, id, nudge(), EVENING))
  await mehdi.put(`/api/ambassadors/${own.id}/follow-up/choices`, { objection: 'Plus tard, peut-être.' })
  await run(sql`update graphile_worker._private_jobs set run_at = now()`)
  await world.runJobs()
  expect((await file(lead)).proposals).toEqual([])
  expect((await file(mehdi)).proposals).toEqual([])
  const told = (await mehdi.get('/api/notifications')).body.items as { path: string | null }[]
  expect(told.filter((one) => one.path === `/programmes/${programme.id}/contributions`)).toEqual([])
})

test('one conversation at a time, also when two keepers write at once; the same request again is the same', async () => {
  const [first, second] = [uuid7(), uuid7()]
  const replies = await Promise.all([
    lead.put(`/api/proposals/${first}`, nudge()),
    keeper.put(`/api/proposals/${second}`, nudge()),
  ])
  expect(replies.map((reply) => reply.status).sort()).toEqual([200, 409])
  const won = replies[0]?.status === 200 ? { by: lead, id: first } : { by: keeper, id: second }
  expect((await won.by.put(`/api/proposals/${won.id}`, nudge())).status).toBe(200)
  expect((await file(lead)).proposals).toHaveLength(1)
})

test('the person answers in their words, changes their mind, and whoever wrote is told', async () => {
  const id = await sent()
  expect((await lead.put(`/api/proposals/${id}/answer`, { answer: 'yes' })).status).toBe(403)
  await mehdi.put(`/api/proposals/${id}/answer`, { answer: 'yes' })
  const changed = await mehdi.put(`/api/proposals/${id}/answer`, {
    answer: 'pause',
    words: 'Deux mois chargés.',
  })
  expect(changed.body).toMatchObject({
    stage: 'answered',
    answer: 'pause',
    answerWords: 'Deux mois chargés.',
  })
  expect((await mehdi.put(`/api/proposals/${id}/answer`, { answer: 'later' })).body.code).toBe(
    'proposal.answer_kind',
  )
  expect((await lead.put(`/api/proposals/${id}/outcome`, { outcome: 'done' })).body.code).toBe(
    'proposal.no_yes',
  )
  await lead.put(`/api/proposals/${id}/outcome`, { outcome: 'otherwise' })
  expect((await mehdi.put(`/api/proposals/${id}/answer`, { answer: 'yes' })).body.code).toBe(
    'proposal.closed',
  )
  expect(JSON.stringify((await lead.get('/api/notifications')).body.items)).toContain(
    'a répondu à ta proposition',
  )
})

test('a pause, a lighter role, a hand-over: done by a keeper once the person said yes, and not before', async () => {
  const accept = async (kind: string, terms: object) => {
    const id = await sent({ ambassadorId: own.id, kind: kind as 'pause', message: 'Bonjour', terms })
    expect((await lead.put(`/api/proposals/${id}/outcome`, { outcome: 'done' })).status).toBe(409)
    await mehdi.put(`/api/proposals/${id}/answer`, { answer: 'yes' })
    const settled = await keeper.put(`/api/proposals/${id}/outcome`, { outcome: 'done' })
    expect(settled.body).toMatchObject({ stage: 'settled', outcome: 'done' })
  }
  await accept('lighter', { contributionsPerMonth: 1 })
  expect((await file(mehdi)).agreed).toMatchObject({ contributionsPerMonth: 1, lighter: true })
  const until = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10)
  await accept('pause', { until })
  expect(await file(mehdi)).toMatchObject({ lifeState: 'paused', standing: { state: null, code: 'paused' } })
  await accept('hand_over', {})
  expect((await file(lead)).lifeState).toBe('handing_over')
})

test('thanks are given with the words of the message, and the person keeps everything to read', async () => {
  const id = await sent({ ambassadorId: own.id, kind: 'thanks', message: 'Merci pour tout.' })
  await mehdi.put(`/api/proposals/${id}/answer`, { answer: 'yes', wall: true })
  await lead.put(`/api/proposals/${id}/outcome`, { outcome: 'done' })
  expect((await file(lead)).lifeState).toBe('alumni')
  await world.seat(space, mehdi)
  const read = await file(mehdi)
  expect(read.proposals).toMatchObject([{ kind: 'thanks', answer: 'yes', wall: true, outcome: 'done' }])
  expect((await lead.put(`/api/proposals/${uuid7()}`, nudge())).body.code).toBe('proposal.not_serving')
})

test('what a proposal lacks is said in a sentence', async () => {
  const code = async (body: object) => (await lead.put(`/api/proposals/${uuid7()}`, nudge(body))).body.code
  expect(await code({ terms: { ideas: [' '] } })).toBe('proposal.ideas')
  expect(await code({ kind: 'talk', terms: { slots: ['2020-01-01T09:00:00Z'] } })).toBe('proposal.slots')
  expect(await code({ kind: 'pause', terms: {} })).toBe('proposal.until')
  expect(await code({ kind: 'lighter', terms: { contributionsPerMonth: 4 } })).toBe('proposal.lighter')
  expect(await code({ kind: 'hand_over', terms: { successorId: own.id } })).toBe('proposal.successor')
})

test('a talk is booked at one of the times offered', async () => {
  const slot = new Date(Date.now() + 3 * 86_400_000).toISOString()
  const id = await sent({
    ambassadorId: own.id,
    kind: 'talk',
    message: 'On en parle ?',
    terms: { slots: [slot] },
  })
  const answer = (body: object) => mehdi.put(`/api/proposals/${id}/answer`, { answer: 'yes', ...body })
  expect((await answer({ slot: '2030-01-01T09:00:00Z' })).body.code).toBe('proposal.slot')
  expect(Date.parse((await answer({ slot })).body.slot)).toBe(Date.parse(slot))
})

test('put off or set aside, with a reason that the person reads; then it waits', async () => {
  const rest = { ambassadorId: own.id, kind: 'talk', note: 'L’inventaire jusqu’au 20.', until: null }
  await keeper.put(`/api/proposals/${uuid7()}/rest`, rest)
  expect((await file(mehdi)).proposals).toMatchObject([{ stage: 'set_aside', note: rest.note }])
  const { due } = (await lead.get(`/api/programmes/${programme.id}/follow-up`)).body
  expect(due.find((one: { ambassadorId: string }) => one.ambassadorId === own.id).restsUntil).not.toBeNull()
  const past = await keeper.put(`/api/proposals/${uuid7()}/rest`, { ...rest, until: '2020-01-01' })
  expect(past.body.code).toBe('proposal.rest_until')
})

test('drafts speak to the person by name, of true facts, in their language, in several ways, and nothing is kept', async () => {
  await did(4, 40)
  await did(1, 3)
  const { body } = await lead.get(`/api/ambassadors/${own.id}/proposal-drafts`)
  const variants = body.drafts.find((one: { kind: string }) => one.kind === 'nudge').variants as string[]
  expect(new Set(variants).size).toBe(3)
  for (const variant of variants) {
    expect(variant).toContain('Mehdi')
    expect(variant).toContain('Un coup de main depuis le')
    expect(variant).not.toMatch(/\{\{|undefined|contributions\./)
  }
  expect(body.ideas).toHaveLength(3)
  await run(sql`update members set language = 'en' where id = ${mehdi.id}`)
  const english = (await lead.get(`/api/ambassadors/${own.id}/proposal-drafts`)).body
  expect(english.drafts[0].variants[0]).toContain('One contribution since')
  await run(sql`update members set language = null where id = ${mehdi.id}`)
  expect((await file(lead)).proposals).toEqual([])
})

test('the overview counts, draws a nameless picture only where the charter says so, and lists by name', async () => {
  const read = async () => (await lead.get(`/api/programmes/${programme.id}/follow-up`)).body
  const before = await read()
  expect(before.strokes).toBeNull()
  expect(before.counts).toMatchObject({ fading: 0, silent: 2, apart: 0 })
  await run(sql`update programmes set lead_picture = true where id = ${programme.id}`)
  const { strokes, people } = await read()
  expect(Object.keys(strokes[0]).sort()).toEqual(['ambassadorId', 'state'])
  expect(people.map((one: { person: { givenName: string } }) => one.person.givenName)).toEqual([
    'Ines',
    'Mehdi',
  ])
})

test('the month of the latest contribution is known to keepers, never the day', async () => {
  await did(1, 3)
  const { items } = (await keeper.get(`/api/programmes/${programme.id}/last-contributions`)).body
  expect(items.map((one: { month: string | null }) => one.month?.slice(8) ?? null).sort()).toEqual([
    '01',
    null,
  ])
})

test('those who fade are named to keepers alone; the share of the whole is silent under the threshold', async () => {
  const { db } = world.server.database
  expect((await fadingAmbassadors(db, lead.actor, space.id))[0]?.people).toHaveLength(2)
  expect(await fadingAmbassadors(db, animator.actor, space.id)).toEqual([])
  expect(await trackShare(db, space.id)).toEqual({ followed: 2, share: null })
  expect(await conversationsDue(db, space.id)).toBeNull()
  for (let index = 0; index < 8; index++) {
    const person = await world.member(`t${uuid7().slice(-10)}`)
    const { id } = await ambassadorOf(world, programme, person)
    await did(4, 2, id)
  }
  expect(await trackShare(db, space.id)).toEqual({ followed: 10, share: 0.8 })
  expect(await conversationsDue(db, space.id)).toBe(2)
  await sent()
  expect(await conversationsDue(db, space.id)).toBe(1)
})

test('what is past its time is forgotten at night, and the log says how much, not whose', async () => {
  await did(2, 400)
  await did(3, 300)
  const id = await sent({ ambassadorId: own.id, kind: 'thanks', message: 'Merci.' })
  await run(sql`update proposals set stage = 'settled', settled_at = now() where id = ${id}`)
  await run(sql`update ambassadors set state = 'alumni' where id = ${own.id}`)
  await run(
    sql`insert into ambassador_steps (ambassador_id, from_state, to_state, at) values (${own.id}, 'active', 'alumni', now() - interval '7 months')`,
  )
  const count = async () =>
    await world.server.database.db.row<{ lines: number; proposals: number }>(sql`
        select (select count(*)::int from contributions where ambassador_id = ${own.id}) as lines,
          (select count(*)::int from proposals where ambassador_id = ${own.id}) as proposals`)
  expect(await count()).toEqual({ lines: 5, proposals: 1 })
  await forgetFollowUp(world.server.database)
  expect(await count()).toEqual({ lines: 3, proposals: 0 })
  const log = await world.server.database.db.row<{ details: Record<string, number> }>(sql`
    select details from audit_log where act = 'follow_up.forgotten' and subject_id = ${programme.id}`)
  expect(log?.details).toEqual({ contributions: 2, proposals: 1, ledgerMonths: 12, proposalMonths: 6 })
  await animator.put(`/api/programmes/${programme.id}/contribution-kinds`, { ledgerMonths: 6 })
  await forgetFollowUp(world.server.database)
  expect((await count())?.lines).toBe(0)
})

test('no address gives the activity of a person to anybody but that person and the keepers', async () => {
  const { paths } = (await admin.get('/api/openapi.json')).body as {
    paths: Record<string, Record<string, unknown>>
  }
  const ACTIVITY = /"(standing|weight|lastContribution\w*|contributionCount|declaration|month)":\{/
  const found = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(
        ([method, one]) =>
          method === 'get' && ACTIVITY.test(JSON.stringify((one as { responses?: unknown }).responses ?? {})),
      )
      .filter(() => /ambassador|member|person|people|programme/.test(path))
      .map(() => path),
  )
  expect(found.toSorted()).toEqual(
    [
      // The rule, without anybody in it.
      '/api/programmes/{id}/contribution-kinds',
      // Its own person and the keepers, as the tests above say of each.
      '/api/ambassadors/{id}/contributions',
      '/api/ambassadors/{id}/follow-up',
      '/api/programmes/{id}/follow-up',
      '/api/programmes/{id}/last-contributions',
    ].toSorted(),
  )
})
