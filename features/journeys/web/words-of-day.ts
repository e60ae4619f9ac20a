import { useFormat, useLanguage } from '#platform/web/i18n.ts'

/** Whether a day to come is near, or gone by: the words are the caller's. */
export const isPast = (at: string | null): boolean => at !== null && new Date(at) < new Date()

/** « mardi 2 décembre à 10:00 » */
export function useSlotDay() {
  const format = useFormat()
  const language = useLanguage()
  return (at: string) => {
    const day = new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', { weekday: 'long' }).format(
      new Date(at),
    )
    return `${day} ${format.dayTime(at)}`
  }
}
