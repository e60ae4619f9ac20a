import type { App } from '#platform/server/app.ts'
import * as contract from '../contract.ts'
import * as commands from './commands.ts'
import { accountsPage, findAccount, findMe, findPerson, peoplePage } from './queries.ts'

export function routes(app: App) {
  app.query(contract.readMe, ({ db, actor }) => findMe(db, actor))
  app.command(contract.changeMe, ({ trx, actor, body }) => commands.changeMe(trx, actor, body))
  app.query(contract.findPeople, ({ db, actor, query }) => peoplePage(db, actor, query))
  app.query(contract.readPerson, ({ db, actor, params }) => findPerson(db, actor, params.id))
  app.query(contract.listAccounts, ({ db, query }) => accountsPage(db, query))
  app.query(contract.readAccount, ({ db, params }) => findAccount(db, params.id))
  app.command(contract.addPerson, ({ trx, actor, params, body }) =>
    commands.addPerson(trx, actor, { id: params.id, ...body }),
  )
  app.command(contract.changePerson, ({ trx, actor, params, body }) =>
    commands.changePerson(trx, actor, params.id, body),
  )
}
