import { Readable } from 'node:stream'
import type { App } from '#platform/server/app.ts'
import * as contract from '../contract.ts'
import * as commands from './commands.ts'
import { absentPage, changesPage, rejectedPage, warningsPage } from './line-queries.ts'
import { findImport, importsPage, organizationsOf, stagingWithLines } from './queries.ts'
import { rejectedFile } from './rejected-download.ts'

export function routes(app: App) {
  app.query(contract.readImports, ({ db, actor, query }) => importsPage(db, query, actor.language))
  app.query(contract.readImport, ({ db, actor, params }) => findImport(db, params.id, actor.language))
  app.query(contract.readImportOrganizations, async ({ db, params }) => ({
    items: await organizationsOf(db, params.id),
  }))
  app.query(contract.readRejected, ({ db, actor, params, query }) =>
    rejectedPage(db, params.id, query, actor.language),
  )
  app.query(contract.readWarnings, ({ db, actor, params, query }) =>
    warningsPage(db, params.id, query, actor.language),
  )
  app.query(contract.readChanges, ({ db, params, query }) => changesPage(db, params.id, query))
  app.query(contract.readAbsent, ({ db, params, query }) => absentPage(db, params.id, query))
  app.raw(contract.downloadRejected, async ({ database, actor, params, reply }) => {
    const staging = await stagingWithLines(database.db, params.id)
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="lignes-a-reprendre.csv"')
      .header('cache-control', 'no-store')
      .send(Readable.from(rejectedFile(database.db, staging, actor.language)))
  })
  app.command(contract.startImport, ({ trx, actor, params, body }) =>
    commands.startImport(trx, actor, params.id, body),
  )
  app.command(contract.changeImport, ({ trx, actor, params, body }) =>
    commands.changeImport(trx, actor, params.id, body),
  )
  app.command(contract.applyImport, ({ trx, actor, params }) => commands.confirmImport(trx, actor, params.id))
  app.command(contract.discardImport, ({ trx, actor, params }) =>
    commands.discardImport(trx, actor, params.id),
  )
}
