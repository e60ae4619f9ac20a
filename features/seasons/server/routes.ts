import type { App } from '#platform/server/app.ts'
import { invalid } from '#platform/server/errors.ts'
import * as contract from '../contract.ts'
import { daysBetween } from '../rules/days.ts'
import * as commands from './commands.ts'
import { overlayOf, schoolCalendarOf, settingsOf } from './queries.ts'
import { seasonPage } from './season.ts'

/** Two years and a bit: what a calendar ever draws at once. */
const LONGEST = 800

export function routes(app: App) {
  app.query(contract.readSeason, ({ db, actor, params }) => seasonPage(db, actor, params.id))
  app.query(contract.readOverlay, async ({ db, query }) => {
    const days = daysBetween(query.from, query.to)
    if (days < 0 || days > LONGEST) throw invalid('season.period', { field: 'to' })
    return overlayOf(db, query.from, query.to)
  })
  app.query(contract.readSeasonSettings, ({ db }) => settingsOf(db))
  app.command(contract.setBlockedDays, ({ trx, actor, params, body }) =>
    commands.setBlockedDays(trx, actor, params.id, body),
  )
  app.command(contract.dropBlockedDays, ({ trx, actor, params }) =>
    commands.dropBlockedDays(trx, actor, params.id),
  )
  app.command(contract.setRegions, ({ trx, actor, body }) => commands.setRegions(trx, actor, body.regions))
  app.query(contract.readSchoolCalendar, ({ db }) => schoolCalendarOf(db))
  app.command(contract.correctSchoolHoliday, ({ trx, actor, params, body }) =>
    commands.correctSchoolHoliday(trx, actor, params.id, body),
  )
  app.command(contract.dropSchoolCorrection, ({ trx, actor, params }) =>
    commands.dropSchoolCorrection(trx, actor, params.id),
  )
}
