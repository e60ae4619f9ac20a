import type { App } from '#platform/server/app.ts'
import type { Services } from '#platform/server/services.ts'
import * as contract from '../contract.ts'
import * as buddies from './commands/buddies.ts'
import * as calls from './commands/calls.ts'
import * as drafts from './commands/drafts.ts'
import * as progress from './commands/progress.ts'
import * as quiz from './commands/quiz.ts'
import * as shaping from './commands/shaping.ts'
import { calendarOf, callNotesOf, slotsOf } from './queries/calls.ts'
import { firstDraft, myDraft } from './queries/drafts.ts'
import { editedJourney } from './queries/edited.ts'
import { journeyInFile, myJourney } from './queries/my-journey.ts'
import { overviewOf } from './queries/overview.ts'

export function routes(app: App, { publicUrl }: Services) {
  app.query(contract.readMyJourney, ({ db, actor, params }) => myJourney(db, actor, params.id))
  app.command(contract.noteJourney, ({ trx, actor, params }) => progress.noteJourney(trx, actor, params.id))
  app.command(contract.setJourneyMail, ({ trx, actor, params, body }) =>
    progress.setJourneyMail(trx, actor, params.id, body.wanted),
  )
  app.command(contract.tickStep, ({ trx, actor, params }) => progress.tickStep(trx, actor, params.id))
  app.query(contract.readJourneyInFile, ({ db, actor, params }) => journeyInFile(db, actor, params.id))
  app.query(contract.readOverview, ({ db, actor, params }) => overviewOf(db, actor, params.id))

  app.query(contract.readEditedJourney, ({ db, actor, params }) => editedJourney(db, actor, params.id))
  app.command(contract.copyModel, ({ trx, actor, params, body }) =>
    shaping.copyModel(trx, actor, params.id, body),
  )
  app.command(contract.setStep, ({ trx, actor, params, body }) =>
    shaping.setStep(trx, actor, params.id, body),
  )
  app.command(contract.removeStep, ({ trx, actor, params }) => shaping.removeStep(trx, actor, params.id))
  app.command(contract.orderSteps, ({ trx, actor, params, body }) =>
    shaping.orderSteps(trx, actor, params.id, body.stepIds),
  )

  app.query(contract.readSlots, ({ db, actor, params }) => slotsOf(db, actor, params.id))
  app.command(contract.offerSlot, ({ trx, actor, params, body }) =>
    calls.offerSlot(trx, actor, params.id, body),
  )
  app.command(contract.withdrawSlot, ({ trx, actor, params }) => calls.withdrawSlot(trx, actor, params.id))
  app.command(contract.bookSlot, ({ trx, actor, params }) => calls.bookSlot(trx, actor, params.id))
  app.command(contract.cancelBooking, ({ trx, actor, params }) => calls.cancelBooking(trx, actor, params.id))
  app.command(contract.holdCall, ({ trx, actor, params }) => calls.holdCall(trx, actor, params.id))
  app.raw(contract.readSlotCalendar, async ({ database, actor, params, reply }) =>
    reply
      .headers({
        'cache-control': 'private, no-store',
        'content-disposition': 'attachment; filename="appel.ics"',
      })
      .type('text/calendar; charset=utf-8')
      .send(await calendarOf(database.db, actor, publicUrl, params.id)),
  )
  app.query(contract.readCallNotes, async ({ db, actor, params }) => ({
    items: await callNotesOf(db, actor, params.id),
  }))
  app.command(contract.writeCallNote, ({ trx, actor, params, body }) =>
    calls.writeCallNote(trx, actor, params.id, body),
  )
  app.command(contract.dropCallNote, ({ trx, actor, params }) => calls.dropCallNote(trx, actor, params.id))

  app.query(contract.readBuddyChoices, async ({ db, actor, params }) => ({
    items: await buddies.buddyChoices(db, actor, params.id),
  }))
  app.command(contract.nameBuddy, ({ trx, actor, params, body }) =>
    buddies.nameBuddy(trx, actor, params.id, body.buddyId),
  )

  app.command(contract.beginTry, ({ trx, actor, params }) =>
    quiz.beginTry(trx, actor, params.id, params.tryId),
  )
  app.command(contract.answerQuestion, ({ trx, actor, params, body }) =>
    quiz.answerQuestion(trx, actor, params.id, params.questionId, body.options),
  )

  app.query(contract.readMyDraft, async ({ db, actor, params }) => ({
    draft: await myDraft(db, actor, params.id),
  }))
  app.query(contract.readFirstDraft, ({ db, actor, params }) => firstDraft(db, actor, params.id))
  app.command(contract.saveFirstDraft, ({ trx, actor, params, body }) =>
    drafts.saveFirstDraft(trx, actor, params.id, body),
  )
  app.command(contract.shareFirstDraft, ({ trx, actor, params }) =>
    drafts.shareFirstDraft(trx, actor, params.id, true),
  )
  app.command(contract.unshareFirstDraft, ({ trx, actor, params }) =>
    drafts.shareFirstDraft(trx, actor, params.id, false),
  )
  app.command(contract.writeDraftWord, ({ trx, actor, params, body }) =>
    drafts.writeDraftWord(trx, actor, params.id, body),
  )
  app.command(contract.publishFirstDraft, ({ trx, actor, params }) =>
    drafts.publishFirstDraft(trx, actor, params.id),
  )
}
