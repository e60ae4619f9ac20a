import { gather } from '#platform/contract/typography.ts'
import type { Language } from '#platform/contract/schema.ts'

type Texts = Record<string, unknown>

const owner = (path: string) =>
  /features\/(\w+)\/text/.exec(path)?.[1] ?? (path.includes('/platform/') ? 'platform' : 'app')

/** Screens that say a refusal by themselves name one of these; all others arrive from the server with their sentence. */
const SAID_HERE = new Set(['platform', 'spaces', 'network'])

/** Texts by their owner. */
export function gatherWords(files: Record<string, Texts>, language: Language): Texts {
  const parts = Object.entries(files).map(([path, texts]) => {
    const name = owner(path)
    return [name, SAID_HERE.has(name) ? texts : { ...texts, problems: {} }] as const
  })
  return gather(Object.fromEntries(parts), language)
}
