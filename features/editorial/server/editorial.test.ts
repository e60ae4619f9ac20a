import { v7 as uuid7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openProgramme } from '#app/testing/programme.ts'
import { openWorld, type Person, type World } from '#app/testing/world.ts'
import { sql } from '#platform/server/db.ts'
import { publishDue } from './commands/publishing.ts'
import { calendarFacts, nextGap } from './queries/calendar.ts'

let world: World
let nadia: Person
let owner: Person
let reader: Person
let member: Person
let tempo: { id: string }

const paragraph = (text: string) => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
})
const written = (text: string, edition = 0) => ({
  content: { title: 'Le geste du mois', body: paragraph(text) },
  edition,
})
const run = (query: ReturnType<typeof sql>) => world.server.database.transaction((trx) => trx.run(query))
const row = <R extends object>(query: ReturnType<typeof sql>) => world.server.database.db.row<R>(query)

const dayAhead = (count: number) => new Date(Date.now() + count * 86_400_000).toISOString().slice(0, 10)

/** A slot of the owner, with a text, ready for its day. */
async function newSlot(more: object = {}, text = 'Trois serre-joints suffisent.') {
  const id = uuid7()
  const made = await nadia.put(`/api/slots/${id}`, {
    spaceId: tempo.id,
    title: 'Le geste du mois',
    day: dayAhead(3),
    minutes: 540,
    ownerId: owner.id,
    ...more,
  })
  expect(made.status).toBe(200)
  const kept = text === '' || (await owner.put(`/api/slots/${id}/text`, written(text))).body.kept === 'text'
  expect(kept).toBe(true)
  return id
}

const schedule = (id: string, by = owner) => by.put(`/api/slots/${id}/state`, { state: 'scheduled' })
/** Its hour comes. */
const due = (id: string) =>
  run(sql`update editorial_slots set at = now() - interval '1 second' where id = ${id}`)
const postsOf = async (id: string) =>
  (
    await row<{ n: number }>(
      sql`select count(*)::int as n from posts p join editorial_slots e on e.post_id = p.id where e.id = ${id}`,
    )
  )?.n

beforeAll(async () => {
  world = await openWorld()
  nadia = await world.member('nadia')
  owner = await world.member('ousmane')
  reader = await world.member('lea')
  member = await world.member('mehdi')
  tempo = await world.community(nadia, { openness: 'closed' })
  for (const one of [owner, reader, member]) await world.seat(tempo, one)
})
afterAll(() => world.close())

test('a slot is drafted, scheduled, and becomes the post of its owner, once', async () => {
  const id = await newSlot()
  expect((await schedule(id)).body.state).toBe('scheduled')
  await due(id)
  const { database } = world.server
  await Promise.all([publishDue(database, id), publishDue(database, id), publishDue(database, id)])
  await world.runJobs()
  expect(await postsOf(id)).toBe(1)
  const sheet = (await nadia.get(`/api/slots/${id}`)).body
  expect(sheet).toMatchObject({ state: 'published' })
  const post = await member.get(`/api/posts/${sheet.postId}`)
  expect(post.body.author.id).toBe(owner.id)
  expect(post.body.title).toBe('Le geste du mois')
})

test('a poll closes when its draft said; a closing before its hour is told before', async () => {
  const id = await newSlot({ postKind: 'poll' }, '')
  const poll = (closesAt: string) => ({
    content: {
      title: 'Quelle colle ?',
      body: { type: 'doc', content: [] },
      poll: { options: ['Blanche', 'Rapide'], choice: 'single', anonymous: false, closesAt },
    },
    edition: 0,
  })
  const { at } = (await owner.get(`/api/slots/${id}`)).body
  const before = new Date(Date.parse(at) - 60_000).toISOString()
  const after = new Date(Date.parse(at) + 86_400_000).toISOString()
  await owner.put(`/api/slots/${id}/text`, poll(before))
  expect((await schedule(id)).body.code).toBe('slot.poll_closes')
  expect((await owner.get(`/api/slots/${id}`)).body.lacks).toMatch(/sondage/)
  await owner.put(`/api/slots/${id}/text`, { ...poll(after), edition: 1 })
  expect((await schedule(id)).body.state).toBe('scheduled')
  await due(id)
  await publishDue(world.server.database, id)
  const { postId } = (await owner.get(`/api/slots/${id}`)).body
  expect((await member.get(`/api/posts/${postId}`)).body.poll.closesAt).toBe(after)
})

test('the job waits for the hour, and a slot moved or cancelled meanwhile is not published', async () => {
  const [moved, cancelled] = [await newSlot(), await newSlot()]
  for (const id of [moved, cancelled]) await schedule(id)
  await world.runJobs()
  expect(await postsOf(moved)).toBe(0)
  await owner.patch(`/api/slots/${moved}`, { day: dayAhead(10) })
  await owner.put(`/api/slots/${cancelled}/state`, { state: 'dropped' })
  // A job that was already on its way finds nothing to do.
  await publishDue(world.server.database, moved)
  await run(sql`update editorial_slots set at = now() - interval '1 minute' where id = ${cancelled}`)
  await publishDue(world.server.database, cancelled)
  expect([await postsOf(moved), await postsOf(cancelled)]).toEqual([0, 0])
  const jobs = await row<{ n: number }>(
    sql`select count(*)::int as n from graphile_worker.jobs where key = ${`slot ${cancelled}`}`,
  )
  expect(jobs?.n).toBe(0)
})

test('what cannot leave at its hour goes back to ready, and its owner is told with the way to it', async () => {
  const id = await newSlot()
  await schedule(id)
  await run(sql`update spaces set read_only_at = now() where id = ${tempo.id}`)
  await due(id)
  await publishDue(world.server.database, id)
  await run(sql`update spaces set read_only_at = null where id = ${tempo.id}`)
  expect(await postsOf(id)).toBe(0)
  const slot = (await owner.get(`/api/slots/${id}`)).body
  expect(slot.state).toBe('ready')
  expect(slot.failure).toMatch(/./)
  expect(JSON.stringify((await owner.get('/api/notifications')).body)).toContain(`/calendrier/${id}`)
})

test('when its owner has left, those who animate are told instead', async () => {
  const leaver = await world.member('partante')
  await world.seat(tempo, leaver)
  const id = await newSlot({ ownerId: leaver.id }, '')
  await nadia.put(`/api/slots/${id}/text`, written('Un mot'))
  await nadia.put(`/api/slots/${id}/state`, { state: 'scheduled' })
  await nadia.del(`/api/spaces/${tempo.id}/seats/${leaver.id}`)
  await due(id)
  await publishDue(world.server.database, id)
  expect(await postsOf(id)).toBe(0)
  expect((await leaver.get(`/api/slots/${id}`)).status).toBe(404)
  expect(JSON.stringify((await nadia.get('/api/notifications')).body)).toContain(`/calendrier/${id}`)
})

test('an hour gone by, a missing text or an owner who may not speak there is told before, not at the hour', async () => {
  const empty = await newSlot({}, '')
  expect((await schedule(empty)).body.code).toBe('post.empty')
  const past = await newSlot({ day: dayAhead(-2) })
  expect((await schedule(past)).body).toMatchObject({ code: 'slot.past' })
  const alone = await newSlot({ ownerId: null }, '')
  await nadia.put(`/api/slots/${alone}/text`, written('Un mot'))
  expect((await nadia.put(`/api/slots/${alone}/state`, { state: 'scheduled' })).body.code).toBe(
    'slot.owner_missing',
  )
  const outsider = await world.member('nobody')
  const refused = await nadia.put(`/api/slots/${uuid7()}`, {
    spaceId: tempo.id,
    title: 'X',
    ownerId: outsider.id,
  })
  expect(refused.body).toMatchObject({ code: 'slot.owner', errors: [{ field: 'ownerId' }] })
})

test('a slot lost by its job is asked for again', async () => {
  const id = await newSlot()
  await schedule(id)
  await run(sql`delete from graphile_worker._private_jobs where key = ${`slot ${id}`}`)
  await run(sql`update editorial_slots set at = now() - interval '10 minutes' where id = ${id}`)
  const { askAgain } = await import('./commands/publishing.ts')
  await askAgain(world.server.database)
  await world.runJobs()
  expect(await postsOf(id)).toBe(1)
})

test('one writes at a time: the pen is asked for, handed over, or taken after two minutes of silence', async () => {
  const id = await newSlot()
  expect((await owner.put(`/api/slots/${id}/pen`)).body.state).toBe('mine')
  const asked = (await nadia.put(`/api/slots/${id}/pen`)).body
  expect(asked).toMatchObject({ state: 'held', holder: { id: owner.id }, askedBy: { id: nadia.id } })
  expect((await owner.del(`/api/slots/${id}/pen`)).body.holder.id).toBe(nadia.id)
  await run(sql`update editorial_slots set pen_at = now() - interval '119 seconds' where id = ${id}`)
  expect((await owner.put(`/api/slots/${id}/pen`)).body.state).toBe('held')
  await run(sql`update editorial_slots set pen_at = now() - interval '121 seconds' where id = ${id}`)
  expect((await owner.put(`/api/slots/${id}/pen`)).body.state).toBe('mine')
})

test('a text written after the pen went to somebody else is kept beside, and nothing is covered', async () => {
  const id = await newSlot({}, 'Premier jet')
  await run(sql`update editorial_slots set pen_at = now() - interval '3 minutes' where id = ${id}`)
  await nadia.put(`/api/slots/${id}/pen`)
  expect((await nadia.put(`/api/slots/${id}/text`, written('Relu par Nadia', 1))).body).toMatchObject({
    kept: 'text',
    edition: 2,
  })
  const late = await owner.put(`/api/slots/${id}/text`, written('La suite d’Ousmane', 1))
  expect(late.body).toMatchObject({ kept: 'version', edition: 2 })
  const sheet = (await owner.get(`/api/slots/${id}`)).body
  const said = (content: object) => JSON.stringify(content)
  expect(said(sheet.content)).toContain('Relu par Nadia')
  expect(sheet.versions.map((one: { why: string }) => one.why).sort()).toEqual(['before', 'late'])
  expect(said(sheet.versions)).toContain('Premier jet')
  expect(said(sheet.versions)).toContain('La suite d’Ousmane')
  const first = sheet.versions.find((one: { why: string }) => one.why === 'before')
  const back = await nadia.put(`/api/slots/${id}/versions/${first.id}/restored`)
  expect(said(back.body.content)).toContain('Premier jet')
  expect(said(back.body.versions)).toContain('Relu par Nadia')
})

test('two who take a free pen at once: one has it', async () => {
  const id = await newSlot({}, '')
  const both = await Promise.all([owner.put(`/api/slots/${id}/pen`), nadia.put(`/api/slots/${id}/pen`)])
  expect(both.map((answer) => answer.body.state).sort()).toEqual(['held', 'mine'])
})

test('somebody asked to reread reads and answers in that slot, and in no other', async () => {
  const [id, other] = [await newSlot(), await newSlot()]
  expect((await reader.get(`/api/slots/${id}`)).status).toBe(404)
  const remark = uuid7()
  await owner.put(`/api/slots/${id}/remarks/${remark}`, { text: 'Tu relis ?', asksId: reader.id })
  const sheet = (await reader.get(`/api/slots/${id}`)).body
  expect(sheet.can).toEqual({ write: true, move: false, shape: false })
  expect((await schedule(id, reader)).status).toBe(403)
  expect((await reader.patch(`/api/slots/${id}`, { title: 'Autre' })).status).toBe(403)
  expect((await reader.put(`/api/slots/${id}/remarks/${remark}/done`)).body.doneAt).toMatch(/T/)
  expect((await reader.get(`/api/slots/${other}`)).status).toBe(404)
})

test('members see what was published and nothing of drafts; nobody outside sees a thing', async () => {
  const draft = await newSlot({ title: 'Encore en chantier' })
  const address = `/api/communities/${tempo.id}/calendar?from=${dayAhead(-20)}&to=${dayAhead(40)}`
  const seen = (await member.get(address)).body
  expect(seen.slots.every((slot: { state: string }) => slot.state === 'published')).toBe(true)
  expect(seen).toMatchObject({ tray: [], weeks: [], series: [], mixes: [], can: { shape: false } })
  expect((await member.get(`/api/slots/${draft}`)).status).toBe(404)
  expect((await member.put(`/api/slots/${draft}/text`, written('Moi aussi'))).status).toBe(404)
  expect((await member.put(`/api/slots/${uuid7()}`, { spaceId: tempo.id, title: 'Un' })).status).toBe(403)
  const stranger = await world.member('etranger')
  expect((await stranger.get(address)).status).toBe(404)
})

test('drafts of a secret group stay among those who may read that group', async () => {
  const secret = await world.group(owner, tempo, { openness: 'secret' })
  await world.seat(secret, reader)
  const animator = await world.member('animatrice')
  await world.seat(tempo, animator, 'animator')
  await world.seat(secret, animator)
  const id = uuid7()
  expect(
    (
      await animator.put(`/api/slots/${id}`, {
        spaceId: tempo.id,
        placeId: secret.id,
        title: 'Entre nous',
        day: dayAhead(2),
      })
    ).status,
  ).toBe(200)
  expect((await nadia.get(`/api/slots/${id}`)).status).toBe(404)
  const address = `/api/communities/${tempo.id}/calendar?from=${dayAhead(0)}&to=${dayAhead(10)}`
  expect(JSON.stringify((await nadia.get(address)).body)).not.toContain('Entre nous')
  expect(JSON.stringify((await animator.get(address)).body)).toContain('Entre nous')
  expect(
    (await nadia.put(`/api/slots/${uuid7()}`, { spaceId: tempo.id, placeId: secret.id, title: 'X' })).status,
  ).toBe(404)
})

test('an owner moves and schedules their own slot, but does not reshape the calendar', async () => {
  const id = await newSlot()
  expect((await owner.patch(`/api/slots/${id}`, { day: dayAhead(6), minutes: 600 })).body).toMatchObject({
    day: dayAhead(6),
    minutes: 600,
  })
  expect((await owner.patch(`/api/slots/${id}`, { ownerId: member.id })).body.code).toBe(
    'calendar.shape.forbidden',
  )
  expect((await owner.put(`/api/communities/${tempo.id}/calendar/settings`, { cadence: 5 })).status).toBe(403)
})

test('a series lays its slots; one moved, one dropped and one written stay as they are when it changes', async () => {
  const id = uuid7()
  const draft = {
    spaceId: tempo.id,
    title: 'Question du mardi',
    every: 'week',
    weekday: 2,
    minutes: 540,
    startsOn: dayAhead(0),
    ownerId: owner.id,
  }
  expect((await nadia.put(`/api/series/${id}`, draft)).status).toBe(200)
  const laid = async () =>
    world.server.database.db.rows<{
      id: string
      day: string
      minutes: number
      state: string
      title: string
      at: string
    }>(
      sql`select id, day, minutes, state, title, at from editorial_slots where series_id = ${id} order by occurrence_on`,
    )
  const before = await laid()
  expect(before.length).toBeGreaterThan(24)
  expect(new Set(before.map((slot) => slot.minutes))).toEqual(new Set([540]))
  const [moved, dropped, written_] = before
  await nadia.patch(`/api/slots/${moved?.id}`, { day: dayAhead(20) })
  await nadia.put(`/api/slots/${dropped?.id}/state`, { state: 'dropped' })
  await owner.put(`/api/slots/${written_?.id}/text`, written('Quel outil ?'))
  await nadia.put(`/api/series/${id}`, { ...draft, title: 'Question du jeudi', weekday: 4 })
  const after = await laid()
  expect(after.find((slot) => slot.id === moved?.id)?.title).toBe('Question du mardi')
  expect(after.find((slot) => slot.id === dropped?.id)?.state).toBe('dropped')
  expect(after.find((slot) => slot.id === written_?.id)?.state).toBe('drafted')
  const others = after.filter((slot) => ![moved?.id, dropped?.id, written_?.id].includes(slot.id))
  expect(new Set(others.map((slot) => slot.title))).toEqual(new Set(['Question du jeudi']))
  const { layAll } = await import('./commands/series.ts')
  await layAll(world.server.database)
  expect((await laid()).length).toBe(after.length)
  await nadia.del(`/api/series/${id}`)
  const left = await laid()
  expect(left.filter((slot) => slot.state === 'idea').map((slot) => slot.id)).toEqual([moved?.id])
})

const aSeries = (more: object) => ({
  spaceId: tempo.id,
  title: 'Chaque jeudi',
  every: 'week',
  weekday: 4,
  minutes: 540,
  startsOn: dayAhead(0),
  ...more,
})
const listed = async () =>
  (
    await nadia.get(`/api/communities/${tempo.id}/calendar?from=${dayAhead(0)}&to=${dayAhead(1)}`)
  ).body.series.map((one: { id: string }) => one.id)

test('a series is ended by giving it a past last day, like by ending it', async () => {
  const id = uuid7()
  await nadia.put(`/api/series/${id}`, aSeries({ startsOn: dayAhead(-30) }))
  const ended = await nadia.put(
    `/api/series/${id}`,
    aSeries({ startsOn: dayAhead(-30), endsOn: dayAhead(-2) }),
  )
  expect(ended).toMatchObject({ status: 200, body: { endsOn: dayAhead(-2) } })
  expect(await listed()).not.toContain(id)
})

test('a series ended before it began leaves nothing: not in the list, and no slot on its first day', async () => {
  const id = uuid7()
  await nadia.put(`/api/series/${id}`, aSeries({ startsOn: dayAhead(300) }))
  expect((await nadia.del(`/api/series/${id}`)).status).toBe(200)
  expect(await listed()).not.toContain(id)
})

test('a series of a secret group is not changed by who is not in it, even by its id', async () => {
  const animator = await world.member('animateur-secret')
  await world.seat(tempo, animator, 'animator')
  const secret = await world.group(animator, tempo, { openness: 'secret' })
  const id = uuid7()
  expect((await animator.put(`/api/series/${id}`, aSeries({ placeId: secret.id }))).status).toBe(200)
  expect((await nadia.put(`/api/series/${id}`, aSeries({}))).body).toMatchObject({ code: 'series.not_found' })
  expect(await row(sql`select place_id as place from editorial_series where id = ${id}`)).toEqual({
    place: secret.id,
  })
})

test('gaps are told against the cadence, and ideas do not fill them', async () => {
  const place = await world.community(nadia)
  await nadia.put(`/api/communities/${place.id}/calendar/settings`, { cadence: 1 })
  const { db } = world.server.database
  expect(await nextGap(db, nadia.actor, place.id)).toMatchObject({ planned: 0, wanted: 1 })
  for (const weeks of [0, 1, 2, 3, 4, 5, 6, 7]) {
    const id = uuid7()
    await nadia.put(`/api/slots/${id}`, {
      spaceId: place.id,
      title: 'Un',
      kind: 'event',
      day: dayAhead(weeks * 7),
    })
    if (weeks !== 2) await nadia.put(`/api/slots/${id}/state`, { state: 'drafted' })
  }
  const facts = await calendarFacts(db, nadia.actor, place.id)
  expect(facts).toMatchObject({ covered: 3, weeks: 4, scheduled: 0, lastCommitteeOn: null })
  expect(facts.nextGap?.planned).toBe(0)
})

test('the mix of a place is a direction that adds up to a hundred', async () => {
  const set = (parts: object[]) =>
    nadia.put(`/api/communities/${tempo.id}/calendar/settings`, { mix: { placeId: tempo.id, parts } })
  expect((await set([{ kind: 'question', wanted: 60 }])).body.code).toBe('calendar.mix')
  expect(
    (
      await set([
        { kind: 'question', wanted: 40 },
        { kind: 'practice', wanted: 60 },
      ])
    ).status,
  ).toBe(200)
  const { mixes } = (
    await nadia.get(`/api/communities/${tempo.id}/calendar?from=${dayAhead(0)}&to=${dayAhead(7)}`)
  ).body
  const mine = mixes.find((mix: { placeId: string }) => mix.placeId === tempo.id)
  expect(mine.parts.find((part: { kind: string }) => part.kind === 'practice').wanted).toBe(60)
})

test('the secret address gives what its member may read today, and stops at once', async () => {
  await newSlot({ title: 'Brouillon secret' }, '')
  const mine = (await nadia.put(`/api/communities/${tempo.id}/calendar/feed`)).body.url as string
  const theirs = (await member.put(`/api/communities/${tempo.id}/calendar/feed`)).body.url as string
  const visitor = world.visitor()
  const read = async (url: string) => visitor.get(new URL(url).pathname)
  const full = await read(mine)
  expect(full.headers['content-type']).toMatch(/text\/calendar/)
  expect(full.body).toContain('Brouillon secret')
  expect((await read(theirs)).body).not.toContain('Brouillon secret')
  const again = (await nadia.put(`/api/communities/${tempo.id}/calendar/feed`)).body.url as string
  expect((await read(mine)).status).toBe(404)
  expect((await read(again)).status).toBe(200)
  await nadia.del(`/api/communities/${tempo.id}/calendar/feed`)
  expect((await read(again)).status).toBe(404)
  expect((await visitor.get('/api/calendars/not-an-address.ics')).status).toBe(404)
  await nadia.del(`/api/spaces/${tempo.id}/seats/${member.id}`)
  expect((await read(theirs)).status).toBe(404)
  await world.seat(tempo, member)
})

const ics = (...lines: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:essai', ...lines, 'END:VCALENDAR', ''].join('\r\n')
const stamp = (day: string) => day.replaceAll('-', '')
const preview = (text: string) => nadia.post(`/api/communities/${tempo.id}/calendar/import-preview`, { text })
const take = (text: string) => nadia.put(`/api/communities/${tempo.id}/calendar/import`, { text })

test('another calendar is read before it is written, in its own zone, and again changes nothing', async () => {
  const day = dayAhead(5)
  const file = (title: string) =>
    ics(
      'BEGIN:VEVENT',
      'UID:cafe-1',
      `DTSTART;TZID=America/New_York:${stamp(day)}T080000`,
      `SUMMARY:${title}`,
      'END:VEVENT',
      'BEGIN:VEVENT',
      'UID:atelier',
      `DTSTART;TZID=Europe/Paris:${stamp(day)}T140000`,
      'RRULE:FREQ=WEEKLY;COUNT=4',
      `EXDATE;TZID=Europe/Paris:${stamp(dayAhead(12))}T140000`,
      'SUMMARY:Atelier vernis',
      'END:VEVENT',
      'BEGIN:VEVENT',
      'UID:annule',
      'STATUS:CANCELLED',
      `DTSTART;VALUE=DATE:${stamp(day)}`,
      'SUMMARY:Annulé',
      'END:VEVENT',
    )
  const seen = (await preview(file('Café à distance'))).body
  expect(seen.items.map((item: { title: string }) => item.title).sort()).toEqual([
    'Atelier vernis',
    'Atelier vernis',
    'Atelier vernis',
    'Café à distance',
  ])
  expect(new Set(seen.items.map((item: { state: string }) => item.state))).toEqual(new Set(['new']))
  const count = async () =>
    (
      await row<{ n: number }>(
        sql`select count(*)::int as n from editorial_slots where imported_uid is not null`,
      )
    )?.n
  expect(await count()).toBe(0)
  await take(file('Café à distance'))
  expect(await count()).toBe(4)
  const cafe = await row<{ minutes: number }>(
    sql`select minutes from editorial_slots where imported_uid = 'cafe-1'`,
  )
  expect(cafe?.minutes).toBe(14 * 60)
  const again = (await take(file('Café à distance'))).body
  expect(again.items.every((item: { state: string }) => item.state === 'same')).toBe(true)
  await take(file('Café déplacé'))
  expect(await count()).toBe(4)
  const renamed = await row<{ title: string }>(
    sql`select title from editorial_slots where imported_uid = 'cafe-1'`,
  )
  expect(renamed?.title).toBe('Café déplacé')
})

test('a hostile file is bounded: endless rules, far years, what is no calendar, and a thousand events', async () => {
  const rule = (text: string) =>
    ics('BEGIN:VEVENT', 'UID:mal', 'DTSTART:19700101T000000Z', `RRULE:${text}`, 'SUMMARY:Mal', 'END:VEVENT')
  for (const text of [
    'FREQ=SECONDLY',
    'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
    'FREQ=MINUTELY;INTERVAL=1;UNTIL=99991231T000000Z',
  ]) {
    const answer = await preview(rule(text))
    expect([200, 422]).toContain(answer.status)
    expect((answer.body.items ?? []).length).toBeLessThanOrEqual(300)
  }
  expect((await preview('<html>')).body).toMatchObject({ code: 'calendar.unreadable' })
  expect(
    (await preview(ics('BEGIN:VEVENT', 'UID:x', 'DTSTART:99990101T000000Z', 'SUMMARY:Loin', 'END:VEVENT')))
      .body,
  ).toMatchObject({ items: [], left: 1 })
  expect((await preview(ics('BEGIN:VEVENT', 'SUMMARY:Sans date', 'END:VEVENT'))).body).toMatchObject({
    unreadable: 1,
  })
  const many = Array.from({ length: 1000 }, (_, index) => [
    'BEGIN:VEVENT',
    `UID:m${index}`,
    `DTSTART:${stamp(dayAhead(3))}T090000Z`,
    'SUMMARY:M',
    'END:VEVENT',
  ]).flat()
  expect((await preview(ics(...many))).body).toMatchObject({ left: 700 })
  expect((await preview('x'.repeat(500_001))).status).toBe(422)
}, 60_000)

test('the committee reads its agenda from what happened; decisions become slots and tasks', async () => {
  const id = uuid7()
  const post = uuid7()
  await owner.put(`/api/posts/${post}`, {
    spaceId: tempo.id,
    kind: 'question',
    title: 'Quel serre-joint ?',
    body: paragraph('Dites-moi'),
  })
  for (const one of [nadia, reader]) await one.put(`/api/reactions/post/${post}`, { kind: 'useful' })
  const idea = await newSlot({ title: 'Portrait de Fatou', day: null, minutes: null }, '')
  const made = await nadia.put(`/api/committees/${id}`, {
    spaceId: tempo.id,
    heldOn: dayAhead(0),
    memberIds: [owner.id, nadia.id],
  })
  expect(made.status).toBe(200)
  expect(made.body.agenda.ideas.map((one: { slotId: string }) => one.slotId)).toContain(idea)
  expect(made.body.agenda.gaps.length).toBeGreaterThan(0)
  expect((await owner.get(`/api/committees/${id}`)).status).toBe(200)
  expect((await member.get(`/api/committees/${id}`)).status).toBe(404)
  expect((await owner.put(`/api/committees/${id}/held`)).status).toBe(403)
  const decision = uuid7()
  const slot = await nadia.put(`/api/committees/${id}/decisions/${decision}`, {
    kind: 'slot',
    text: 'Replay du café',
    ownerId: owner.id,
    dueOn: dayAhead(9),
  })
  expect((await owner.get(`/api/slots/${slot.body.slotId}`)).body).toMatchObject({
    title: 'Replay du café',
    day: dayAhead(9),
    state: 'idea',
  })
  const again = await nadia.put(`/api/committees/${id}/decisions/${decision}`, {
    kind: 'slot',
    text: 'Replay du café',
    ownerId: owner.id,
    dueOn: dayAhead(9),
  })
  expect(again.body.slotId).toBe(slot.body.slotId)
  expect(
    (await nadia.put(`/api/committees/${id}/decisions/${uuid7()}`, { kind: 'task', text: 'Appeler Cholet' }))
      .body.code,
  ).toBe('decision.owner')
  const task = uuid7()
  await nadia.put(`/api/committees/${id}/decisions/${task}`, {
    kind: 'task',
    text: 'Appeler Cholet',
    ownerId: owner.id,
  })
  expect(JSON.stringify((await owner.get('/api/notifications')).body)).toContain('Appeler Cholet')
  expect((await owner.put(`/api/committees/${id}/decisions/${task}/done`)).body.doneAt).toMatch(/T/)
  expect((await nadia.put(`/api/committees/${id}/post`, { text: 'Compte rendu' })).body.code).toBe(
    'committee.not_held',
  )
  await nadia.put(`/api/committees/${id}/held`)
  await newSlot({ title: 'Une idée de plus', day: null, minutes: null }, '')
  const held = (await nadia.get(`/api/committees/${id}`)).body
  expect(JSON.stringify(held.agenda)).not.toContain('Une idée de plus')
  const pdf = await owner.get(`/api/committees/${id}/minutes`)
  expect(pdf.headers['content-type']).toBe('application/pdf')
  expect(String(pdf.body).slice(0, 5)).toBe('%PDF-')
  const published = (await nadia.put(`/api/committees/${id}/post`, { text: 'Compte rendu' })).body
  expect((await member.get(`/api/posts/${published.postId}`)).body.title).toMatch(/Comité éditorial/)
  expect((await nadia.put(`/api/committees/${id}/post`, { text: 'Encore' })).body.postId).toBe(
    published.postId,
  )
})

test('a secret group is never spoken of in a committee', async () => {
  const secret = await world.group(nadia, tempo, { openness: 'secret' })
  await nadia.put(`/api/slots/${uuid7()}`, { spaceId: tempo.id, placeId: secret.id, title: 'Sujet fermé' })
  await nadia.put(`/api/posts/${uuid7()}`, {
    spaceId: secret.id,
    kind: 'question',
    title: 'Question fermée',
    body: paragraph('…'),
  })
  const made = await nadia.put(`/api/committees/${uuid7()}`, { spaceId: tempo.id, heldOn: dayAhead(1) })
  expect(JSON.stringify(made.body)).not.toMatch(/Sujet fermé|Question fermée/)
})

test('starters speak both languages; a community hides, rewords and adds its own', async () => {
  const list = async (by = nadia, language = 'fr') =>
    (await by.get(`/api/communities/${tempo.id}/starters?language=${language}`)).body.items as {
      key: string
      title: string
      hidden: boolean
      own: boolean
    }[]
  const stock = await list()
  expect(stock.filter((one) => !one.own).length).toBeGreaterThanOrEqual(60)
  const english = await list(nadia, 'en')
  expect(english.find((one) => one.key === stock[0]?.key)?.title).not.toBe(stock[0]?.title)
  const [first, second] = stock
  await nadia.put(`/api/communities/${tempo.id}/starters/${uuid7()}`, { stockKey: first?.key, hidden: true })
  await nadia.put(`/api/communities/${tempo.id}/starters/${uuid7()}`, {
    stockKey: second?.key,
    title: 'À notre façon',
  })
  const own = uuid7()
  await nadia.put(`/api/communities/${tempo.id}/starters/${own}`, {
    title: 'Le coin des essences',
    prompt: 'Une planche, trois indices.',
  })
  expect((await list(member)).some((one) => one.key === first?.key)).toBe(false)
  const now = await list()
  expect(now.find((one) => one.key === second?.key)?.title).toBe('À notre façon')
  expect(now.find((one) => one.key === own)?.title).toBe('Le coin des essences')
  await nadia.del(`/api/communities/${tempo.id}/starters/${second?.key}`)
  expect((await list()).find((one) => one.key === second?.key)?.title).toBe(second?.title)
  expect((await member.put(`/api/communities/${tempo.id}/starters/${uuid7()}`, { title: 'X' })).status).toBe(
    403,
  )
})

test('a community that has as many starters as it may still words anew and hides those it has', async () => {
  const full = await world.community(nadia)
  const own = uuid7()
  const put = (id: string, draft: object) => nadia.put(`/api/communities/${full.id}/starters/${id}`, draft)
  await put(own, { title: 'Une des nôtres' })
  await run(sql`insert into editorial_starters (id, space_id, created_by, title, prompt, practice, post_kind)
    select gen_random_uuid(), ${full.id}, ${nadia.id}, 'Encore', '', 'A8', 'message' from generate_series(1, 199)`)
  expect((await put(own, { title: 'Mieux dite' })).status).toBe(200)
  expect((await put(uuid7(), { title: 'Une de trop' })).body).toMatchObject({ code: 'starter.too_many' })
})

test('whoever a slot is given to learns it; nobody is told of their own act', async () => {
  const given = await world.member('awa')
  await world.seat(tempo, given)
  const id = await newSlot({ title: 'À ton nom', ownerId: given.id }, '')
  const told = async (one: Person) => JSON.stringify((await one.get('/api/notifications')).body)
  expect(await told(given)).toContain(`/calendrier/${id}`)
  await nadia.patch(`/api/slots/${id}`, { ownerId: reader.id })
  expect(await told(reader)).toContain(`/calendrier/${id}`)
  expect(await told(nadia)).not.toContain(`/calendrier/${id}`)
})

test('a share opens its kit at its hour, in the name of whoever animates, once', async () => {
  const programme = await openProgramme(world, tempo)
  const kit = uuid7()
  const draft = (variants: object[]) => ({
    programmeId: programme.id,
    title: 'La marche des ateliers',
    url: 'https://aubrelle.test/marche',
    hashtags: [],
    reward: '',
    label: null,
    startsOn: null,
    endsOn: null,
    visuals: [],
    variants,
  })
  await nadia.put(`/api/kits/${kit}`, draft([]))
  const id = await newSlot({ kind: 'share', ownerId: owner.id }, '')
  expect((await nadia.put(`/api/slots/${id}/state`, { state: 'scheduled' })).body.code).toBe(
    'slot.kit_missing',
  )
  const choices = (await nadia.get(`/api/communities/${tempo.id}/calendar/linkable`)).body
  expect(choices.kits).toMatchObject([{ id: kit, state: 'draft' }])
  expect((await member.get(`/api/communities/${tempo.id}/calendar/linkable`)).status).toBe(403)
  expect((await owner.patch(`/api/slots/${id}`, { kitId: kit })).status).toBe(403)
  expect((await nadia.patch(`/api/slots/${id}`, { kitId: uuid7() })).body.code).toBe('slot.kit')
  expect((await nadia.patch(`/api/slots/${id}`, { kitId: kit })).body.kit).toMatchObject({ id: kit })
  const toSchedule = () => nadia.put(`/api/slots/${id}/state`, { state: 'scheduled' })
  expect((await toSchedule()).body.code).toBe('kit.no_text')
  await nadia.put(
    `/api/kits/${kit}`,
    draft([{ id: uuid7(), network: 'any', language: 'fr', body: 'Viens marcher avec nous.' }]),
  )
  // Somebody who does not animate the programme opens none of its kits, by the calendar neither.
  expect((await toSchedule()).body.code).toBe('slot.owner_kit')
  await nadia.patch(`/api/slots/${id}`, { ownerId: nadia.id })
  expect((await toSchedule()).body.state).toBe('scheduled')
  expect((await member.get(`/api/kits/${kit}`)).status).toBe(404)
  await due(id)
  await Promise.all([publishDue(world.server.database, id), publishDue(world.server.database, id)])
  expect((await nadia.get(`/api/slots/${id}`)).body).toMatchObject({
    state: 'published',
    kit: { state: 'published' },
  })
  expect((await member.get(`/api/kits/${kit}`)).body.on).toBe('on')
  expect(await postsOf(id)).toBe(0)
})

test('an event is reminded at its hour and held when somebody says so, never by itself', async () => {
  const id = await newSlot({ kind: 'event', title: 'Le café des réglages', brief: 'Apporter les cales.' }, '')
  const held = () => owner.put(`/api/slots/${id}/state`, { state: 'held' })
  expect((await held()).body.code).toBe('slot.not_yet')
  await schedule(id)
  await due(id)
  const { database } = world.server
  await Promise.all([publishDue(database, id), publishDue(database, id)])
  await publishDue(database, id)
  const slot = (await owner.get(`/api/slots/${id}`)).body
  expect(slot).toMatchObject({ state: 'scheduled', postId: null })
  expect(slot.remindedAt).not.toBeNull()
  const told =
    JSON.stringify((await owner.get('/api/notifications')).body).split(`/calendrier/${id}`).length - 1
  // Told that it is theirs, then reminded: once each.
  expect(told).toBe(2)
  expect(JSON.stringify((await owner.get('/api/notifications')).body)).toContain('Apporter les cales.')
  expect((await reader.put(`/api/slots/${id}/state`, { state: 'held' })).status).toBe(404)
  expect((await held()).body.state).toBe('held')
  expect((await owner.patch(`/api/slots/${id}`, { title: 'Autre' })).body.code).toBe('slot.held')
  expect((await owner.put(`/api/slots/${id}/state`, { state: 'ready' })).body.state).toBe('ready')
  const post = await newSlot()
  await due(post)
  expect((await owner.put(`/api/slots/${post}/state`, { state: 'held' })).body.code).toBe('slot.step')
})

test('a turn of the calendar is a turn of the roster, with whoever holds it', async () => {
  const programme = await openProgramme(world, tempo)
  const turn = uuid7()
  await run(sql`insert into rosters (programme_id, space_id) values (${programme.id}, ${tempo.id})`)
  await run(sql`insert into turns (id, programme_id, starts_on, ends_on, member_id, state)
    values (${turn}, ${programme.id}, current_date + 7, current_date + 13, ${reader.id}, 'confirmed')`)
  const id = await newSlot({ kind: 'turn', title: 'La semaine de Léa' }, '')
  expect((await nadia.patch(`/api/slots/${id}`, { turnId: uuid7() })).body.code).toBe('slot.turn')
  const linked = await nadia.patch(`/api/slots/${id}`, { turnId: turn })
  expect(linked.body.turn).toMatchObject({ id: turn, holder: { id: reader.id } })
  // The roster changes hands: the calendar says so.
  await run(sql`update turns set member_id = ${member.id} where id = ${turn}`)
  expect((await owner.get(`/api/slots/${id}`)).body.turn.holder.id).toBe(member.id)
})

test('the company’s own days and this calendar’s stand together, and each says whose it is', async () => {
  const day = dayAhead(5)
  await run(sql`insert into blocked_days (id, label, kind, site, first_day, last_day)
    values (${uuid7()}, 'Inventaire général', 'closed', '', ${day}, ${day})`)
  await nadia.put(`/api/communities/${tempo.id}/calendar/blocked-days/${uuid7()}`, {
    name: 'Salon à Lyon',
    firstDay: day,
    lastDay: day,
  })
  const { overlay } = (
    await nadia.get(`/api/communities/${tempo.id}/calendar?from=${dayAhead(0)}&to=${dayAhead(10)}`)
  ).body
  const blocked = overlay.filter((one: { kind: string }) => one.kind === 'blocked')
  expect(blocked).toContainEqual(expect.objectContaining({ name: 'Inventaire général', whose: 'company' }))
  expect(blocked).toContainEqual(expect.objectContaining({ name: 'Salon à Lyon', whose: 'calendar' }))
})
