/** What each figure counts, and when. Words (name, formula, numerator, denominator, note) are texts under 'definitions.<key>'. */
export interface Definition {
  /** count: a number of people; share: numerator ÷ denominator; mean: people by day. */
  kind: 'count' | 'share' | 'mean'
  /** A: acted. V: opened. Never mixed, and each figure says which. */
  counts: 'invitations' | 'acts' | 'visits'
  window: 'sinceInvitation' | 'last30Days' | 'last30FullDays' | 'objective'
  /** Where the definition comes from: texts 'sources.<source>'. */
  source: 'adoption' | 'acts' | 'created' | 'interactive' | 'visits'
}

/** Days of the rolling window, today included (visits leave today out: the day is not over). */
export const WINDOW_DAYS = 30

/**
 * M: accounts that are active and hold a seat in the community. An act: a post, a comment, a reaction, an adoption, or a
 * vote, in the community or one of its groups, that has not been withdrawn or hidden since. Ballots carry no date, so
 * that nobody can tell when somebody voted: a vote counts on the day its poll opened.
 */
export const DEFINITIONS = {
  invited: { kind: 'count', counts: 'invitations', window: 'sinceInvitation', source: 'adoption' },
  arrived: { kind: 'share', counts: 'invitations', window: 'sinceInvitation', source: 'adoption' },
  active: { kind: 'share', counts: 'acts', window: 'last30Days', source: 'acts' },
  creators: { kind: 'share', counts: 'acts', window: 'last30Days', source: 'created' },
  engagement: { kind: 'share', counts: 'acts', window: 'last30Days', source: 'interactive' },
  visited: { kind: 'mean', counts: 'visits', window: 'last30FullDays', source: 'visits' },
  objective_arrived: { kind: 'share', counts: 'invitations', window: 'objective', source: 'adoption' },
  objective_active: { kind: 'share', counts: 'acts', window: 'objective', source: 'acts' },
  objective_creators: { kind: 'share', counts: 'acts', window: 'objective', source: 'created' },
} as const satisfies Record<string, Definition>

export type FigureKey = keyof typeof DEFINITIONS
export const FIGURES = Object.keys(DEFINITIONS) as [FigureKey, ...FigureKey[]]
