/** Days after the invitation on which those who have not come are reminded; Talkspirit's rhythm (reference/kpis.md). */
export const REMINDER_DAYS = [1, 2, 7, 14] as const
export type ReminderDay = (typeof REMINDER_DAYS)[number]

/** Months a personal code lives; a letter may stay long in a locker. */
export const PERSONAL_MONTHS = 6

/** Days a shared code lives, unless said otherwise: a poster outlives a link that travels. */
export const SHARED_DAYS = { poster: 90, link: 30 } as const
export const MOST_SHARED_DAYS = 365
export const MOST_SHARED_USES = 100_000

/** How many wrong guesses an hour an address may make; far fewer once the whole network hears too many. */
export const GUESSES_AN_HOUR = { address: 60, addressUnderAlarm: 1, everybody: 3000 } as const
