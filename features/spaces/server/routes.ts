import type { App } from '#platform/server/app.ts'
import * as contract from '../contract.ts'
import * as commands from './commands.ts'
import { findSpace, mySpaces, seatsPage } from './queries.ts'

export function routes(app: App) {
  app.query(contract.readMySpaces, async ({ db, actor }) => ({ items: await mySpaces(db, actor) }))
  app.query(contract.readSpace, ({ db, actor, params }) => findSpace(db, actor, params.id))
  app.query(contract.readSeats, ({ db, actor, params, query }) => seatsPage(db, actor, params.id, query))
  app.command(contract.joinSpace, ({ trx, actor, params }) => commands.joinSpace(trx, actor, params.id))
  app.command(contract.leaveSpace, ({ trx, actor, params }) => commands.leaveSpace(trx, actor, params.id))
  app.command(contract.giveSeat, ({ trx, actor, params, body }) =>
    commands.giveSeat(trx, actor, params.id, params.memberId, body.role),
  )
  app.command(contract.takeSeat, ({ trx, actor, params }) =>
    commands.takeSeat(trx, actor, params.id, params.memberId),
  )
  app.command(contract.markRead, ({ trx, actor, params }) => commands.markRead(trx, actor, params.id))
  app.command(contract.describeSpace, ({ trx, actor, params, body }) =>
    commands.describeSpace(trx, actor, params.id, body),
  )
}
