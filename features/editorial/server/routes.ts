import type { App } from '#platform/server/app.ts'
import type { Services } from '#platform/server/services.ts'
import { checkedBody } from '#features/sessions/server/checked-body.ts'
import * as contract from '../contract.ts'
import * as committees from './commands/committees.ts'
import { importCalendar, previewImport } from './commands/imports.ts'
import { endSeries, setSeries } from './commands/series.ts'
import * as settings from './commands/settings.ts'
import * as slots from './commands/slots.ts'
import { dropStarter, setStarter } from './commands/starters.ts'
import * as texts from './commands/text.ts'
import { dropFeedAddress, feedAddress, feedFile, makeFeedAddress } from './feed-file.ts'
import { printMinutes } from './minutes.ts'
import { calendar } from './queries/calendar.ts'
import { committeesOf, findCommittee } from './queries/committees.ts'
import { linkableOf } from './queries/linkable.ts'
import { findSheet } from './queries/slots.ts'
import { startersOf } from './queries/starters.ts'
import { findSlotFile, sendSlotFile } from './slot-file.ts'

export function routes(app: App, services: Services) {
  const { publicUrl } = services
  app.query(contract.readCalendar, ({ db, actor, params, query }) =>
    calendar(db, actor, params.id, query.from, query.to),
  )
  app.command(contract.setCadence, ({ trx, actor, params, body }) =>
    settings.setCadence(trx, actor, params.id, body),
  )
  app.command(contract.setTheme, ({ trx, actor, params, body }) =>
    settings.setTheme(trx, actor, params.id, params.themeId, body),
  )
  app.command(contract.dropTheme, ({ trx, actor, params }) =>
    settings.dropTheme(trx, actor, params.id, params.themeId),
  )
  app.command(contract.blockDays, ({ trx, actor, params, body }) =>
    settings.blockDays(trx, actor, params.id, params.blockedId, body),
  )
  app.command(contract.unblockDays, ({ trx, actor, params }) =>
    settings.unblockDays(trx, actor, params.id, params.blockedId),
  )

  app.query(contract.readLinkable, ({ db, actor, params }) => linkableOf(db, actor, params.id))
  app.command(contract.createSlot, ({ trx, actor, params, body }) =>
    slots.placeSlot(trx, actor, params.id, body),
  )
  app.query(contract.readSlot, ({ db, actor, params }) => findSheet(db, actor, params.id))
  app.command(contract.changeSlot, ({ trx, actor, params, body }) =>
    slots.changeSlot(trx, actor, params.id, body),
  )
  app.command(contract.moveSlot, ({ trx, actor, params, body }) =>
    slots.moveSlot(trx, actor, params.id, body.state),
  )
  app.command(contract.takePen, ({ trx, actor, params }) => texts.takePen(trx, actor, params.id))
  app.command(contract.leavePen, ({ trx, actor, params }) => texts.leavePen(trx, actor, params.id))
  app.command(contract.writeSlot, ({ trx, actor, params, body }) =>
    texts.writeSlot(trx, actor, params.id, body),
  )
  app.raw(contract.readSlotFile, async ({ database, actor, params, query, reply }) =>
    sendSlotFile(
      services,
      await findSlotFile(database.db, actor, params.id, params.fileId),
      query.variant,
      reply,
    ),
  )
  app.command(contract.restoreVersion, ({ trx, actor, params }) =>
    texts.restoreVersion(trx, actor, params.id, params.versionId),
  )
  app.command(contract.writeRemark, ({ trx, actor, params, body }) =>
    texts.writeRemark(trx, actor, params.id, params.remarkId, body),
  )
  app.command(contract.settleRemark, ({ trx, actor, params }) =>
    texts.settleRemark(trx, actor, params.id, params.remarkId),
  )
  app.command(contract.setSeries, ({ trx, actor, params, body }) => setSeries(trx, actor, params.id, body))
  app.command(contract.endSeries, ({ trx, actor, params }) => endSeries(trx, actor, params.id))

  app.query(contract.readFeedAddress, ({ db, actor, params }) => feedAddress(db, actor, publicUrl, params.id))
  app.command(contract.makeFeedAddress, ({ trx, actor, params }) =>
    makeFeedAddress(trx, actor, publicUrl, params.id),
  )
  app.command(contract.dropFeedAddress, ({ trx, actor, params }) => dropFeedAddress(trx, actor, params.id))
  app.raw(contract.readFeedFile, async ({ database, params, reply }) => {
    const file = await feedFile(database.db, publicUrl, params.token)
    return reply
      .type('text/calendar; charset=utf-8')
      .headers({ 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex' })
      .send(file)
  })
  // The file is read in a thread of its own, outside any transaction.
  app.raw(contract.previewImport, async ({ database, actor, params, request, reply }) => {
    const { text } = checkedBody(contract.previewImport, request)
    return reply.send(await previewImport(database, actor, params.id, text))
  })
  app.raw(contract.importCalendar, async ({ database, actor, params, request, reply }) => {
    const { text, channel } = checkedBody(contract.importCalendar, request)
    return reply.send(await importCalendar(database, actor, params.id, text, channel))
  })

  app.query(contract.readCommittees, ({ db, actor, params }) => committeesOf(db, actor, params.id))
  app.query(contract.readCommittee, ({ db, actor, params }) => findCommittee(db, actor, params.id))
  app.command(contract.setCommittee, ({ trx, actor, params, body }) =>
    committees.setCommittee(trx, actor, params.id, body),
  )
  app.command(contract.holdCommittee, ({ trx, actor, params }) =>
    committees.holdCommittee(trx, actor, params.id),
  )
  app.command(contract.decide, ({ trx, actor, params, body }) =>
    committees.decide(trx, actor, params.id, params.decisionId, body),
  )
  app.command(contract.settleDecision, ({ trx, actor, params }) =>
    committees.settleDecision(trx, actor, params.id, params.decisionId),
  )
  app.command(contract.dropDecision, ({ trx, actor, params }) =>
    committees.dropDecision(trx, actor, params.id, params.decisionId),
  )
  app.raw(contract.printMinutes, async ({ database, actor, params, query, reply }) => {
    const pdf = await printMinutes(database.db, actor, params.id, query.language)
    return reply
      .headers({
        'content-type': 'application/pdf',
        'content-disposition': 'inline; filename="elan-comite.pdf"',
        'cache-control': 'private, no-store',
        'content-security-policy': "object-src 'self'; frame-ancestors 'none'",
      })
      .send(pdf)
  })
  app.command(contract.publishMinutes, ({ trx, actor, params, body }) =>
    committees.publishMinutes(trx, actor, params.id, body.text),
  )

  app.query(contract.readStarters, ({ db, actor, params, query }) =>
    startersOf(db, actor, params.id, query.language ?? actor.language),
  )
  app.command(contract.setStarter, ({ trx, actor, params, body }) =>
    setStarter(trx, actor, params.id, params.starterId, body),
  )
  app.command(contract.dropStarter, ({ trx, actor, params }) =>
    dropStarter(trx, actor, params.id, params.key),
  )
}
