import type { Language } from '#platform/contract/schema.ts'
import { typeset } from '#platform/contract/typography.ts'
import type { Actor } from '#platform/server/actor.ts'
import { audit } from '#platform/server/audit.ts'
import type { Database, Db } from '#platform/server/db.ts'
import type { Services } from '#platform/server/services.ts'
import { type Section, Sheet } from '#platform/server/sheet.ts'
import { words } from '#platform/server/words.ts'
import { findNetwork } from '#features/network/server/queries.ts'
import { en } from '../content/papers/en.ts'
import { fr } from '../content/papers/fr.ts'
import type { Paper, PaperKey } from '../contract.ts'
import { factsOf } from './queries/facts.ts'

const CONTENT = { fr, en }

/** Drawn each time it is read: what it says is what is set, and what jobs do. Nobody's activity is in it. */
export async function paperOf(db: Db, services: Services, key: PaperKey, language: Language): Promise<Paper> {
  const facts = await factsOf(db, services, language)
  const drawn = CONTENT[language][key](facts)
  const set = (text: string) => typeset(text, language) as string
  return {
    key,
    language,
    networkName: facts.network,
    at: new Date().toISOString(),
    title: set(drawn.title),
    lead: drawn.lead.map(set),
    chapters: drawn.chapters.map((chapter) => ({
      key: chapter.key,
      title: set(chapter.title),
      blocks: chapter.blocks.map(({ label, lines }) => ({
        ...(label === undefined ? {} : { label: set(label) }),
        lines: lines.map(set),
      })),
    })),
  }
}

const MARGIN = 57
const FOOT = 64

interface Piece {
  tag: 'H1' | 'H2' | 'P'
  text: string
  size: number
  weight?: 'plain' | 'bold' | 'heavy'
  soft?: boolean
  before: number
  /** Not left alone at the foot of a page. */
  withNext?: boolean
}

function piecesOf(paper: Paper, drawnOn: string): Piece[] {
  return [
    { tag: 'H1', text: paper.title, size: 24, weight: 'heavy', before: 0 },
    { tag: 'P', text: drawnOn, size: 10.5, soft: true, before: 6 },
    ...paper.lead.map((text): Piece => ({ tag: 'P', text, size: 10.5, before: 6 })),
    ...paper.chapters.flatMap(({ title, blocks }): Piece[] => [
      { tag: 'H2', text: title, size: 14, weight: 'bold', before: 18, withNext: true },
      ...blocks.flatMap(({ label, lines }): Piece[] => [
        ...(label
          ? [{ tag: 'P', text: label, size: 10.5, weight: 'bold', before: 8, withNext: true } as const]
          : []),
        ...lines.map((text): Piece => ({ tag: 'P', text, size: 10.5, before: label ? 2 : 5 })),
      ]),
    ]),
  ]
}

/** Sheets of A4 to sign, file or hand over; that it was printed is written down. */
export async function printPaper(
  database: Database,
  services: Services,
  actor: Actor,
  asked: { key: PaperKey; language: Language },
): Promise<Sheet['doc']> {
  const { key, language } = asked
  const paper = await paperOf(database.db, services, key, language)
  const network = await findNetwork(database.db)
  await database.transaction((trx) =>
    audit(trx, actor, 'paper.printed', { kind: 'network', id: null }, { paper: key, language }),
  )
  const day = new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    dateStyle: 'long',
    timeZone: network.timeZone,
  }).format(new Date(paper.at))
  const sheet = new Sheet('A4', { title: paper.title, language, author: paper.networkName })
  const text = words(language)
  let rest = piecesOf(paper, text('privacy.papers.drawn', { day }))
  for (let number = 1; rest.length > 0; number += 1) {
    sheet.page(language, (page) => {
      let top = 60
      if (number === 1) {
        page.stroke(MARGIN, 52, 20)
        page.say('P', paper.networkName, {
          x: MARGIN + 24,
          y: 52,
          width: 320,
          size: 13,
          weight: 'heavy',
          color: network.color,
        })
        top = 92
      }
      rest = rest.slice(fill(page, rest, top))
      page.say('Caption', text('privacy.papers.page', { title: paper.title, number }), {
        x: MARGIN,
        y: page.height - 44,
        width: page.width - 2 * MARGIN,
        size: 9,
        color: page.soft,
      })
    })
  }
  sheet.doc.end()
  return sheet.doc
}

/** As many as fit, at least one: how many were written. */
function fill(page: Section, pieces: Piece[], top: number): number {
  const width = page.width - 2 * MARGIN
  const heightOf = (piece: Piece) => page.measure(piece.text, { ...piece, x: MARGIN, y: 0, width })
  let y = top
  let written = 0
  for (const piece of pieces) {
    const next = pieces[written + 1]
    const start = written === 0 ? y : y + piece.before
    const needed = heightOf(piece) + (piece.withNext && next ? next.before + heightOf(next) : 0)
    if (written > 0 && start + needed > page.height - FOOT) break
    const { tag, text, size, weight, soft } = piece
    y = page.say(tag, text, {
      x: MARGIN,
      y: start,
      width,
      size,
      ...(weight ? { weight } : {}),
      ...(soft ? { color: page.soft } : {}),
    })
    written += 1
  }
  return written
}
