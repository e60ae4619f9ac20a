import type { Readable } from 'node:stream'
import sharp from 'sharp'
import { type Database, sql } from '#platform/server/db.ts'
import type { Storage } from '#platform/server/storage.ts'

/** Bluesky takes less than a million bytes: what fits there fits everywhere. */
const MOST_BYTES = 950_000
const QUALITIES = [84, 72, 60, 45]
const WIDEST = 2000

async function whole(stream: Readable): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of stream) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

/** The picture of a publication as every network takes it: a JPEG without what a camera writes into it. */
export async function pictureFor(
  database: Database,
  storage: Storage,
  { fileId, alt }: { fileId: string | null; alt: string },
): Promise<{ bytes: Buffer; mediaType: string; alt: string } | null> {
  if (!fileId) return null
  const file = await database.db.row<{ key: string }>(
    sql`select storage_key as key from files where id = ${fileId}`,
  )
  const stored = file && (await storage.get(file.key))
  if (!stored) return null
  const source = await whole(stored.stream)
  let bytes = source
  for (const quality of QUALITIES) {
    bytes = await sharp(source)
      .resize({ width: WIDEST, height: WIDEST, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality, mozjpeg: true })
      .toBuffer()
    if (bytes.length <= MOST_BYTES) break
  }
  return { bytes, mediaType: 'image/jpeg', alt }
}
