import { useText } from '#platform/web/i18n.ts'
import { useHolidayName } from './public/holiday-name.ts'
import type { WeekFact } from './week-facts.ts'

/** "11 November", "Toussaint, zones A, B", "Inventory". */
export function useFactWords(): (fact: WeekFact) => string {
  const text = useText()
  const nameOf = useHolidayName()
  return ({ kind, name, zones }) => {
    if (kind === 'public') return text(`seasons.public.${name}`)
    if (kind !== 'school') return name
    return text('seasons.chart.zones', {
      count: zones.length,
      name: nameOf(name),
      zones: [...new Set(zones)].sort().join(', '),
    })
  }
}
