/** 'YYYY-MM-DDTHH:mm' by the clock of a time zone: what a date and time field holds. */
export function toZoned(at: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).format(at)
  return parts.replace(' ', 'T')
}

/** 'YYYY-MM-DD': the day it is there. */
export const dayIn = (at: Date, timeZone: string): string => toZoned(at, timeZone).slice(0, 10)

/** The instant that a date and time field means, by that clock; null while it is half typed. */
export function fromZoned(written: string, timeZone: string): string | null {
  // Engines read more than the standard's form, each in its own way: only that form is read here.
  if (!/^\d{4,6}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/.test(written)) return null
  const naive = Date.parse(`${written}Z`)
  if (Number.isNaN(naive)) return null
  let at = naive
  // Twice: the first guess may stand on the other side of a change of clocks.
  for (let turns = 0; turns < 2; turns++) at += naive - Date.parse(`${toZoned(new Date(at), timeZone)}Z`)
  return new Date(at).toISOString()
}
