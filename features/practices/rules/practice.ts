/** What a practice shows of itself. `off`: left aside by choice, with a reason. */
export const STATES = ['off', 'not_started', 'in_progress', 'alive', 'slipping'] as const
export type PracticeState = (typeof STATES)[number]
export type JudgedState = Exclude<PracticeState, 'off'>

/** How far along: what a trend compares. Slipping is less than under way: something was there, and goes. */
const RANK: Record<JudgedState, number> = { not_started: 0, slipping: 1, in_progress: 2, alive: 3 }

/** A sentence of evidence: text 'practices.evidence.<key>' with these values. */
export interface Evidence {
  key: string
  values: Record<string, number>
}

/** The one thing to do now: text 'practices.action.<key>', and the page where it is done. */
export interface Action {
  key: string
  page: ActionPage
}
export type ActionPage =
  | 'today'
  | 'calendar'
  | 'committee'
  | 'plan'
  | 'prepare'
  | 'programme'
  | 'programme_settings'
  | 'board'
  | 'journey'
  | 'follow_up'
  | 'gatherings'
  | 'turns'
  | 'missions'
  | 'kits'
  | 'library'
  | 'publish'
  | 'measures'
  | 'administration'
  | 'season'

export interface Verdict {
  state: JudgedState
  evidence: Evidence[]
  action: Action
}

/** A limit that a community may set for itself. `share`: 0 to 1, shown as a percentage. */
export interface Limit {
  value: number
  least: number
  most: number
  unit: 'share' | 'days' | 'hours' | 'count'
}

export interface PracticeRule<Facts, Limits extends Record<string, Limit>> {
  limits: Limits
  judge(facts: Facts, limit: Record<keyof Limits, number>): Verdict
}

export const practice = <Facts, const Limits extends Record<string, Limit> = Record<never, Limit>>(
  rule: PracticeRule<Facts, Limits>,
): PracticeRule<Facts, Limits> => rule

export const share = (value: number): Limit => ({ value, least: 0, most: 1, unit: 'share' })
export const days = (value: number, most = 400): Limit => ({ value, least: 1, most, unit: 'days' })
export const hours = (value: number): Limit => ({ value, least: 1, most: 400, unit: 'hours' })
export const count = (value: number, most = 1000): Limit => ({ value, least: 1, most, unit: 'count' })

export const say = (key: string, values: Record<string, number> = {}): Evidence => ({ key, values })
export const percent = (part: number): number => Math.round(part * 100)

export type Trend = 'up' | 'same' | 'down'
export const trendBetween = (before: JudgedState, now: JudgedState): Trend =>
  RANK[now] > RANK[before] ? 'up' : RANK[now] < RANK[before] ? 'down' : 'same'
