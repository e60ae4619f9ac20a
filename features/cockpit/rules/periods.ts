/** By then nobody welcomed is a newcomer any more. */
export const WELCOME_DAYS = 30
/** That a mail of Monday or of the month left: so that none leaves twice. */
export const SENT_DAYS = 92
