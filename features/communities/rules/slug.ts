/** 'Les Éclaireurs de Tempo' → 'les-eclaireurs-de-tempo'; an address somebody can dictate. */
export function slugOf(name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/œ/gi, 'oe')
    .replace(/æ/gi, 'ae')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 50)
    .replace(/^-+|-+$/g, '')
  return plain.length >= 2 ? plain : `communaute${plain ? `-${plain}` : ''}`
}

/** The first address of that shape which is free: tempo, tempo-2, tempo-3… */
export function freeSlug(wished: string, taken: readonly string[]): string {
  if (!taken.includes(wished)) return wished
  let number = 2
  while (taken.includes(`${wished}-${number}`)) number += 1
  return `${wished}-${number}`
}
