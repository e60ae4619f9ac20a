import { empty, join, raw, sql, type Sql } from '#platform/server/db.ts'

const words = (search: string) => search.trim().split(/\s+/).filter(Boolean).slice(0, 6)
const escaped = (word: string) => word.replace(/[%_\\]/g, '\\$&')

/** The word begins one of the names. */
const begins = (word: string): Sql =>
  sql`(m.search like plain(${`${escaped(word)}%`}) or m.search like plain(${`% ${escaped(word)}%`}))`

/** Every word is somewhere in the name, accents and case aside; short words only begin one. */
export function nameMatches(search: string | undefined): Sql {
  const parts = words(search ?? '').map((word) =>
    word.length < 3 ? begins(word) : sql`m.search like plain(${`%${escaped(word)}%`})`,
  )
  return parts.length > 0 ? sql`and ${join(parts, ' and ')}` : empty
}

/** 0 when the words begin names, 1 when they are only found inside: the first come first. */
export function nameRank(search: string | undefined): Sql {
  const parts = words(search ?? '').map(begins)
  return parts.length > 0 ? sql`case when ${join(parts, ' and ')} then 0 else 1 end` : sql`${raw('0')}`
}
