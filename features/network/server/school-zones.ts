import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'

interface Holiday {
  zone: string
  source: string
}

const FILE = new URL('../data/fr-school-holidays.csv', import.meta.url)

let known: { zones: string[]; source: string } | null = null

/** Of the French education ministry, under the Licence Ouverte; other countries have none yet. */
export function schoolZones(): { zones: string[]; source: string } {
  if (known) return known
  const rows = parse<Holiday>(readFileSync(FILE), { columns: true, skip_empty_lines: true })
  known = { zones: [...new Set(rows.map((row) => row.zone))].sort(), source: rows[0]?.source ?? '' }
  return known
}
