import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { type Picture, readPicture } from '#features/files/server/pictures.ts'
import type { Storage } from '#platform/server/storage.ts'

const ART = new URL('../art/', import.meta.url)
const POINTS = 72
/** As wide as what a phone takes, so that the same smaller versions are made of it. */
const WIDTH = { portrait: 640, scene: 1280 } as const

export type Drawn = ReadonlyMap<string, Picture>

/** Each drawing once, as the photo that somebody would have sent: its versions, ready to be stored. */
export async function drawPictures(names: readonly string[]): Promise<Drawn> {
  const folder = await mkdtemp(join(tmpdir(), 'elan-art-'))
  try {
    const pairs = await Promise.all(
      names.map(async (name) => [name, await draw(name, join(folder, name.replace('/', '-')))] as const),
    )
    return new Map(pairs)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function draw(name: string, aside: string): Promise<Picture> {
  const path = fileURLToPath(new URL(name, ART))
  const { width } = await sharp(path).metadata()
  const wished = name.startsWith('p/') ? WIDTH.portrait : WIDTH.scene
  await sharp(path, { density: (POINTS * wished) / width })
    .png({ compressionLevel: 1 })
    .toFile(aside)
  const picture = await readPicture(aside)
  if (!picture) throw new Error(`${name} cannot be drawn`)
  return picture
}

/** Puts a picture under the keys of a file of its own, and says what the row of that file holds. */
export async function storeCopy(storage: Storage, id: string, picture: Picture) {
  const key = `${id.slice(-2)}/${id}`
  const variants: Record<string, { key: string; bytes: number }> = {}
  let bytes = 0
  for (const [name, { content }] of picture.versions) {
    const own = name === 'full' ? key : `${key}.${name}`
    await storage.put(own, content, { bytes: content.length, mediaType: 'image/webp' })
    if (name === 'full') bytes = content.length
    else variants[name] = { key: own, bytes: content.length }
  }
  const { width, height } = picture
  return { id, media_type: 'image/webp', bytes, width, height, variants, storage_key: key }
}
