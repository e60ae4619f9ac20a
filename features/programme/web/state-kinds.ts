import type { BadgeKind } from '#ui/badge.tsx'
import type { AmbassadorState } from '../contract.ts'

/** The look of each state; the word is always beside. */
export const STATE_KINDS: Record<AmbassadorState, BadgeKind> = {
  candidate: 'info',
  nominated: 'info',
  agreed: 'info',
  onboarding: 'brand',
  active: 'ok',
  paused: 'neutral',
  handing_over: 'warn',
  alumni: 'neutral',
  declined: 'neutral',
}
