import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { v7 as uuid7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ambassadorOf, openProgramme } from '#app/testing/programme.ts'
import { openWorld, type Person, type World } from '#app/testing/world.ts'
import { ZipFile } from '#features/imports/server/read-zip.ts'
import { docOf } from '#platform/contract/rich-text.ts'
import { sql } from '#platform/server/db.ts'
import { LABELS } from '../content/labels/labels.ts'

let world: World
let mehdi: Person
let lead: Person
let other: Person
let admin: Person
let tempo: { id: string }
let ambassador: { id: string }
let place: string

const run = (query: ReturnType<typeof sql>) => world.server.database.transaction((trx) => trx.run(query))

beforeAll(async () => {
  world = await openWorld()
  place = await mkdtemp(join(tmpdir(), 'elan-zip-'))
  lead = await world.member('laure')
  mehdi = await world.member('mehdi', { familyName: 'Kaddour', site: 'Cholet' })
  other = await world.member('chloe', { familyName: 'Signale' })
  admin = await world.member('admin', { standing: 'administrator' })
  tempo = await world.community(lead)
  await world.seat(tempo, mehdi)
  await world.seat(tempo, other)
  const programme = await openProgramme(world, tempo)
  ambassador = await ambassadorOf(world, programme, mehdi)
  const slot = uuid7()
  await run(sql`insert into call_slots (id, programme_id, lead_id, starts_at, ends_at, ambassador_id)
    values (${slot}, ${programme.id}, ${lead.id}, now() - interval '1 day', now() - interval '23 hours', ${ambassador.id})`)
  await run(
    sql`insert into call_notes (id, slot_id, author_id, body) values (${uuid7()}, ${slot}, ${lead.id}, 'Préfère les matins')`,
  )
  const proposal = (stage: string, message: string) =>
    run(sql`insert into proposals (id, ambassador_id, kind, stage, reason, message, by_id, sent_at)
      values (${uuid7()}, ${ambassador.id}, 'nudge', ${stage}, '{"state":"fading"}', ${message}, ${lead.id}, now())`)
  await proposal('settled', 'Un mot déjà lu')
  await proposal('planned', 'Un mot pour lundi')
})
afterAll(async () => {
  await world.close()
  await rm(place, { recursive: true, force: true })
})

const ask = (who: Person, id = uuid7()) => who.put(`/api/me/exports/${id}`)

/** The entries of a ZIP as its person receives it. */
async function opened(who: Person, id: string) {
  const reply = await world.server.app.fastify.inject({
    method: 'GET',
    url: `/api/me/exports/${id}/file`,
    cookies: who.cookies,
  })
  expect(reply.statusCode).toBe(200)
  expect(reply.headers['content-type']).toBe('application/zip')
  const path = join(place, `${id}.zip`)
  await writeFile(path, reply.rawPayload)
  const zip = await ZipFile.open(path)
  const read = async (name: string) => {
    const pieces: Buffer[] = []
    for await (const piece of zip.read(name, 10_000_000)) pieces.push(piece)
    return Buffer.concat(pieces).toString('utf8')
  }
  return { zip, json: JSON.parse(await read('donnees.json')), html: await read('lisez-moi.html'), read }
}

interface Foreign {
  name: string
  target: string
  cascades: boolean
}

/**
 * Every column that leads to a person: to their account, to their record as an ambassador, to a row that goes with one
 * of these, and those without a constraint whose name says so.
 */
async function columnsAboutPeople(): Promise<string[]> {
  const { db } = world.server.database
  const keys = await db.rows<Foreign>(sql`
    select t.relname || '.' || (select string_agg(a.attname, '+' order by k.place) from unnest(c.conkey) with ordinality k (number, place)
        join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.number) as name,
      f.relname as target, c.confdeltype = 'c' as cascades
    from pg_constraint c join pg_class t on t.oid = c.conrelid join pg_class f on f.oid = c.confrelid
    join pg_namespace n on n.oid = t.relnamespace and n.nspname = 'public' where c.contype = 'f'`)
  const own = new Set(['members', 'ambassadors'])
  for (let before = -1; before !== own.size;) {
    before = own.size
    for (const { name, target, cascades } of keys)
      if (cascades && own.has(target)) own.add(name.split('.')[0] ?? '')
  }
  const led = keys.filter(
    ({ target, cascades }) => ['members', 'ambassadors'].includes(target) || (cascades && own.has(target)),
  )
  const loose = await db.rows<{ name: string }>(sql`
    select c.table_name || '.' || c.column_name as name from information_schema.columns c
    join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name and t.table_type = 'BASE TABLE'
    where c.table_schema = 'public' and (c.data_type = 'uuid' or c.udt_name = '_uuid')
      and c.column_name ~ '(member|person|people|author|owner|actor|reporter|peer|manager|lead|host|buddy|user|subject|holder|_by$|passed)'`)
  return [...new Set([...led, ...loose].map(({ name }) => name))].sort()
}

/** Those that the words above catch, and that lead to nobody. */
const NOBODY = ['comments.subject_id', 'reactions.subject_id']

test('no column that leads to a person is forgotten: it is given, or withheld for a written reason', async () => {
  const { personal } = world.server.services
  const given = personal.parts.flatMap(({ covers }) => covers)
  const known = new Set([
    ...given,
    ...Object.keys(personal.withheld),
    ...NOBODY,
    'members.id',
    'members.organization_id',
  ])
  const columns = await columnsAboutPeople()
  expect(columns.length).toBeGreaterThan(120)
  expect(columns.filter((name) => !known.has(name))).toEqual([])
  for (const reason of Object.values(personal.withheld)) expect(reason.length).toBeGreaterThan(20)
})

test('a table that nobody thought of is found, and so is what hangs under it', async () => {
  await run(
    sql`create table forgotten (id uuid primary key, member_id uuid references members (id) on delete cascade)`,
  )
  await run(
    sql`create table forgotten_lines (forgotten_id uuid references forgotten (id) on delete cascade, said_by uuid)`,
  )
  const columns = await columnsAboutPeople()
  await run(sql`drop table forgotten_lines`)
  await run(sql`drop table forgotten`)
  expect(columns).toEqual(
    expect.arrayContaining([
      'forgotten.member_id',
      'forgotten_lines.forgotten_id',
      'forgotten_lines.said_by',
    ]),
  )
})

test('what is said to be given or withheld exists, once', async () => {
  const { personal } = world.server.services
  const real = await world.server.database.db.rows<{ name: string }>(sql`
    select table_name || '.' || column_name as name from information_schema.columns where table_schema = 'public'`)
  const known = new Set(real.map(({ name }) => name))
  const said = [...personal.parts.flatMap(({ covers }) => covers), ...Object.keys(personal.withheld)]
  const single = said.flatMap((name) => {
    const [table = '', columns = ''] = name.split('.')
    return columns.split('+').map((column) => `${table}.${column}`)
  })
  expect(single.filter((name) => !known.has(name))).toEqual([])
  expect(said.filter((name, at) => said.indexOf(name) !== at)).toEqual([])
})

test('every part has a title, and every column of it a name, in both languages', async () => {
  const { parts } = world.server.services.personal
  const keys = parts.map(({ key }) => key)
  expect(new Set(keys).size).toBe(keys.length)
  const missing: string[] = []
  for (const { key, rows } of parts) {
    const query = rows(uuid7())
    const { fields } = await world.server.database.readPool.query({ text: query.text, values: query.values })
    for (const [language, labels] of Object.entries(LABELS)) {
      if (!labels.parts[key]) missing.push(`${language} ${key}`)
      for (const { name } of fields) if (!labels.fields[name]) missing.push(`${language} ${key}: ${name}`)
    }
  }
  expect(missing).toEqual([])
  for (const { parts: titles } of Object.values(LABELS))
    expect(Object.keys(titles).filter((key) => !keys.includes(key))).toEqual([])
})

test('one file holds what every feature knows of me, to read, for a machine, and my own files', async () => {
  await mehdi.put(`/api/posts/${uuid7()}`, {
    spaceId: tempo.id,
    kind: 'message',
    body: docOf('Le vernis de Cholet'),
  })
  const fileId = uuid7()
  await world.server.services.storage.put('essai/notes', Buffer.from('mes notes'), {
    bytes: 9,
    mediaType: 'text/plain',
  })
  await run(sql`insert into files (id, owner_id, use, name, media_type, bytes, storage_key)
    values (${fileId}, ${mehdi.id}, 'content', '../notes.txt', 'text/plain', 9, 'essai/notes'),
      (${uuid7()}, ${mehdi.id}, 'content', 'perdu.txt', 'text/plain', 9, 'essai/perdu')`)
  const id = uuid7()
  const asked = await ask(mehdi, id)
  expect(asked.body).toMatchObject({ days: 7, export: { id, state: 'asked', bytes: null } })
  expect((await ask(mehdi, id)).body.export.id).toBe(id)
  expect((await ask(mehdi)).status).toBe(409)
  expect((await mehdi.get(`/api/me/exports/${id}/file`)).status).toBe(404)
  await world.runJobs()
  const { export: made } = (await mehdi.get('/api/me/export')).body
  expect(made).toMatchObject({ id, state: 'ready', missing: 1 })
  expect(made.done).toBe(made.total)
  const { json, html, zip, read } = await opened(mehdi, id)
  expect(json.parts['people.profile'][0]).toMatchObject({ familyName: 'Kaddour', site: 'Cholet' })
  expect(json.parts['posts.written'][0].words).toContain('vernis')
  expect(json.parts['journeys.notes'][0]).toMatchObject({
    person: 'Laure Essai',
    words: 'Préfère les matins',
  })
  expect(json.files).toHaveLength(1)
  expect(await read(json.files[0])).toBe('mes notes')
  expect(json.files[0]).not.toContain('..')
  expect(zip.has('donnees.json')).toBe(true)
  expect(html).toContain('<html lang="fr">')
  expect(html).toContain('Notes d’appel')
  expect(html).toContain('Préfère les matins')
  const notices = (await mehdi.get('/api/notifications')).body.items
  expect(JSON.stringify(notices)).toContain('/moi/mes-donnees')
  expect(JSON.stringify(notices)).toContain('7')
})

test('nobody else opens it, nor learns that it exists: not the keeper, not the administrator', async () => {
  const { export: made } = (await mehdi.get('/api/me/export')).body
  for (const who of [lead, other, admin]) {
    expect((await who.get(`/api/me/exports/${made.id}/file`)).status).toBe(404)
    expect((await who.del(`/api/me/exports/${made.id}`)).status).toBe(404)
    expect((await who.put(`/api/me/exports/${made.id}`)).status).toBe(404)
    expect((await who.get('/api/me/export')).body.export).toBeNull()
  }
  expect((await world.visitor().get(`/api/me/exports/${made.id}/file`)).status).toBe(401)
  const log = await world.server.database.db.rows<{ details: object }>(
    sql`select details from audit_log where act = 'personal_export.asked' and actor_id = ${mehdi.id}`,
  )
  expect(log).toEqual([{ details: {} }])
})

test('what others protect stays protected: who reported, a message that has not left, the notes of other people', async () => {
  const post = (
    await mehdi.put(`/api/posts/${uuid7()}`, {
      spaceId: tempo.id,
      kind: 'message',
      body: docOf('Des mots vifs'),
    })
  ).body
  await other.put(`/api/reports/${uuid7()}`, {
    subjectId: post.id,
    reason: 'hurtful',
    note: 'Il vise quelqu’un',
  })
  const id = uuid7()
  await ask(mehdi, id)
  await world.runJobs()
  const { json } = await opened(mehdi, id)
  const whole = JSON.stringify(json)
  expect(json.parts['moderation.about'][0]).toMatchObject({ reason: 'hurtful', state: 'open' })
  expect(whole).not.toContain('Il vise')
  expect(whole).not.toContain('Signale')
  expect(whole).toContain('Un mot déjà lu')
  expect(whole).not.toContain('Un mot pour lundi')
  const theirs = uuid7()
  await ask(other, theirs)
  await world.runJobs()
  const mine = (await opened(other, theirs)).json
  expect(mine.parts['moderation.reported'][0].words).toContain('Il vise')
  expect(JSON.stringify(mine)).not.toContain('Préfère les matins')
  expect(JSON.stringify(mine)).not.toContain('Des mots vifs')
})

test('no secret is in it: no hash, no key, no sealed token', async () => {
  const secret = 'sceau-secret'
  await run(sql`insert into credentials (member_id, password_hash) values (${mehdi.id}, ${secret})`)
  await run(
    sql`insert into second_factors (member_id, secret_sealed, confirmed_at) values (${mehdi.id}, ${secret}, now())`,
  )
  await run(
    sql`insert into connections (id, member_id, network, mode, name, tokens_sealed) values (${uuid7()}, ${mehdi.id}, 'mastodon', 'api', 'Mon compte', ${secret})`,
  )
  await run(
    sql`insert into editorial_feeds (id, member_id, space_id, token_hash, token_sealed) values (${uuid7()}, ${mehdi.id}, ${tempo.id}, 'x', ${secret})`,
  )
  const id = uuid7()
  await ask(mehdi, id)
  await world.runJobs()
  const { json } = await opened(mehdi, id)
  expect(json.parts['sessions.factor']).toHaveLength(1)
  expect(json.parts['publishing.accounts'][0].name).toBe('Mon compte')
  expect(JSON.stringify(json)).not.toContain(secret)
})

test('a new one takes the place of the former; deleted or past its days, its bytes are gone', async () => {
  const first = (await mehdi.get('/api/me/export')).body.export.id as string
  const id = uuid7()
  await ask(mehdi, id)
  await world.runJobs()
  expect((await mehdi.get(`/api/me/exports/${first}/file`)).status).toBe(404)
  expect(await world.server.services.storage.get(`exports/${first}.zip`)).toBeNull()
  expect((await mehdi.del(`/api/me/exports/${id}`)).status).toBe(200)
  await world.runJobs()
  expect(await world.server.services.storage.get(`exports/${id}.zip`)).toBeNull()
  const last = uuid7()
  await ask(mehdi, last)
  await world.runJobs()
  await run(sql`update personal_exports set ready_at = ready_at - interval '7 days' where id = ${last}`)
  expect((await mehdi.get('/api/me/export')).body.export).toBeNull()
  expect((await mehdi.get(`/api/me/exports/${last}/file`)).status).toBe(404)
  await world.server.jobs.tasks.get('forget-exports')?.(
    world.server.database,
    {} as never,
    world.server.app.options.log,
  )
  await world.runJobs()
  expect(await world.server.services.storage.get(`exports/${last}.zip`)).toBeNull()
})

test('two screens at once ask for one', async () => {
  const answers = await Promise.all([ask(lead), ask(lead)])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
})
