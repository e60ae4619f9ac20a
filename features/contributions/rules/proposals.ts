import type { FollowState, ReasonCode } from './state.ts'

/** From the lightest to the last: what a human may propose, never what Élan does. */
export const PROPOSALS = ['nudge', 'talk', 'pause', 'lighter', 'hand_over', 'thanks'] as const
export type ProposalKind = (typeof PROPOSALS)[number]

export const STAGES = ['planned', 'sent', 'answered', 'settled', 'postponed', 'set_aside'] as const
export type Stage = (typeof STAGES)[number]

export const ANSWERS = ['yes', 'pause', 'talk', 'lighter', 'later', 'stop'] as const
export type Answer = (typeof ANSWERS)[number]

/** What one may answer to each: always a yes, always a way to say something else. */
export const ANSWERS_TO: Record<ProposalKind, readonly Answer[]> = {
  nudge: ['yes', 'pause', 'talk', 'lighter', 'stop'],
  talk: ['yes', 'later', 'pause', 'stop'],
  pause: ['yes', 'talk', 'lighter', 'later'],
  lighter: ['yes', 'talk', 'pause', 'later'],
  hand_over: ['yes', 'talk', 'later', 'lighter'],
  thanks: ['yes', 'talk', 'later'],
}

export const DRAFTS = 3
export const IDEAS = 3
export const MOST_SLOTS = 5
/** A talk that nobody answered is not asked for again before this many days. */
export const REST_DAYS = 14
/** Set aside, it does not come back before the season has changed. */
export const SET_ASIDE_DAYS = 90

/** What to propose first; the others stay at hand. A first word always comes before anything else. */
export function firstProposal(state: FollowState, before: readonly ProposalKind[]): ProposalKind {
  if (state === 'fading') return before.includes('nudge') ? 'talk' : 'nudge'
  if (!before.includes('talk')) return 'talk'
  return before.includes('pause') ? 'lighter' : 'pause'
}

/** From fading on there is a conversation to have. */
export const asksForTalk = (state: FollowState | null): state is FollowState =>
  state === 'fading' || state === 'silent'

/** Easy things to do this week, by what somebody likes to do; keys of the texts 'contributions.ideas'. */
export const EASY: Record<string, readonly string[]> = {
  write: ['write_picture', 'write_week'],
  answer: ['answer_question', 'answer_thank'],
  practice: ['practice_gesture', 'practice_try'],
  welcome: ['welcome_newcomer', 'welcome_coffee'],
  host: ['host_coffee', 'host_table'],
  relay: ['relay_team', 'relay_question'],
  test: ['test_feature', 'test_tell'],
}
const FOR_ANYBODY = ['answer_question', 'welcome_newcomer', 'write_picture'] as const

/** Three, the liked kinds in turn, then what suits anybody; never the same twice. */
export function easyThings(likes: readonly string[]): string[] {
  const liked = likes.map((like) => EASY[like] ?? [])
  const inTurn = [0, 1].flatMap((round) => liked.flatMap((things) => things.slice(round, round + 1)))
  return [...new Set([...inTurn, ...FOR_ANYBODY])].slice(0, IDEAS)
}

/** Which sentence of fact the draft of a message carries. */
export const saysFact = (code: ReasonCode): boolean =>
  ['below_usual', 'below_both', 'below_agreed', 'lighter_kinds', 'nothing'].includes(code)
