export const KINDS = ['write', 'host', 'relay', 'welcome', 'test'] as const
export type MissionKind = (typeof KINDS)[number]

export const MISSION_STATES = ['draft', 'open', 'closed', 'cancelled'] as const
export type MissionState = (typeof MISSION_STATES)[number]

const STEPS: Record<MissionState, readonly MissionState[]> = {
  draft: ['open', 'cancelled'],
  open: ['closed', 'cancelled'],
  closed: ['open'],
  cancelled: [],
}
export const mayTurn = (from: MissionState, to: MissionState): boolean => STEPS[from].includes(to)

export const VERDICTS = ['works', 'blocks', 'would_help'] as const
export type Verdict = (typeof VERDICTS)[number]

export const OUTCOMES = ['kept', 'changed', 'not_now'] as const
export type Outcome = (typeof OUTCOMES)[number]

export const LIMITS = {
  brief: 6000,
  steps: 20,
  team: 20,
  points: 40,
  pictures: 4,
} as const

/** How long what one person did of a mission is kept, once it is brought back or the mission has ended. */
export const KEPT_MONTHS = 12
