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
  /** False while nobody has checked these dates against the ministry's own. */
  confirmed: boolean
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

const TO_CONFIRM = /to be confirmed/

/**
 * The school holidays of these zones as they were published, the earliest first. Only the feature seasons asks: what the
 * administration corrected is in its `schoolHolidaysOf`, which everybody else reads.
 */
export function publishedHolidays(zones: readonly string[]): Holiday[] {
  holidays ??= rows()
    .map((row) => ({
      zone: row.zone,
      name: row.name,
      firstDay: row.first_day,
      lastDay: row.last_day,
      confirmed: !TO_CONFIRM.test(row.source),
    }))
    .sort((a, b) => a.firstDay.localeCompare(b.firstDay) || a.zone.localeCompare(b.zone))
  return holidays.filter((one) => zones.includes(one.zone))
}
