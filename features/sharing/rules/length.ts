import type { Network } from './networks.ts'

/** How long a post may be. Those without a limit worth counting are not here. */
export const LIMITS: Partial<Record<Network, number>> = {
  linkedin: 3000,
  x: 280,
  bluesky: 300,
  mastodon: 500,
}

/** What an address counts for, whatever its length: X and Mastodon shorten them all to this. */
const LINK = 23
const ADDRESS = /https?:\/\/[^\s<>"]+/giu

const segmenter = new Intl.Segmenter('fr', { granularity: 'grapheme' })
const signs = (text: string): string[] => Array.from(segmenter.segment(text), ({ segment }) => segment)

/** X counts one for Latin signs and their like, two for the others and for a whole emoji. */
const LIGHT = [
  [0, 4351],
  [8192, 8205],
  [8208, 8223],
  [8242, 8247],
] as const
const isLight = (point: number) => LIGHT.some(([from, to]) => point >= from && point <= to)
const EMOJI = /\p{Extended_Pictographic}|\p{Regional_Indicator}|⃣/u

function weight(sign: string): number {
  if (EMOJI.test(sign) && !/^[©®]$/u.test(sign)) return 2
  return Array.from(sign.normalize('NFC')).reduce(
    (total, char) => total + (isLight(char.codePointAt(0) ?? 0) ? 1 : 2),
    0,
  )
}

/** The text without its addresses, and how many there were. */
function withoutAddresses(text: string): { rest: string; count: number } {
  let count = 0
  const rest = text.replace(ADDRESS, () => {
    count += 1
    return ''
  })
  return { rest, count }
}

/** The length of a post as its network counts it. A family of emoji is one sign, not seven. */
export function lengthOn(network: Network, post: string): number {
  const text = post.normalize('NFC')
  if (network === 'x') {
    const { rest, count } = withoutAddresses(text)
    return signs(rest).reduce((total, sign) => total + weight(sign), count * LINK)
  }
  if (network === 'mastodon') {
    const { rest, count } = withoutAddresses(text)
    return signs(rest).length + count * LINK
  }
  // Bluesky counts the text as it is, address included; LinkedIn too.
  return signs(text).length
}

export const tooLong = (network: Network, post: string): boolean =>
  lengthOn(network, post) > (LIMITS[network] ?? Infinity)
