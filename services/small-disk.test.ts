import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Elan, openElan } from './elan.ts'
import { download, someBytes, upload } from './files.ts'
import { type Browser, done, openCommunity, publish, setUp } from './people.ts'
import { openPostgres, type Postgres } from './servers/postgres.ts'

let postgres: Postgres
let elan: Elan
let ines: Browser

beforeAll(async () => {
  postgres = await openPostgres()
  elan = await openElan({ DATABASE_URL: await postgres.database('disk') }, { megabytes: 6 })
  ines = await setUp(elan)
})
afterAll(async () => {
  await elan?.stop()
  await postgres?.stop()
})

const MEGABYTE = 1024 * 1024

/** Every file under DATA_DIR but the key, as the process itself sees its disk. */
const filesKept = () =>
  readdirSync(join(`/proc/${elan.running().pid}/root`, elan.dataDir), {
    recursive: true,
    withFileTypes: true,
  })
    .filter((entry) => entry.isFile() && entry.name !== 'secret.key')
    .map(({ name }) => name)

const refusal = {
  status: 507,
  body: {
    code: 'platform.disk_full',
    title: 'There is no room left for files here. Nothing was kept; tell whoever administers the network.',
  },
}

test('a file larger than what is left of the disk is refused in a sentence, and gives its room back', async () => {
  const answer = await upload(ines, someBytes(8 * MEGABYTE))
  expect(answer).toMatchObject(refusal)
  expect(filesKept()).toEqual([])
  expect((await ines.get(`/api/files/${answer.id}/facts`)).status).toBe(404)
})

test('a file that fits nowhere but aside is refused as well, and nothing half-written stays', async () => {
  const answer = await upload(ines, someBytes(4 * MEGABYTE))
  expect(answer).toMatchObject(refusal)
  expect(filesKept()).toEqual([])
})

test('Élan goes on: a smaller file is kept, people write to each other', async () => {
  const small = someBytes(MEGABYTE)
  const { id, status } = await upload(ines, small)
  expect(status).toBe(204)
  expect((await download(ines, id)).bytes.equals(small)).toBe(true)
  expect(filesKept()).toEqual([id])
  await done(publish(ines, await openCommunity(ines), 'On continue'))
})
