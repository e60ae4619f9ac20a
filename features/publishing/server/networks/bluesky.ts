import type { Outbound } from '#platform/server/outbound.ts'
import { facetsOf } from '../../rules/facets.ts'
import { recordKey } from '../../rules/record-key.ts'
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

export const BLUESKY_HOME = 'https://bsky.social'
const COLLECTION = 'app.bsky.feed.post'

/** at://did/app.bsky.feed.post/key → the page that people read. */
const published = (account: Account, uri: string): Published => {
  if (!uri) throw new NetworkTrouble('away')
  return {
    externalId: uri,
    url: `https://bsky.app/profile/${account.externalId}/post/${uri.split('/').at(-1) ?? ''}`,
  }
}

/** Bluesky (AT Protocol), with the password of an application: nothing to ask of anybody. */
export function bluesky(outbound: Outbound): Network {
  const xrpc = (account: Account, method: string) => `${account.server}/xrpc/${method}`
  return {
    async publish(account, draft) {
      const record = {
        $type: COLLECTION,
        text: draft.text.trim(),
        createdAt: new Date().toISOString(),
        langs: [draft.language],
        facets: facetsOf(draft.text.trim()),
        ...(await embedOf(outbound, account, draft)),
      }
      const { json } = await ask(outbound, xrpc(account, 'com.atproto.repo.createRecord'), {
        method: 'POST',
        token: account.tokens.access,
        json: { repo: account.externalId, collection: COLLECTION, rkey: recordKey(draft.id), record },
      })
      return published(account, textIn(json, 'uri'))
    },
    async find(account, draft) {
      const query = new URLSearchParams({
        repo: account.externalId,
        collection: COLLECTION,
        rkey: recordKey(draft.id),
      })
      // A record that is not there is a 400 named RecordNotFound.
      const { json, status } = await ask(
        outbound,
        `${xrpc(account, 'com.atproto.repo.getRecord')}?${query.toString()}`,
        { token: account.tokens.access, fine: [400, 404] },
      )
      if (status !== 200) {
        if (['ExpiredToken', 'InvalidToken'].includes(textIn(json, 'error')))
          throw new NetworkTrouble('expired')
        return null
      }
      return published(account, textIn(json, 'uri'))
    },
    async remove(account, externalId) {
      await ask(outbound, xrpc(account, 'com.atproto.repo.deleteRecord'), {
        method: 'POST',
        token: account.tokens.access,
        json: { repo: account.externalId, collection: COLLECTION, rkey: externalId.split('/').at(-1) },
      })
    },
    async figures(account, externalId) {
      const { json } = await ask(
        outbound,
        `${xrpc(account, 'app.bsky.feed.getPosts')}?uris=${encodeURIComponent(externalId)}`,
        { token: account.tokens.access },
      )
      const [one] = listIn(json, 'posts')
      if (!one) return null
      return {
        likes: countIn(one, 'likeCount'),
        reposts: countIn(one, 'repostCount'),
        replies: countIn(one, 'replyCount'),
        clicks: null,
        views: null,
      }
    },
    async renew(account) {
      if (!account.tokens.refresh) return null
      const { json } = await ask(outbound, xrpc(account, 'com.atproto.server.refreshSession'), {
        method: 'POST',
        token: account.tokens.refresh,
      })
      return sessionOf(json)
    },
  }
}

async function embedOf(outbound: Outbound, account: Account, draft: Draft): Promise<object> {
  const blob = draft.picture ? await sendPicture(outbound, account, draft.picture) : null
  if (draft.link) {
    const external = {
      uri: draft.link.url,
      title: draft.link.title || draft.link.url,
      description: draft.link.description,
      ...(blob ? { thumb: blob } : {}),
    }
    return { embed: { $type: 'app.bsky.embed.external', external } }
  }
  if (!blob || !draft.picture) return {}
  return { embed: { $type: 'app.bsky.embed.images', images: [{ image: blob, alt: draft.picture.alt }] } }
}

async function sendPicture(
  outbound: Outbound,
  account: Account,
  picture: NonNullable<Draft['picture']>,
): Promise<unknown> {
  const { json } = await ask(outbound, `${account.server}/xrpc/com.atproto.repo.uploadBlob`, {
    method: 'POST',
    token: account.tokens.access,
    headers: { 'content-type': picture.mediaType },
    body: picture.bytes,
    timeoutMs: 20_000,
  })
  return (json as { blob?: unknown } | null)?.blob
}

/** The end of a token stands in it; a session is renewed by its second token, which lives about two months. */
const SESSION_DAYS = 60

function sessionOf(json: unknown) {
  const access = textIn(json, 'accessJwt')
  const refresh = textIn(json, 'refreshJwt')
  if (!access || !refresh) throw new NetworkTrouble('expired')
  return {
    tokens: { access, refresh },
    expiresAt: new Date(Date.now() + SESSION_DAYS * 86_400_000).toISOString(),
  }
}

export async function openSession(outbound: Outbound, server: string, handle: string, appPassword: string) {
  const { json } = await ask(outbound, `${server}/xrpc/com.atproto.server.createSession`, {
    method: 'POST',
    json: { identifier: handle.replace(/^@/, ''), password: appPassword },
  })
  const name = textIn(json, 'handle')
  return {
    ...sessionOf(json),
    externalId: textIn(json, 'did'),
    name: `@${name}`,
    accountUrl: `https://bsky.app/profile/${name}`,
    textLimit: null,
  }
}
