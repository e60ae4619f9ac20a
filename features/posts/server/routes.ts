import type { App } from '#platform/server/app.ts'
import * as contract from '../contract.ts'
import * as commands from './commands.ts'
import { feedPage } from './feed.ts'
import { publishPost } from './publish.ts'
import { adoptersPage, draftsPage, findPost, revisionsOf, savedPage } from './queries.ts'

export function routes(app: App) {
  app.query(contract.readFeed, ({ db, actor, query }) => feedPage(db, actor, query))
  app.query(contract.readSavedPosts, ({ db, actor, query }) => savedPage(db, actor, query))
  app.query(contract.readPost, ({ db, actor, params }) => findPost(db, actor, params.id))
  app.query(contract.readRevisions, async ({ db, actor, params }) => ({
    items: await revisionsOf(db, actor, params.id),
  }))
  app.query(contract.readAdopters, ({ db, actor, params, query }) =>
    adoptersPage(db, actor, params.id, query),
  )
  app.query(contract.readDrafts, ({ db, actor, query }) => draftsPage(db, actor, query))
  app.command(contract.publishPost, ({ trx, actor, params, body }) =>
    publishPost(trx, actor, params.id, body),
  )
  app.command(contract.revisePost, ({ trx, actor, params, body }) =>
    commands.revisePost(trx, actor, params.id, body),
  )
  app.command(contract.withdrawPost, ({ trx, actor, params }) => commands.withdrawPost(trx, actor, params.id))
  app.command(contract.pinPost, ({ trx, actor, params }) => commands.pinPost(trx, actor, params.id, true))
  app.command(contract.unpinPost, ({ trx, actor, params }) => commands.pinPost(trx, actor, params.id, false))
  app.command(contract.closeComments, ({ trx, actor, params }) =>
    commands.closeComments(trx, actor, params.id, true),
  )
  app.command(contract.openComments, ({ trx, actor, params }) =>
    commands.closeComments(trx, actor, params.id, false),
  )
  app.command(contract.savePost, ({ trx, actor, params }) => commands.savePost(trx, actor, params.id, true))
  app.command(contract.unsavePost, ({ trx, actor, params }) =>
    commands.savePost(trx, actor, params.id, false),
  )
  app.command(contract.adoptPost, ({ trx, actor, params }) => commands.adoptPost(trx, actor, params.id, true))
  app.command(contract.unadoptPost, ({ trx, actor, params }) =>
    commands.adoptPost(trx, actor, params.id, false),
  )
  app.command(contract.vote, ({ trx, actor, params, body }) =>
    commands.vote(trx, actor, params.id, body.optionIds),
  )
  app.command(contract.acceptAnswer, ({ trx, actor, params, body }) =>
    commands.acceptAnswer(trx, actor, params.id, body.commentId),
  )
  app.command(contract.unacceptAnswer, ({ trx, actor, params }) =>
    commands.acceptAnswer(trx, actor, params.id, null),
  )
  app.command(contract.keepDraft, ({ trx, actor, params, body }) =>
    commands.keepDraft(trx, actor, params.id, body),
  )
  app.command(contract.dropDraft, ({ trx, actor, params }) => commands.dropDraft(trx, actor, params.id))
}
