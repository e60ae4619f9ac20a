import { type Db, sql } from '#platform/server/db.ts'
import { findNetwork } from '#features/network/server/queries.ts'
import { blockedOn, publicHolidayOn } from '#features/seasons/rules/calendar.ts'
import { addDays } from '#features/seasons/rules/days.ts'
import { calendarOf } from '#features/seasons/server/queries.ts'
import type { ShareSettings } from '../../contract.ts'
import { type Clock, closesAfter, FURTHEST, isQuiet, opensAgain } from '../../rules/quiet.ts'

type Hours = Omit<ShareSettings, 'rates'>

const USUAL: Hours = {
  perDay: 1,
  perWeek: 3,
  quietFrom: '19:00',
  quietTo: '08:30',
  quietWeekends: true,
  quietHolidays: true,
  currency: 'EUR',
}

export async function hoursOf(db: Db, programmeId: string): Promise<Hours> {
  const row = await db.row<Hours>(sql`
    select per_day as "perDay", per_week as "perWeek", quiet_from as "quietFrom", quiet_to as "quietTo",
      quiet_weekends as "quietWeekends", quiet_holidays as "quietHolidays", currency
    from share_settings where programme_id = ${programmeId}`)
  return row ?? USUAL
}

export async function settingsOf(db: Db, programmeId: string): Promise<ShareSettings> {
  const rates = await db.rows<ShareSettings['rates'][number]>(
    sql`select network, cpm, cpc from share_rates where programme_id = ${programmeId} order by network`,
  )
  return { ...(await hoursOf(db, programmeId)), rates }
}

export interface Moment {
  clock: Clock
  quiet: boolean
  /** Null when open, or when nothing opens within a month. */
  opensAt: string | null
  /** Null when quiet, or when it stays open for days. */
  closesAt: string | null
}

/** Whether a programme's kits are open at an instant (now, when none is given), where the network lives. */
export async function momentOf(db: Db, programmeId: string, instant: string | null = null): Promise<Moment> {
  const hours = await hoursOf(db, programmeId)
  const { timeZone } = await findNetwork(db)
  const at = sql`coalesce(${instant}::timestamptz, now()) at time zone ${timeZone}`
  const clock = await db.row<Clock>(sql`
    select to_char(${at}, 'YYYY-MM-DD') as day, to_char(${at}, 'HH24:MI') as time`)
  if (!clock) throw new Error('the database has no clock')
  const isHoliday = await holidays(db, clock.day)
  const quiet = isQuiet(clock, hours, isHoliday)
  const opening = quiet ? opensAgain(clock, hours, isHoliday) : null
  const closing = quiet ? null : closesAfter(clock, hours, isHoliday)
  return {
    clock,
    quiet,
    opensAt: opening && (await instantOf(db, opening, timeZone)),
    closesAt: closing && (await instantOf(db, closing, timeZone)),
  }
}

/** The first instant of a day where the network lives. */
export async function beginningOf(db: Db, day: string): Promise<string> {
  const { timeZone } = await findNetwork(db)
  return (await instantOf(db, { day, time: '00:00' }, timeZone)) ?? `${day}T00:00:00Z`
}

async function instantOf(db: Db, { day, time }: Clock, timeZone: string): Promise<string | null> {
  const row = await db.row<{ at: string }>(
    sql`select (${`${day} ${time}`}::timestamp at time zone ${timeZone}) as at`,
  )
  return row?.at ?? null
}

/** Holidays of the whole country and days on which the company is closed; those of one region or site open elsewhere. */
async function holidays(db: Db, from: string): Promise<(day: string) => boolean> {
  const calendar = await calendarOf(db, from, addDays(from, FURTHEST))
  return (day) => publicHolidayOn(day, calendar) !== null || blockedOn(day, calendar)?.kind === 'closed'
}
