import type { Language } from '#platform/contract/schema.ts'
import type { Actor } from '#platform/server/actor.ts'
import { type Db, sql } from '#platform/server/db.ts'
import { conflict } from '#platform/server/errors.ts'
import { type Section, Sheet } from '#platform/server/sheet.ts'
import { words } from '#platform/server/words.ts'
import { findNetwork } from '#features/network/server/queries.ts'
import { ambassadorFile } from './policy.ts'
import { isServing } from '../rules/lifecycle.ts'
import { findLetter } from './queries/files.ts'
import { servedUntil } from './queries/people.ts'
import { paperLink } from './commands/agreements.ts'
import { longDay } from './commands/letter-text.ts'

const MARGIN = 64

function head(page: Section, network: string, color: string): void {
  page.stroke(MARGIN, 52, 20)
  page.say('P', network, { x: MARGIN + 24, y: 52, width: 400, size: 15, weight: 'heavy', color, height: 24 })
}

const paragraph = (page: Section, text: string, y: number, size = 11.5): number =>
  page.say('P', text, { x: MARGIN, y, width: page.width - 2 * MARGIN, size }) + 9

/** The mission letter as it was issued, its signatures and the fingerprint of its text. */
export async function letterPaper(db: Db, actor: Actor, id: string): Promise<Sheet['doc']> {
  const { letter } = await findLetter(db, actor, id)
  const { facts } = letter
  const { language } = facts
  const text = words(language)
  const { color, timeZone } = await findNetwork(db)
  const title = text('programme.paper.title', { person: facts.person })
  const sheet = new Sheet('A4', { title, language, author: facts.network })
  sheet.page(language, (page) => {
    const width = page.width - 2 * MARGIN
    head(page, facts.network, color)
    let y = page.say('H1', title, { x: MARGIN, y: 104, width, size: 26, weight: 'heavy', gap: 0 }) + 4
    y = page.say('P', facts.programme, { x: MARGIN, y, width, size: 13, color: page.soft }) + 16
    const size = fitting(page, facts.paragraphs, 660 - y)
    for (const line of facts.paragraphs) y = paragraph(page, line, y, size)
    signatures(page, Math.max(y + 8, 560), [
      [facts.person, letter.signedByAmbassadorAt],
      [facts.lead, letter.signedByLeadAt],
      ...(facts.manager ? [[facts.manager, letter.signedByManagerAt] as const] : []),
    ])
    page.rule(MARGIN, 744, width)
    page.say(
      'P',
      text('programme.paper.issued', {
        day: longDay(letter.issuedAt, language, timeZone),
        hash: letter.textHash,
      }),
      {
        x: MARGIN,
        y: 754,
        width,
        size: 8.5,
        color: page.soft,
        height: 52,
      },
    )
  })
  sheet.doc.end()
  return sheet.doc

  function signatures(page: Section, y: number, signed: readonly (readonly [string, string | null])[]): void {
    const width = (page.width - 2 * MARGIN - 24) / 3
    signed.forEach(([name, at], index) => {
      const x = MARGIN + index * (width + 12)
      const under = page.say('P', name, { x, y, width, size: 11.5, weight: 'bold', height: 34 })
      page.say(
        'P',
        at
          ? text('programme.paper.signed', { day: longDay(at, language, timeZone) })
          : text('programme.paper.unsigned'),
        {
          x,
          y: under,
          width,
          size: 10,
          color: page.soft,
        },
      )
    })
  }
}

/** A long mission takes smaller letters rather than a second page. */
function fitting(page: Section, paragraphs: string[], height: number): number {
  const width = page.width - 2 * MARGIN
  const tall = (size: number) =>
    paragraphs.reduce((sum, line) => sum + page.measure(line, { x: MARGIN, y: 0, width, size }) + 9, 0)
  return [11.5, 10.5, 9.5, 8.5].find((size) => tall(size) <= height) ?? 8
}

interface Served {
  person: string
  programme: string
  mission: string
  from: string | null
  until: string
  language: Language | null
}

/** For those who have served, and the keepers who thanked them. */
export async function certificatePaper(db: Db, actor: Actor, ambassadorId: string): Promise<Sheet['doc']> {
  const file = await ambassadorFile(db, actor, ambassadorId)
  const row = await db.row<Served>(sql`
    select m.given_name || ' ' || m.family_name as person, g.name as programme, g.mission, m.language,
      coalesce(a.active_since, a.onboarding_since) as "from",
      ${servedUntil} as until
    from ambassadors a join members m on m.id = a.member_id join programmes g on g.id = a.programme_id where a.id = ${ambassadorId}`)
  if (isServing(file.state) || !row?.until) throw conflict('ambassador.not_alumni')
  const { name: network, color, timeZone, language: usual } = await findNetwork(db)
  const language = row.language ?? usual
  const text = words(language)
  const values = {
    ...row,
    network,
    from: row.from ? longDay(row.from, language, timeZone) : '',
    until: longDay(row.until, language, timeZone),
  }
  const title = text('programme.certificate.title', values)
  const sheet = new Sheet('A4', { title, language, author: network })
  sheet.page(language, (page) => {
    const width = page.width - 2 * MARGIN
    head(page, network, color)
    page.panel(MARGIN, 220, width, 300)
    page.say('H1', title, { x: MARGIN + 32, y: 252, width: width - 64, size: 24, weight: 'heavy', gap: 0 })
    page.say('P', row.person, {
      x: MARGIN + 32,
      y: 318,
      width: width - 64,
      size: 34,
      weight: 'heavy',
      color,
      height: 84,
    })
    page.say(
      'P',
      text(row.from ? 'programme.certificate.served' : 'programme.certificate.servedUntil', values),
      {
        x: MARGIN + 32,
        y: 410,
        width: width - 64,
        size: 14,
      },
    )
    if (row.mission)
      page.say('P', row.mission, { x: MARGIN, y: 552, width, size: 12, color: page.soft, height: 110 })
    page.say('P', text('programme.certificate.thanks', values), {
      x: MARGIN,
      y: 690,
      width,
      size: 14,
      weight: 'bold',
    })
  })
  sheet.doc.end()
  return sheet.doc
}

/** For a manager without e-mail: what is asked, and the door by camera or by hand. */
export async function agreementPaper(
  db: Db,
  actor: Actor,
  publicUrl: string,
  id: string,
): Promise<Sheet['doc']> {
  const { url } = await paperLink(db, actor, publicUrl, id)
  const row = await db.row<{
    manager: string
    person: string
    programme: string
    mission: string
    hours: number
    expiresAt: string
    language: Language
  }>(sql`
    select ag.manager_name as manager, m.given_name || ' ' || m.family_name as person, g.name as programme, g.mission,
      coalesce(a.hours_per_month, g.hours_per_month) as hours, ag.expires_at as "expiresAt", ag.language
    from manager_agreements ag join ambassadors a on a.id = ag.ambassador_id join members m on m.id = a.member_id
    join programmes g on g.id = a.programme_id where ag.id = ${id}`)
  const { name: network, color, timeZone } = await findNetwork(db)
  const language = row?.language ?? 'fr'
  const text = words(language)
  const values = {
    ...row,
    network,
    count: row?.hours ?? 0,
    until: longDay(row?.expiresAt ?? new Date().toISOString(), language, timeZone),
  }
  const sheet = new Sheet('A4', {
    title: text('programme.agreementPaper.title', values),
    language,
    author: network,
  })
  sheet.page(language, (page) => {
    const width = page.width - 2 * MARGIN
    head(page, network, color)
    let y =
      page.say('H1', text('programme.agreementPaper.title', values), {
        x: MARGIN,
        y: 110,
        width,
        size: 26,
        weight: 'heavy',
        gap: 0,
      }) + 16
    for (const key of ['hello', 'asks', 'hours', 'private'])
      y = paragraph(page, text(`programme.agreementPaper.${key}`, values), y, 13)
    page.panel(MARGIN, 470, width, 210)
    page.qr(url, text('programme.agreementPaper.qr', values), MARGIN + 20, 490, 170)
    page.say('H2', text('programme.agreementPaper.scan'), {
      x: MARGIN + 212,
      y: 500,
      width: width - 232,
      size: 18,
      weight: 'heavy',
      gap: 0,
    })
    page.say('P', url, { x: MARGIN + 212, y: 560, width: width - 232, size: 10.5, height: 60 })
    page.say('P', text('programme.agreementPaper.until', values), {
      x: MARGIN + 212,
      y: 630,
      width: width - 232,
      size: 11,
      color: page.soft,
      height: 34,
    })
  })
  sheet.doc.end()
  return sheet.doc
}
