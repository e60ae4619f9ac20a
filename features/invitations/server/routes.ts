import { checkedBody } from '#features/sessions/server/checked-body.ts'
import type { App } from '#platform/server/app.ts'
import type { Services } from '#platform/server/services.ts'
import * as contract from '../contract.ts'
import * as campaigns from './commands/campaigns.ts'
import * as codes from './commands/codes.ts'
import * as entry from './commands/entry.ts'
import * as followUps from './commands/follow-up.ts'
import { acceptInvitation } from './commands/accepting.ts'
import { sendAgain } from './commands/sending.ts'
import { printLetters } from './letters.ts'
import { printPoster } from './poster.ts'
import { qrPng, qrSvg } from '#platform/server/qr.ts'
import { campaignsPage } from './queries/campaigns.ts'
import { codesOf, managedCode } from './queries/codes.ts'
import { findEntry } from './queries/entry.ts'
import { invitationsOf } from './queries/mine.ts'
import { followUp, invitationsPage } from './queries/invitations.ts'

export function routes(app: App, services: Services) {
  const { publicUrl } = services
  app.command(contract.previewInvitations, ({ trx, actor, params, body }) =>
    campaigns.previewInvitations(trx, actor, params.id, body),
  )
  app.command(contract.sendCampaign, ({ trx, actor, params, body }) =>
    campaigns.sendCampaign(trx, actor, params.id, body),
  )
  app.query(contract.readCampaigns, ({ db, actor, params, query }) =>
    campaignsPage(db, actor, params.id, query),
  )
  app.query(contract.readFollowUp, ({ db, actor, params }) => followUp(db, actor, params.id))
  app.query(contract.readInvitations, ({ db, actor, params, query }) =>
    invitationsPage(db, actor, params.id, query),
  )
  app.command(contract.withdrawInvitation, ({ trx, actor, params }) =>
    followUps.withdrawInvitation(trx, actor, params.id),
  )
  app.command(contract.sendAgain, ({ trx, actor, params, body }) =>
    sendAgain(trx, actor, publicUrl, params.id, body.email),
  )
  app.command(contract.cancelReminders, ({ trx, actor, params }) =>
    followUps.cancelReminders(trx, actor, params.id),
  )
  app.command(contract.cancelReminder, ({ trx, actor, params }) =>
    followUps.cancelReminder(trx, actor, params.id, params.day),
  )
  app.command(contract.cancelCampaignReminders, ({ trx, actor, params }) =>
    followUps.cancelCampaignReminders(trx, actor, params.id),
  )

  app.command(contract.makeCode, ({ trx, actor, params, body }) =>
    codes.makeSharedCode(trx, actor, publicUrl, params.id, body),
  )
  app.query(contract.readCodes, ({ db, actor, params }) => codesOf(db, actor, publicUrl, params.id))
  app.command(contract.withdrawCode, ({ trx, actor, params }) =>
    codes.withdrawSharedCode(trx, actor, publicUrl, params.id),
  )
  app.raw(contract.readQr, async ({ database, actor, params, query, reply }) => {
    const { code } = await managedCode(database.db, actor, publicUrl, params.id)
    void reply.header('cache-control', 'private, no-store')
    if (query.format === 'png') return reply.type('image/png').send(await qrPng(code.url))
    return reply.type('image/svg+xml').send(await qrSvg(code.url))
  })
  app.raw(contract.printPoster, async ({ database, actor, params, query, reply }) => {
    const poster = await printPoster(database.db, actor, publicUrl, params.id, query)
    return reply.headers(paper('affiche')).send(poster)
  })
  app.raw(contract.printLetters, async ({ database, actor, params, query, reply }) => {
    const letters = await printLetters(database, actor, publicUrl, params.id, query)
    return reply.headers(paper('lettres')).send(letters)
  })

  app.query(contract.readMyInvitations, ({ db, actor }) => invitationsOf(db, actor))
  app.command(contract.acceptInvitation, ({ trx, actor, params }) => acceptInvitation(trx, actor, params.id))

  // Wrong codes are counted even when the request is refused: these keep no transaction around the proof.
  app.raw(contract.readEntry, async ({ database, actor, params, http, reply }) => {
    void reply.header('cache-control', 'no-store')
    return entry.atTheDoor(database, http.ip, (db) => findEntry(db, actor, params.code))
  })
  app.raw(contract.recognise, async ({ database, params, http, request }) => {
    const { id: _id, ...person } = await entry.recognise(
      database,
      http.ip,
      params.code,
      checkedBody(contract.recognise, request),
    )
    return person
  })
  app.raw(contract.enter, ({ database, params, http, request }) =>
    entry.enter(database, http, params.code, checkedBody(contract.enter, request)),
  )
  app.raw(contract.takeOwnSeat, ({ database, actor, params, http }) =>
    entry.takeOwnSeat(database, actor, http.ip, params.code),
  )
}

/** Shown in the browser, ready to print; it holds codes, so nothing on the way keeps it. */
const paper = (name: string) => ({
  'content-type': 'application/pdf',
  'content-disposition': `inline; filename="elan-${name}.pdf"`,
  'cache-control': 'private, no-store',
  // The viewer of the browser is an object of its own; the page around it still may not be framed.
  'content-security-policy': "object-src 'self'; frame-ancestors 'none'",
})
