import { v7 as uuid7 } from 'uuid'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { ambassadorOf, openProgramme } from '#app/testing/programme.ts'
import { openWorld, type Person, type World } from '#app/testing/world.ts'
import { docOf } from '#platform/contract/rich-text.ts'
import { sql } from '#platform/server/db.ts'
import { moveAmbassador } from '#features/programme/server/commands/life-line.ts'
import { ideaFacts } from './queries/facts.ts'

let world: World
/** Leads the community. */
let claire: Person
/** Animates it. */
let nadia: Person
let mehdi: Person
let josephine: Person
let member: Person
let elsewhere: Person
let administrator: Person
let tempo: { id: string }
let programme: { id: string; spaceId: string }
let mehdiFile: { id: string }

beforeAll(async () => {
  world = await openWorld()
  claire = await world.member('claire')
  nadia = await world.member('nadia')
  mehdi = await world.member('mehdi')
  josephine = await world.member('josephine')
  member = await world.member('member')
  elsewhere = await world.member('elsewhere')
  administrator = await world.member('administrator', { standing: 'administrator' })
})
afterAll(() => world.close())
beforeEach(async () => {
  tempo = await world.community(claire, { openness: 'closed' })
  await world.seat(tempo, nadia, 'animator')
  await world.seat(tempo, member)
  programme = await openProgramme(world, tempo)
  mehdiFile = await ambassadorOf(world, programme, mehdi)
  await ambassadorOf(world, programme, josephine)
})

const DAY_MS = 86_400_000
const day = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10)
const WHY = 'Elle revient à chaque rencontre.'

const write = async (by = mehdi, title = 'Scanner sans retirer ses gants') => {
  const id = uuid7()
  const reply = await by.put(`/api/ideas/${id}`, { programmeId: programme.id, title, words: 'Au vernis.' })
  expect(reply).toMatchObject({ status: 200, body: { status: 'new', author: { id: by.id } } })
  return id
}
const answer = (id: string, status: string, why = WHY, by = nadia) =>
  by.put(`/api/ideas/${id}/status`, { status, why })
const openRound = async (ideaIds: string[], more: object = {}) => {
  const id = uuid7()
  const body = { programmeId: programme.id, name: 'Tour d’hiver', closesOn: day(10), ideaIds, ...more }
  expect(await nadia.put(`/api/idea-rounds/${id}`, body)).toMatchObject({
    status: 200,
    body: { state: 'draft' },
  })
  expect(await nadia.put(`/api/idea-rounds/${id}/state`, { state: 'open' })).toMatchObject({ status: 200 })
  return id
}
const vote = (who: Person, round: string, idea: string, votes: number) =>
  who.put(`/api/idea-rounds/${round}/votes/${idea}`, { votes })
const ballot = async (who: Person, round: string) => (await who.get(`/api/idea-rounds/${round}`)).body.mine
const newsOf = async (who: Person): Promise<{ says: string; path: string; note?: string }[]> =>
  (await who.get('/api/notifications')).body.items.filter((one: { kind: string }) => one.kind === 'news')
const allText = (body: unknown) => JSON.stringify(body)
const voters = async (count: number) => {
  const people: Person[] = []
  for (let at = 0; at < count; at++) {
    const person = await world.member(`v${uuid7().slice(-10)}`)
    await ambassadorOf(world, programme, person)
    people.push(person)
  }
  return people
}
const listed = async (who: Person, query = '') =>
  (await who.get(`/api/programmes/${programme.id}/ideas${query}`)).body.items.map(
    (one: { id: string }) => one.id,
  )

test('an ambassador writes an idea that the whole community reads, and others do not know of', async () => {
  const id = await write()
  for (const who of [member, nadia, claire, josephine]) expect(await listed(who)).toEqual([id])
  for (const who of [elsewhere, administrator]) {
    expect((await who.get(`/api/programmes/${programme.id}/ideas`)).status).toBe(404)
    expect((await who.get(`/api/ideas/${id}`)).status).toBe(404)
  }
  expect(
    await member.put(`/api/ideas/${uuid7()}`, { programmeId: programme.id, title: 'Essai' }),
  ).toMatchObject({ status: 403, body: { code: 'idea.write.forbidden' } })
  expect(await mehdi.put(`/api/ideas/${uuid7()}`, { programmeId: programme.id, title: '  ' })).toMatchObject({
    status: 422,
    body: { code: 'idea.title', errors: [{ field: 'title' }] },
  })
})

test('an idea is reworded by its author while it is new, by the animator always, by nobody else', async () => {
  const id = await write()
  const reword = (who: Person, title: string) =>
    who.put(`/api/ideas/${id}`, { programmeId: programme.id, title })
  expect((await reword(mehdi, 'Scanner avec ses gants')).body).toMatchObject({
    title: 'Scanner avec ses gants',
    words: 'Au vernis.',
  })
  expect((await reword(josephine, 'À moi')).status).toBe(403)
  await answer(id, 'considered')
  expect((await reword(mehdi, 'Trop tard')).status).toBe(403)
  expect((await reword(nadia, 'Scanner ganté')).body.title).toBe('Scanner ganté')
})

test('a post of kind idea enters the backlog once, stays where it is, and its words go when it goes', async () => {
  const postId = uuid7()
  const post = { spaceId: tempo.id, kind: 'idea', title: 'Un bip au geste', body: docOf('Un bip au vernis.') }
  expect((await mehdi.put(`/api/posts/${postId}`, post)).status).toBe(200)
  const found = await nadia.get(`/api/programmes/${programme.id}/idea-posts?search=bip`)
  expect(found.body.items).toMatchObject([{ id: postId, title: 'Un bip au geste', author: { id: mehdi.id } }])
  expect((await josephine.get(`/api/programmes/${programme.id}/idea-posts`)).status).toBe(403)
  const id = uuid7()
  const take = (idea: string, who = nadia) =>
    who.put(`/api/ideas/${idea}`, { programmeId: programme.id, postId })
  expect((await take(uuid7(), josephine)).status).toBe(403)
  expect((await take(id)).body).toMatchObject({
    title: 'Un bip au geste',
    author: { id: mehdi.id },
    fromPost: true,
    post: { id: postId, excerpt: 'Un bip au vernis.' },
  })
  expect(await take(uuid7())).toMatchObject({ status: 409, body: { code: 'idea.post_taken' } })
  expect((await nadia.get(`/api/programmes/${programme.id}/idea-posts`)).body.items).toEqual([])
  expect((await mehdi.get(`/api/posts/${postId}`)).status).toBe(200)
  expect(await listed(member, '?search=vernis')).toEqual([id])
  await mehdi.del(`/api/posts/${postId}`)
  expect((await member.get(`/api/ideas/${id}`)).body).toMatchObject({ post: null, words: '' })
  expect(await listed(member, '?search=vernis')).toEqual([])
})

test('a post that not everybody of the community may read does not enter the backlog', async () => {
  const group = await world.group(claire, tempo, { openness: 'closed' })
  const postId = uuid7()
  await claire.put(`/api/posts/${postId}`, {
    spaceId: group.id,
    kind: 'idea',
    title: 'Entre nous',
    body: docOf('Chut.'),
  })
  expect((await nadia.get(`/api/programmes/${programme.id}/idea-posts`)).body.items).toEqual([])
  expect(await nadia.put(`/api/ideas/${uuid7()}`, { programmeId: programme.id, postId })).toMatchObject({
    status: 404,
    body: { code: 'idea.post_not_found' },
  })
})

test('nothing becomes of an idea without a why, and the why is told to its author and to all', async () => {
  const id = await write()
  for (const why of ['', '   '])
    expect(await answer(id, 'planned', why)).toMatchObject({
      status: 422,
      body: { code: 'idea.why', errors: [{ field: 'why' }] },
    })
  expect((await answer(id, 'planned', WHY, mehdi)).status).toBe(403)
  expect((await answer(id, 'planned', WHY, member)).status).toBe(403)
  expect((await answer(id, 'planned')).body).toMatchObject({ status: 'planned' })
  expect((await member.get(`/api/ideas/${id}`)).body.steps).toMatchObject([
    { from: 'new', to: 'planned', why: WHY, by: { id: nadia.id } },
  ])
  expect(allText(await newsOf(mehdi))).toContain(WHY)
  // Said twice, it changes nothing more.
  await answer(id, 'planned', 'Autre chose.')
  expect((await member.get(`/api/ideas/${id}`)).body.steps).toHaveLength(1)
})

test('two ideas that say the same become one: both authors are told, and neither goes back', async () => {
  const [twin, first] = [await write(josephine, 'Scanner ganté'), await write(mehdi)]
  const merge = (id: string, intoId: string, why = 'Les deux demandent le même geste.', by = nadia) =>
    by.put(`/api/ideas/${id}/merge`, { intoId, why })
  expect((await merge(twin, first, '')).body.code).toBe('idea.why')
  expect((await merge(twin, twin)).body.code).toBe('idea.into_itself')
  expect((await merge(twin, first, WHY, josephine)).status).toBe(403)
  expect((await merge(twin, first)).body).toMatchObject({ status: 'merged', mergedInto: { id: first } })
  expect((await merge(twin, first)).status).toBe(200)
  expect((await member.get(`/api/ideas/${first}`)).body).toMatchObject({
    merged: [{ id: twin, author: { id: josephine.id } }],
    mergedCount: 1,
  })
  const authors = (await member.get(`/api/ideas/${first}`)).body.authors.map((one: { id: string }) => one.id)
  expect(authors.sort()).toEqual([mehdi.id, josephine.id].sort())
  for (const who of [mehdi, josephine])
    expect(allText(await newsOf(who))).toContain('Les deux demandent le même geste.')
  expect((await answer(twin, 'planned')).body.code).toBe('idea.merged')
  expect(await listed(member)).toEqual([first])
  // Merged in its turn, what it holds follows.
  const last = await write(nadia, 'Un scanner pour les mains prises')
  await merge(first, last)
  expect((await member.get(`/api/ideas/${last}`)).body.merged).toHaveLength(2)
})

test('when it ships its authors are thanked, and a kudos is drafted that a human sends', async () => {
  const [twin, first] = [await write(josephine, 'Scanner ganté'), await write(mehdi)]
  await nadia.put(`/api/ideas/${twin}/merge`, { intoId: first, why: WHY })
  const postId = uuid7()
  expect((await nadia.put(`/api/ideas/${first}/thanks`, { postId })).body.code).toBe('idea.not_shipped')
  await answer(first, 'shipped', 'Les scanners gantés sont arrivés à Cholet.')
  for (const who of [mehdi, josephine])
    expect(allText(await newsOf(who))).toContain('Les scanners gantés sont arrivés à Cholet.')
  expect((await mehdi.put(`/api/ideas/${first}/thanks`, { postId })).status).toBe(403)
  expect((await nadia.put(`/api/ideas/${first}/thanks`, { postId })).body.thanks).toEqual({
    postId,
    published: false,
  })
  const kudos = {
    spaceId: tempo.id,
    kind: 'kudos',
    body: docOf('Merci à vous deux.'),
    recipientIds: [mehdi.id, josephine.id],
  }
  expect((await nadia.put(`/api/posts/${postId}`, kudos)).status).toBe(200)
  expect((await member.get(`/api/ideas/${first}`)).body.thanks).toEqual({ postId, published: true })
})

test('effort and value are said by the team, whom the animator names in the community', async () => {
  const id = await write()
  const rate = (who: Person) =>
    who.put(`/api/ideas/${id}/rating`, { effort: 2, value: 5, words: 'Deux jours chez le fournisseur.' })
  for (const who of [nadia, claire, mehdi, member]) expect((await rate(who)).status).toBe(403)
  const team = `/api/programmes/${programme.id}/idea-team`
  expect((await mehdi.put(`${team}/${member.id}`)).status).toBe(403)
  expect((await nadia.put(`${team}/${elsewhere.id}`)).status).toBe(404)
  expect((await nadia.put(`${team}/${member.id}`)).body.team).toMatchObject([{ id: member.id }])
  expect((await rate(member)).body).toMatchObject({
    rating: { effort: 2, value: 5 },
    ratedBy: { id: member.id },
  })
  expect((await josephine.get(`/api/programmes/${programme.id}/idea-board`)).body.points).toMatchObject([
    { id, effort: 2, value: 5 },
  ])
  await nadia.del(`${team}/${member.id}`)
  expect((await rate(member)).status).toBe(403)
})

test('the backlog is sorted by value and by effort, what nobody rated last, page after page', async () => {
  const ids: string[] = []
  for (const at of [1, 2, 3]) ids.push(await write(mehdi, `Idée ${at}`))
  const [small = '', dear = '', unrated = ''] = ids
  await nadia.put(`/api/programmes/${programme.id}/idea-team/${member.id}`)
  await member.put(`/api/ideas/${small}/rating`, { effort: 1, value: 2 })
  await member.put(`/api/ideas/${dear}/rating`, { effort: 5, value: 5 })
  expect(await listed(mehdi, '?order=value')).toEqual([dear, small, unrated])
  expect(await listed(mehdi, '?order=effort')).toEqual([small, dear, unrated])
  expect(await listed(mehdi)).toEqual([unrated, dear, small])
  const first = await mehdi.get(`/api/programmes/${programme.id}/ideas?order=value&limit=2`)
  expect(await listed(mehdi, `?order=value&limit=2&cursor=${first.body.next}`)).toEqual([unrated])
})

test('each who serves has five votes, three at most on one idea, moved as they like while it is open', async () => {
  const [one, two] = [await write(mehdi, 'Une'), await write(mehdi, 'Deux')]
  const round = await openRound([one, two])
  expect(allText(await newsOf(josephine))).toContain('Tour d’hiver')
  expect(await ballot(josephine, round)).toEqual({ left: 5, votes: [] })
  expect((await vote(josephine, round, one, 4)).body).toMatchObject({ code: 'idea_round.most_each' })
  expect((await vote(josephine, round, one, 3)).body.left).toBe(2)
  expect(await vote(josephine, round, two, 3)).toMatchObject({
    status: 409,
    body: { code: 'idea_round.none_left' },
  })
  expect((await vote(josephine, round, two, 2)).body.left).toBe(0)
  expect((await vote(josephine, round, one, 0)).body).toEqual({ left: 3, votes: [{ ideaId: two, votes: 2 }] })
  for (const who of [member, nadia, claire]) expect((await vote(who, round, one, 1)).status).toBe(403)
  for (const who of [elsewhere, administrator]) expect((await vote(who, round, one, 1)).status).toBe(404)
})

test('votes cast at the same moment never spend more than there are', async () => {
  const ideas: string[] = []
  for (let at = 0; at < 6; at++) ideas.push(await write(mehdi, `Idée ${at}`))
  const round = await openRound(ideas)
  const replies = await Promise.all(ideas.map((idea) => vote(josephine, round, idea, 2)))
  expect(replies.filter((reply) => reply.status === 200)).toHaveLength(2)
  expect(replies.filter((reply) => reply.status === 409)).toHaveLength(4)
  expect((await ballot(josephine, round)).left).toBe(1)
  const row = await world.server.database.db.row<{ spent: number }>(
    sql`select sum(votes)::int as spent from idea_votes where round_id = ${round} and member_id = ${josephine.id}`,
  )
  expect(row?.spent).toBe(4)
})

test('an idea that ends gives its votes back, usable at once, and only their owner is told', async () => {
  const [one, two] = [await write(mehdi, 'Une'), await write(mehdi, 'Deux')]
  const round = await openRound([one, two])
  await vote(josephine, round, one, 3)
  await vote(josephine, round, two, 2)
  await answer(one, 'not_now')
  expect((await ballot(josephine, round)).left).toBe(0)
  await answer(one, 'shipped')
  expect(await ballot(josephine, round)).toEqual({ left: 3, votes: [{ ideaId: two, votes: 2 }] })
  expect((await vote(josephine, round, two, 3)).body.left).toBe(2)
  expect(await vote(josephine, round, one, 1)).toMatchObject({ status: 409, body: { code: 'idea.ended' } })
  const said = (await newsOf(josephine)).filter((news) => allText(news).includes('quitte le tour'))
  expect(said).toHaveLength(1)
  for (const who of [mehdi, nadia, claire]) expect(allText(await newsOf(who))).not.toContain('quitte le tour')
  // Taken up again while the round lasts, one may vote for it anew; nothing comes back by itself.
  await answer(one, 'building')
  expect((await vote(josephine, round, one, 1)).body.left).toBe(1)
})

test('the end of an idea and a vote for it at the same moment leave no vote behind', async () => {
  const [one, two] = [await write(mehdi, 'Une'), await write(mehdi, 'Deux')]
  const round = await openRound([one, two])
  await Promise.all([answer(one, 'declined'), vote(josephine, round, one, 3), vote(mehdi, round, one, 2)])
  for (const who of [josephine, mehdi]) expect((await ballot(who, round)).left).toBe(5)
})

test('votes follow a merged idea as far as one idea may hold them, the rest comes back', async () => {
  const [twin, first] = [await write(mehdi, 'Une'), await write(mehdi, 'Deux')]
  const round = await openRound([twin, first])
  await vote(josephine, round, twin, 2)
  await vote(josephine, round, first, 2)
  await vote(mehdi, round, twin, 1)
  await nadia.put(`/api/ideas/${twin}/merge`, { intoId: first, why: WHY })
  expect(await ballot(josephine, round)).toEqual({ left: 2, votes: [{ ideaId: first, votes: 3 }] })
  expect(await ballot(mehdi, round)).toEqual({ left: 4, votes: [{ ideaId: first, votes: 1 }] })
  // Told to whoever has one back, and to nobody else.
  expect(allText(await newsOf(josephine))).toContain('ta voix te revient')
  expect(allText(await newsOf(mehdi))).not.toContain('ta voix te revient')
})

test('an idea taken off the round gives its votes back, and those merged into one that ended too', async () => {
  const [one, two, three] = [
    await write(mehdi, 'Une'),
    await write(mehdi, 'Deux'),
    await write(mehdi, 'Trois'),
  ]
  const round = await openRound([one, two])
  await vote(josephine, round, one, 3)
  await vote(josephine, round, two, 2)
  const body = { programmeId: programme.id, name: 'Tour d’hiver', closesOn: day(10), ideaIds: [two] }
  await nadia.put(`/api/idea-rounds/${round}`, body)
  expect(await ballot(josephine, round)).toEqual({ left: 3, votes: [{ ideaId: two, votes: 2 }] })
  await answer(three, 'shipped')
  await nadia.put(`/api/ideas/${two}/merge`, { intoId: three, why: WHY })
  expect(await ballot(josephine, round)).toEqual({ left: 5, votes: [] })
  expect(allText(await newsOf(josephine))).toContain('tes 2 voix te reviennent')
})

test('nobody else ever reads a vote: not the animator, the lead, another ambassador or the event log', async () => {
  const [one, two] = [await write(mehdi, 'Une'), await write(mehdi, 'Deux')]
  const round = await openRound([one, two])
  await vote(josephine, round, one, 3)
  for (const who of [nadia, claire, mehdi, member]) {
    const seen = (await who.get(`/api/idea-rounds/${round}`)).body
    expect(seen.ideas.map((idea: { votes: null }) => idea.votes)).toEqual([null, null])
    expect(seen.voters).toBeNull()
    const around = [
      seen,
      (await who.get(`/api/programmes/${programme.id}/ideas?order=votes`)).body,
      (await who.get(`/api/programmes/${programme.id}/idea-board`)).body,
      (await who.get(`/api/ideas/${one}`)).body,
    ]
    expect(allText(around)).not.toContain(josephine.id)
  }
  for (const who of [nadia, claire, member]) expect(await ballot(who, round)).toBeNull()
  const events = await world.server.database.db.rows<{ kind: string }>(
    sql`select kind from events where space_id = ${tempo.id} and actor_id = ${josephine.id}`,
  )
  expect(events).toEqual([])
})

test('a round under the threshold stays silent, and single votes are gone once it closes', async () => {
  const one = await write()
  const round = await openRound([one], { showsTotals: true })
  for (const who of await voters(9)) await vote(who, round, one, 2)
  expect((await mehdi.get(`/api/idea-rounds/${round}`)).body).toMatchObject({
    voters: null,
    ideas: [{ votes: null }],
  })
  await nadia.put(`/api/idea-rounds/${round}/state`, { state: 'closed' })
  expect((await claire.get(`/api/idea-rounds/${round}`)).body).toMatchObject({
    state: 'closed',
    voters: null,
    ideas: [{ votes: null, rank: null }],
  })
  expect(
    await world.server.database.db.rows(sql`select 1 from idea_votes where round_id = ${round}`),
  ).toEqual([])
})

test('from ten voters on totals are told at the end, to all who read the backlog, and kept', async () => {
  const [one, two] = [await write(mehdi, 'Une'), await write(mehdi, 'Deux')]
  const round = await openRound([one, two])
  for (const who of await voters(10)) {
    await vote(who, round, two, 2)
    await vote(who, round, one, 1)
  }
  // Kept back while it is open: nobody follows the others.
  expect((await mehdi.get(`/api/idea-rounds/${round}`)).body).toMatchObject({
    voters: 10,
    ideas: [{ votes: null }, { votes: null }],
  })
  await nadia.put(`/api/idea-rounds/${round}/state`, { state: 'closed' })
  expect((await member.get(`/api/idea-rounds/${round}`)).body).toMatchObject({
    voters: 10,
    mine: null,
    ideas: [
      { id: two, votes: 20, rank: 1 },
      { id: one, votes: 10, rank: 2 },
    ],
  })
  expect(await listed(member, '?order=votes')).toEqual([two, one])
  expect((await member.get(`/api/ideas/${one}`)).body.results).toMatchObject([{ votes: 10, rank: 2 }])
  expect(allText(await newsOf(josephine))).toContain(`/idees/tours/${round}`)
  expect(await nadia.put(`/api/idea-rounds/${round}/state`, { state: 'open' })).toMatchObject({
    status: 409,
    body: { code: 'idea_round.closed' },
  })
})

test('a round that shows its totals tells them from the threshold on', async () => {
  const one = await write()
  const round = await openRound([one], { showsTotals: true })
  for (const who of await voters(10)) await vote(who, round, one, 1)
  expect((await member.get(`/api/idea-rounds/${round}`)).body).toMatchObject({ ideas: [{ votes: 10 }] })
  expect((await member.get(`/api/programmes/${programme.id}/ideas`)).body.items).toMatchObject([
    { ballot: { mine: 0, total: 10 } },
  ])
})

test('a prepared round exists for those who shape, one is open at a time, its rules hold once open', async () => {
  const one = await write()
  const draft = uuid7()
  const body = { programmeId: programme.id, name: 'Essai', closesOn: day(10), ideaIds: [] as string[] }
  expect((await mehdi.put(`/api/idea-rounds/${draft}`, body)).status).toBe(403)
  await nadia.put(`/api/idea-rounds/${draft}`, body)
  expect((await mehdi.get(`/api/idea-rounds/${draft}`)).status).toBe(404)
  expect((await mehdi.get(`/api/programmes/${programme.id}/idea-rounds`)).body.items).toEqual([])
  const turn = (id: string, state: string) => nadia.put(`/api/idea-rounds/${id}/state`, { state })
  expect((await turn(draft, 'open')).body.code).toBe('idea_round.no_idea')
  await nadia.put(`/api/idea-rounds/${draft}`, { ...body, ideaIds: [one], closesOn: day(-2) })
  expect((await turn(draft, 'open')).body.code).toBe('idea_round.past')
  const round = await openRound([one])
  await nadia.put(`/api/idea-rounds/${draft}`, { ...body, ideaIds: [one] })
  expect((await turn(draft, 'open')).body.code).toBe('idea_round.one_at_once')
  const change = (more: object) =>
    nadia.put(`/api/idea-rounds/${round}`, { ...body, ideaIds: [one], ...more })
  expect((await change({ votesEach: 8 })).body.code).toBe('idea_round.rules')
  expect((await change({ showsTotals: true })).body.code).toBe('idea_round.rules')
  expect((await change({ closesOn: day(20) })).body.closesOn).toBe(day(20))
  expect((await nadia.del(`/api/idea-rounds/${round}`)).body.code).toBe('idea_round.opened')
  expect((await nadia.del(`/api/idea-rounds/${draft}`)).status).toBe(200)
})

test('two rounds opened at the same moment: one opens', async () => {
  const one = await write()
  const ids = [uuid7(), uuid7()]
  for (const id of ids)
    await nadia.put(`/api/idea-rounds/${id}`, {
      programmeId: programme.id,
      name: 'Essai',
      closesOn: day(10),
      ideaIds: [one],
    })
  const replies = await Promise.all(
    ids.map((id) => nadia.put(`/api/idea-rounds/${id}/state`, { state: 'open' })),
  )
  expect(replies.map((reply) => reply.status).sort()).toEqual([200, 409])
})

test('a round closes by itself once its last day is over, and only then', async () => {
  const one = await write()
  const round = await openRound([one])
  const job = world.server.jobs.tasks.get('close-idea-rounds')
  const work = () => job?.(world.server.database, {} as never, undefined as never)
  await work()
  expect((await mehdi.get(`/api/idea-rounds/${round}`)).body.state).toBe('open')
  await world.server.database.transaction((trx) =>
    trx.run(sql`update idea_rounds set closes_on = current_date - 1 where id = ${round}`),
  )
  await work()
  expect((await mehdi.get(`/api/idea-rounds/${round}`)).body.state).toBe('closed')
})

test('whoever stops serving takes their votes along', async () => {
  const one = await write(josephine)
  const round = await openRound([one])
  await vote(mehdi, round, one, 3)
  await world.server.database.transaction((trx) =>
    moveAmbassador(trx, claire.actor, mehdiFile.id, 'alumni', 'Merci'),
  )
  expect((await vote(mehdi, round, one, 1)).status).toBe(403)
  expect(
    await world.server.database.db.rows(sql`select 1 from idea_votes where round_id = ${round}`),
  ).toEqual([])
})

test('figures for the community: open ideas, those that wait, those shipped, the round under way', async () => {
  const [old, shipped] = [await write(mehdi, 'Vieille'), await write(mehdi, 'Livrée')]
  await write(mehdi, 'Récente')
  await answer(shipped, 'shipped')
  await world.server.database.transaction((trx) =>
    trx.run(sql`update ideas set status_at = now() - interval '31 days' where id = ${old}`),
  )
  expect(await ideaFacts(world.server.database.db, tempo.id)).toEqual({
    open: 2,
    waiting: 1,
    shipped: 1,
    round: null,
  })
  const round = await openRound([old])
  expect(await ideaFacts(world.server.database.db, tempo.id)).toMatchObject({ round: { id: round } })
})
