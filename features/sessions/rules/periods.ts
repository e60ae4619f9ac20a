/** A device stays signed in this long at most. */
export const SESSION_DAYS = 60
/** A code to choose a new password: by e-mail, and handed over by somebody. */
export const RESET_HOURS = { mail: 1, hand: 48 } as const
/** What served to come in and no longer does. */
export const SPENT_DAYS = 1
