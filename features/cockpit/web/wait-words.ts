import { useFormat, useText } from '#platform/web/i18n.ts'

const HOUR = 3_600_000

/** "26 h", then "4 jours": how long something has been waiting. */
export function useWaitWords() {
  const text = useText()
  const { number } = useFormat()
  return (since: string | null): string => {
    const hours = since ? Math.max(1, Math.floor((Date.now() - Date.parse(since)) / HOUR)) : 1
    if (hours < 48) return text('cockpit.wait.hours', { count: hours })
    const days = Math.floor(hours / 24)
    return text('cockpit.wait.days', { count: days, days: number(days) })
  }
}
