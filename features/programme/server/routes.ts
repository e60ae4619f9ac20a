import type { App } from '#platform/server/app.ts'
import * as contract from '../contract.ts'
import { setProgramme } from './commands/programmes.ts'
import { findProgramme, programmesOf } from './queries.ts'

export function routes(app: App) {
  app.query(contract.readProgrammes, async ({ db, actor, params }) => ({
    items: await programmesOf(db, actor, params.id),
  }))
  app.query(contract.readProgramme, ({ db, actor, params }) => findProgramme(db, actor, params.id))
  app.command(contract.setProgramme, ({ trx, actor, params, body }) =>
    setProgramme(trx, actor, params.id, body),
  )
}
