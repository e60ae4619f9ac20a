import type { App } from '#platform/server/app.ts'
import * as contract from '../contract.ts'
import { chooseFollowUp } from './commands/choices.ts'
import * as declarations from './commands/declarations.ts'
import { setLeftOut } from './commands/ledger.ts'
import * as proposals from './commands/proposals.ts'
import { setWhatCounts } from './commands/settings.ts'
import { draftsFor } from './drafts.ts'
import { exportOf, followUpOf } from './queries/files.ts'
import { ledgerPage } from './queries/ledger.ts'
import { lastContributionMonths, overviewOf } from './queries/overview.ts'
import { confirmationsOf, peersOf } from './queries/people.ts'
import { whatCounts } from './queries/settings.ts'

export function routes(app: App) {
  app.query(contract.readWhatCounts, ({ db, actor, params }) => whatCounts(db, actor, params.id))
  app.command(contract.setWhatCounts, ({ trx, actor, params, body }) =>
    setWhatCounts(trx, actor, params.id, body),
  )
  ownRoutes(app)
  keeperRoutes(app)
}

function ownRoutes(app: App) {
  app.query(contract.readFollowUp, ({ db, actor, params }) => followUpOf(db, actor, params.id))
  app.query(contract.readLedger, ({ db, actor, params, query }) => ledgerPage(db, actor, params.id, query))
  app.raw(contract.exportFollowUp, async ({ database, actor, params, reply }) => {
    const whole = await exportOf(database.db, actor, params.id)
    return reply
      .headers({
        'content-type': 'application/json; charset=utf-8',
        'content-disposition': 'attachment; filename="mon-suivi.json"',
        'cache-control': 'no-store',
      })
      .send(JSON.stringify(whole, null, 2))
  })
  app.command(contract.chooseFollowUp, ({ trx, actor, params, body }) =>
    chooseFollowUp(trx, actor, params.id, body),
  )
  app.command(contract.leaveOut, ({ trx, actor, params }) => setLeftOut(trx, actor, params.id, true))
  app.command(contract.countAgain, ({ trx, actor, params }) => setLeftOut(trx, actor, params.id, false))
  app.command(contract.declare, ({ trx, actor, params, body }) =>
    declarations.declare(trx, actor, params.id, body),
  )
  app.command(contract.withdrawDeclaration, ({ trx, actor, params }) =>
    declarations.withdrawDeclaration(trx, actor, params.id),
  )
  app.command(contract.answerDeclaration, ({ trx, actor, params, body }) =>
    declarations.answerDeclaration(trx, actor, params.id, body),
  )
  app.query(contract.readPeers, async ({ db, actor, params }) => ({
    items: await peersOf(db, actor, params.id),
  }))
  app.query(contract.readConfirmations, async ({ db, actor, params }) => ({
    items: await confirmationsOf(db, actor, params.id),
  }))
  app.command(contract.answerProposal, ({ trx, actor, params, body }) =>
    proposals.answerProposal(trx, actor, params.id, body),
  )
}

function keeperRoutes(app: App) {
  app.query(contract.readOverview, ({ db, actor, params }) => overviewOf(db, actor, params.id))
  app.query(contract.readLastContributions, async ({ db, actor, params }) => ({
    items: await lastContributionMonths(db, actor, params.id),
  }))
  app.query(contract.readProposalDrafts, ({ db, actor, params }) => draftsFor(db, actor, params.id))
  app.command(contract.propose, ({ trx, actor, params, body }) =>
    proposals.propose(trx, actor, params.id, body),
  )
  app.command(contract.recallProposal, ({ trx, actor, params }) =>
    proposals.recallProposal(trx, actor, params.id),
  )
  app.command(contract.restProposal, ({ trx, actor, params, body }) =>
    proposals.restProposal(trx, actor, params.id, body),
  )
  app.command(contract.settleProposal, ({ trx, actor, params, body }) =>
    proposals.settleProposal(trx, actor, params.id, body),
  )
}
