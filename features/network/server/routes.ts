import type { App } from '#platform/server/app.ts'
import * as contract from '../contract.ts'
import { changeNetwork } from './commands.ts'
import { findNetwork, findSettings } from './queries.ts'
import { schoolZones } from './school-zones.ts'

export function routes(app: App) {
  app.query(contract.readNetwork, ({ db }) => findNetwork(db))
  app.query(contract.readSchoolZones, async () => schoolZones())
  app.query(contract.readNetworkSettings, ({ db }) => findSettings(db))
  app.command(contract.changeNetwork, ({ trx, actor, body }) => changeNetwork(trx, actor, body))
}
