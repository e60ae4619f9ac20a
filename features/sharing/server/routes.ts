import type { FastifyReply, FastifyRequest } from 'fastify'
import type { App } from '#platform/server/app.ts'
import { preferredLanguage } from '#platform/server/words.ts'
import { canShape, placeIn } from '#features/programme/server/policy.ts'
import { allow } from '#platform/server/errors.ts'
import * as contract from '../contract.ts'
import { isPerson } from '../rules/robots.ts'
import { publishShare, tryShare } from './commands/by-account.ts'
import { noteClick } from './commands/clicks.ts'
import { removeKit, setKit, setKitState } from './commands/kits.ts'
import { chooseNetwork, forgetShare, withdrawNetwork } from './commands/mine.ts'
import { setShareSettings } from './commands/settings.ts'
import { isKnown, offerVariant, tellShare } from './commands/sharing.ts'
import { figuresOf } from './queries/figures.ts'
import { settingsOf } from './queries/hours.ts'
import { findKit, kitsOf, workshopOf } from './queries/kits.ts'
import { mySharing } from './queries/mine.ts'
import { sayOver, whereTo } from './redirector.ts'

export function routes(app: App) {
  app.query(contract.readKits, ({ db, actor, params }) => kitsOf(db, actor, params.id))
  app.query(contract.readKit, ({ db, actor, params }) => findKit(db, actor, params.id))
  app.query(contract.readKitWorkshop, ({ db, actor, params }) => workshopOf(db, actor, params.id))
  app.query(contract.readKitFigures, ({ db, actor, params }) => figuresOf(db, actor, params.id))
  app.command(contract.setKit, ({ trx, actor, params, body }) => setKit(trx, actor, params.id, body))
  app.command(contract.setKitState, ({ trx, actor, params, body }) =>
    setKitState(trx, actor, params.id, body.state),
  )
  app.command(contract.removeKit, ({ trx, actor, params }) => removeKit(trx, actor, params.id))
  app.query(contract.readShareSettings, async ({ db, actor, params }) => {
    allow(canShape(await placeIn(db, actor, params.id)), 'kit.shape')
    return settingsOf(db, params.id)
  })
  app.command(contract.setShareSettings, ({ trx, actor, params, body }) =>
    setShareSettings(trx, actor, params.id, body),
  )
  app.query(contract.readMySharing, ({ db, actor, params }) => mySharing(db, actor, params.id))
  app.command(contract.chooseNetwork, ({ trx, actor, params, body }) =>
    chooseNetwork(trx, actor, { programmeId: params.id, network: params.network, instance: body.instance }),
  )
  app.command(contract.withdrawNetwork, ({ trx, actor, params }) =>
    withdrawNetwork(trx, actor, params.id, params.network),
  )
  app.command(contract.offerVariant, async ({ trx, actor, params, body }) => {
    const offer = await offerVariant(trx, actor, { kitId: params.id, ...body })
    return { ...offer, link: `${app.options.publicUrl}${offer.link}` }
  })
  app.command(contract.compareWords, async ({ trx, actor, params, body }) => ({
    known: await isKnown(trx, actor, { kitId: params.id, ...body }),
  }))
  app.command(contract.tellShare, ({ trx, actor, params, body }) => tellShare(trx, actor, params.id, body))
  app.command(contract.publishShare, ({ trx, actor, params, body }) =>
    publishShare(trx, actor, { id: params.id, publicUrl: app.options.publicUrl }, body),
  )
  app.command(contract.tryShare, ({ trx, actor, params }) => tryShare(trx, actor, params.id))
  app.command(contract.forgetShare, ({ trx, actor, params }) => forgetShare(trx, actor, params.id))
  app.raw(contract.followLink, ({ request, reply, params }) => follow(app, request, reply, params.code))
  // Some look before they follow.
  app.fastify.head<{ Params: { code: string } }>('/s/:code', (request, reply) =>
    follow(app, request as FastifyRequest, reply, request.params.code),
  )
}

const said = (value: string | string[] | undefined) => (Array.isArray(value) ? value.join() : value)

async function follow(app: App, request: FastifyRequest, reply: FastifyReply, code: string) {
  const { database } = app.options
  const where = await whereTo(database.db, code)
  const { headers } = request
  // People outside read what their browser reads, member or not.
  if (where.state !== 'on') return sayOver(reply, preferredLanguage(headers['accept-language']), where)
  const person = isPerson({
    method: request.method,
    agent: headers['user-agent'],
    purpose: said(headers['sec-purpose']) ?? said(headers.purpose) ?? said(headers['x-moz']),
    destination: said(headers['sec-fetch-dest']),
  })
  if (person)
    await database.transaction((trx) =>
      noteClick(trx, code, { address: request.ip, agent: headers['user-agent'] ?? '' }),
    )
  return reply
    .header('cache-control', 'no-store')
    .header('x-robots-tag', 'noindex')
    .redirect(where.address, 302)
}
