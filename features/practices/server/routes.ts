import type { App } from '#platform/server/app.ts'
import * as contract from '../contract.ts'
import { setPractice } from './commands.ts'
import { practices } from './queries.ts'

export function routes(app: App) {
  app.query(contract.readPractices, ({ db, actor, params }) => practices(db, actor, params.id))
  app.command(contract.setPractice, ({ trx, actor, params, body }) =>
    setPractice(trx, actor, params.id, params.code, body),
  )
}
