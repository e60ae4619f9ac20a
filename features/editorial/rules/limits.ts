/** Sizes and periods of the calendar. Each is told in the refusal. */
export const LIMITS = {
  title: 160,
  brief: 2000,
  remark: 2000,
  theme: 40,
  themes: 20,
  series: 40,
  /** Days shown at once. */
  span: 120,
  slotsShown: 1000,
  versions: 50,
  decision: 500,
  words: 4000,
  committee: 30,
  /** Slots of a series exist this many days ahead. */
  laidAhead: 182,
  calendarBytes: 500_000,
  importedSlots: 300,
  importedDays: 400,
  /** Occurrences looked at, over a whole file, before it is called endless. */
  importedSteps: 20_000,
} as const
