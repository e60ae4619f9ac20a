const NBSP = '\u00a0'
const NARROW = '\u202f'

/** French typography is made by code: writers type plain spaces, readers get the ones that do not break. */
export function french(text: string): string {
  return text
    .replace(/ ([;!?])/g, `${NARROW}$1`)
    .replace(/ ([:%€»])/g, `${NBSP}$1`)
    .replace(/« /g, `«${NBSP}`)
    .replace(/(\d) (?=\d{3}(?!\d))/g, `$1${NARROW}`)
    .replace(/'/g, '’')
}

/** Counts are written as people of the language write them: 1 908, 1,908. */
const counted = (text: string) => text.replace(/\{\{(count)\}\}/g, '{{$1, number}}')

/** The same over a tree of texts. */
export function typeset(tree: unknown, language: string): unknown {
  if (typeof tree === 'string')
    return language === 'fr' ? french(counted(tree)) : counted(tree).replace(/'/g, '’')
  if (tree === null || typeof tree !== 'object') return tree
  return Object.fromEntries(Object.entries(tree).map(([key, value]) => [key, typeset(value, language)]))
}

/** Words of all features in one tree: a feature's texts under its name, refusals of all under 'problems'. */
export function gather(
  parts: Record<string, Record<string, unknown>>,
  language: string,
): Record<string, unknown> {
  const tree: Record<string, unknown> = {}
  const problems: Record<string, unknown> = {}
  for (const [name, texts] of Object.entries(parts)) {
    const { problems: own, ...rest } = texts
    tree[name] = typeset(rest, language)
    Object.assign(problems, typeset(own ?? {}, language))
  }
  return { ...tree, problems }
}
