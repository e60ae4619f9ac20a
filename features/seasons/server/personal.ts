import { part, type PersonalOffer } from '#platform/server/personal.ts'
import { sql } from '#platform/server/db.ts'

export const personal: PersonalOffer = {
  parts: [
    part(
      'seasons.days',
      ['blocked_days.created_by'],
      (me) => sql`
      select created_at as at, label as title, first_day as day, last_day as until from blocked_days where created_by = ${me} order by created_at`,
    ),
    part(
      'seasons.school',
      ['school_holiday_corrections.created_by'],
      (me) => sql`
      select created_at as at, name as title, zone as "schoolZone", first_day as day, last_day as until, source as note
      from school_holiday_corrections where created_by = ${me} order by created_at`,
    ),
  ],
}
