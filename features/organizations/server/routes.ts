import type { App } from '#platform/server/app.ts'
import * as contract from '../contract.ts'
import * as commands from './commands.ts'
import { allOrganizations } from './queries.ts'

export function routes(app: App) {
  app.query(contract.listOrganizations, async ({ db }) => ({ items: await allOrganizations(db) }))
  app.command(contract.createOrganization, ({ trx, actor, params, body }) =>
    commands.createOrganization(trx, actor, { id: params.id, ...body }),
  )
  app.command(contract.changeOrganization, ({ trx, actor, params, body }) =>
    commands.changeOrganization(trx, actor, params.id, body),
  )
}
