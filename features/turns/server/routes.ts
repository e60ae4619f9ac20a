import type { App } from '#platform/server/app.ts'
import * as contract from '../contract.ts'
import * as holding from './commands/holding.ts'
import * as incidents from './commands/incidents.ts'
import * as posts from './commands/posts.ts'
import * as roster from './commands/roster.ts'
import { deskOf } from './queries/desk.ts'
import { incidentsPage } from './queries/incidents.ts'
import { candidateList, myTurns, pastTurns, rosterOf } from './queries/roster.ts'

export function routes(app: App) {
  app.query(contract.readRoster, ({ db, actor, params }) => rosterOf(db, actor, params.id))
  app.command(contract.setRoster, ({ trx, actor, params, body }) =>
    roster.setRoster(trx, actor, params.id, body),
  )
  app.command(contract.planTurns, ({ trx, actor, params, body }) =>
    roster.planTurns(trx, actor, params.id, body),
  )
  app.query(contract.readCandidates, ({ db, actor, params }) => candidateList(db, actor, params.id))
  app.query(contract.readPastTurns, ({ db, actor, params, query }) => pastTurns(db, actor, params.id, query))
  app.command(contract.giveTurn, ({ trx, actor, params, body }) =>
    roster.giveTurn(trx, actor, params.id, body.memberId),
  )
  app.command(contract.moveTurn, ({ trx, actor, params, body }) =>
    roster.moveTurn(trx, actor, params.id, body.otherId),
  )
  app.command(contract.removeTurn, ({ trx, actor, params }) => roster.removeTurn(trx, actor, params.id))
  app.command(contract.takeTurn, ({ trx, actor, params }) => holding.takeTurn(trx, actor, params.id))
  app.command(contract.answerTurn, ({ trx, actor, params, body }) =>
    holding.answerTurn(trx, actor, params.id, body.yes),
  )
  app.command(contract.askSwap, ({ trx, actor, params, body }) =>
    holding.askSwap(trx, actor, params.id, body.turnId, body.otherTurnId),
  )
  app.command(contract.answerSwap, ({ trx, actor, params, body }) =>
    holding.answerSwap(trx, actor, params.id, body.yes),
  )
  app.command(contract.withdrawSwap, ({ trx, actor, params }) => holding.withdrawSwap(trx, actor, params.id))
  app.command(contract.acceptCode, ({ trx, actor, params, body }) =>
    holding.acceptCode(trx, actor, params.id, body.version),
  )

  app.query(contract.readDesk, ({ db, actor, params }) => deskOf(db, actor, params.id))
  app.command(contract.setTurnPost, ({ trx, actor, params, body }) =>
    posts.setTurnPost(trx, actor, params.id, body),
  )
  app.command(contract.cancelTurnPost, ({ trx, actor, params }) =>
    posts.cancelTurnPost(trx, actor, params.id),
  )
  app.command(contract.tryTurnPost, ({ trx, actor, params }) => posts.tryTurnPost(trx, actor, params.id))
  app.command(contract.setAddress, ({ trx, actor, params, body }) =>
    posts.setAddress(trx, actor, params.id, body.url),
  )
  app.command(contract.hidePost, ({ trx, actor, params }) => posts.hidePost(trx, actor, params.id))
  app.command(contract.setNote, ({ trx, actor, params, body }) =>
    posts.setNote(trx, actor, params.id, body.note),
  )
  app.command(contract.setResult, ({ trx, actor, params, body }) =>
    posts.setResult(trx, actor, params.id, body),
  )
  app.command(contract.settleLeftovers, ({ trx, actor, params, body }) =>
    posts.settleLeftovers(trx, actor, params.id, body.choice),
  )

  app.command(contract.raiseIncident, ({ trx, actor, params, body }) =>
    incidents.raiseIncident(trx, actor, params.id, body),
  )
  app.command(contract.addToIncident, ({ trx, actor, params, body }) =>
    incidents.addToIncident(trx, actor, params.id, body.words),
  )
  app.command(contract.closeIncident, ({ trx, actor, params, body }) =>
    incidents.closeIncident(trx, actor, params.id, body.words),
  )
  app.query(contract.readIncidents, ({ db, actor, params, query }) =>
    incidentsPage(db, actor, params.id, query),
  )
  app.query(contract.readMyTurns, ({ db, actor, query }) => myTurns(db, actor, query.programmeId))
}
