/** What may count, in the order in which it is shown. */
export const KINDS = [
  'post',
  'answer',
  'adoption',
  'welcome',
  'hosting',
  'relay',
  'test',
  'mission',
  'turn',
  'sharing',
  'outside',
] as const
export type ContributionKind = (typeof KINDS)[number]

export interface Weight {
  kind: ContributionKind
  weight: number
  counted: boolean
}

/** Where a programme has chosen nothing: quality before quantity, what takes an evening before what takes a minute. */
const USUAL: Record<ContributionKind, number> = {
  post: 1,
  answer: 1,
  adoption: 1,
  welcome: 0.5,
  hosting: 2,
  relay: 0.5,
  test: 1,
  mission: 1,
  turn: 2,
  sharing: 0.5,
  outside: 1,
}

export const MOST_WEIGHT = 10

/** The whole table of a programme: its own choices over the usual ones. */
export const weightsOf = (chosen: readonly Weight[]): Weight[] =>
  KINDS.map((kind) => chosen.find((own) => own.kind === kind) ?? { kind, weight: USUAL[kind], counted: true })

/** What is done outside Élan, declared in one tap. */
export const OUTSIDE = ['demo', 'workshop', 'help', 'talk', 'training', 'other'] as const
export type Outside = (typeof OUTSIDE)[number]

/** Declared while it is still fresh in mind, never ahead. */
export const MOST_DAYS_LATE = 60
export const LEDGER_MONTHS = 12
export const PROPOSAL_MONTHS = 6

export const usualWeight = (kind: ContributionKind): number => USUAL[kind]
export const LEAST_LEDGER_MONTHS = 3
export const MOST_LEDGER_MONTHS = 24
export const MOST_PROPOSAL_MONTHS = 24
/** Somebody is greeted as a newcomer in their first days here. */
export const NEWCOMER_DAYS = 14
