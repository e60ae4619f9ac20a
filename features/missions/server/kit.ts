import type { Readable } from 'node:stream'
import sharp from 'sharp'
import type { Language } from '#platform/contract/schema.ts'
import type { Actor } from '#platform/server/actor.ts'
import type { Db } from '#platform/server/db.ts'
import { notFound } from '#platform/server/errors.ts'
import { type Section, Sheet } from '#platform/server/sheet.ts'
import type { Storage } from '#platform/server/storage.ts'
import { words } from '#platform/server/words.ts'
import { findFile } from '#features/files/server/queries.ts'
import { findNetwork } from '#features/network/server/queries.ts'
import type { RelayKit } from '../contract.ts'
import { missionFor } from './policy.ts'
import { kitOf } from './queries/one.ts'

const MARGIN = 57
const VISUAL = { width: 150, height: 112 }

/** One page to hold in the hand: what to say in ten seconds, in a minute, in five, and the question to bring back. */
export async function printKit(
  db: Db,
  storage: Storage,
  actor: Actor,
  missionId: string,
  language: Language,
): Promise<Sheet['doc']> {
  const { facts } = await missionFor(db, actor, missionId)
  if (facts.kind !== 'relay') throw notFound('mission.not_found')
  const kit = await kitOf(db, missionId)
  const { name, color } = await findNetwork(db)
  const visual = kit.visualFileId ? await visualOf(db, storage, actor, kit.visualFileId) : null
  const sheet = new Sheet('A4', { title: facts.title, language, author: name })
  sheet.page(language, (page) => draw(page, { kit, visual, language, network: name, color, ...facts }))
  sheet.doc.end()
  return sheet.doc
}

interface Drawn {
  title: string
  programmeName: string
  kit: RelayKit
  visual: Buffer | null
  language: Language
  network: string
  color: string
}

function draw(page: Section, { title, programmeName, kit, visual, language, network, color }: Drawn): void {
  const text = words(language)
  const width = page.width - 2 * MARGIN
  page.stroke(MARGIN, 48, 20)
  page.say('P', `${network} · ${programmeName}`, {
    x: MARGIN + 24,
    y: 50,
    width: width - 24,
    size: 12,
    weight: 'bold',
    color,
    height: 20,
  })
  const beside = visual ? width - VISUAL.width - 24 : width
  const place = { x: MARGIN, y: 88, width: beside, size: 28, weight: 'heavy' as const, gap: 0 }
  const size = page.fitting(title, place, 104, [28, 24, 20])
  const under = page.say('H1', title, { ...place, size, height: 104 })
  if (visual) page.picture(visual, kit.visualAlt || title, page.width - MARGIN - VISUAL.width, 84, VISUAL)
  let y = Math.max(under, visual ? 84 + VISUAL.height : 0) + 18
  y = part(page, text('missions.kit.tenSeconds'), kit.tenSeconds, y, { size: 16, most: 84 })
  y = part(page, text('missions.kit.oneMinute'), kit.oneMinute, y, { size: 12.5, most: 176 })
  part(page, text('missions.kit.fiveMinutes'), kit.fiveMinutes, y, { size: 11, most: 690 - y - 24 })
  if (kit.question) question(page, text('missions.kit.question'), kit.question)
  page.say('P', text('missions.kit.foot'), {
    x: MARGIN,
    y: 790,
    width,
    size: 10,
    color: page.soft,
    height: 30,
  })
}

function part(
  page: Section,
  label: string,
  said: string,
  y: number,
  { size, most }: { size: number; most: number },
) {
  if (!said || most < 40) return y
  const place = { x: MARGIN, width: page.width - 2 * MARGIN }
  const below = page.say('H2', label, { ...place, y, size: 11, weight: 'bold', color: page.soft })
  const shown = { ...place, y: below + 2, size }
  const fit = page.fitting(said, shown, most, [size, size - 1, size - 2, size - 3])
  return page.say('P', said, { ...shown, size: fit, height: most }) + 14
}

function question(page: Section, label: string, said: string): void {
  const width = page.width - 2 * MARGIN
  page.panel(MARGIN, 694, width, 80)
  page.say('H2', label, {
    x: MARGIN + 18,
    y: 706,
    width: width - 36,
    size: 11,
    weight: 'bold',
    color: page.soft,
  })
  const place = { x: MARGIN + 18, y: 724, width: width - 36, size: 16, weight: 'bold' as const }
  const size = page.fitting(said, place, 44, [16, 14, 12])
  page.say('P', said, { ...place, size, height: 44 })
}

/** Drawn small, in a form that paper knows; a picture that is gone leaves its place empty. */
async function visualOf(db: Db, storage: Storage, actor: Actor, fileId: string): Promise<Buffer | null> {
  const file = await findFile(db, actor, fileId).catch(() => null)
  const stored = file && (await storage.get(file.variants.w640?.key ?? file.key))
  if (!stored) return null
  return sharp(await bytesOf(stored.stream))
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: 86 })
    .toBuffer()
    .catch(() => null)
}

async function bytesOf(stream: Readable): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of stream) parts.push(part as Buffer)
  return Buffer.concat(parts)
}
