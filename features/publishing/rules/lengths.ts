import type { NetworkName } from './network-names.ts'

/** What a text may hold, as each network counts it (reference: social networks). */
export const LENGTHS: Record<NetworkName, number> = {
  mastodon: 500,
  bluesky: 300,
  linkedin: 3000,
  facebook: 5000,
  instagram: 2200,
  x: 280,
}

/** Mastodon and X count an address as so many signs, however long it is. */
const ADDRESS: Partial<Record<NetworkName, number>> = { mastodon: 23, x: 23 }

export const ADDRESSES = /https?:\/\/[^\s<>"»]+[^\s<>"».,;:!?)]/gu

/** '@lea@piaille.fr': Mastodon counts '@lea'. */
const ELSEWHERE = /(?<![\w/])(@\w+)@[\w.-]*\w/gu

const segmenter = new Intl.Segmenter('fr', { granularity: 'grapheme' })
export const graphemes = (text: string): number => [...segmenter.segment(text)].length

/** How much of the limit a text takes: by graphemes, an emoji of several signs counts once. */
export function lengthOn(network: NetworkName, text: string): number {
  const fixed = ADDRESS[network]
  if (fixed === undefined) return network === 'linkedin' ? text.length : graphemes(text)
  const addresses = text.match(ADDRESSES) ?? []
  const rest = text.replace(ADDRESSES, '')
  const counted = network === 'mastodon' ? rest.replace(ELSEWHERE, '$1') : rest
  return graphemes(counted) + addresses.length * fixed
}

/** The text as it leaves: its link on a line of its own, unless the text already holds it or a card shows it. */
export function wholeText(network: NetworkName, text: string, link: string): string {
  const words = text.trim()
  if (!link || words.includes(link) || network === 'linkedin' || network === 'bluesky') return words
  return `${words}\n\n${link}`
}
