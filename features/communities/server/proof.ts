import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import PDFDocument from 'pdfkit'
import type { Language } from '#platform/contract/schema.ts'
import type { Actor } from '#platform/server/actor.ts'
import type { Db } from '#platform/server/db.ts'
import { notFound } from '#platform/server/errors.ts'
import { mark } from '#platform/server/seal.ts'
import { words } from '#platform/server/words.ts'
import { findNetwork } from '#features/network/server/queries.ts'
import { findSignature, type SignatureFacts } from './queries/charters.ts'

const { resolve } = createRequire(import.meta.url)
const fontFile = (weight: number) =>
  readFileSync(
    resolve(
      `@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-${weight}-normal.woff`,
    ),
  )
const fonts = new Map<number, Buffer>()
const font = (weight: number): Buffer => {
  const bytes = fonts.get(weight) ?? fontFile(weight)
  fonts.set(weight, bytes)
  return bytes
}

/** Only this server can have written it: a keyed hash over what was signed, by whom and when. */
export const codeOf = ({ id, memberId, textHash, signedAt }: SignatureFacts): string =>
  `${id}.${mark(`charter ${id} ${memberId} ${textHash} ${signedAt}`).toString('base64url').slice(0, 24)}`

/** Whoever holds the paper may learn that it is genuine; anything else does not exist. */
export async function checkProof(db: Db, code: string) {
  const id = code.slice(0, 36)
  const facts = /^[0-9a-f-]{36}\./.test(code) ? await findSignature(db, id) : undefined
  if (!facts || codeOf(facts) !== code) throw notFound('proof.not_found')
  const { community, name, version, textHash, signedAt, withdrawnAt } = facts
  return { community, name, version, textHash, signedAt, withdrawnAt }
}

/** One's own alone: nobody else fetches a proof in one's place. */
export async function proofOfSignature(db: Db, actor: Actor, publicUrl: string, id: string) {
  const facts = await findSignature(db, id)
  if (!facts || facts.memberId !== actor.id) throw notFound('proof.not_found')
  const network = await findNetwork(db)
  const address = `${publicUrl.replace(/\/$/, '')}/preuves/${codeOf(facts)}`
  return drawProof(facts, actor.language, { network: network.name, timeZone: network.timeZone, address })
}

const LOCALE = { fr: 'fr-FR', en: 'en-GB' } as const
const MARGIN = 57
const INK = '#0f241e'
const SOFT = '#3c4f48'
/** The fonts draw Latin letters; the thin no-break space of French is drawn as the wide one. */
const printable = (text: string) =>
  text
    .normalize('NFC')
    .replaceAll('\u202f', '\u00a0')
    .replace(/[^\n\u0020-\u00ffœŒŸ\u2010-\u2027\u20ac]/g, '')

function drawProof(
  facts: SignatureFacts,
  language: Language,
  place: { network: string; timeZone: string; address: string },
): PDFKit.PDFDocument {
  const text = words(language)
  const when = new Intl.DateTimeFormat(LOCALE[language], {
    dateStyle: 'long',
    timeStyle: 'long',
    timeZone: place.timeZone,
  })
  const title = text('communities.proof.title', { community: facts.community })
  const doc = new PDFDocument({
    size: 'A4',
    margin: MARGIN,
    pdfVersion: '1.7',
    tagged: true,
    lang: LOCALE[language],
    displayTitle: true,
    info: { Title: title, Author: place.network, Creator: 'Élan' },
  })
  for (const weight of [400, 700, 800]) doc.registerFont(String(weight), font(weight))
  const root = doc.struct('Document')
  doc.addStructure(root)
  const say = (
    tag: 'H1' | 'H2' | 'P',
    line: string,
    size: number,
    weight: number,
    color = INK,
    after = 6,
  ) => {
    root.add(
      doc.struct(tag, {}, () => {
        doc
          .font(String(weight))
          .fontSize(size)
          .fillColor(color)
          .text(printable(line), { lineGap: size * 0.3 })
      }),
    )
    doc.y += after
  }
  const fact = (label: string, value: string) => {
    say('P', label, 10, 400, SOFT, 0)
    say('P', value, 12, 700)
  }
  say('P', place.network, 12, 700, SOFT, 10)
  say('H1', title, 24, 800, INK, 14)
  fact(text('communities.proof.by'), facts.name)
  fact(text('communities.proof.at'), when.format(new Date(facts.signedAt)))
  fact(text('communities.proof.version'), String(facts.version))
  fact(text('communities.proof.hash'), facts.textHash)
  if (facts.withdrawnAt) fact(text('communities.proof.withdrawn'), when.format(new Date(facts.withdrawnAt)))
  fact(text('communities.proof.check'), place.address)
  say('P', text('communities.proof.how'), 10, 400, SOFT, 16)
  say('H2', text('communities.proof.text'), 15, 800, INK, 8)
  for (const paragraph of facts.body.split(/\n{2,}/)) say('P', paragraph, 11, 400, INK, 8)
  root.end()
  doc.end()
  return doc
}
