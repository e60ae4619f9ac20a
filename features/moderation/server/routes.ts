import type { App } from '#platform/server/app.ts'
import * as contract from '../contract.ts'
import * as commands from './commands.ts'
import { caseCount, casesPage } from './queries.ts'

export function routes(app: App) {
  app.query(contract.readCases, ({ db, actor, query }) => casesPage(db, actor, query))
  app.query(contract.countCases, ({ db, actor }) => caseCount(db, actor))
  app.command(contract.report, ({ trx, actor, params, body }) => commands.report(trx, actor, params.id, body))
  app.command(contract.hide, ({ trx, actor, params, body }) =>
    commands.hide(trx, actor, params.subjectId, body),
  )
  app.command(contract.restore, ({ trx, actor, params, body }) =>
    commands.restore(trx, actor, params.subjectId, body),
  )
  app.command(contract.keep, ({ trx, actor, params }) => commands.keep(trx, actor, params.subjectId))
}
