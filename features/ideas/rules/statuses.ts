/** From the first look to what became of it. */
export const STATUSES = [
  'new',
  'considered',
  'planned',
  'building',
  'shipped',
  'not_now',
  'declined',
  'merged',
] as const
export type IdeaStatus = (typeof STATUSES)[number]

/** What somebody may answer by hand; an idea is merged by naming the other. */
export const ANSWERS = ['considered', 'planned', 'building', 'shipped', 'not_now', 'declined'] as const
export type IdeaAnswer = (typeof ANSWERS)[number]

const OPEN: readonly IdeaStatus[] = ['new', 'considered', 'planned', 'building']
const ENDED: readonly IdeaStatus[] = ['shipped', 'declined', 'merged']

export const OPEN_STATUSES = OPEN
/** Still to be done, or answered. */
export const isOpen = (status: IdeaStatus) => OPEN.includes(status)
/** Nobody votes for it any more: the votes it had go back to those who gave them. */
export const hasEnded = (status: IdeaStatus) => ENDED.includes(status)

/** What was merged stays merged; anything else may change again, for a reason that is said. */
export const mayBecome = (from: IdeaStatus, to: IdeaStatus) =>
  from !== 'merged' && from !== to && to !== 'new'

export const LIMITS = {
  title: 120,
  words: 4000,
  change: 1000,
  why: 1000,
  ratingWords: 500,
  roundName: 80,
  roundIdeas: 60,
  team: 30,
  votes: 20,
  search: 100,
  page: 20,
} as const

/** An idea waits for an answer past this. */
export const WAITING_DAYS = 30
