import type { App } from '#platform/server/app.ts'
import * as contract from '../contract.ts'
import * as commands from './commands.ts'
import { planOf, templatesOf } from './queries.ts'

export function routes(app: App) {
  app.query(contract.readPlan, ({ db, actor, params }) => planOf(db, actor, params.id))
  app.query(contract.readTemplates, async ({ db, actor, params, query }) => ({
    items: await templatesOf(db, actor, params.id, query.from),
  }))
  app.command(contract.applyTemplate, ({ trx, actor, params, body }) =>
    commands.applyTemplate(trx, actor, params.id, params.applicationId, body),
  )
  app.command(contract.setAction, ({ trx, actor, params, body }) =>
    commands.setAction(trx, actor, params.id, body),
  )
  app.command(contract.setActionState, ({ trx, actor, params, body }) =>
    commands.setActionState(trx, actor, params.id, body.state),
  )
  app.command(contract.dropAction, ({ trx, actor, params }) => commands.dropAction(trx, actor, params.id))
  app.command(contract.moveActions, ({ trx, actor, params, body }) =>
    commands.moveActions(trx, actor, params.id, body.moves),
  )
}
