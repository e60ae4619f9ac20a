import sharp from 'sharp'
import { v7 as uuid7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type Person, type World } from '#app/testing/world.ts'
import { sql } from '#platform/server/db.ts'
import { shareFiles } from './commands.ts'

let world: World
let base: string
let amina: Person
let bruno: Person

beforeAll(async () => {
  world = await openWorld()
  base = await world.server.listen(0, '127.0.0.1')
  amina = await world.member('amina')
  bruno = await world.member('bruno')
})
afterAll(() => world.close())

const cookieOf = (person: Person) => `elan=${person.cookies.elan}`
const meta = (facts: Record<string, string>) =>
  Object.entries(facts)
    .map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`)
    .join(',')

async function begin(
  person: Person,
  id: string,
  bytes: number,
  name: string,
  use = 'content',
): Promise<Response> {
  return fetch(`${base}/api/uploads`, {
    method: 'POST',
    headers: {
      cookie: cookieOf(person),
      'tus-resumable': '1.0.0',
      'upload-length': String(bytes),
      'upload-metadata': meta({ id, filename: name, use }),
    },
  })
}

const push = (person: Person, id: string, offset: number, bytes: Buffer) =>
  fetch(`${base}/api/uploads/${id}`, {
    method: 'PATCH',
    headers: {
      cookie: cookieOf(person),
      'tus-resumable': '1.0.0',
      'upload-offset': String(offset),
      'content-type': 'application/offset+octet-stream',
    },
    body: new Uint8Array(bytes),
  })

async function upload(
  person: Person,
  bytes: Buffer,
  name: string,
  use = 'content',
): Promise<{ id: string; status: number }> {
  const id = uuid7()
  await begin(person, id, bytes.length, name, use)
  const reply = await push(person, id, 0, bytes)
  return { id, status: reply.status }
}

const version = async (id: string, name: string) => {
  const headers = { cookie: cookieOf(amina) }
  return Buffer.from(
    await (await fetch(`${base}/api/files/${id}?variant=${name}`, { headers })).arrayBuffer(),
  )
}

const photo = () =>
  sharp({ create: { width: 1600, height: 900, channels: 3, background: '#d03a10' } })
    .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '47/1 3/1 0/1' } })
    .jpeg()
    .toBuffer()

test('a photo is encoded anew, resized, and says nothing of where it was taken', async () => {
  const sent = await photo()
  expect((await sharp(sent).metadata()).exif).toBeDefined()
  const { id, status } = await upload(amina, sent, 'vacances.jpg')
  expect(status).toBe(204)
  expect((await amina.get(`/api/files/${id}/facts`)).body).toMatchObject({
    mediaType: 'image/webp',
    width: 1600,
    height: 900,
  })
  for (const width of [320, 640, 960, 1280]) {
    const metadata = await sharp(await version(id, `w${width}`)).metadata()
    expect(metadata).toMatchObject({ format: 'webp', width })
    expect(metadata.exif).toBeUndefined()
  }
})

test('a photo from before a width existed is given in the next one, not in full', async () => {
  const { id } = await upload(amina, await photo(), 'avant.jpg')
  await world.server.database.transaction((trx) =>
    trx.run(sql`update files set variants = variants - 'w960' where id = ${id}`),
  )
  expect((await sharp(await version(id, 'w960')).metadata()).width).toBe(1280)
})

test('an upload cut half-way goes on where it stood, and only its author may go on', async () => {
  const sent = await photo()
  const id = uuid7()
  await begin(amina, id, sent.length, 'suite.jpg')
  const half = Math.floor(sent.length / 2)
  await push(amina, id, 0, sent.subarray(0, half))
  const stood = await fetch(`${base}/api/uploads/${id}`, {
    method: 'HEAD',
    headers: { cookie: cookieOf(amina), 'tus-resumable': '1.0.0' },
  })
  expect(stood.headers.get('upload-offset')).toBe(String(half))
  expect((await push(bruno, id, half, sent.subarray(half))).status).toBe(404)
  expect((await push(amina, id, half, sent.subarray(half))).status).toBe(204)
  expect((await amina.get(`/api/files/${id}/facts`)).status).toBe(200)
})

test('what a file is comes from its bytes: a program named photo.jpg is refused, in a sentence', async () => {
  const program = Buffer.concat([Buffer.from('7f454c4602010100', 'hex'), Buffer.alloc(4096)])
  const id = uuid7()
  await begin(amina, id, program.length, 'photo.jpg')
  const reply = await push(amina, id, 0, program)
  expect(reply.status).toBe(422)
  expect(await reply.json()).toMatchObject({
    code: 'file.program',
    title: 'Les programmes ne se partagent pas ici.',
  })
  expect((await amina.get(`/api/files/${id}/facts`)).status).toBe(404)
})

test('a page of HTML is only ever downloaded, in a sandbox', async () => {
  const { id } = await upload(amina, Buffer.from('<script>alert(1)</script>'), 'page.html')
  const reply = await amina.get(`/api/files/${id}`)
  expect(reply.headers['content-type']).toBe('application/octet-stream')
  expect(reply.headers['content-disposition']).toMatch(/^attachment/)
  expect(reply.headers['content-security-policy']).toContain('sandbox')
})

test('a file belongs to its author until a space shows it, then to the readers of that space', async () => {
  const { id } = await upload(amina, await photo(), 'atelier.jpg')
  expect((await bruno.get(`/api/files/${id}`)).status).toBe(404)
  expect((await world.visitor().get(`/api/files/${id}`)).status).toBe(404)
  const closed = await world.community(amina, { openness: 'closed' })
  await world.server.database.transaction((trx) => shareFiles(trx, amina.actor, closed.id, [id]))
  expect((await bruno.get(`/api/files/${id}`)).status).toBe(404)
  await world.seat(closed, bruno)
  expect((await bruno.get(`/api/files/${id}`)).status).toBe(200)
})

test('nobody shares a file that is not theirs, nor removes one that a space shows', async () => {
  const { id } = await upload(amina, await photo(), 'a.jpg')
  const tempo = await world.community(bruno)
  await expect(
    world.server.database.transaction((trx) => shareFiles(trx, bruno.actor, tempo.id, [id])),
  ).rejects.toMatchObject({ code: 'file.not_found' })
  await world.seat(tempo, amina)
  await world.server.database.transaction((trx) => shareFiles(trx, amina.actor, tempo.id, [id]))
  expect(await amina.del(`/api/files/${id}`)).toMatchObject({ status: 409, body: { code: 'file.in_use' } })
})

test('a film can be read from its middle', async () => {
  const { id } = await upload(amina, Buffer.alloc(5000, 7), 'film.bin')
  const reply = await amina.get(`/api/files/${id}`, { range: 'bytes=1000-1999' })
  expect(reply.status).toBe(206)
  expect(reply.headers['content-range']).toBe('bytes 1000-1999/5000')
})

test('bytes of removed files are forgotten by a job', async () => {
  const { id } = await upload(amina, await photo(), 'b.jpg')
  const row = await world.server.database.db.row<{ key: string }>(
    sql`select storage_key as key from files where id = ${id}`,
  )
  expect((await amina.del(`/api/files/${id}`)).status).toBe(200)
  await world.runJobs()
  // The server of this test runs its own jobs too: whichever took it may still be at it.
  const gone = async () => {
    const stored = await world.server.services.storage.get(row?.key ?? '')
    stored?.stream.on('error', () => {}).destroy()
    return stored === null
  }
  await expect.poll(gone).toBe(true)
})

/** The first box of an MP4, which is what a video is known by. */
const video = () => Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypmp42'), Buffer.alloc(64)])
const SAID = '1\n00:00:01,000 --> 00:00:03,500\nBonjour à tous\n'
const captionsOf = (person: Person, id: string) =>
  fetch(`${base}/api/files/${id}?variant=captions`, { headers: { cookie: cookieOf(person) } })

test('captions of a video are read by whoever may see it, and by nobody else', async () => {
  const { id } = await upload(amina, video(), 'geste.mp4')
  expect((await captionsOf(amina, id)).status).toBe(404)
  const given = await amina.put(`/api/files/${id}/captions`, { text: SAID, language: 'fr' })
  expect(given.body).toMatchObject({ mediaType: 'video/mp4', captions: 'fr' })
  const read = await captionsOf(amina, id)
  expect(read.headers.get('content-type')).toContain('text/vtt')
  expect(await read.text()).toBe('WEBVTT\n\n00:00:01.000 --> 00:00:03.500\nBonjour à tous\n')
  expect((await captionsOf(bruno, id)).status).toBe(404)
  // The video itself is whole.
  const whole = await fetch(`${base}/api/files/${id}`, { headers: { cookie: cookieOf(amina) } })
  expect(Buffer.from(await whole.arrayBuffer())).toEqual(video())
})

test('captions are replaced and taken away by the owner of the video alone', async () => {
  const { id } = await upload(amina, video(), 'geste.mp4')
  await amina.put(`/api/files/${id}/captions`, { text: SAID, language: 'fr' })
  expect((await bruno.put(`/api/files/${id}/captions`, { text: SAID, language: 'en' })).status).toBe(404)
  expect((await bruno.del(`/api/files/${id}/captions`)).status).toBe(404)
  await amina.put(`/api/files/${id}/captions`, {
    text: SAID.replace('Bonjour à tous', 'Hello'),
    language: 'en',
  })
  expect(await (await captionsOf(amina, id)).text()).toContain('Hello')
  expect((await amina.del(`/api/files/${id}/captions`)).body).toMatchObject({ captions: null })
  expect((await captionsOf(amina, id)).status).toBe(404)
})

test('captions that cannot be read are refused with their line, and the former ones stay', async () => {
  const { id } = await upload(amina, video(), 'geste.mp4')
  await amina.put(`/api/files/${id}/captions`, { text: SAID, language: 'fr' })
  const refused = await amina.put(`/api/files/${id}/captions`, {
    text: `${SAID}\n2\n00:00:09,000 --> 00:00:08,000\nTrop tard`,
    language: 'fr',
  })
  expect(refused).toMatchObject({
    status: 422,
    body: { code: 'file.captions_time', errors: [{ field: 'text' }] },
  })
  expect(refused.body.detail ?? refused.body.title).toContain('6')
  expect(await (await captionsOf(amina, id)).text()).toContain('Bonjour')
  const picture = await upload(amina, await photo(), 'geste.jpg')
  const wrong = await amina.put(`/api/files/${picture.id}/captions`, { text: SAID, language: 'fr' })
  expect(wrong).toMatchObject({ status: 409, body: { code: 'file.captions_video' } })
})
