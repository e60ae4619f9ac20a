/**
 * What there may be to do today, in the order in which it matters: somebody hurt, somebody new, somebody waiting,
 * somebody fading; then what was promised, who deserves a word, and the weeks ahead; paper last.
 */
export const GESTURES = [
  'reports',
  'welcome',
  'questions',
  'requests',
  'fading',
  'loop',
  'gathering',
  'bounced',
  'thank',
  'gap',
  'dip',
  'spotlight',
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
  fading: { start: 2, each: 5, most: 15 },
  loop: { start: 3, each: 5, most: 15 },
  gathering: { start: 4, each: 1, most: 10 },
  thank: { start: 1, each: 2, most: 6 },
  gap: { start: 2, each: 1, most: 5 },
  dip: { start: 4, each: 0, most: 4 },
  spotlight: { start: 1, each: 0, most: 1 },
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
/** Beyond, nobody needs the number to begin: it is said to be more, and what is counted stops there. */
export const MOST_COUNTED = 1000

/** Somebody hurt is always for us. */
export const ALWAYS: readonly GestureKind[] = ['reports']
/** Days for which a gesture said not to be for us stays away: longer each time. */
const AWAY_DAYS = [14, 42, 180] as const
export const awayDays = (times: number): number => AWAY_DAYS[Math.min(Math.max(times, 1), 3) - 1] ?? 180

/** A helpful act deserves a word within these days. */
export const THANK_DAYS = 14
/** Those who did a practice too before it is worth showing to all. */
export const SPOTLIGHT_ADOPTIONS = 3
export const THANKS_SHOWN = 3

/**
 * The day's list: what asks for nothing, or was put aside, is not in it. What was said not to be for us comes after the
 * rest, the more often the later.
 */
export function dayList<G extends { kind: GestureKind; count: number }>(
  found: readonly G[],
  aside: ReadonlySet<string>,
  tastes: ReadonlyMap<string, number> = new Map(),
): G[] {
  return GESTURES.flatMap((kind) => found.filter((gesture) => gesture.kind === kind && gesture.count > 0))
    .filter((gesture) => !aside.has(gesture.kind))
    .sort((one, other) => (tastes.get(one.kind) ?? 0) - (tastes.get(other.kind) ?? 0))
    .slice(0, MOST_GESTURES)
}

/** The text that names a gesture with its `count`. */
export const gestureKey = ({ kind, more }: { kind: GestureKind; more: boolean }): string =>
  more ? `cockpit.gestureMore.${kind}` : `cockpit.gesture.${kind}`
