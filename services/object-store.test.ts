import { readdirSync } from 'node:fs'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Elan, openElan } from './elan.ts'
import { download, factsOf, someBytes, upload } from './files.ts'
import { type Browser, done, setUp } from './people.ts'
import { openPostgres, type Postgres } from './servers/postgres.ts'
import { until } from './servers/program.ts'
import { type ObjectStore, openObjectStore } from './servers/swift.ts'

let postgres: Postgres
let store: ObjectStore
let elan: Elan
let ines: Browser

beforeAll(async () => {
  ;[postgres, store] = await Promise.all([openPostgres(), openObjectStore()])
  elan = await openElan({ DATABASE_URL: await postgres.database('files'), ...store.settings })
  ines = await setUp(elan)
})
afterAll(async () => {
  await elan?.stop()
  await Promise.all([postgres?.stop(), store?.stop()])
})

const BYTES = someBytes(3_000_000)

test('a file sent in pieces is in the store, whole, and nowhere on the disk of Élan', async () => {
  const { id, status } = await upload(ines, BYTES)
  expect(status).toBe(204)
  expect(await factsOf(ines, id)).toMatchObject({ bytes: BYTES.length })
  expect(await store.keys()).toEqual([`${id.slice(-2)}/${id}`])
  expect(readdirSync(`${elan.dataDir}/uploads`)).toEqual([])
  const { bytes } = await download(ines, id)
  expect(bytes.equals(BYTES)).toBe(true)
})

test('a player reads a part of a file, from the middle or to its end', async () => {
  const { id } = await upload(ines, BYTES)
  const middle = await download(ines, id, 'bytes=1000-1999')
  expect(middle.status).toBe(206)
  expect(middle.headers.get('content-range')).toBe(`bytes 1000-1999/${BYTES.length}`)
  expect(middle.bytes.equals(BYTES.subarray(1000, 2000))).toBe(true)
  const end = await download(ines, id, 'bytes=2999000-')
  expect(end.bytes.equals(BYTES.subarray(2_999_000))).toBe(true)
})

test('a photo is stored with its smaller versions, and a removed file leaves none of them', async () => {
  const before = await store.keys()
  const photo = await sharp({ create: { width: 1600, height: 1200, channels: 3, background: '#0f5c4a' } })
    .jpeg()
    .toBuffer()
  const { id } = await upload(ines, new Uint8Array(photo), { name: 'atelier.jpg' })
  expect(await factsOf(ines, id)).toMatchObject({ mediaType: 'image/webp' })
  expect((await store.keys()).filter((key) => key.includes(id)).length).toBeGreaterThan(1)
  const small = await ines.ask('GET', `/api/files/${id}?variant=w320`)
  expect(small.headers.get('content-type')).toBe('image/webp')
  await done(ines.del(`/api/files/${id}`))
  expect((await ines.get(`/api/files/${id}`)).status).toBe(404)
  await until('its bytes are gone', async () => (await store.keys()).every((key) => !key.includes(id)))
  expect(await store.keys()).toEqual(before)
})

test('while the store is away that is what one is told, and files come back with it', async () => {
  const { id } = await upload(ines, BYTES)
  await store.stop()
  const asked = await ines.get(`/api/files/${id}`)
  expect(asked).toMatchObject({
    status: 503,
    body: { code: 'platform.storage_away', title: expect.stringMatching(/\.$/) },
  })
  const sent = await upload(ines, BYTES)
  expect(sent).toMatchObject({ status: 503, body: { code: 'platform.storage_away' } })
  expect((await ines.get('/api/posts')).status).toBe(200)
  await store.startAgain()
  await until('files are back', async () => (await download(ines, id)).bytes.equals(BYTES))
  expect((await ines.get(`/api/files/${sent.id}/facts`)).status).toBe(404)
})
