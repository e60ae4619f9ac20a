import sharp from 'sharp'
import { v7 as uuid7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type Person, type World } from '#app/testing/world.ts'
import { sql } from '#platform/server/db.ts'
import { publishDue } from './commands/publishing.ts'

let world: World
/** The server listens: uploads speak to it as a browser does. */
let base: string
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
  base = await world.server.listen(0, '127.0.0.1')
  nadia = await world.member('nadia')
  owner = await world.member('ousmane')
  reader = await world.member('lea')
  member = await world.member('mehdi')
  tempo = await world.community(nadia, { openness: 'closed' })
  for (const one of [owner, reader, member]) await world.seat(tempo, one)
})
afterAll(() => world.close())

/** A photo as it arrives from a phone, of that person alone until a text takes it. */
async function photoOf(person: Person): Promise<string> {
  const id = uuid7()
  const bytes = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#13294b' } })
    .png()
    .toBuffer()
  const headers = { cookie: `elan=${person.cookies.elan}`, 'tus-resumable': '1.0.0' }
  const told = Object.entries({ id, filename: 'atelier.png', use: 'content' }).map(
    ([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`,
  )
  await fetch(`${base}/api/uploads`, {
    method: 'POST',
    headers: { ...headers, 'upload-length': String(bytes.length), 'upload-metadata': told.join(',') },
  })
  await fetch(`${base}/api/uploads/${id}`, {
    method: 'PATCH',
    headers: { ...headers, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' },
    body: new Uint8Array(bytes),
  })
  return id
}
const shown = (fileId: string, alt: string) => ({
  fileId,
  alt,
  name: 'said by the browser',
  mediaType: 'text/html',
  bytes: 1,
  width: null,
  height: null,
})
const withFiles = (attachments: object[], edition: number, text = 'Trois serre-joints suffisent.') => ({
  content: { ...written(text).content, attachments },
  edition,
})

test('photos are attached to a draft by two people, seen by those who work on it, and leave with the post once', async () => {
  const id = await newSlot()
  const [first, second] = [await photoOf(owner), await photoOf(nadia)]
  const write = (person: Person, attachments: object[], edition: number) =>
    person.put(`/api/slots/${id}/text`, withFiles(attachments, edition))
  expect((await write(owner, [shown(first, 'Trois serre-joints posés au milieu')], 1)).body.kept).toBe('text')
  await owner.del(`/api/slots/${id}/pen`)
  // Somebody else's photo cannot be taken; one's own joins what is there.
  expect((await write(nadia, [shown(await photoOf(reader), '')], 2)).status).toBe(404)
  const both = [shown(first, 'Trois serre-joints posés au milieu'), shown(second, 'Le joint serré')]
  expect((await write(nadia, both, 2)).body.kept).toBe('text')
  const sheet = (await owner.get(`/api/slots/${id}`)).body
  expect(sheet.content.attachments).toMatchObject([
    {
      fileId: first,
      name: 'atelier.png',
      mediaType: 'image/webp',
      alt: 'Trois serre-joints posés au milieu',
    },
    { fileId: second, mediaType: 'image/webp', alt: 'Le joint serré' },
  ])
  const open = (person: Person, fileId: string) => person.get(`/api/slots/${id}/files/${fileId}`)
  expect((await open(owner, second)).status).toBe(200)
  expect((await open(nadia, first)).status).toBe(200)
  expect((await open(member, first)).status).toBe(404)
  expect((await owner.get(`/api/files/${second}`)).status).toBe(404)
  expect((await member.get(`/api/files/${first}`)).status).toBe(404)

  await schedule(id)
  await due(id)
  const { database } = world.server
  await Promise.all([publishDue(database, id), publishDue(database, id)])
  const post = (
    await member.get(`/api/posts/${sheet.postId ?? (await owner.get(`/api/slots/${id}`)).body.postId}`)
  ).body
  expect(post.author.id).toBe(owner.id)
  expect(post.attachments.map((one: { alt: string }) => one.alt)).toEqual([
    'Trois serre-joints posés au milieu',
    'Le joint serré',
  ])
  expect((await member.get(`/api/files/${second}`)).status).toBe(200)
  expect(await postsOf(id)).toBe(1)
})

test('a photo alone makes a message; taken off, it stays while a version shows it, and is let go after', async () => {
  const id = await newSlot({}, '')
  const fileId = await photoOf(owner)
  const held = () => row<{ use: string }>(sql`select use from files where id = ${fileId}`)
  await owner.put(`/api/slots/${id}/text`, withFiles([shown(fileId, '')], 0, ''))
  expect((await owner.get(`/api/slots/${id}`)).body.lacks).toBeNull()
  await owner.del(`/api/slots/${id}/pen`)
  // Written over by somebody else: what it was is kept beside, its photo with it.
  await nadia.put(`/api/slots/${id}/text`, withFiles([], 1))
  expect((await owner.get(`/api/slots/${id}`)).body.versions[0].content.attachments[0].fileId).toBe(fileId)
  expect((await held())?.use).toBe('kept')
  await run(sql`delete from editorial_versions where slot_id = ${id}`)
  await nadia.put(`/api/slots/${id}/text`, withFiles([], 2, 'Deux suffisent aussi.'))
  expect((await held())?.use).toBe('content')
  expect((await nadia.get(`/api/slots/${id}/files/${fileId}`)).status).toBe(404)
})

test('a version taken back brings its photo back', async () => {
  const id = await newSlot({}, '')
  const fileId = await photoOf(owner)
  await owner.put(`/api/slots/${id}/text`, withFiles([shown(fileId, 'Un joint')], 0))
  await owner.del(`/api/slots/${id}/pen`)
  await nadia.put(`/api/slots/${id}/text`, withFiles([], 1, 'Sans photo.'))
  await nadia.del(`/api/slots/${id}/pen`)
  const { versions } = (await owner.get(`/api/slots/${id}`)).body
  const back = await owner.put(`/api/slots/${id}/versions/${versions[0].id}/restored`)
  expect(back.body.content.attachments).toMatchObject([{ fileId, alt: 'Un joint' }])
  expect((await nadia.get(`/api/slots/${id}/files/${fileId}`)).status).toBe(200)
})
