import { checkedBody } from '#features/sessions/server/checked-body.ts'
import type { App } from '#platform/server/app.ts'
import { openOutbound } from '#platform/server/outbound.ts'
import type { Services } from '#platform/server/services.ts'
import * as contract from '../contract.ts'
import * as connections from './commands/connections.ts'
import * as own from './commands/own.ts'
import { connectionsOf, myConnections, spokenHere } from './queries/connections.ts'
import { findMyPublication, myPublications } from './queries/publications.ts'

export function routes(app: App, services: Services) {
  const { networks } = services
  const tools = { ...services, outbound: openOutbound({ loopback: networks.loopback }) }
  app.query(contract.readMyConnections, async ({ db, actor }) => ({
    items: await myConnections(db, actor),
    networks: spokenHere(networks),
  }))
  app.query(contract.readConnections, async ({ db, actor, params }) => ({
    items: await connectionsOf(db, actor, params.id),
    networks: spokenHere(networks),
  }))
  app.command(contract.holdAccount, ({ trx, actor, params, body }) =>
    connections.hold(trx, actor, params.id, body),
  )
  // They speak to a network: no transaction is kept open around that.
  app.raw(contract.beginConnection, ({ actor, params, request }) =>
    connections.begin(tools, actor, params.id, checkedBody(contract.beginConnection, request)),
  )
  app.raw(contract.completeConnection, ({ actor, request }) =>
    connections.complete(tools, actor, checkedBody(contract.completeConnection, request)),
  )
  app.raw(contract.openSessionOf, ({ actor, params, request }) =>
    connections.openWithPassword(tools, actor, params.id, checkedBody(contract.openSessionOf, request)),
  )
  app.command(contract.closeConnection, ({ trx, actor, params }) => connections.close(trx, actor, params.id))
  app.command(contract.publishMine, ({ trx, actor, params, body }) =>
    own.publishMine(trx, actor, params.id, body),
  )
  app.query(contract.readMyPublications, ({ db, actor, query }) => myPublications(db, actor, query))
  app.query(contract.readMyPublication, ({ db, actor, params }) => findMyPublication(db, actor, params.id))
  app.command(contract.cancelMine, ({ trx, actor, params }) => own.cancelMine(trx, actor, params.id))
  app.command(contract.tryMine, ({ trx, actor, params }) => own.tryMine(trx, actor, params.id))
  app.command(contract.takeDownMine, ({ trx, actor, params }) => own.takeDownMine(trx, actor, params.id))
  app.command(contract.forgetMine, ({ trx, actor, params }) => own.forgetMine(trx, actor, params.id))
}
