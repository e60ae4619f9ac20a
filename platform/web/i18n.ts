import { createContext, useContext } from 'react'
import type { Language } from '#platform/contract/schema.ts'
import { addWords, speech, type Text, type Words } from './speech.ts'

const known: Record<Language, Words> = { fr: {}, en: {} }

/** Called by the application at start and when the person switches. */
export function speak(language: Language, words: Words): Text {
  addWords(known[language], words)
  document.documentElement.lang = language
  return speech(language, known[language])
}

/** More words of the language spoken now: those of the pages beyond the first screens. */
export const learn = (language: Language, words: Words): void => addWords(known[language], words)

export interface Speech {
  language: Language
  text: Text
  /** Loads the other words, remembers the choice, draws again. */
  switchTo: (language: Language) => Promise<void>
  timeZone: string
}

export const SpeechContext = createContext<Speech | null>(null)

function useSpeech(): Speech {
  const speech = useContext(SpeechContext)
  if (!speech) throw new Error('SpeechContext is missing')
  return speech
}

/** text('posts.feed.title', { count: 3 }) */
export const useText = (): Text => useSpeech().text
export const useLanguage = (): Language => useSpeech().language
export const useSwitchLanguage = () => useSpeech().switchTo
/** The network's own: what a date and time field means, whatever the device thinks. */
export const useTimeZone = (): string => useSpeech().timeZone

const LOCALE: Record<Language, string> = { fr: 'fr-FR', en: 'en-GB' }
const STEPS = [
  [60, 'second', 1],
  [3600, 'minute', 60],
  [86_400, 'hour', 3600],
  [604_800, 'day', 86_400],
] as const

export function formatsOf(language: Language, timeZone: string) {
  const locale = LOCALE[language]
  const zone = { timeZone }
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const briefly = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' })
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', ...zone })
  const shortDay = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', ...zone })
  const dayTime = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    ...zone,
  })
  const weekdayTime = new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    ...zone,
  })
  const withTime = (format: Intl.DateTimeFormat, value: Date) => {
    if (language !== 'fr') return format.format(value)
    return format
      .formatToParts(value)
      .map(({ type, value: part }) => {
        if (type === 'hour') return String(Number(part))
        if (type === 'minute') return part === '00' ? '' : part
        return part === ':' ? '\u00a0h\u00a0' : part
      })
      .join('')
      .trimEnd()
  }
  const number = new Intl.NumberFormat(locale)
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })
  const at = (value: string | Date) => (value instanceof Date ? value : new Date(value))
  const since = (value: string | Date, now: number, words: Intl.RelativeTimeFormat) => {
    const seconds = Math.min(0, (at(value).getTime() - now) / 1000)
    const step = STEPS.find(([limit]) => -seconds < limit)
    return step && words.format(Math.ceil(seconds / step[2]), step[1])
  }
  return {
    day: (value: string | Date) => day.format(at(value)),
    shortDay: (value: string | Date) => shortDay.format(at(value)),
    dayTime: (value: string | Date) => withTime(dayTime, at(value)),
    /** « mardi 2 décembre à 10 h » */
    weekdayTime: (value: string | Date) => withTime(weekdayTime, at(value)),
    /** "il y a 20 minutes", "hier", then the day itself. */
    ago: (value: string | Date, now = Date.now()) => since(value, now, relative) ?? day.format(at(value)),
    /** "il y a 20 min", "hier", then "3 mars", where there is little room. */
    agoShort: (value: string | Date, now = Date.now()) =>
      since(value, now, briefly) ??
      (at(value).getFullYear() === new Date(now).getFullYear() ? shortDay : day).format(at(value)),
    number: (value: number) => number.format(value),
    /** 0.64 → "64 %" */
    percent: (share: number) => percent.format(share),
  }
}

const made = new Map<string, ReturnType<typeof formatsOf>>()

/** Days, hours and numbers as people of the language write them, in the network's time zone. */
export function useFormat() {
  const { language, timeZone } = useSpeech()
  const key = `${language} ${timeZone}`
  // Formats are slow to make and a feed asks for dozens: one set for everybody.
  const formats = made.get(key) ?? formatsOf(language, timeZone)
  made.set(key, formats)
  return formats
}
