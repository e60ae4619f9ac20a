import type { App } from '#platform/server/app.ts'
import * as contract from '../contract.ts'
import { noteVisit } from './commands.ts'
import { curveOf } from './curve.ts'
import { measuresOf } from './queries.ts'

export function routes(app: App) {
  app.query(contract.readMeasures, ({ db, actor, params }) => measuresOf(db, actor, params.id))
  app.query(contract.readCurve, ({ db, actor, params }) => curveOf(db, actor, params.id, params.objectiveId))
  app.command(contract.noteVisit, ({ trx, actor, params }) => noteVisit(trx, actor, params.id))
}
