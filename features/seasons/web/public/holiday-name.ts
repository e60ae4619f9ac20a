import { useText } from '#platform/web/i18n.ts'

/** Those of the ministry's data, which have words in both languages. */
export const HOLIDAY_NAMES: readonly string[] = [
  "Vacances d'hiver",
  "Vacances d'été",
  'Vacances de Noël',
  'Vacances de la Toussaint',
  'Vacances de printemps',
]

/** A school holiday in the reader's language; one that an administrator added, as they wrote it. */
export function useHolidayName(): (name: string) => string {
  const text = useText()
  return (name) => (HOLIDAY_NAMES.includes(name) ? text(`insights.holidays.${name}`) : name)
}
