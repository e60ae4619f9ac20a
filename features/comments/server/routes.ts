import type { App } from '#platform/server/app.ts'
import * as contract from '../contract.ts'
import * as commands from './commands.ts'
import { commentsPage, findComment } from './queries.ts'

export function routes(app: App) {
  app.query(contract.readComments, ({ db, actor, query }) => commentsPage(db, actor, query))
  app.query(contract.readComment, ({ db, actor, params }) => findComment(db, actor, params.id))
  app.command(contract.publishComment, ({ trx, actor, params, body }) =>
    commands.publishComment(trx, actor, params.id, body),
  )
  app.command(contract.reviseComment, ({ trx, actor, params, body }) =>
    commands.reviseComment(trx, actor, params.id, body.body),
  )
  app.command(contract.withdrawComment, ({ trx, actor, params }) =>
    commands.withdrawComment(trx, actor, params.id),
  )
}
