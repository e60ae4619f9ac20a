import type { App } from '#platform/server/app.ts'
import * as contract from '../contract.ts'
import * as commands from './commands.ts'
import { cockpitOf } from './queries.ts'
import { reportFor } from './report.ts'

export function routes(app: App) {
  app.query(contract.readCockpit, ({ db, actor, params }) => cockpitOf(db, actor, params.id))
  app.command(contract.welcome, ({ trx, actor, params, body }) =>
    commands.welcome(trx, actor, params.id, params.welcomeId, body),
  )
  app.command(contract.putAside, ({ trx, actor, params, body }) =>
    commands.putAside(trx, actor, params.id, params.gesture, body.until),
  )
  app.command(contract.takeBack, ({ trx, actor, params }) =>
    commands.takeBack(trx, actor, params.id, params.gesture),
  )
  app.command(contract.setMonday, ({ trx, actor, params, body }) =>
    commands.setMonday(trx, actor, params.id, body.wanted),
  )
  app.query(contract.readReport, ({ db, actor, params, query }) =>
    reportFor(db, actor, params.id, query.month),
  )
  app.command(contract.setReportMail, ({ trx, actor, params, body }) =>
    commands.setReportMail(trx, actor, params.id, body.wanted),
  )
}
