import type { App } from '#platform/server/app.ts'
import * as contract from '../contract.ts'
import * as commands from './commands.ts'
import { findPractice, libraryPage, resultsPage, shelves } from './queries.ts'

export function routes(app: App) {
  app.query(contract.readLibrary, ({ db, actor, params, query }) => libraryPage(db, actor, params.id, query))
  app.query(contract.readLibraryShelves, ({ db, actor, params }) => shelves(db, actor, params.id))
  app.command(contract.nameTheme, ({ trx, actor, params, body }) =>
    commands.nameTheme(trx, actor, params.id, params.themeId, body.name),
  )
  app.command(contract.dropTheme, ({ trx, actor, params }) =>
    commands.dropTheme(trx, actor, params.id, params.themeId),
  )
  app.query(contract.readLibraryPractice, ({ db, actor, params }) => findPractice(db, actor, params.postId))
  app.command(contract.arrangePractice, ({ trx, actor, params, body }) =>
    commands.arrangePractice(trx, actor, params.postId, body),
  )
  app.query(contract.readResults, ({ db, actor, params, query }) =>
    resultsPage(db, actor, params.postId, query),
  )
  app.command(contract.tellResult, ({ trx, actor, params, body }) =>
    commands.tellResult(trx, actor, params.postId, body),
  )
  app.command(contract.takeBackResult, ({ trx, actor, params }) =>
    commands.takeBackResult(trx, actor, params.postId),
  )
}
