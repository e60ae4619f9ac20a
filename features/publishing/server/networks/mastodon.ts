import type { Outbound } from '#platform/server/outbound.ts'
import { wholeText } from '../../rules/lengths.ts'
import { bareWords } from '../../rules/plain-words.ts'
import {
  type Account,
  ask,
  countIn,
  type Draft,
  listIn,
  type Network,
  NetworkTrouble,
  type Published,
  textIn,
} from './network.ts'

export const MASTODON_SCOPES = 'profile read:statuses write:statuses write:media'
/** Two servers' clocks are never quite the same. */
const SLACK_MS = 120_000
const PROCESSING_MS = 700

const published = (json: unknown): Published => {
  const externalId = textIn(json, 'id')
  if (!externalId) throw new NetworkTrouble('away')
  return { externalId, url: addressIn(json, 'url') || addressIn(json, 'uri') }
}

/** An address that a browser may open; an instance may say anything. */
function addressIn(json: unknown, name: string): string {
  const written = textIn(json, name)
  return /^https?:\/\//.test(written) ? written : ''
}

/** Mastodon: no gatekeeper, one application per instance. */
export function mastodon(outbound: Outbound): Network {
  const api = (account: Account, path: string) => `${account.server}${path}`
  return {
    async publish(account, draft) {
      const token = account.tokens.access
      const media = draft.picture ? [await sendPicture(outbound, account, draft.picture)] : []
      const reply = await ask(outbound, api(account, '/api/v1/statuses'), {
        method: 'POST',
        token,
        headers: { 'idempotency-key': draft.id },
        json: {
          status: wholeText('mastodon', draft.text, draft.link?.url ?? ''),
          media_ids: media,
          visibility: 'public',
          language: draft.language,
        },
      })
      return published(reply.json)
    },
    async find(account, draft) {
      const path = `/api/v1/accounts/${account.externalId}/statuses?limit=40&exclude_reblogs=true`
      const reply = await ask(outbound, api(account, path), { token: account.tokens.access })
      const words = wholeText('mastodon', draft.text, draft.link?.url ?? '').replace(/\s+/gu, '')
      const mine = listIn(reply.json).find(
        (one) =>
          Date.parse(textIn(one, 'created_at')) >= draft.triedAt.getTime() - SLACK_MS &&
          bareWords(textIn(one, 'content')) === words,
      )
      return mine ? published(mine) : null
    },
    async remove(account, externalId) {
      await ask(outbound, api(account, `/api/v1/statuses/${externalId}`), {
        method: 'DELETE',
        token: account.tokens.access,
        fine: [404],
      })
    },
    async figures(account, externalId) {
      const { json, status } = await ask(outbound, api(account, `/api/v1/statuses/${externalId}`), {
        token: account.tokens.access,
        fine: [404],
      })
      if (status === 404) return null
      return {
        likes: countIn(json, 'favourites_count'),
        reposts: countIn(json, 'reblogs_count'),
        replies: countIn(json, 'replies_count'),
        clicks: null,
        views: null,
      }
    },
    // Its tokens do not end: they are withdrawn.
    renew: async () => null,
  }
}

async function sendPicture(
  outbound: Outbound,
  account: Account,
  picture: NonNullable<Draft['picture']>,
): Promise<string> {
  const line = `elan${crypto.randomUUID()}`
  const part = (name: string, more: string) =>
    `--${line}\r\ncontent-disposition: form-data; name="${name}"${more}\r\n\r\n`
  const body = Buffer.concat([
    Buffer.from(`${part('description', '')}${picture.alt}\r\n`),
    Buffer.from(part('file', `; filename="image.jpg"\r\ncontent-type: ${picture.mediaType}`)),
    picture.bytes,
    Buffer.from(`\r\n--${line}--\r\n`),
  ])
  const token = account.tokens.access
  const reply = await ask(outbound, `${account.server}/api/v2/media`, {
    method: 'POST',
    token,
    headers: { 'content-type': `multipart/form-data; boundary=${line}` },
    body,
    timeoutMs: 20_000,
  })
  const id = textIn(reply.json, 'id')
  // 202: the instance still works on it, and 206 until it is done.
  let { status } = reply
  for (let looks = 0; (status === 202 || status === 206) && looks < 15; looks++) {
    await new Promise((done) => setTimeout(done, PROCESSING_MS))
    status = (await ask(outbound, `${account.server}/api/v1/media/${id}`, { token })).status
  }
  return id
}

export interface MastodonApp {
  clientId: string
  clientSecret: string
}

/** We introduce ourselves to an instance; nothing is asked of its administrator. */
export async function registerApp(
  outbound: Outbound,
  server: string,
  redirectUri: string,
  website: string,
): Promise<MastodonApp> {
  const { json } = await ask(outbound, `${server}/api/v1/apps`, {
    method: 'POST',
    json: { client_name: 'Élan', redirect_uris: [redirectUri], scopes: MASTODON_SCOPES, website },
  })
  const app = { clientId: textIn(json, 'client_id'), clientSecret: textIn(json, 'client_secret') }
  if (!app.clientId || !app.clientSecret) throw new NetworkTrouble('away')
  return app
}

export function authorizeAddress(
  server: string,
  app: MastodonApp,
  redirectUri: string,
  state: string,
): string {
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: app.clientId,
    redirect_uri: redirectUri,
    scope: MASTODON_SCOPES,
    state,
  })
  return `${server}/oauth/authorize?${query.toString()}`
}

export async function openAccount(
  outbound: Outbound,
  server: string,
  app: MastodonApp,
  redirectUri: string,
  code: string,
) {
  const { json } = await ask(outbound, `${server}/oauth/token`, {
    method: 'POST',
    form: {
      grant_type: 'authorization_code',
      code,
      client_id: app.clientId,
      client_secret: app.clientSecret,
      redirect_uri: redirectUri,
    },
  })
  const access = textIn(json, 'access_token')
  if (!access) throw new NetworkTrouble('expired')
  const who = await ask(outbound, `${server}/api/v1/accounts/verify_credentials`, { token: access })
  const instance = await ask(outbound, `${server}/api/v2/instance`, { fine: [404, 401, 422] })
  const statuses = (instance.json as { configuration?: { statuses?: { max_characters?: number } } } | null)
    ?.configuration?.statuses
  return {
    tokens: { access },
    externalId: textIn(who.json, 'id'),
    name: `@${textIn(who.json, 'username')}@${new URL(server).host}`,
    accountUrl: addressIn(who.json, 'url'),
    textLimit: statuses?.max_characters ?? null,
    expiresAt: null,
  }
}
