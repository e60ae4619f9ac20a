import { inflateSync } from 'node:zlib'
import { v7 as uuid7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type Person, type World } from '#app/testing/world.ts'
import { sql } from '#platform/server/db.ts'

let world: World
let nadia: Person
let tempo: { id: string }

beforeAll(async () => {
  world = await openWorld()
  nadia = await world.member('nadia')
  tempo = await world.community(nadia)
})
afterAll(() => world.close())

const run = (query: ReturnType<typeof sql>) => world.server.database.transaction((trx) => trx.run(query))

async function crowd(size: number, site: string): Promise<void> {
  await run(sql`
    insert into members (id, organization_id, status, staff_number, given_name, family_name, site)
    select gen_random_uuid(), (select id from organizations where not outside), 'expected', ${site} || n, 'Prénom ' || n, 'Łęcki-Öztürk', ${site}
    from generate_series(1, ${size}::int) n`)
  const audienceId = uuid7()
  const rule = JSON.stringify({ all: [{ attribute: 'site', is: [site] }] })
  await run(sql`insert into audiences (id, name, rule) values (${audienceId}, ${site}, ${rule}::jsonb)`)
  await nadia.put(`/api/campaigns/${uuid7()}`, {
    spaceId: tempo.id,
    message: 'Viens. '.repeat(140),
    reminders: true,
    audienceId,
  })
}

/** The parts of a PDF that its own structure tells, its compressed streams opened. */
async function pdf(url: string) {
  const reply = await world.server.app.fastify.inject({ method: 'GET', url, cookies: nadia.cookies })
  const bytes = reply.rawPayload
  const text = bytes.toString('latin1')
  let opened = text
  for (const found of text.matchAll(/stream\r?\n/g)) {
    const start = (found.index ?? 0) + found[0].length
    const end = text.indexOf('endstream', start)
    try {
      opened += inflateSync(bytes.subarray(start, end)).toString('latin1')
    } catch {
      // Not a compressed stream.
    }
  }
  return { reply, text, opened, pages: text.match(/\/Type \/Page\b(?!s)/g)?.length ?? 0 }
}

test('a letter for each person without e-mail, one page each, titled, tagged and in their language', async () => {
  await crowd(30, 'Cholet')
  await crowd(5, 'Valence')
  const all = await pdf(`/api/spaces/${tempo.id}/letters`)
  expect(all.reply.headers['content-type']).toBe('application/pdf')
  expect(all.reply.headers['cache-control']).toBe('private, no-store')
  expect(all.text.startsWith('%PDF-1.7')).toBe(true)
  expect(all.text.trimEnd().endsWith('%%EOF')).toBe(true)
  expect(all.pages).toBe(35)
  expect(all.text).toContain('/Lang (fr-FR)')
  expect(all.text).toContain('/StructTreeRoot')
  expect(all.text).toContain('/Marked true')
  expect(all.text).toMatch(/\/FontFile[23]/)
  expect(all.text).toMatch(/\/BaseFont \/[A-Z]{6}\+Atkinson/)
  expect((await pdf(`/api/spaces/${tempo.id}/letters?site=Valence`)).pages).toBe(5)
  expect((await pdf(`/api/spaces/${tempo.id}/letters?site=Valence&language=en`)).text).toContain(
    '/Lang (en-GB)',
  )
})

test('seven hundred letters come out of one request', async () => {
  await crowd(700, 'Halle')
  expect((await pdf(`/api/spaces/${tempo.id}/letters?site=Halle`)).pages).toBe(700)
}, 60_000)

test('no letter to print is said so, and one person may be handed theirs', async () => {
  expect(await nadia.get(`/api/spaces/${tempo.id}/letters?site=Nulle-part`)).toMatchObject({
    status: 404,
    body: { code: 'letters.none' },
  })
  const someone = await world.member('quelquun', { status: 'expected' })
  await nadia.put(`/api/campaigns/${uuid7()}`, {
    spaceId: tempo.id,
    message: '',
    reminders: true,
    memberIds: [someone.id],
  })
  const [invitation] = (await nadia.get(`/api/spaces/${tempo.id}/invitations?channel=email`)).body.items
  expect((await pdf(`/api/spaces/${tempo.id}/letters?invitationId=${invitation.id}`)).pages).toBe(1)
})

test('the letter of somebody with rights over the network is not for an animator to print', async () => {
  const chief = await world.member('cheffe', {
    status: 'expected',
    standing: 'administrator',
    email: null,
    site: 'Siège',
  })
  await nadia.put(`/api/campaigns/${uuid7()}`, {
    spaceId: tempo.id,
    message: '',
    reminders: true,
    memberIds: [chief.id],
  })
  expect(
    (await nadia.get(`/api/spaces/${tempo.id}/letters?site=${encodeURIComponent('Siège')}`)).status,
  ).toBe(404)
  const boss = await world.member('patronne', { standing: 'administrator' })
  await world.seat(tempo, boss, 'animator')
  expect((await boss.get(`/api/spaces/${tempo.id}/letters?site=${encodeURIComponent('Siège')}`)).status).toBe(
    200,
  )
})

test('printing letters is written in the audit log', async () => {
  await nadia.get(`/api/spaces/${tempo.id}/letters?site=Valence`)
  const row = await world.server.database.db.row<{ details: object }>(sql`
    select details from audit_log where act = 'letters.printed' and subject_id = ${tempo.id} order by id desc limit 1`)
  expect(row?.details).toEqual({ site: 'Valence' })
})

test('a shared code becomes a poster in two sizes and an image of its QR; a withdrawn one does not', async () => {
  const id = uuid7()
  const made = await nadia.put(`/api/codes/${id}`, {
    spaceId: tempo.id,
    kind: 'poster',
    label: 'Vernis',
    maxUses: 40,
  })
  const again = await nadia.put(`/api/codes/${id}`, {
    spaceId: tempo.id,
    kind: 'poster',
    label: 'Vernis',
    maxUses: 40,
  })
  expect(again.body.code).toBe(made.body.code)
  expect(made.body.url).toBe(`http://localhost:3000/rejoindre/${made.body.code}`)
  expect((await pdf(`/api/codes/${id}/poster?size=A3`)).text).toContain('/MediaBox [0 0 841.89 1190.55]')
  expect((await pdf(`/api/codes/${id}/poster?size=A4`)).pages).toBe(1)
  expect((await nadia.get(`/api/codes/${id}/qr`)).body).toContain('<svg')
  expect((await nadia.get(`/api/codes/${id}/qr?format=png`)).headers['content-type']).toBe('image/png')
  await nadia.del(`/api/codes/${id}`)
  expect(await nadia.get(`/api/codes/${id}/poster`)).toMatchObject({
    status: 409,
    body: { code: 'code.over' },
  })
})
