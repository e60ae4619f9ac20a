import type { App } from '#platform/server/app.ts'
import type { Services } from '#platform/server/services.ts'
import * as contract from '../contract.ts'
import { setMission, turnMission } from './commands/missions.ts'
import { giveBackMission, returnMission, takeMission, thankReturn } from './commands/places.ts'
import { removeRelay, setRelay } from './commands/relays.ts'
import { answerStep, decide, handInTest } from './commands/tests.ts'
import { printKit } from './kit.ts'
import { fileMissions, missionProfiles, missionReach, missionsPage, testsRead } from './queries/lists.ts'
import { findMission } from './queries/one.ts'
import { answersPage, returnsPage } from './queries/returns.ts'
import { findResults, findRun, findScreenshot } from './queries/tests.ts'
import { sendScreenshot } from './screenshots.ts'

export function routes(app: App, services: Services) {
  lists(app)
  missions(app)
  tests(app, services)
  relays(app, services)
}

function lists(app: App) {
  app.query(contract.readMissions, ({ db, actor, params, query }) =>
    missionsPage(db, actor, params.id, query),
  )
  app.query(contract.readTestsRead, async ({ db, actor, params }) => ({
    items: await testsRead(db, actor, params.id),
  }))
  app.query(contract.readFileMissions, ({ db, actor, params, query }) =>
    fileMissions(db, actor, params.id, query),
  )
  app.query(contract.readMissionProfiles, ({ db, actor, params }) => missionProfiles(db, actor, params.id))
  app.command(contract.countReach, ({ trx, actor, params, body }) =>
    missionReach(trx, actor, params.id, body),
  )
}

function missions(app: App) {
  app.query(contract.readMission, ({ db, actor, params }) => findMission(db, actor, params.id))
  app.command(contract.setMission, ({ trx, actor, params, body }) => setMission(trx, actor, params.id, body))
  app.command(contract.turnMission, ({ trx, actor, params, body }) =>
    turnMission(trx, actor, params.id, body),
  )
  app.command(contract.takeMission, ({ trx, actor, params }) => takeMission(trx, actor, params.id))
  app.command(contract.giveBackMission, ({ trx, actor, params }) => giveBackMission(trx, actor, params.id))
  app.command(contract.returnMission, ({ trx, actor, params, body }) =>
    returnMission(trx, actor, params.id, body),
  )
  app.query(contract.readReturns, ({ db, actor, params, query }) => returnsPage(db, actor, params.id, query))
  app.command(contract.thankReturn, ({ trx, actor, params, body }) =>
    thankReturn(trx, actor, params.id, params.takingId, body.words),
  )
}

function tests(app: App, services: Services) {
  app.query(contract.readTestRun, ({ db, actor, params }) => findRun(db, actor, params.id))
  app.command(contract.answerStep, ({ trx, actor, params, body }) =>
    answerStep(trx, actor, params.id, params.stepId, body),
  )
  app.command(contract.handInTest, ({ trx, actor, params, body }) => handInTest(trx, actor, params.id, body))
  app.query(contract.readResults, ({ db, actor, params }) => findResults(db, actor, params.id))
  app.command(contract.decide, ({ trx, actor, params, body }) => decide(trx, actor, params.id, body))
  app.raw(contract.readScreenshot, async ({ database, actor, params, query, reply }) =>
    sendScreenshot(
      services,
      await findScreenshot(database.db, actor, params.id, params.fileId),
      query.variant,
      reply,
    ),
  )
}

function relays(app: App, services: Services) {
  app.command(contract.setRelay, ({ trx, actor, params, body }) =>
    setRelay(trx, actor, params.id, params.relayId, body),
  )
  app.command(contract.removeRelay, ({ trx, actor, params }) =>
    removeRelay(trx, actor, params.id, params.relayId),
  )
  app.query(contract.readAnswers, ({ db, actor, params, query }) => answersPage(db, actor, params.id, query))
  app.raw(contract.printKit, async ({ database, actor, params, query, reply }) =>
    reply
      .headers({
        'content-type': 'application/pdf',
        'content-disposition': `inline; filename="elan-relais.pdf"`,
        'cache-control': 'private, no-store',
        'content-security-policy': "object-src 'self'; frame-ancestors 'none'",
      })
      .send(
        await printKit(database.db, services.storage, actor, params.id, query.language ?? actor.language),
      ),
  )
}
