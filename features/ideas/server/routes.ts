import type { App } from '#platform/server/app.ts'
import * as contract from '../contract.ts'
import { answerIdea, mergeIdea } from './commands/answers.ts'
import { leaveTeam, nameToTeam, noteThanks, rateIdea, setIdea } from './commands/ideas.ts'
import { dropRound, setRound, turnRound } from './commands/rounds.ts'
import { castVotes } from './commands/votes.ts'
import { findBoard, ideaPosts, ideasPage } from './queries/backlog.ts'
import { findIdea } from './queries/one.ts'
import { findRound, roundsPage } from './queries/rounds.ts'

export function routes(app: App) {
  backlog(app)
  ideas(app)
  rounds(app)
}

function backlog(app: App) {
  app.query(contract.readIdeas, ({ db, actor, params, query }) => ideasPage(db, actor, params.id, query))
  app.query(contract.readIdeaBoard, ({ db, actor, params }) => findBoard(db, actor, params.id))
  app.query(contract.readIdeaPosts, ({ db, actor, params, query }) => ideaPosts(db, actor, params.id, query))
  app.command(contract.nameToIdeaTeam, ({ trx, actor, params }) =>
    nameToTeam(trx, actor, params.id, params.memberId),
  )
  app.command(contract.leaveIdeaTeam, ({ trx, actor, params }) =>
    leaveTeam(trx, actor, params.id, params.memberId),
  )
}

function ideas(app: App) {
  app.query(contract.readIdea, ({ db, actor, params }) => findIdea(db, actor, params.id))
  app.command(contract.setIdea, ({ trx, actor, params, body }) => setIdea(trx, actor, params.id, body))
  app.command(contract.answerIdea, ({ trx, actor, params, body }) => answerIdea(trx, actor, params.id, body))
  app.command(contract.mergeIdea, ({ trx, actor, params, body }) => mergeIdea(trx, actor, params.id, body))
  app.command(contract.rateIdea, ({ trx, actor, params, body }) => rateIdea(trx, actor, params.id, body))
  app.command(contract.noteThanks, ({ trx, actor, params, body }) =>
    noteThanks(trx, actor, params.id, body.postId),
  )
}

function rounds(app: App) {
  app.query(contract.readRounds, ({ db, actor, params, query }) => roundsPage(db, actor, params.id, query))
  app.query(contract.readRound, ({ db, actor, params }) => findRound(db, actor, params.id))
  app.command(contract.setRound, ({ trx, actor, params, body }) => setRound(trx, actor, params.id, body))
  app.command(contract.turnRound, ({ trx, actor, params, body }) =>
    turnRound(trx, actor, params.id, body.state),
  )
  app.command(contract.dropRound, ({ trx, actor, params }) => dropRound(trx, actor, params.id))
  app.command(contract.castVotes, ({ trx, actor, params, body }) =>
    castVotes(trx, actor, params.id, params.ideaId, body.votes),
  )
}
