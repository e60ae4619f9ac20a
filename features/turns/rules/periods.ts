/** What was said in a turn, once the turn is over; the turn and its figures stay. */
export const TURN_POST_MONTHS = 24
