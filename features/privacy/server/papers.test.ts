import { v7 as uuid7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pdfText } from '#app/testing/pdf-text.ts'
import { ambassadorOf, openProgramme } from '#app/testing/programme.ts'
import { openWorld, type Person, type World } from '#app/testing/world.ts'
import { SIGNATURE_DAYS } from '#features/communities/rules/signatures.ts'
import { KEPT_MONTHS } from '#features/missions/rules/kinds.ts'
import { ALUMNI_MONTHS, CANDIDATE_MONTHS } from '#features/programme/rules/periods.ts'
import { PUBLICATION_MONTHS } from '#features/publishing/rules/periods.ts'
import { SESSION_DAYS } from '#features/sessions/rules/periods.ts'
import { sql } from '#platform/server/db.ts'
import type { Paper } from '../contract.ts'

let world: World
let admin: Person
let lead: Person
let mehdi: Person
let programme: { id: string; spaceId: string }

const run = (query: ReturnType<typeof sql>) => world.server.database.transaction((trx) => trx.run(query))

beforeAll(async () => {
  world = await openWorld()
  admin = await world.member('admin', { standing: 'administrator' })
  lead = await world.member('lead')
  mehdi = await world.member('mehdi', { familyName: 'Kaddour' })
  const tempo = await world.community(lead, { name: 'Tempo' })
  programme = await openProgramme(world, tempo)
  const keeper = await world.member('keeper')
  await world.seat(tempo, keeper)
  await run(
    sql`insert into programme_keepers (programme_id, member_id) values (${programme.id}, ${keeper.id})`,
  )
  const { id } = await ambassadorOf(world, programme, mehdi)
  await run(sql`insert into contributions (id, ambassador_id, kind, at, weight, source_kind, source_id, about_id)
    values (${uuid7()}, ${id}, 'post', now(), 1, 'post', ${uuid7()}, ${uuid7()})`)
})
afterAll(() => world.close())

const read = async (key: string, language = 'fr'): Promise<Paper> =>
  (await admin.get(`/api/administration/papers/${key}?language=${language}`)).body as Paper
const wholeOf = (paper: Paper) => JSON.stringify(paper).replaceAll(/[\u00a0\u202f]/g, ' ')

async function printed(key: string, language: string) {
  const reply = await world.server.app.fastify.inject({
    method: 'GET',
    url: `/api/administration/papers/${key}/print?language=${language}`,
    cookies: admin.cookies,
  })
  const raw = reply.rawPayload.toString('latin1')
  const pages = raw.match(/\/Type \/Page\b(?!s)/g)?.length ?? 0
  return { reply, raw, pages, text: pdfText(reply.rawPayload).replaceAll(/[\u00a0\u202f]/g, ' ') }
}

test('the papers are for administrators alone', async () => {
  for (const who of [lead, mehdi]) {
    expect((await who.get('/api/administration/papers/register')).status).toBe(403)
    expect((await who.get('/api/administration/papers/works-council/print')).status).toBe(403)
  }
  expect((await admin.get('/api/administration/papers/secrets')).status).toBe(422)
})

test('the register covers every processing, each with purpose, basis, people, data, recipients and periods', async () => {
  for (const [language, labels] of [
    [
      'fr',
      [
        'Finalité',
        'Base légale proposée',
        'Personnes concernées',
        'Données',
        'Destinataires',
        'Durée de conservation',
      ],
    ],
    ['en', ['Purpose', 'Legal basis proposed', 'People concerned', 'Data', 'Recipients', 'Retention']],
  ] as const) {
    const { chapters } = await read('register', language)
    const keys = chapters.map(({ key }) => key)
    expect(keys).toEqual([
      'common',
      'accounts',
      'posts',
      'invitations',
      'journeys',
      'follow-up',
      'tests',
      'sharing',
      'turns',
      'editorial',
      'statistics',
      'security',
      'rights',
      'programmes',
    ])
    for (const { blocks } of chapters.slice(1, -1)) {
      expect(blocks.map(({ label }) => label)).toEqual(expect.arrayContaining([...labels]))
      for (const { lines } of blocks) expect(lines.join('').length).toBeGreaterThan(3)
    }
  }
})

test('its periods are those that the jobs apply', async () => {
  const whole = wholeOf(await read('register'))
  for (const said of [
    `${SESSION_DAYS} jours au plus`,
    `Refus ou nomination sans réponse : ${CANDIDATE_MONTHS} mois`,
    `${ALUMNI_MONTHS} mois après la dernière étape`,
    `d’une mission : ${KEPT_MONTHS} mois`,
    `vaut ${SIGNATURE_DAYS} jours`,
    `de l’entreprise, ici : ${PUBLICATION_MONTHS} mois`,
    'Journal : 12 mois',
  ])
    expect(whole).toContain(said)
})

test('they follow the settings: a programme, its keepers, the threshold, the log', async () => {
  await lead.put(`/api/programmes/${programme.id}/contribution-kinds`, {
    items: [{ kind: 'post', weight: 3, counted: true }],
    ledgerMonths: 9,
  })
  expect((await admin.patch('/api/network', { threshold: 14, logMonths: 7 })).status).toBe(200)
  const whole = wholeOf(await read('register'))
  for (const said of [
    'Publier (3)',
    'Lead Essai (pilote de la communauté)',
    'Keeper Essai (personne désignée)',
    '9 mois',
    'Journal : 7 mois',
  ])
    expect(whole).toContain(said)
  expect(wholeOf(await read('works-council'))).toContain('moins de 14 personnes')
  expect(wholeOf(await read('impact', 'en'))).toContain('under 14 people')
  await admin.patch('/api/network', { threshold: 10, logMonths: 12 })
})

test('nobody’s activity is in them', async () => {
  for (const key of ['register', 'works-council', 'impact'])
    for (const language of ['fr', 'en']) {
      const whole = wholeOf(await read(key, language))
      expect(whole).not.toContain('Mehdi')
      expect(whole).not.toContain('Kaddour')
    }
})

test('the file for the works council says what is measured, what is not, who sees what, how long, and how to object', async () => {
  const { chapters } = await read('works-council', 'en')
  expect(chapters.map(({ key }) => key)).toEqual(
    expect.arrayContaining([
      'measures',
      'not',
      'who',
      'disconnect',
      'retention',
      'objection',
      'settings',
      'programmes',
      'answer',
    ]),
  )
  const whole = wholeOf(await read('works-council'))
  expect(whole).toContain('Ni présence, ni temps de connexion, ni dernière visite')
  expect(whole).toContain('L2312-38')
})

test('each is printed as sheets that say the same, in both languages, tagged and titled', async () => {
  for (const key of ['register', 'works-council', 'impact'])
    for (const language of ['fr', 'en']) {
      const paper = await read(key, language)
      const { reply, raw, pages, text } = await printed(key, language)
      expect(reply.headers['content-type']).toBe('application/pdf')
      expect(raw.startsWith('%PDF-1.7')).toBe(true)
      expect(raw).toContain(language === 'fr' ? '/Lang (fr-FR)' : '/Lang (en-GB)')
      expect(pages).toBeGreaterThan(1)
      expect(text).toContain(paper.title.replaceAll(/[\u00a0\u202f]/g, ' '))
      const plain = (words: string) => words.replaceAll(/\s/g, '')
      const whole = plain(text)
      for (const { title, blocks } of paper.chapters) {
        expect(whole).toContain(plain(title))
        for (const { lines } of blocks) for (const line of lines) expect(whole).toContain(plain(line))
      }
    }
  const log = await world.server.database.db.rows<{ details: object }>(
    sql`select details from audit_log where act = 'paper.printed' order by id limit 1`,
  )
  expect(log).toEqual([{ details: { paper: 'register', language: 'fr' } }])
})

const job = (name: string) =>
  world.server.jobs.tasks.get(name)?.(world.server.database, {} as never, world.server.app.options.log)
const count = async (query: ReturnType<typeof sql>) =>
  (await world.server.database.db.row<{ count: number }>(query))?.count

test('the log is kept for the months set and no longer, its erasure is a line of it, and half a year cannot be touched', async () => {
  expect((await admin.patch('/api/network', { logMonths: 5 })).body.errors[0].field).toBe('logMonths')
  expect((await admin.patch('/api/network', { logMonths: 13 })).status).toBe(422)
  await admin.patch('/api/network', { logMonths: 8 })
  await run(
    sql`insert into audit_log (at, act) values (now() - interval '9 months', 'old'), (now() - interval '7 months', 'seven'), (now() - interval '1 month', 'young')`,
  )
  await job('forget-log')
  const acts = (await world.server.database.db.rows<{ act: string }>(sql`select act from audit_log`)).map(
    ({ act }) => act,
  )
  expect(acts).not.toContain('old')
  expect(acts).toEqual(expect.arrayContaining(['seven', 'young', 'audit_log.forgotten']))
  const line = await world.server.database.db.row<{ details: object }>(
    sql`select details from audit_log where act = 'audit_log.forgotten'`,
  )
  expect(line?.details).toEqual({ lines: 1, logMonths: 8 })
  const forced = world.server.database.transaction(async (trx) => {
    await trx.row(sql`select set_config('elan.forgetting', 'on', true)`)
    await trx.run(sql`delete from audit_log where act = 'young'`)
  })
  await expect(forced).rejects.toThrow('cannot be changed')
  const unasked = run(sql`delete from audit_log where act = 'seven'`)
  await expect(unasked).rejects.toThrow('cannot be changed')
  const changed = world.server.database.transaction(async (trx) => {
    await trx.row(sql`select set_config('elan.forgetting', 'on', true)`)
    await trx.run(sql`update audit_log set act = 'other' where act = 'seven'`)
  })
  await expect(changed).rejects.toThrow('cannot be changed')
})

test('what was published outside, said in a turn, laid in the calendar or signed goes once its time is over, and not before', async () => {
  const connection = uuid7()
  await run(
    sql`insert into connections (id, space_id, network, mode, name) values (${connection}, ${programme.spaceId}, 'linkedin', 'assisted', 'Aubrelle')`,
  )
  const publication = (months: number) =>
    run(sql`insert into publications (id, connection_id, text, publish_at, path, state, external_id, sent_at)
      values (${uuid7()}, ${connection}, 'Essai', now() - make_interval(months => ${months}), '/', 'sent', 'x', now() - make_interval(months => ${months}))`)
  await publication(25)
  await publication(23)
  await run(sql`insert into rosters (programme_id, space_id) values (${programme.id}, ${programme.spaceId})`)
  for (const months of [25, 23]) {
    const turn = uuid7()
    await run(sql`insert into turns (id, programme_id, starts_on, ends_on) values (${turn}, ${programme.id},
      (now() - make_interval(months => ${months}, days => 6))::date, (now() - make_interval(months => ${months}))::date)`)
    await run(
      sql`insert into turn_posts (id, turn_id, connection_id, mode, text, planned_for) values (${uuid7()}, ${turn}, ${connection}, 'assisted', 'Essai', now())`,
    )
    await run(sql`insert into editorial_slots (id, space_id, place_id, kind, channel, title, state, day, at, post_id)
      values (${uuid7()}, ${programme.spaceId}, ${programme.spaceId}, 'post', 'feed', 'Essai', 'published',
        (now() - make_interval(months => ${months}))::date, now() - make_interval(months => ${months}), ${uuid7()})`)
  }
  const picture = uuid7()
  await run(sql`insert into files (id, owner_id, use, name, media_type, bytes, storage_key)
    values (${picture}, ${mehdi.id}, 'kept', 'a.webp', 'image/webp', 1, 'rien')`)
  await run(sql`insert into editorial_files (slot_id, file_id)
    select id, ${picture} from editorial_slots where space_id = ${programme.spaceId} order by day limit 1`)
  await run(sql`insert into editorial_slots (id, space_id, place_id, kind, channel, title, state, post_id, created_at)
    values (${uuid7()}, ${programme.spaceId}, ${programme.spaceId}, 'post', 'feed', 'Une idée qui attend', 'idea', ${uuid7()}, now() - interval '3 years')`)
  const charter = uuid7()
  await run(
    sql`insert into charters (id, space_id, version, body, text_hash) values (${charter}, ${programme.spaceId}, 1, 'Essai', 'x')`,
  )
  await run(sql`insert into charter_signatures (charter_id, member_id, signed_at) values
    (${charter}, ${mehdi.id}, now() - interval '6 years 2 days'), (${charter}, ${mehdi.id}, now() - interval '5 years 11 months')`)
  for (const name of ['forget-publications', 'forget-turn-posts', 'forget-slots', 'forget-signatures'])
    await job(name)
  expect(await count(sql`select count(*)::int as count from publications`)).toBe(1)
  expect(await count(sql`select count(*)::int as count from turn_posts`)).toBe(1)
  expect(await count(sql`select count(*)::int as count from turns`)).toBe(2)
  expect(await count(sql`select count(*)::int as count from editorial_slots`)).toBe(2)
  expect(await count(sql`select count(*)::int as count from charter_signatures`)).toBe(1)
  // Let go of: the sweep of files no longer steps over it.
  expect(
    await count(sql`select count(*)::int as count from files where id = ${picture} and use = 'content'`),
  ).toBe(1)
})
