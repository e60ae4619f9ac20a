import { checkedBody } from '#features/sessions/server/checked-body.ts'
import { guard } from '#features/administration/server/guard-set-up.ts'
import type { App } from '#platform/server/app.ts'
import type { Services } from '#platform/server/services.ts'
import * as contract from '../contract.ts'
import { freshAccounts } from './fresh-accounts.ts'

export function routes(app: App, { dataDir }: Services) {
  app.raw(contract.readDemoAccounts, async ({ database, request, reply }) => {
    checkedBody(contract.readDemoAccounts, request)
    await guard(request)
    void reply.header('cache-control', 'no-store')
    return freshAccounts(database.db, dataDir)
  })
}
