import sharp, { type Sharp } from 'sharp'
import { LIMITS, WIDTHS } from '../rules/media.ts'

sharp.cache(false)
sharp.concurrency(1)

export interface Picture {
  width: number
  height: number
  /** By name, the full one first. */
  versions: Map<'full' | keyof typeof WIDTHS, { content: Buffer; width: number; height: number }>
}

const FULL = 2048

/** Decoded and encoded anew: upright, bounded, without metadata. Null when it is not a readable image. */
export async function readPicture(path: string): Promise<Picture | null> {
  try {
    const source = sharp(path, { limitInputPixels: LIMITS.imagePixels, failOn: 'error' }).autoOrient()
    const full = await sized(source, FULL)
    const versions: Picture['versions'] = new Map([['full', full]])
    for (const [name, width] of Object.entries(WIDTHS) as [keyof typeof WIDTHS, number][]) {
      if (full.width > width) versions.set(name, await sized(source, width))
    }
    return { width: full.width, height: full.height, versions }
  } catch {
    return null
  }
}

async function sized(source: Sharp, width: number) {
  const { data, info } = await source
    .clone()
    .resize({ width, height: width * 2, fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 82 })
    .toBuffer({ resolveWithObject: true })
  return { content: data, width: info.width, height: info.height }
}
