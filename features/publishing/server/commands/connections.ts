import { randomBytes } from 'node:crypto'
import { done } from '#platform/contract/schema.ts'
import type { Actor } from '#platform/server/actor.ts'
import { audit } from '#platform/server/audit.ts'
import { type Database, sql, type Trx } from '#platform/server/db.ts'
import { conflict, invalid, notFound, Refusal } from '#platform/server/errors.ts'
import type { Outbound } from '#platform/server/outbound.ts'
import { digest, seal, unseal } from '#platform/server/seal.ts'
import type { Services } from '#platform/server/services.ts'
import type { Body } from '#platform/contract/endpoint.ts'
import { BEGINNING_MINUTES } from '../../rules/periods.ts'
import type { beginConnection, holdAccount, openSessionOf } from '../../contract.ts'
import { isAddressOn } from '../../rules/network-names.ts'
import { BLUESKY_HOME, openSession } from '../networks/bluesky.ts'
import * as linkedin from '../networks/linkedin.ts'
import * as mastodon from '../networks/mastodon.ts'
import { NetworkTrouble, type Tokens } from '../networks/network.ts'
import { connectingIn, myConnection } from '../policy.ts'
import { findConnection } from '../queries/connections.ts'
import { forgetClosed } from './own.ts'

/** Minutes somebody may stay at the network before coming back. */

export async function hold(trx: Trx, actor: Actor, id: string, body: Body<typeof holdAccount>) {
  await connectingIn(trx, actor, body.spaceId)
  const accountUrl = body.accountUrl?.trim() ?? ''
  if (accountUrl && !isAddressOn(body.network, accountUrl))
    throw invalid('connection.address', { field: 'accountUrl' })
  const changed = await trx.run(sql`
    insert into connections (id, space_id, network, mode, name, account_url, connected_by)
    values (${id}, ${body.spaceId}, ${body.network}, 'assisted', ${body.name.trim()}, ${accountUrl}, ${actor.id})
    on conflict (id) do update set name = excluded.name, account_url = excluded.account_url
    where connections.space_id = excluded.space_id and connections.mode = 'assisted' and connections.network = excluded.network`)
  if (changed === 0) throw notFound('connection.not_found')
  await audit(trx, actor, 'connection.held', { kind: 'connection', id }, { network: body.network })
  return findConnection(trx, id)
}

/** 'mastodon.social', 'https://mastodon.social/about' → 'https://mastodon.social'. */
export function serverOf(written: string, loopback: boolean): string {
  const whole = /^https?:\/\//.test(written.trim()) ? written.trim() : `https://${written.trim()}`
  const url = URL.canParse(whole) ? new URL(whole) : null
  const clear = url?.protocol === 'http:' && loopback
  if (!url || !(url.protocol === 'https:' || clear) || !/[.:]/.test(url.host) || url.username)
    throw invalid('connection.server', { field: 'server' })
  return url.origin
}

export const redirectOf = (publicUrl: string) => `${publicUrl}/comptes/retour`

type Tools = Pick<Services, 'database' | 'publicUrl' | 'networks'> & { outbound: Outbound }

/** A trouble while connecting, as a refusal with its way out. */
const refused = (error: unknown, field?: string): never => {
  if (!(error instanceof NetworkTrouble)) throw error
  const more = field ? { field } : {}
  const codes = {
    expired: () => invalid('connection.not_accepted', more),
    forbidden: () => invalid('connection.no_right', more),
    limited: () => new Refusal(429, 'connection.limited'),
    refused: () => invalid('connection.not_accepted', more),
    away: () => invalid('connection.away', more),
    late: () => invalid('connection.away', more),
  }
  throw codes[error.kind]()
}

/** The owner of what is being connected: a community, or the actor; an existing connection is opened again in place. */
async function claim(database: Database, actor: Actor, id: string, spaceId: string | null): Promise<void> {
  if (spaceId) await connectingIn(database.db, actor, spaceId)
  const known = await database.db.row(sql`select 1 from connections where id = ${id}`)
  if (!known) return
  const place = await myConnection(database.db, actor, id)
  if (place.spaceId !== spaceId) throw notFound('connection.not_found')
}

export async function begin(
  tools: Tools,
  actor: Actor,
  id: string,
  body: Body<typeof beginConnection>,
): Promise<{ url: string }> {
  const { database, publicUrl, networks } = tools
  const spaceId = body.spaceId ?? null
  await claim(database, actor, id, spaceId)
  const state = randomBytes(32).toString('base64url')
  const organization = body.organization?.trim() ?? ''
  const redirectUri = redirectOf(publicUrl)
  let server = ''
  let url: string
  if (body.network === 'mastodon') {
    server = serverOf(body.server ?? '', networks.loopback)
    const app = await appOf(tools, server).catch((error: unknown) => refused(error, 'server'))
    url = mastodon.authorizeAddress(server, app, redirectUri, state)
  } else {
    if (!networks.linkedin) throw invalid('connection.linkedin_not_set')
    if (spaceId && !/^\d{3,20}$/.test(organization))
      throw invalid('connection.organization', { field: 'organization' })
    url = linkedin.authorizeAddress(networks.linkedin, redirectUri, state, Boolean(spaceId))
  }
  await database.transaction(async (trx) => {
    await trx.run(
      sql`delete from connection_beginnings where begun_at < now() - make_interval(mins => ${BEGINNING_MINUTES})`,
    )
    await trx.run(sql`
      insert into connection_beginnings (state_hash, connection_id, space_id, member_id, network, server, organization, path)
      values (${digest(state)}, ${id}, ${spaceId}, ${actor.id}, ${body.network}, ${server}, ${organization}, ${body.path})`)
  })
  return { url }
}

/** We introduce ourselves once to each instance. */
async function appOf(
  { database, publicUrl, outbound }: Tools,
  server: string,
): Promise<mastodon.MastodonApp> {
  const redirectUri = redirectOf(publicUrl)
  const known = await database.db.row<{ sealed: string }>(sql`
    select client_sealed as sealed from network_apps where server = ${server} and redirect_uri = ${redirectUri}`)
  if (known) return JSON.parse(unseal(known.sealed)) as mastodon.MastodonApp
  const app = await mastodon.registerApp(outbound, server, redirectUri, publicUrl)
  await database.transaction((trx) =>
    trx.run(sql`
      insert into network_apps (server, redirect_uri, client_sealed) values (${server}, ${redirectUri}, ${seal(JSON.stringify(app))})
      on conflict (server, redirect_uri) do update set client_sealed = excluded.client_sealed`),
  )
  return app
}

interface Beginning {
  connectionId: string
  spaceId: string | null
  network: 'mastodon' | 'linkedin'
  server: string
  organization: string
  path: string
}

export async function complete(tools: Tools, actor: Actor, { state, code }: { state: string; code: string }) {
  const { database, publicUrl, networks, outbound } = tools
  // Taken once: a yes that comes twice opens nothing the second time.
  const beginning = await database.transaction((trx) =>
    trx.row<Beginning>(sql`
      delete from connection_beginnings
      where state_hash = ${digest(state)} and member_id = ${actor.id} and begun_at > now() - make_interval(mins => ${BEGINNING_MINUTES})
      returning connection_id as "connectionId", space_id as "spaceId", network, server, organization, path`),
  )
  if (!beginning) throw conflict('connection.beginning_over')
  await claim(database, actor, beginning.connectionId, beginning.spaceId)
  const redirectUri = redirectOf(publicUrl)
  const opened = await openedBy().catch((error: unknown) => refused(error))
  const connection = await keep(database, actor, {
    id: beginning.connectionId,
    spaceId: beginning.spaceId,
    network: beginning.network,
    server: beginning.server,
    ...opened,
  })
  return { connection, path: beginning.path }

  async function openedBy() {
    if (!beginning) throw conflict('connection.beginning_over')
    if (beginning.network === 'mastodon') {
      const app = await appOf(tools, beginning.server)
      return mastodon.openAccount(outbound, beginning.server, app, redirectUri, code)
    }
    if (!networks.linkedin) throw invalid('connection.linkedin_not_set')
    return linkedin.openAccount(outbound, networks.linkedin, redirectUri, code, beginning.organization)
  }
}

/** The password of the application opens a session and is forgotten at once. */
export async function openWithPassword(
  tools: Tools,
  actor: Actor,
  id: string,
  body: Body<typeof openSessionOf>,
) {
  const { database, networks, outbound } = tools
  const spaceId = body.spaceId ?? null
  await claim(database, actor, id, spaceId)
  const server = body.server?.trim() ? serverOf(body.server, networks.loopback) : BLUESKY_HOME
  const opened = await openSession(outbound, server, body.handle.trim(), body.appPassword.trim()).catch(
    (error: unknown) => refused(error, 'appPassword'),
  )
  return keep(database, actor, { id, spaceId, network: 'bluesky', server, ...opened })
}

interface Opened {
  id: string
  spaceId: string | null
  network: 'mastodon' | 'linkedin' | 'bluesky'
  server: string
  externalId: string
  name: string
  accountUrl: string
  textLimit: number | null
  tokens: Tokens
  expiresAt: string | null
}

const keep = (database: Database, actor: Actor, opened: Opened) =>
  database.transaction(async (trx) => {
    const { id, spaceId } = opened
    const kept = await trx.run(sql`
      insert into connections (id, space_id, member_id, network, mode, name, account_url, server, external_id, text_limit,
        tokens_sealed, expires_at, connected_by)
      values (${id}, ${spaceId}, ${spaceId ? null : actor.id}, ${opened.network}, 'api', ${opened.name || opened.externalId},
        ${opened.accountUrl}, ${opened.server}, ${opened.externalId}, ${opened.textLimit}, ${seal(JSON.stringify(opened.tokens))},
        ${opened.expiresAt}, ${actor.id})
      on conflict (id) do update set name = excluded.name, account_url = excluded.account_url, server = excluded.server,
        external_id = excluded.external_id, text_limit = excluded.text_limit, tokens_sealed = excluded.tokens_sealed,
        expires_at = excluded.expires_at, state = 'open', reminded = '{}', mode = 'api', connected_by = excluded.connected_by
      where connections.network = excluded.network and connections.space_id is not distinct from excluded.space_id
        and connections.member_id is not distinct from excluded.member_id`)
    if (kept === 0) throw notFound('connection.not_found')
    // What somebody connects for themselves is nobody's to read in a log.
    if (spaceId)
      await audit(trx, actor, 'connection.opened', { kind: 'connection', id }, { network: opened.network })
    return findConnection(trx, id)
  })

export async function close(trx: Trx, actor: Actor, id: string) {
  const place = await myConnection(trx, actor, id)
  await disconnect(trx, [id])
  if (place.spaceId) await audit(trx, actor, 'connection.closed', { kind: 'connection', id })
  // An account of one's own that published nothing leaves no trace.
  await forgetClosed(trx, sql`c.id = ${id}`)
  return done
}

async function disconnect(trx: Trx, ids: string[]): Promise<void> {
  await trx.run(sql`
    update connections set state = 'closed', tokens_sealed = null, expires_at = null where id = any(${ids}::uuid[])`)
  await trx.run(sql`
    update publications set state = 'cancelled', problem = 'closed'
    where connection_id = any(${ids}::uuid[]) and state in ('queued', 'held', 'failed')`)
}

/** Somebody left: what they had connected for themselves opens nothing any more, and nothing leaves by it. */
export async function disconnectAllOf(trx: Trx, memberId: string): Promise<void> {
  const rows = await trx.rows<{ id: string }>(
    sql`select id from connections where member_id = ${memberId} and state <> 'closed'`,
  )
  await disconnect(
    trx,
    rows.map(({ id }) => id),
  )
}
