const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

/** A post as its network shows it, back to bare words: two of them are the same when these are. */
export const bareWords = (html: string): string =>
  html
    .replace(/<[^>]*>/g, '')
    .replace(/&(#x?[\da-f]+|\w+);/gi, (whole, name: string) =>
      name.startsWith('#')
        ? String.fromCodePoint(Number(name.startsWith('#x') ? `0${name.slice(1)}` : name.slice(1)))
        : (ENTITIES[name] ?? whole),
    )
    .replace(/\s+/gu, '')
