/** What there may be to do today, in the order in which it matters: somebody hurt, somebody new, somebody waiting… */
export const GESTURES = [
  'reports',
  'welcome',
  'questions',
  'requests',
  'bounced',
  'remind',
  'letters',
] as const
export type GestureKind = (typeof GESTURES)[number]

/** Nobody does more in a morning. */
export const MOST_GESTURES = 7

/** Minutes each takes: a start, so much for each one, and what one sitting may hold. */
const TIME: Record<GestureKind, { start: number; each: number; most: number }> = {
  reports: { start: 2, each: 2, most: 15 },
  welcome: { start: 3, each: 1, most: 10 },
  questions: { start: 0, each: 3, most: 15 },
  requests: { start: 1, each: 1, most: 10 },
  bounced: { start: 1, each: 2, most: 10 },
  remind: { start: 2, each: 0, most: 2 },
  letters: { start: 3, each: 2, most: 15 },
}

export const minutesFor = (kind: GestureKind, count: number): number => {
  const { start, each, most } = TIME[kind]
  return Math.min(most, start + each * count)
}

/** Newcomers are welcomed within two weeks; later it would no longer be a welcome. */
export const NEWCOMER_DAYS = 14
/** One welcome post names no more people than can be greeted by name. */
export const MOST_WELCOMED = 10
/** An older question is not today's gesture any more. */
export const QUESTION_DAYS = 60
/** Somebody invited is reminded by hand once a week has passed, and no reminder is on its way. */
export const REMIND_DAYS = 7
/** Invitations sent again in one go. */
export const MOST_REMINDED = 50
export const QUESTIONS_SHOWN = 5
export const BOUNCES_SHOWN = 10
export const FACES = 3

/** The day's list: what asks for nothing, or was put aside, is not in it. */
export function dayList<G extends { kind: GestureKind; count: number }>(
  found: readonly G[],
  aside: ReadonlySet<string>,
): G[] {
  return GESTURES.flatMap((kind) => found.filter((gesture) => gesture.kind === kind && gesture.count > 0))
    .filter((gesture) => !aside.has(gesture.kind))
    .slice(0, MOST_GESTURES)
}
