import { useLanguage } from '#platform/web/i18n.ts'
import type { Day } from '../rules/days.ts'

const LOCALE = { fr: 'fr-FR', en: 'en-GB' } as const
const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(language: 'fr' | 'en', name: string, options: Intl.DateTimeFormatOptions) {
  const key = `${language} ${name}`
  const known = formats.get(key) ?? new Intl.DateTimeFormat(LOCALE[language], { ...options, timeZone: 'UTC' })
  formats.set(key, known)
  return known
}

const noon = (day: Day) => new Date(`${day}T12:00:00Z`)
const two = (value: number) => String(value).padStart(2, '0')

/** Days and hours as a calendar says them: they have no zone, the network's clock gave them. */
export function useDayWords() {
  const language = useLanguage()
  const say = (name: string, options: Intl.DateTimeFormatOptions) => (day: Day) => {
    const words = formatOf(language, name, options).format(noon(day))
    return language === 'fr' ? words.replace(/(^| )1 (?=\p{L})/u, '$11er ') : words
  }
  return {
    month: (day: Day) => {
      const words = say('month', { month: 'long', year: 'numeric' })(day)
      return words.charAt(0).toLocaleUpperCase(LOCALE[language]) + words.slice(1)
    },
    /** 1er, 2; 1, 2. */
    number: (day: Day) => {
      const number = Number(day.slice(8))
      return language === 'fr' && number === 1 ? '1er' : String(number)
    },
    weekday: say('weekday', { weekday: 'long' }),
    shortWeekday: say('short weekday', { weekday: 'short' }),
    long: say('long', { weekday: 'long', day: 'numeric', month: 'long' }),
    short: say('short', { day: 'numeric', month: 'long' }),
    brief: say('brief', { day: 'numeric', month: 'short' }),
    /** 9 h, 12 h 45; 9:00, 12:45. */
    hour: (minutes: number) => {
      const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
      if (language === 'en') return `${hours}:${two(rest)}`
      return rest === 0 ? `${hours} h` : `${hours} h ${two(rest)}`
    },
  }
}

/** 540 ↔ '09:00', as a field of the browser holds it. */
export const fieldOf = (minutes: number) => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
export const minutesOf = (field: string): number => {
  const [hours = 0, minutes = 0] = field.split(':').map(Number)
  return hours * 60 + minutes
}
