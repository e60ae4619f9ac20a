import type { App } from '#platform/server/app.ts'
import type { Services } from '#platform/server/services.ts'
import * as contract from '../contract.ts'
import { closeAccount, reopenAccount } from './accounts.ts'
import { readAuditLog, readMail } from './commands.ts'
import { guardSetUp } from './guard-set-up.ts'
import { health, mailsPage } from './queries.ts'
import { demonstrationState, setUpNetwork, startDemonstration } from './set-up.ts'

export function routes(app: App, services: Services) {
  guardSetUp(app)
  app.command(contract.setUpNetwork, ({ trx, http, body }) => setUpNetwork(trx, http, body))
  app.command(contract.startDemonstration, ({ trx }) => startDemonstration(trx))
  app.query(contract.readDemonstration, ({ db }) => demonstrationState(db))
  app.command(contract.closeAccount, ({ trx, actor, params }) => closeAccount(trx, actor, params.id))
  app.command(contract.reopenAccount, ({ trx, actor, params }) => reopenAccount(trx, actor, params.id))
  // Two readings that write themselves down: hence commands.
  app.command(contract.readAuditLog, ({ trx, actor, query }) => readAuditLog(trx, actor, query))
  app.command(contract.readMail, ({ trx, actor, params }) => readMail(trx, actor, params.id))
  app.query(contract.listMails, ({ db, query }) => mailsPage(db, query))
  app.query(contract.readHealth, ({ db }) => health(db, services))
}
