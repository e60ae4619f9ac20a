import { checkedBody } from '#features/sessions/server/checked-body.ts'
import type { App } from '#platform/server/app.ts'
import type { Services } from '#platform/server/services.ts'
import * as contract from '../contract.ts'
import { calendarOf } from './calendar.ts'
import { actOnSeveral } from './commands/acts.ts'
import * as agreements from './commands/agreements.ts'
import * as circles from './commands/circles.ts'
import * as entering from './commands/entering.ts'
import * as gatherings from './commands/gatherings.ts'
import * as keeping from './commands/keeping.ts'
import * as letters from './commands/letters.ts'
import { setProgramme } from './commands/programmes.ts'
import { agreementPaper, certificatePaper, letterPaper } from './papers.ts'
import { findProgramme, myProgrammes, programmesOf } from './queries.ts'
import { fileOf, lettersPage } from './queries/files.ts'
import { attendanceOf, findGathering, gatheringsPage } from './queries/gatherings.ts'
import * as people from './queries/people.ts'
import { allow } from '#platform/server/errors.ts'

export function routes(app: App, services: Services) {
  settings(app)
  entrance(app, services)
  lifeLine(app)
  paper(app, services)
  meeting(app, services)
}

function settings(app: App) {
  app.query(contract.readMyProgrammes, async ({ db, actor }) => ({ items: await myProgrammes(db, actor) }))
  app.query(contract.readProgrammes, async ({ db, actor, params }) => ({
    items: await programmesOf(db, actor, params.id),
  }))
  app.query(contract.readProgramme, ({ db, actor, params }) => findProgramme(db, actor, params.id))
  app.command(contract.setProgramme, ({ trx, actor, params, body }) =>
    setProgramme(trx, actor, params.id, body),
  )
  app.query(contract.readAdvice, ({ db, actor, params, query }) =>
    people.adviceFor(db, actor, params.id, query.seats),
  )
  app.query(contract.readKeepers, async ({ db, actor, params }) => ({
    items: await people.keepersFor(db, actor, params.id),
  }))
  app.command(contract.nameKeeper, ({ trx, actor, params }) =>
    circles.nameKeeper(trx, actor, params.id, params.memberId),
  )
  app.command(contract.unnameKeeper, ({ trx, actor, params }) =>
    circles.unnameKeeper(trx, actor, params.id, params.memberId),
  )
  app.query(contract.readCircles, async ({ db, actor, params }) => ({
    items: await people.circlesFor(db, actor, params.id),
  }))
  app.command(contract.setCircle, ({ trx, actor, params, body }) =>
    circles.setCircle(trx, actor, params.id, body),
  )
  app.command(contract.closeCircle, ({ trx, actor, params }) => circles.closeCircle(trx, actor, params.id))
}

function entrance(app: App, { publicUrl }: Services) {
  app.query(contract.readEntrance, ({ db, actor, params }) => people.entranceFor(db, actor, params.id))
  app.command(contract.volunteer, ({ trx, actor, params, body }) =>
    entering.volunteer(trx, actor, publicUrl, params.id, body),
  )
  app.command(contract.nominate, ({ trx, actor, params, body }) =>
    entering.nominate(trx, actor, params.id, params.memberId, body.words),
  )
  app.command(contract.inviteAmbassador, ({ trx, actor, params, body }) =>
    entering.inviteAmbassador(trx, actor, params.id, params.memberId, body.words),
  )
  app.command(contract.answerNomination, ({ trx, actor, params, body }) =>
    entering.answerNomination(trx, actor, publicUrl, params.id, body),
  )
  app.command(contract.decideCandidacy, ({ trx, actor, params, body }) =>
    entering.decideCandidacy(trx, actor, params.id, body),
  )
  app.command(contract.askManager, ({ trx, actor, params, body }) =>
    agreements.askManager(trx, actor, publicUrl, {
      id: params.id,
      ambassadorId: body.ambassadorId,
      manager: body.manager,
      letterId: body.letterId ?? null,
    }),
  )
  app.query(contract.readAgreementLink, async ({ db, actor, params }) => {
    const { url } = await agreements.paperLink(db, actor, publicUrl, params.id)
    return { url }
  })
  // A wrong link is counted even when the request is refused: no transaction around the proof.
  app.raw(contract.readAgreement, async ({ database, params, http, reply }) => {
    void reply.headers({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' })
    return agreements.readAgreement(database, http.ip, params.token)
  })
  app.raw(contract.answerAgreement, async ({ database, params, http, request, reply }) => {
    void reply.headers({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' })
    return agreements.answerAgreement(
      database,
      http.ip,
      params.token,
      checkedBody(contract.answerAgreement, request),
    )
  })
}

function lifeLine(app: App) {
  app.query(contract.readBoard, ({ db, actor, params }) => people.boardOf(db, actor, params.id))
  app.query(contract.readAmbassadors, ({ db, actor, params, query }) =>
    people.ambassadorsPage(db, actor, params.id, query),
  )
  app.command(contract.actOnSeveral, ({ trx, actor, params, body }) =>
    actOnSeveral(trx, actor, params.id, body),
  )
  app.query(contract.readAmbassador, ({ db, actor, params }) => fileOf(db, actor, params.id))
  app.command(contract.pause, ({ trx, actor, params, body }) => keeping.pause(trx, actor, params.id, body))
  app.command(contract.comeBack, ({ trx, actor, params }) => keeping.comeBack(trx, actor, params.id))
  app.command(contract.leaveProgramme, ({ trx, actor, params, body }) =>
    keeping.leaveProgramme(trx, actor, params.id, body.why),
  )
  app.command(contract.handOver, ({ trx, actor, params, body }) =>
    keeping.beginHandOver(trx, actor, params.id, body),
  )
  app.command(contract.lightenRole, ({ trx, actor, params, body }) =>
    keeping.lighten(trx, actor, params.id, body),
  )
  app.command(contract.thank, ({ trx, actor, params, body }) =>
    keeping.thank(trx, actor, params.id, body.word),
  )
  app.command(contract.setLikes, ({ trx, actor, params, body }) =>
    keeping.setLikes(trx, actor, params.id, body.likes),
  )
  app.command(contract.setLeave, ({ trx, actor, params, body }) =>
    keeping.setLeave(trx, actor, params.id, body),
  )
  app.command(contract.removeLeave, ({ trx, actor, params }) => keeping.removeLeave(trx, actor, params.id))
  app.command(contract.setWall, ({ trx, actor, params, body }) =>
    keeping.setWall(trx, actor, params.id, body),
  )
  app.query(contract.readAlumni, ({ db, actor, params, query }) =>
    people.alumniPage(db, actor, params.id, query),
  )
}

function paper(app: App, { publicUrl }: Services) {
  app.command(contract.issueLetter, ({ trx, actor, params, body }) =>
    letters.issueLetter(trx, actor, params.id, body),
  )
  app.command(contract.signLetter, ({ trx, actor, params, body }) =>
    letters.signLetter(trx, actor, params.id, body.textHash),
  )
  app.query(contract.readLetters, ({ db, actor, params, query }) => lettersPage(db, actor, params.id, query))
  app.raw(contract.printLetter, async ({ database, actor, params, reply }) =>
    reply.headers(pdf('lettre-de-mission')).send(await letterPaper(database.db, actor, params.id)),
  )
  app.raw(contract.printCertificate, async ({ database, actor, params, reply }) =>
    reply.headers(pdf('attestation')).send(await certificatePaper(database.db, actor, params.id)),
  )
  app.raw(contract.printAgreement, async ({ database, actor, params, reply }) =>
    reply.headers(pdf('accord')).send(await agreementPaper(database.db, actor, publicUrl, params.id)),
  )
}

const pdf = (name: string) => ({
  'content-type': 'application/pdf',
  'content-disposition': `inline; filename="elan-${name}.pdf"`,
  'cache-control': 'private, no-store',
  'content-security-policy': "object-src 'self'; frame-ancestors 'none'",
})

function meeting(app: App, { publicUrl }: Services) {
  app.query(contract.readGatherings, ({ db, actor, params, query }) =>
    gatheringsPage(db, actor, params.id, query),
  )
  app.query(
    contract.readGathering,
    async ({ db, actor, params }) => (await findGathering(db, actor, params.id)).gathering,
  )
  app.command(contract.setGathering, ({ trx, actor, params, body }) =>
    gatherings.setGathering(trx, actor, params.id, body),
  )
  app.command(contract.answerGathering, ({ trx, actor, params, body }) =>
    gatherings.answerGathering(trx, actor, params.id, body.answer),
  )
  app.command(contract.cancelGathering, ({ trx, actor, params }) =>
    gatherings.cancelGathering(trx, actor, params.id),
  )
  app.query(contract.readAttendance, async ({ db, actor, params }) => {
    const { gathering } = await findGathering(db, actor, params.id)
    allow(gathering.can.organise, 'gathering.organise')
    return { items: await attendanceOf(db, gathering) }
  })
  app.command(contract.holdGathering, ({ trx, actor, params, body }) =>
    gatherings.holdGathering(trx, actor, params.id, body),
  )
  app.raw(contract.gatheringFile, async ({ database, actor, params, reply }) =>
    reply
      .headers({
        'content-type': 'text/calendar; charset=utf-8',
        'content-disposition': 'attachment; filename="rencontre.ics"',
        'cache-control': 'private, no-store',
      })
      .send(await calendarOf(database.db, actor, publicUrl, params.id)),
  )
}
