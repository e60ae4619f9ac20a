import { type OnItsWay, useOnItsWay } from '#platform/web/quick.ts'
import type { Outside } from '../rules/kinds.ts'

export const DECLARE = 'contributions.declare'

/** What I declare, as it leaves. */
export interface Declared {
  what: Outside
  on: string
  words: string
  people: number | null
  peerId?: string
}

/** What I declared and the server has not told us of yet, the latest first. */
export function useDeclared(ambassadorId: string): OnItsWay<Declared>[] {
  return useOnItsWay<Declared>(DECLARE, ambassadorId).toReversed()
}
