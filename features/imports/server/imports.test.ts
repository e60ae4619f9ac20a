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
async function stored(
  content: string | Buffer | { path: string },
  name = 'export.csv',
  owner = nora,
): Promise<string> {
  const id = uuid7()
  const path = join(folder, id)
  if (typeof content === 'object' && 'path' in content) await copyFile(content.path, path)
  else await writeFile(path, content)
  const { database, storage } = world.server.services
  await database.transaction((trx) =>
    keepFile(trx, storage, { id, path, name, use: 'import', ownerId: owner.id }),
  )
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
  (
    await world.server.database.db.row<{ count: number }>(
      sql`select count(*)::int as count from members where ${what}`,
    )
  )?.count

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
  expect(again).toMatchObject({
    state: 'ready',
    counts: { create: 0, update: 0, unchanged: 1992, absent: 1, rejected: 10 },
  })
  expect((await apply(again.id)).counts).toMatchObject({ create: 0, update: 0, unchanged: 1992 })
})

const HEADER =
  "Matricule;Nom;Prénom;Courriel professionnel;Société;Site;Emploi;Téléphone;Centres d'intérêt;Matricule responsable;Date de sortie"
const csv = (...lines: string[]) => `${[HEADER, ...lines].join('\r\n')}\r\n`
const lineOf = (
  number: string,
  facts: Partial<
    Record<
      'name' | 'given' | 'email' | 'company' | 'site' | 'job' | 'phone' | 'interests' | 'boss' | 'left',
      string
    >
  > = {},
) =>
  [
    number,
    facts.name ?? 'Roy',
    facts.given ?? 'Léa',
    facts.email,
    facts.company,
    facts.site,
    facts.job,
    facts.phone,
    facts.interests,
    facts.boss,
    facts.left,
  ]
    .map((cell) => cell ?? '')
    .join(';')
const memberOf = (staffNumber: string) =>
  world.server.database.db.row<Record<string, unknown>>(sql`
    select m.id, m.email, m.job, m.site, m.phone, m.interests, m.status, o.name as organization, o.outside, b.staff_number as manager, m.manager_id
    from members m join organizations o on o.id = m.organization_id left join members b on b.id = m.manager_id
    where m.staff_number = ${staffNumber}`)
async function imported(...lines: string[]) {
  const one = await read(csv(...lines))
  expect(one.state).toBe('ready')
  return apply(one.id)
}
const rejectedOf = async (id: string) =>
  (await nora.get(`/api/imports/${id}/rejected`)).body.items.map(
    (row: { line: number; problems: { code: string }[] }) => `${row.line} ${row.problems[0]?.code}`,
  )

test('only what really differs is an update, and an empty cell erases nothing', async () => {
  await imported(
    lineOf('U1', { job: 'Cariste', site: 'Cholet', email: 'u1@essai.example' }),
    lineOf('U2', { job: 'Pilote' }),
  )
  const one = await read(csv(lineOf('u1', { job: 'Chef de quai', email: 'U1@essai.example' }), lineOf('U2')))
  expect(one.counts).toMatchObject({ create: 0, update: 1, unchanged: 1 })
  const { items } = (await nora.get(`/api/imports/${one.id}/changes?kind=update`)).body
  expect(items).toMatchObject([
    { line: 2, staffNumber: 'u1', changes: [{ field: 'job', from: 'Cariste', to: 'Chef de quai' }] },
  ])
  await apply(one.id)
  expect(await memberOf('U1')).toMatchObject({
    job: 'Chef de quai',
    site: 'Cholet',
    email: 'u1@essai.example',
  })
  expect(await memberOf('U2')).toMatchObject({ job: 'Pilote' })
})

test('what people wrote about themselves stays theirs once they have come in', async () => {
  await imported(lineOf('O1', { interests: 'Cuisine' }), lineOf('O2', { interests: 'Cuisine' }))
  await world.server.database.transaction((trx) =>
    trx.run(sql`update members set status = 'active' where staff_number = 'O1'`),
  )
  const again = await imported(
    lineOf('O1', { interests: 'Jardin', phone: '06 12 34 56 78' }),
    lineOf('O2', { interests: 'Jardin' }),
  )
  expect(again.counts).toMatchObject({ update: 2 })
  expect(await memberOf('O1')).toMatchObject({ interests: ['Cuisine'], phone: '+33612345678' })
  expect(await memberOf('O2')).toMatchObject({ interests: ['Jardin'] })
})

test('a person is known by their number, else by their address, and an address belongs to one', async () => {
  await imported(lineOf('K1', { email: 'k1@essai.example' }), lineOf('', { email: 'k2@essai.example' }))
  const one = await read(
    csv(
      lineOf('K9', { email: 'k1@essai.example' }),
      lineOf('K2', { email: 'k2@essai.example' }),
      lineOf('', { email: 'k1@essai.example', job: 'Cariste' }),
    ),
  )
  // The second line to hold an address is a duplicate of the first: sent apart, it is known by that address.
  expect(await rejectedOf(one.id)).toEqual(['2 email.taken', '4 email.duplicate'])
  expect(one.counts).toMatchObject({ create: 0, update: 1, rejected: 2 })
  await apply(one.id)
  expect(await memberOf('K2')).toMatchObject({ email: 'k2@essai.example' })
  const apart = await imported(lineOf('', { email: 'K1@essai.example', job: 'Cariste' }))
  expect(apart.counts).toMatchObject({ create: 0, update: 1 })
  expect(await memberOf('K1')).toMatchObject({ job: 'Cariste' })
})

test('one account named by two lines is taken from the first', async () => {
  await imported(lineOf('T1', { email: 't1@essai.example' }))
  const one = await read(
    csv(lineOf('T1', { job: 'Cariste' }), lineOf('', { email: 't1@essai.example', job: 'Pilote' })),
  )
  expect(await rejectedOf(one.id)).toEqual(['3 person.duplicate'])
  const { items } = (await nora.get(`/api/imports/${one.id}/rejected`)).body
  expect(items[0].problems[0].message).toContain('ligne 2')
  await apply(one.id)
  expect(await memberOf('T1')).toMatchObject({ job: 'Cariste' })
})

test('managers are linked within the file and with the directory, and may change places', async () => {
  await imported(lineOf('M1'), lineOf('M2', { boss: 'M1' }))
  expect(await memberOf('M2')).toMatchObject({ manager: 'M1' })
  const turned = await imported(lineOf('M1', { boss: 'M2' }), lineOf('M2'))
  expect(turned.counts).toMatchObject({ update: 2, rejected: 0 })
  expect(await memberOf('M1')).toMatchObject({ manager: 'M2' })
  expect(await memberOf('M2')).toMatchObject({ manager: null })
  expect((await imported(lineOf('M1', { boss: 'M2' }), lineOf('M2'))).counts).toMatchObject({
    update: 0,
    unchanged: 2,
  })
  const circle = await read(csv(lineOf('M2', { boss: 'M1' })))
  expect(await rejectedOf(circle.id)).toEqual(['2 manager.cycle'])
})

test('organisations are found or opened, and those that sound outside are proposed as such', async () => {
  const one = await read(
    csv(
      lineOf('G1', { company: 'Prestataire Nord' }),
      lineOf('G2', { company: 'essai' }),
      lineOf('G3', { company: 'Filiale Sud' }),
    ),
  )
  const { items } = (await nora.get(`/api/imports/${one.id}/organizations`)).body
  expect(items).toEqual(
    expect.arrayContaining([
      { name: 'Prestataire Nord', people: 1, isNew: true, outside: true },
      { name: 'Essai', people: 1, isNew: false, outside: false },
      { name: 'Filiale Sud', people: 1, isNew: true, outside: false },
    ]),
  )
  await nora.patch(`/api/imports/${one.id}`, { outside: [{ name: 'Filiale Sud', outside: true }] })
  await apply(one.id)
  expect(await memberOf('G1')).toMatchObject({ organization: 'Prestataire Nord', outside: true })
  expect(await memberOf('G2')).toMatchObject({ organization: 'Essai' })
  expect(await memberOf('G3')).toMatchObject({ organization: 'Filiale Sud', outside: true })
  const boss = await read(csv(lineOf('NORA', { name: 'Essai', given: 'Nora', company: 'Prestataire Nord' })))
  const warnings = (await nora.get(`/api/imports/${boss.id}/warnings`)).body.items
  expect(warnings).toMatchObject([{ line: 2, problems: [{ code: 'organization.kept' }] }])
  expect((await apply(boss.id)).counts).toMatchObject({ unchanged: 1 })
})

test('those who left are listed, and their accounts stay as they are', async () => {
  const done = await imported(lineOf('L1', { left: '01/03/2020' }))
  expect(done.counts).toMatchObject({ create: 1, left: 1, warnings: 1 })
  expect(await memberOf('L1')).toMatchObject({ status: 'expected' })
})

test('those who are not in the file are listed by pages, and stay', async () => {
  const one = await read(csv(lineOf('A1')))
  expect(one.counts.absent).toBeGreaterThan(1992)
  const seen = new Set<string>()
  let cursor = ''
  for (let page = 0; page < 3; page++) {
    const { items, next } = (
      await nora.get(`/api/imports/${one.id}/absent?limit=50${cursor && `&cursor=${cursor}`}`)
    ).body
    for (const person of items) seen.add(person.id)
    cursor = next
  }
  expect(seen.size).toBe(150)
  const before = await count(sql`status <> 'closed'`)
  await apply(one.id)
  expect(await count(sql`status <> 'closed'`)).toBe((before ?? 0) + 1)
  const bad = await read(csv(lineOf('A1', { email: 'pas une adresse' })))
  const absent = (await nora.get(`/api/imports/${bad.id}/absent?limit=100`)).body.items
  expect(absent.map((person: { staffNumber: string }) => person.staffNumber)).not.toContain('A1')
})

test('the rejected lines are downloaded, mended and sent again', async () => {
  const one = await read({ path: HR_EXPORT })
  const download = await nora.get(`/api/imports/${one.id}/rejected.csv`)
  expect(download.status).toBe(200)
  const lines = String(download.body).trim().split('\r\n')
  expect(String(download.body).startsWith('\uFEFF')).toBe(true)
  expect(lines).toHaveLength(11)
  expect(lines[0]).toMatch(/^Matricule;Nom;.*;Ligne;Problème$/)
  expect(lines.find((line) => line.includes(';302;'))).toContain('B102086')
  const mended = lines.map((line) => line.replace('31/02/2019', '28/02/2019'))
  const again = await read(mended.join('\r\n'))
  expect(again.counts).toMatchObject({ create: 1 })
  expect(await rejectedOf(again.id)).toHaveLength(again.counts.rejected)
})

test('columns that nobody can guess are asked for, then the file is read again', async () => {
  const one = await read('Code;Qui;Où\r\nZ1;Marie Durand;Nantes\r\n')
  expect(one).toMatchObject({
    state: 'columns',
    missing: expect.arrayContaining(['staffNumber']),
    counts: null,
  })
  expect((await nora.post(`/api/imports/${one.id}/apply`)).status).toBe(409)
  const twice = await nora.patch(`/api/imports/${one.id}`, { mapping: ['site', 'fullName', 'site'] })
  expect(twice).toMatchObject({ status: 422, body: { code: 'import.field_twice' } })
  await nora.patch(`/api/imports/${one.id}`, { mapping: ['staffNumber', 'fullName', 'site'] })
  await world.runJobs()
  expect((await nora.get(`/api/imports/${one.id}`)).body).toMatchObject({
    state: 'ready',
    missing: [],
    counts: { create: 1 },
  })
  await apply(one.id)
  expect(await memberOf('Z1')).toMatchObject({ site: 'Nantes' })
})

test('a file that cannot be read says why, and an import given up forgets its lines', async () => {
  const picture = await read(Buffer.from([0x50, 0x4b, 3, 4, ...Array.from({ length: 200 }, () => 7)]))
  expect(picture).toMatchObject({ state: 'failed', problem: expect.stringMatching(/\p{L}/u) })
  const only = await read(csv())
  expect(only).toMatchObject({ state: 'failed', problem: expect.stringContaining('en-tête') })
  const one = await read(csv(lineOf('D1')))
  expect((await nora.del(`/api/imports/${one.id}`)).status).toBe(200)
  expect((await nora.get(`/api/imports/${one.id}/rejected`)).body.code).toBe('import.lines_gone')
  expect((await nora.post(`/api/imports/${one.id}/apply`)).status).toBe(409)
  expect(await memberOf('D1')).toBeUndefined()
})

test('a request that is repeated starts one import', async () => {
  const id = uuid7()
  const fileId = await stored(csv(lineOf('R1')))
  await nora.put(`/api/imports/${id}`, { fileId })
  await nora.put(`/api/imports/${id}`, { fileId })
  await world.runJobs()
  expect((await nora.put(`/api/imports/${id}`, { fileId })).body).toMatchObject({
    state: 'ready',
    counts: { create: 1 },
  })
})

test('only administrators import, and only their own files', async () => {
  const one = await read(csv(lineOf('W1')))
  const paths = [
    '',
    '/rejected',
    '/warnings',
    '/absent',
    '/changes?kind=create',
    '/organizations',
    '/rejected.csv',
  ]
  for (const [name, standing] of [
    ['anim', 'animator'],
    ['memb', 'member'],
    ['gues', 'guest'],
  ] as const) {
    const person = await world.member(name, { standing })
    for (const path of paths) expect((await person.get(`/api/imports/${one.id}${path}`)).status).toBe(403)
    expect((await person.put(`/api/imports/${uuid7()}`, { fileId: one.fileId })).status).toBe(403)
    expect((await person.post(`/api/imports/${one.id}/apply`)).status).toBe(403)
    expect((await person.patch(`/api/imports/${one.id}`, {})).status).toBe(403)
    expect((await person.del(`/api/imports/${one.id}`)).status).toBe(403)
  }
  expect((await world.visitor().get(`/api/imports/${one.id}`)).status).toBe(401)
  const other = await world.member('zoe', { standing: 'administrator' })
  expect((await other.put(`/api/imports/${uuid7()}`, { fileId: one.fileId })).status).toBe(404)
})

test('a workbook is read like a text file', async () => {
  const { default: Excel } = await import('exceljs')
  const book = new Excel.Workbook()
  const sheet = book.addWorksheet('Export')
  sheet.addRow(['Matricule', 'Nom', 'Prénom', "Date d'entrée"])
  sheet.addRow(['X1', 'Kaya', 'Aurélien', new Date('2021-03-15')])
  sheet.addRow(['X2', '', 'Inès', null])
  const one = await read(Buffer.from(await book.xlsx.writeBuffer()), 'export.xlsx')
  expect(one).toMatchObject({ state: 'ready', counts: { create: 1, rejected: 1 } })
  expect(await rejectedOf(one.id)).toEqual(['3 field.required'])
  await apply(one.id)
  expect(await memberOf('X1')).toMatchObject({ status: 'expected' })
})

test('what was confirmed is in the audit log, and in the history', async () => {
  const history = (await nora.get('/api/imports?limit=5')).body
  expect(history.items).toHaveLength(5)
  expect(history.next).toEqual(expect.any(String))
  const row = await world.server.database.db.row<{ actor_id: string; details: unknown }>(
    sql`select actor_id, details from audit_log where act = 'import.applied' order by id limit 1`,
  )
  expect(row).toMatchObject({ actor_id: nora.id, details: { create: 1992, rejected: 10 } })
})
