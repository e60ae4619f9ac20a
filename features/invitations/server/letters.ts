import type { Language } from '#platform/contract/schema.ts'
import type { Actor } from '#platform/server/actor.ts'
import { audit } from '#platform/server/audit.ts'
import type { Database } from '#platform/server/db.ts'
import { notFound } from '#platform/server/errors.ts'
import { unseal } from '#platform/server/seal.ts'
import { words } from '#platform/server/words.ts'
import { shownCode } from '../rules/code.ts'
import { longDay } from './mails.ts'
import { invitingIn } from './policy.ts'
import { addressOfCode } from './queries/codes.ts'
import {
  type AddresseeRow,
  addressees,
  type LetterFilter,
  type LetterHead,
  letterHead,
} from './queries/letters.ts'
import { type Section, Sheet } from '#platform/server/sheet.ts'

const AT_ONCE = 100

/** One page per person, written as it is downloaded: seven hundred letters or seventy thousand take the same memory. */
export async function printLetters(
  database: Database,
  actor: Actor,
  publicUrl: string,
  spaceId: string,
  wish: Omit<LetterFilter, 'everybody'> & { language?: Language },
): Promise<Sheet['doc']> {
  await invitingIn(database.db, actor, spaceId)
  const filter = { ...wish, everybody: actor.standing === 'administrator' }
  const head = await letterHead(database.db, spaceId)
  const first = await addressees(database.db, spaceId, filter, null, AT_ONCE)
  if (first.length === 0) throw notFound('letters.none')
  await database.transaction((trx) =>
    audit(trx, actor, 'letters.printed', { kind: 'space', id: spaceId }, { site: wish.site ?? null }),
  )
  const language = wish.language ?? head.language
  const title = words(language)('invitations.paper.lettersTitle', { community: head.community })
  const sheet = new Sheet('A4', { title, language, author: head.network })
  const write = async () => {
    for (let rows = first; rows.length > 0; rows = await next(rows)) {
      for (const row of rows) {
        if (!(await sheet.paced())) return
        drawLetter(sheet, head, row, wish.language ?? row.language ?? head.language, publicUrl)
      }
    }
    sheet.doc.end()
  }
  const next = (rows: AddresseeRow[]) =>
    rows.length < AT_ONCE
      ? Promise.resolve([])
      : addressees(database.db, spaceId, filter, rows.at(-1) ?? null, AT_ONCE)
  write().catch((error: unknown) => sheet.doc.destroy(error as Error))
  return sheet.doc
}

const MARGIN = 57

/** The address stands where the window of a DL envelope is; the code is large enough for tired eyes. */
function drawLetter(
  sheet: Sheet,
  head: LetterHead,
  row: AddresseeRow,
  language: Language,
  publicUrl: string,
): void {
  const text = words(language)
  const plain = unseal(row.sealed)
  const values = {
    name: row.givenName,
    full: `${row.givenName} ${row.familyName}`,
    community: head.community,
    by: row.byName,
    message: row.message,
    value: head.valueProposition,
    until: longDay(row.expiresAt, language, head.timeZone),
    address: `${publicUrl.replace(/^https?:\/\/|\/$/g, '')}/rejoindre`,
  }
  sheet.page(language, (page) => {
    const width = page.width - 2 * MARGIN
    page.stroke(MARGIN, 48, 20)
    page.say('P', head.network, {
      x: MARGIN + 24,
      y: 48,
      width: 240,
      size: 15,
      weight: 'heavy',
      color: head.color,
      height: 24,
    })
    address(page, row)
    const top = page.say('H1', text('invitations.paper.title', values), {
      x: MARGIN,
      y: 232,
      width,
      size: 32,
      weight: 'heavy',
      gap: 0,
    })
    story(page, text, values, top + 10, width)
    door(
      page,
      text('invitations.paper.yourCode'),
      text('invitations.paper.qrOf', values),
      plain,
      addressOfCode(publicUrl, plain),
      values.address,
    )
    steps(
      page,
      [1, 2, 3].map((step) => text(`invitations.paper.step${step}`, values)),
      head.color,
    )
    page.rule(MARGIN, 772, width)
    page.say('P', text('invitations.paper.footer', values), {
      x: MARGIN,
      y: 782,
      width,
      size: 10,
      color: page.soft,
      height: 44,
    })
  })
}

function address(page: Section, row: AddresseeRow): void {
  const lines = [row.department, row.site].filter(Boolean).join('\n')
  const place = { x: 312, width: 226 }
  const y = page.say('P', `${row.givenName} ${row.familyName}`, {
    ...place,
    y: 142,
    size: 13,
    weight: 'bold',
    height: 38,
  })
  if (lines) page.say('P', lines, { ...place, y, size: 12, color: page.soft, height: 40 })
}

const STORY_HEIGHT = 134

function story(
  page: Section,
  text: ReturnType<typeof words>,
  values: Record<string, string>,
  y: number,
  width: number,
): void {
  const lines = [
    text(values.by ? 'invitations.paper.invitedBy' : 'invitations.paper.invited', values),
    ...(values.value ? [values.value] : []),
    ...(values.message ? [text('invitations.mail.message', values)] : []),
  ].join('\n')
  const place = { x: MARGIN, y, width, size: 13 }
  const size = page.fitting(lines, place, STORY_HEIGHT, [13, 12, 11, 10])
  page.say('P', lines, { ...place, size, height: STORY_HEIGHT })
}

const DOOR = { y: 428, height: 186, inner: 16 }

function door(page: Section, label: string, alt: string, plain: string, url: string, typed: string): void {
  const side = DOOR.height - 2 * DOOR.inner
  const x = MARGIN + DOOR.inner + side + 28
  const width = page.width - MARGIN - x
  page.panel(MARGIN, DOOR.y, page.width - 2 * MARGIN, DOOR.height)
  page.qr(url, alt, MARGIN + DOOR.inner, DOOR.y + DOOR.inner, side)
  const y = page.say('P', label, { x, y: DOOR.y + 40, width, size: 13, weight: 'bold' })
  const below = page.say('P', shownCode(plain), { x, y: y + 2, width, size: 34, weight: 'heavy', spacing: 1 })
  page.say('P', typed, { x, y: below, width, size: 12, color: page.soft, height: 40 })
}

function steps(page: Section, lines: string[], color: string): void {
  let y = DOOR.y + DOOR.height + 20
  lines.forEach((line, index) => {
    page.number(index + 1, MARGIN, y, 24, color)
    page.say('P', line, {
      x: MARGIN + 36,
      y: y + 3,
      width: page.width - 2 * MARGIN - 36,
      size: 13,
      gap: 2,
      height: 38,
    })
    y += 44
  })
}
