import { gather } from '#platform/contract/typography.ts'
import type { Language } from '#platform/contract/schema.ts'

type Texts = Record<string, unknown>

const owner = (path: string) =>
  /features\/(\w+)\/text/.exec(path)?.[1] ?? (path.includes('/platform/') ? 'platform' : 'app')

/** Refusals arrive from the server with their sentence; the few that first screens say by themselves are of these. */
const SAID_HERE = new Set(['platform', 'spaces', 'posts'])

/** Texts by their owner. */
export function gatherWords(
  files: Record<string, Texts>,
  language: Language,
  refusals: 'few' | 'all' = 'few',
): Texts {
  const parts = Object.entries(files).map(([path, texts]) => {
    const name = owner(path)
    return [name, refusals === 'all' || SAID_HERE.has(name) ? texts : { ...texts, problems: {} }] as const
  })
  return gather(Object.fromEntries(parts), language)
}
