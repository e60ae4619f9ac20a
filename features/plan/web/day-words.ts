import { useMemo } from 'react'
import { useFormat } from '#platform/web/i18n.ts'

/** A day has no hour: noon keeps it the same day where it is written. */
const noon = (day: string) => `${day}T12:00:00Z`

/** Days of the calendar, as people write them. */
export function useDayWords() {
  const format = useFormat()
  return useMemo(
    () => ({
      day: (day: string) => format.day(noon(day)),
      shortDay: (day: string) => format.shortDay(noon(day)),
    }),
    [format],
  )
}
