/** What a member published themselves is forgotten after this. */
export const OWN_KEPT_MONTHS = 12

/** How far ahead it may wait: a picture that belongs to nothing yet is kept a month. */
export const AHEAD_DAYS = 28
