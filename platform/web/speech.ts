import type { Language } from '#platform/contract/schema.ts'

export type Words = Record<string, unknown>
export type Text = (key: string, values?: Record<string, unknown>) => string

const HOLE = /\{\{\s*(\w+)\s*(,\s*number\s*)?\}\}/g

const isTree = (value: unknown): value is Words => typeof value === 'object' && value !== null

/** By its path; the name of a refusal has dots of its own (`problems` / `platform.refused`). */
function at(words: Words, key: string): unknown {
  if (Object.hasOwn(words, key)) return words[key]
  for (let dot = key.indexOf('.'); dot !== -1; dot = key.indexOf('.', dot + 1)) {
    const place = Object.hasOwn(words, key.slice(0, dot)) && words[key.slice(0, dot)]
    const said = isTree(place) ? at(place, key.slice(dot + 1)) : undefined
    if (said !== undefined) return said
  }
  return undefined
}

/**
 * text('posts.feed.fresh', { count: 3 }): the sentence of that place, its number agreed and its holes filled. It says what
 * i18next says on the server, of which screens need so little (app/web/speech.test.ts compares them, sentence by sentence).
 */
export function speech(language: Language, words: Words): Text {
  const plural = new Intl.PluralRules(language)
  const number = new Intl.NumberFormat(language)
  const forms = (key: string, count: unknown): string[] =>
    typeof count === 'number'
      ? [...(count === 0 ? [`${key}_zero`] : []), `${key}_${plural.select(count)}`, `${key}_other`, key]
      : [key]
  const filled = (value: unknown, counted: boolean): string =>
    value === undefined || value === null ? '' : counted ? number.format(Number(value)) : String(value)
  return (key, values = {}) => {
    for (const form of forms(key, values.count)) {
      const said = at(words, form)
      if (typeof said === 'string')
        return said.replace(HOLE, (_hole, name: string, counted?: string) =>
          filled(values[name], counted !== undefined),
        )
    }
    return key
  }
}

/** Adds words to those that are known, place by place. */
export function addWords(known: Words, more: Words): void {
  for (const [key, value] of Object.entries(more)) {
    const here = known[key]
    if (isTree(here) && isTree(value)) addWords(here, value)
    else known[key] = value
  }
}
