import type { PostKind } from '#features/posts/contract.ts'
import type { Starter } from '../contract.ts'
import type { SlotKind } from '../rules/states.ts'

export interface StockStarter {
  key: string
  practice: string
  kind: SlotKind
  postKind: PostKind
  seasons: Starter['seasons']
  /** Empty: of any community. */
  communities: ('ambassadors' | 'practice' | 'interest' | 'project' | 'everybody')[]
  fr: { title: string; prompt: string }
  en: { title: string; prompt: string }
}

const starter = (
  key: string,
  practice: string,
  what: PostKind | SlotKind,
  fr: [string, string],
  en: [string, string],
  more: Partial<Pick<StockStarter, 'seasons' | 'communities'>> = {},
): StockStarter => ({
  key,
  practice,
  ...kindsOf(what),
  seasons: more.seasons ?? [],
  communities: more.communities ?? [],
  fr: { title: fr[0], prompt: fr[1] },
  en: { title: en[0], prompt: en[1] },
})

const OTHERS: readonly string[] = ['event', 'newsletter', 'share', 'turn']
const kindsOf = (what: PostKind | SlotKind): Pick<StockStarter, 'kind' | 'postKind'> =>
  OTHERS.includes(what)
    ? { kind: what as SlotKind, postKind: 'message' }
    : { kind: 'post', postKind: what as PostKind }

/** Formats and prompts, by practice. */
export const STOCK: readonly StockStarter[] = [
  starter(
    'week-question',
    'A8',
    'question',
    [
      'La question du mardi',
      'Une question à laquelle chacun peut répondre en une ligne, depuis son poste. Par exemple : quel outil tu prêterais sans hésiter ?',
    ],
    [
      'The Tuesday question',
      'A question anybody can answer in a line, from where they work. For instance: which tool would you lend without a second thought?',
    ],
  ),
]
