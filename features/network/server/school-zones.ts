import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'

interface Row {
  zone: string
  name: string
  first_day: string
  last_day: string
  source: string
}

/** Both days included. */
export interface Holiday {
  zone: string
  name: string
  firstDay: string
  lastDay: string
}

const FILE = new URL('../data/fr-school-holidays.csv', import.meta.url)

let known: { zones: string[]; source: string } | null = null
let holidays: Holiday[] | null = null

const rows = () => parse<Row>(readFileSync(FILE), { columns: true, skip_empty_lines: true })

/** Of the French education ministry, under the Licence Ouverte; other countries have none yet. */
export function schoolZones(): { zones: string[]; source: string } {
  if (known) return known
  const all = rows()
  known = { zones: [...new Set(all.map((row) => row.zone))].sort(), source: all[0]?.source ?? '' }
  return known
}

/** The school holidays of these zones that touch a period, the earliest first. */
export function schoolHolidays(zones: readonly string[], from: string, to: string): Holiday[] {
  holidays ??= rows()
    .map((row) => ({ zone: row.zone, name: row.name, firstDay: row.first_day, lastDay: row.last_day }))
    .sort((a, b) => a.firstDay.localeCompare(b.firstDay) || a.zone.localeCompare(b.zone))
  return holidays.filter((one) => zones.includes(one.zone) && one.lastDay >= from && one.firstDay <= to)
}
