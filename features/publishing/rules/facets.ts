import { ADDRESSES } from './lengths.ts'

export interface Facet {
  index: { byteStart: number; byteEnd: number }
  features: { $type: string; uri?: string; tag?: string }[]
}

const TAGS = /(?<![\p{L}\p{N}_&/])#([\p{L}_][\p{L}\p{N}_]{0,63})/gu
const bytes = (text: string) => new TextEncoder().encode(text).length

/** The links and themes of a text, where Bluesky wants them: by bytes of UTF-8, not by signs. */
export function facetsOf(text: string): Facet[] {
  const at = (start: number, found: string) => {
    const byteStart = bytes(text.slice(0, start))
    return { byteStart, byteEnd: byteStart + bytes(found) }
  }
  const links = [...text.matchAll(ADDRESSES)].map((match) => ({
    index: at(match.index, match[0]),
    features: [{ $type: 'app.bsky.richtext.facet#link', uri: match[0] }],
  }))
  const tags = [...text.matchAll(TAGS)].map((match) => ({
    index: at(match.index, match[0]),
    features: [{ $type: 'app.bsky.richtext.facet#tag', tag: match[1] ?? '' }],
  }))
  const inside = (tag: Facet) =>
    links.some(
      (link) => tag.index.byteStart >= link.index.byteStart && tag.index.byteEnd <= link.index.byteEnd,
    )
  return [...links, ...tags.filter((tag) => !inside(tag))].sort(
    (a, b) => a.index.byteStart - b.index.byteStart,
  )
}
