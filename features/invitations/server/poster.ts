import type { Language } from '#platform/contract/schema.ts'
import type { Actor } from '#platform/server/actor.ts'
import type { Db } from '#platform/server/db.ts'
import { conflict } from '#platform/server/errors.ts'
import { words } from '#platform/server/words.ts'
import { longDay } from './mails.ts'
import { managedCode } from './queries/codes.ts'
import { letterHead } from './queries/letters.ts'
import { type Section, Sheet } from '#platform/server/sheet.ts'

/** A poster for a break room: read from two metres, scanned from one. */
export async function printPoster(
  db: Db,
  actor: Actor,
  publicUrl: string,
  codeId: string,
  wish: { size?: 'A3' | 'A4'; language?: Language },
): Promise<Sheet['doc']> {
  const { spaceId, code } = await managedCode(db, actor, publicUrl, codeId)
  if (code.state !== 'open') throw conflict('code.over')
  const head = await letterHead(db, spaceId)
  const language = wish.language ?? head.language
  const text = words(language)
  const values = {
    community: head.community,
    network: head.network,
    until: longDay(code.expiresAt, language, head.timeZone),
    address: `${publicUrl.replace(/^https?:\/\/|\/$/g, '')}/rejoindre`,
  }
  const sheet = new Sheet(wish.size ?? 'A4', {
    title: text('invitations.paper.posterTitle', values),
    language,
    author: head.network,
  })
  sheet.page(language, (page) => {
    // Drawn for A4; A3 is the same sheet, larger.
    const scale = page.width / 595.28
    const margin = 48 * scale
    const width = page.width - 2 * margin
    band(page, head.network, head.color, scale)
    const title = {
      x: margin,
      y: 96 * scale,
      width,
      size: 50 * scale,
      weight: 'heavy',
      gap: -4 * scale,
    } as const
    const size = page.fitting(text('invitations.paper.posterHead', values), title, 124 * scale, [
      50 * scale,
      42 * scale,
      34 * scale,
    ])
    const under = page.say('H1', text('invitations.paper.posterHead', values), {
      ...title,
      size,
      height: 124 * scale,
    })
    const lead = { x: margin, y: under + 12 * scale, width, size: 16 * scale, color: page.soft }
    const sizes = [16 * scale, 14 * scale, 12 * scale]
    if (head.valueProposition)
      page.say('P', head.valueProposition, {
        ...lead,
        size: page.fitting(head.valueProposition, lead, 76 * scale, sizes),
        height: 76 * scale,
      })
    door(page, code, text, values, scale)
    steps(
      page,
      [1, 2, 3].map((step) => text(`invitations.paper.posterStep${step}`, values)),
      head.color,
      scale,
    )
    page.say('P', text('invitations.paper.promise'), {
      x: margin,
      y: 772 * scale,
      width,
      size: 14 * scale,
      weight: 'bold',
    })
    page.say('P', text('invitations.paper.posterUntil', values), {
      x: margin,
      y: 796 * scale,
      width,
      size: 10 * scale,
      color: page.soft,
    })
  })
  sheet.doc.end()
  return sheet.doc
}

function band(page: Section, network: string, color: string, scale: number): void {
  page.decorate((doc) => doc.rect(0, 0, page.width, 64 * scale).fill(color))
  page.stroke(48 * scale, 20 * scale, 24 * scale)
  page.say('P', network, {
    x: 76 * scale,
    y: 19 * scale,
    width: 460 * scale,
    size: 20 * scale,
    weight: 'heavy',
    color: '#ffffff',
    height: 30 * scale,
  })
}

function door(
  page: Section,
  code: { code: string; url: string; label: string },
  text: ReturnType<typeof words>,
  values: { address: string },
  scale: number,
) {
  const [left, y, inner, height] = [48 * scale, 306 * scale, 20 * scale, 268 * scale]
  const side = height - 2 * inner
  const x = left + inner + side + 26 * scale
  const width = page.width - left - inner - x
  page.panel(left, y, page.width - 2 * left, height)
  page.qr(code.url, text('invitations.paper.qrOf', values), left + inner, y + inner, side)
  const first = page.say('H2', text('invitations.paper.scan'), {
    x,
    y: y + 30 * scale,
    width,
    size: 26 * scale,
    weight: 'heavy',
    gap: 0,
  })
  const second = page.say('P', text('invitations.paper.orType', values), {
    x,
    y: first + 20 * scale,
    width,
    size: 13 * scale,
    color: page.soft,
    height: 76 * scale,
  })
  const sizes = [29, 26, 23].map((size) => size * scale)
  const fits = sizes.find((size) => page.across(code.code, size, 'heavy') <= width) ?? 20 * scale
  page.say('P', code.code, { x, y: second + 4 * scale, width, size: fits, weight: 'heavy' })
  if (code.label)
    page.say('P', code.label, {
      x,
      y: y + height - 38 * scale,
      width,
      size: 11 * scale,
      color: page.soft,
      height: 17 * scale,
    })
}

function steps(page: Section, lines: string[], color: string, scale: number): void {
  const margin = 48 * scale
  let y = 600 * scale
  lines.forEach((line, index) => {
    page.number(index + 1, margin, y, 34 * scale, color)
    page.say('P', line, {
      x: margin + 50 * scale,
      y: y + 5 * scale,
      width: page.width - 2 * margin - 50 * scale,
      size: 18 * scale,
      gap: 0,
      height: 46 * scale,
    })
    y += 54 * scale
  })
}
