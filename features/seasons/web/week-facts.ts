import type { Overlay } from '../contract.ts'
import { addDays } from '../rules/days.ts'

export interface WeekFact {
  key: string
  kind: 'public' | 'school' | 'closed' | 'busy'
  /** A public holiday by its key, other days by their name. */
  name: string
  zones: string[]
}

/** What a week holds: its public holidays, the school holidays by name with their zones, the company's own days. */
export function factsOf(week: string, overlay: Overlay): WeekFact[] {
  const last = addDays(week, 4)
  const touches = (one: { firstDay: string; lastDay: string }) => one.firstDay <= last && one.lastDay >= week
  const facts: WeekFact[] = overlay.publicHolidays
    .filter(({ day }) => day >= week && day <= last)
    .map(({ day, name }) => ({ key: day, kind: 'public', name, zones: [] }))
  for (const { name, zone, ...days } of overlay.school.filter(touches)) {
    const known = facts.find((fact) => fact.kind === 'school' && fact.name === name)
    if (known) known.zones.push(zone)
    else facts.push({ key: `${name}${days.firstDay}`, kind: 'school', name, zones: [zone] })
  }
  for (const one of overlay.blocked.filter(touches))
    facts.push({ key: one.id, kind: one.kind, name: one.label, zones: [] })
  return facts
}

export interface Band {
  name: string
  zones: string[]
  from: string
  to: string
}

/** School holidays of the same name that overlap are one band, whatever the zones. */
export function bandsOf(school: Overlay['school']): Band[] {
  const bands: Band[] = []
  for (const one of school) {
    const same = bands.find((band) => band.name === one.name && band.to >= one.firstDay)
    if (!same) bands.push({ name: one.name, zones: [one.zone], from: one.firstDay, to: one.lastDay })
    else
      Object.assign(same, {
        zones: [...same.zones, one.zone],
        to: same.to > one.lastDay ? same.to : one.lastDay,
      })
  }
  return bands
}
