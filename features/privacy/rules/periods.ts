/** Days that a file of everything about somebody waits for them. */
export const EXPORT_DAYS = 7
/** One under way that has not moved for so long was lost with its process: it may be asked for again. */
export const STALLED_MINUTES = 30
