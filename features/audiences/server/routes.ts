import type { App } from '#platform/server/app.ts'
import { allow } from '#platform/server/errors.ts'
import * as contract from '../contract.ts'
import * as commands from './commands.ts'
import { canWriteAudiences } from './policy.ts'
import { attributeValues, audiencesPage, countAndSample, findAudience } from './queries.ts'

export function routes(app: App) {
  app.query(contract.readAudiences, ({ db, actor, query }) => audiencesPage(db, actor, query))
  app.query(contract.readAttributeValues, async ({ db, actor, query }) => ({
    items: await attributeValues(db, actor, query.attribute, query.search),
  }))
  app.query(contract.readAudience, ({ db, actor, params }) => findAudience(db, actor, params.id))
  app.command(contract.saveAudience, ({ trx, actor, params, body }) =>
    commands.saveAudience(trx, actor, params.id, body),
  )
  app.command(contract.deleteAudience, ({ trx, actor, params }) =>
    commands.deleteAudience(trx, actor, params.id),
  )
  app.command(contract.previewAudience, ({ trx, actor, body }) => {
    allow(canWriteAudiences(actor), 'audience')
    commands.checkRule(body.rule)
    return countAndSample(trx, body.rule)
  })
}
