import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { v7 as uuid7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type Person, type World } from '#app/testing/world.ts'
import { keepFile } from '#features/files/server/commands.ts'
import { sql } from '#platform/server/db.ts'

const HR_EXPORT = new URL('fixtures/hr-export.csv', import.meta.url).pathname

let world: World
let folder: string
let nora: Person

beforeAll(async () => {
  world = await openWorld()
  folder = await mkdtemp(join(tmpdir(), 'imports-test-'))
  nora = await world.member('nora', { standing: 'administrator' })
})
afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
  await world.close()
})

/** As the upload leaves it. */
async function stored(content: string | Buffer | { path: string }, name = 'export.csv', owner = nora): Promise<string> {
  const id = uuid7()
  const path = join(folder, id)
  if (typeof content === 'object' && 'path' in content) await copyFile(content.path, path)
  else await writeFile(path, content)
  const { database, storage } = world.server.services
  await database.transaction((trx) => keepFile(trx, storage, { id, path, name, use: 'import', ownerId: owner.id }))
  return id
}

async function read(content: Parameters<typeof stored>[0], name?: string) {
  const id = uuid7()
  const fileId = await stored(content, name)
  const started = await nora.put(`/api/imports/${id}`, { fileId })
  expect(started).toMatchObject({ status: 200, body: { id, state: 'reading' } })
  await world.runJobs()
  return { id, fileId, ...(await nora.get(`/api/imports/${id}`)).body }
}

async function apply(id: string) {
  const confirmed = await nora.post(`/api/imports/${id}/apply`)
  expect(confirmed).toMatchObject({ status: 200, body: { state: 'applying' } })
  await world.runJobs()
  return (await nora.get(`/api/imports/${id}`)).body
}

const count = async (what = sql`true`) =>
  (await world.server.database.db.row<{ count: number }>(sql`select count(*)::int as count from members where ${what}`))?.count

test('the HR export: nothing is written before it is confirmed, everything then, and once', async () => {
  const before = await count()
  const first = await read({ path: HR_EXPORT }, 'hr-export.csv')
  expect(first).toMatchObject({
    state: 'ready',
    fileName: 'hr-export.csv',
    missing: [],
    counts: { create: 1992, update: 0, unchanged: 0, absent: 1, rejected: 10, blank: 1, warnings: 12 },
    createdBy: 'Nora Essai',
  })
  expect(first.columns[0]).toMatchObject({ header: 'Matricule', field: 'staffNumber', confidence: 1 })
  expect(first.columns[0].samples).toHaveLength(3)
  expect(await count()).toBe(before)

  const applied = await apply(first.id)
  expect(applied).toMatchObject({ state: 'applied', counts: { create: 1992, rejected: 10 } })
  expect(await count()).toBe((before ?? 0) + 1992)
  expect(await count(sql`status = 'expected' and email is null`)).toBe(666)
  const bruno = await world.server.database.db.row(sql`
    select m.given_name, m.hired_on, m.school_zone, o.name as organization, b.staff_number as manager from members m
    join organizations o on o.id = m.organization_id left join members b on b.id = m.manager_id
    where m.family_name = 'De La Tour' and m.given_name = 'Bruno'`)
  expect(bruno).toMatchObject({ hired_on: '2017-12-25', organization: expect.any(String) })
  expect(await count(sql`manager_id is not null`)).toBeGreaterThan(1000)

  expect((await nora.post(`/api/imports/${first.id}/apply`)).body.state).toBe('applied')
  await world.runJobs()
  expect(await count()).toBe((before ?? 0) + 1992)

  const again = await read({ path: HR_EXPORT })
  expect(again).toMatchObject({ state: 'ready', counts: { create: 0, update: 0, unchanged: 1992, absent: 1, rejected: 10 } })
  expect((await apply(again.id)).counts).toMatchObject({ create: 0, update: 0, unchanged: 1992 })
})
