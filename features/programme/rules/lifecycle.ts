/** The life line of an ambassador in a programme. */
export const STATES = [
  'candidate',
  'nominated',
  'agreed',
  'onboarding',
  'active',
  'paused',
  'handing_over',
  'alumni',
  'declined',
] as const
export type AmbassadorState = (typeof STATES)[number]

/**
 * candidate: offered to serve. nominated: named by somebody, has not answered yet. agreed: the lead said yes, and the
 * manager where the programme asks; a seat may still be awaited. Whoever has served and is named again is what they were
 * once they say no.
 */
const STEPS: Record<AmbassadorState, readonly AmbassadorState[]> = {
  candidate: ['agreed', 'declined'],
  nominated: ['candidate', 'agreed', 'declined', 'alumni'],
  agreed: ['onboarding', 'declined'],
  onboarding: ['active', 'paused', 'alumni', 'declined'],
  active: ['paused', 'handing_over', 'alumni'],
  paused: ['active', 'onboarding', 'handing_over', 'alumni'],
  handing_over: ['active', 'alumni'],
  alumni: ['candidate', 'nominated'],
  declined: ['candidate', 'nominated'],
}

export const mayBecome = (from: AmbassadorState, to: AmbassadorState): boolean => STEPS[from].includes(to)

/** States in which one holds a seat of the programme. */
export const SERVING = ['onboarding', 'active', 'paused', 'handing_over'] as const satisfies AmbassadorState[]
export const isServing = (state: AmbassadorState): boolean =>
  (SERVING as readonly AmbassadorState[]).includes(state)
