import type { App } from '#platform/server/app.ts'
import * as contract from '../contract.ts'
import * as commands from './commands.ts'
import { reactorsPage } from './queries.ts'

export function routes(app: App) {
  app.command(contract.react, ({ trx, actor, params, body }) =>
    commands.react(trx, actor, params.subjectId, body.kind),
  )
  app.command(contract.unreact, ({ trx, actor, params }) => commands.unreact(trx, actor, params.subjectId))
  app.query(contract.readReactors, ({ db, actor, params, query }) =>
    reactorsPage(db, actor, params.subjectId, query),
  )
}
