/** Days that a manager has to answer. */
export const AGREEMENT_DAYS = 30
/** Letters to a manager in one day and for one person: more would be pestering. */
export const MOST_ASKED_A_DAY = 3
/** A refusal, and a name given without an answer, are forgotten after these months; a file of past service too, but for the wall. */
export const CANDIDATE_MONTHS = 6
export const ALUMNI_MONTHS = 24
export const LONGEST_PAUSE_DAYS = 366

/** A pause ends on a day to come, within a year. */
export const isPauseDay = (until: string, today: string): boolean => {
  const days = (Date.parse(until) - Date.parse(today)) / 86_400_000
  return days >= 1 && days <= LONGEST_PAUSE_DAYS
}
