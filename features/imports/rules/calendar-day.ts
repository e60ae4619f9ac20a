import { read } from './reading.ts'
import type { Reading } from './reading.ts'

const EARLIEST = '1900-01-01'
/** Day 0 of Excel's calendar, so that serials after February 1900 fall on the right day. */
const EXCEL_EPOCH = Date.UTC(1899, 11, 30)
const DAY = 86_400_000
/** Payroll systems write "no end" as a day in 2999 or 9999. */
const NO_END = '2900-01-01'

const FRENCH = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})(?:[ T]\d{1,2}[:h]\d{2}.*)?$/
const ISO = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[ T]\d{1,2}:\d{2}.*)?$/
const COMPACT = /^((?:19|20|29|99)\d\d)(\d\d)(\d\d)$/
const SERIAL = /^[1-9]\d{4}(?:[.,]\d+)?$/

/** A day written JJ/MM/AAAA, ISO, AAAAMMJJ or as an Excel serial, not after `latest`. */
export function readDay(text: string, latest: string): Reading<string> {
  const day = dayOf(text)
  if (day === null) return { code: 'date.unreadable' }
  if (day === 'impossible') return { code: 'date.impossible' }
  if (day < EARLIEST) return { code: 'date.too_early', limit: EARLIEST }
  if (day > latest) return { code: 'date.too_late', limit: latest }
  return read(day)
}

/** A last day, null when it stands for "no end". */
export function readLastDay(text: string, latest: string): Reading<string | null> {
  const day = dayOf(text)
  return day !== null && day !== 'impossible' && day >= NO_END ? read(null) : readDay(text, latest)
}

/** The same day some years later (29 February becomes 28). */
export function yearsAfter(day: string, years: number): string {
  const moved = `${String(Number(day.slice(0, 4)) + years).padStart(4, '0')}${day.slice(4)}`
  return moved.endsWith('-02-29') && dayOf(moved) === 'impossible' ? moved.replace(/29$/, '28') : moved
}

function dayOf(text: string): string | 'impossible' | null {
  const french = FRENCH.exec(text)
  if (french) return civil(french[3], french[2], french[1])
  const iso = ISO.exec(text) ?? COMPACT.exec(text)
  if (iso) return civil(iso[1], iso[2], iso[3])
  if (!SERIAL.test(text)) return null
  return new Date(EXCEL_EPOCH + Number.parseInt(text, 10) * DAY).toISOString().slice(0, 10)
}

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

function civil(year = '', month = '', day = ''): string {
  const y = Number(year)
  const leap = (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0
  const length = month === '02' || month === '2' ? (leap ? 29 : 28) : (MONTH_DAYS[Number(month) - 1] ?? 0)
  if (Number(day) < 1 || Number(day) > length) return 'impossible'
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}
