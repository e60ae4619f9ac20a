import type { Outbound } from '#platform/server/outbound.ts'
import { commentary } from '../../rules/commentary.ts'
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

export interface LinkedinApp {
  clientId: string
  clientSecret: string
  version: string
  /** Tests: the whole of LinkedIn on one address. */
  url?: string | undefined
}

const MEMBER_SCOPES = 'openid profile w_member_social'
const PAGE_SCOPES = 'openid profile w_organization_social r_organization_social rw_organization_admin'
const SLACK_MS = 120_000
/** "Content is a duplicate of urn:li:share:7…": LinkedIn says so itself when a post got through. */
const DUPLICATE = /urn:li:(?:share|ugcPost):\d+/

const urlOf = (urn: string): string => `https://www.linkedin.com/feed/update/${urn}/`
const published = (urn: string): Published => {
  if (!urn) throw new NetworkTrouble('away')
  return { externalId: urn, url: urlOf(urn) }
}
const isPage = (account: Account) => account.externalId.startsWith('urn:li:organization:')

/** LinkedIn, for a member or for a page, by its versioned API. */
export function linkedin(outbound: Outbound, app: LinkedinApp): Network {
  const api = app.url ?? 'https://api.linkedin.com'
  const headers = { 'linkedin-version': app.version, 'x-restli-protocol-version': '2.0.0' }
  const rest = (account: Account, path: string, more: Parameters<typeof ask>[2] = {}) =>
    ask(outbound, `${api}/rest${path}`, {
      ...more,
      token: account.tokens.access,
      headers: { ...headers, ...more.headers },
    })
  return {
    async publish(account, draft) {
      const picture = draft.picture ? await sendPicture(outbound, rest, account, draft.picture) : null
      const reply = await rest(account, '/posts', {
        method: 'POST',
        json: postOf(account, draft, picture),
        fine: [422],
      })
      if (reply.status === 422) throw refusal(reply.json)
      return published(String(reply.headers['x-restli-id'] ?? reply.headers['x-linkedin-id'] ?? ''))
    },
    async find(account, draft) {
      // A member's own posts may not be read: LinkedIn tells us of a duplicate when we repeat.
      if (!isPage(account)) return null
      const author = encodeURIComponent(account.externalId)
      const { json } = await rest(account, `/posts?author=${author}&q=author&count=20&sortBy=LAST_MODIFIED`)
      const mine = listIn(json, 'elements').find(
        (one) =>
          (countIn(one, 'createdAt') ?? 0) >= draft.triedAt.getTime() - SLACK_MS &&
          textIn(one, 'commentary') === commentary(draft.text.trim()),
      )
      return mine ? published(textIn(mine, 'id')) : null
    },
    async remove(account, externalId) {
      await rest(account, `/posts/${encodeURIComponent(externalId)}`, {
        method: 'DELETE',
        headers: { 'x-restli-method': 'DELETE' },
        fine: [404],
      })
    },
    async figures(account, externalId) {
      if (!isPage(account)) return null
      const list = `List(${encodeURIComponent(externalId)})`
      const kind = externalId.includes(':ugcPost:') ? 'ugcPosts' : 'shares'
      const author = encodeURIComponent(account.externalId)
      const { json } = await rest(
        account,
        `/organizationalEntityShareStatistics?q=organizationalEntity&organizationalEntity=${author}&${kind}=${list}`,
      )
      const found = (listIn(json, 'elements')[0] as { totalShareStatistics?: unknown } | undefined)
        ?.totalShareStatistics
      if (!found) return null
      return {
        likes: countIn(found, 'likeCount'),
        reposts: countIn(found, 'shareCount'),
        replies: countIn(found, 'commentCount'),
        clicks: countIn(found, 'clickCount'),
        views: countIn(found, 'impressionCount'),
      }
    },
    async renew(account) {
      if (!account.tokens.refresh) return null
      const { json } = await ask(outbound, `${oauthOf(app)}/accessToken`, {
        method: 'POST',
        form: {
          grant_type: 'refresh_token',
          refresh_token: account.tokens.refresh,
          client_id: app.clientId,
          client_secret: app.clientSecret,
        },
      })
      return tokensOf(json)
    },
  }
}

type Rest = (account: Account, path: string, more?: Parameters<typeof ask>[2]) => ReturnType<typeof ask>

async function sendPicture(
  outbound: Outbound,
  rest: Rest,
  account: Account,
  picture: NonNullable<Draft['picture']>,
): Promise<string> {
  const begun = await rest(account, '/images?action=initializeUpload', {
    method: 'POST',
    json: { initializeUploadRequest: { owner: account.externalId } },
  })
  const value = (begun.json as { value?: unknown } | null)?.value
  await ask(outbound, textIn(value, 'uploadUrl'), {
    method: 'PUT',
    token: account.tokens.access,
    headers: { 'content-type': picture.mediaType },
    body: picture.bytes,
    timeoutMs: 20_000,
  })
  return textIn(value, 'image')
}

function postOf(account: Account, draft: Draft, picture: string | null): object {
  const { link } = draft
  const content = link
    ? {
        content: {
          article: {
            source: link.url,
            title: link.title || link.url,
            description: link.description,
            ...(picture ? { thumbnail: picture } : {}),
          },
        },
      }
    : picture
      ? { content: { media: { id: picture, altText: draft.picture?.alt ?? '' } } }
      : {}
  return {
    author: account.externalId,
    commentary: commentary(draft.text.trim()),
    visibility: 'PUBLIC',
    distribution: { feedDistribution: 'MAIN_FEED', targetEntities: [], thirdPartyDistributionChannels: [] },
    ...content,
    lifecycleState: 'PUBLISHED',
    isReshareDisabledByAuthor: false,
  }
}

/** A text that LinkedIn holds already, with where; or one it will not have. */
export class Duplicate extends NetworkTrouble {
  readonly published: Published
  constructor(urn: string, said: string) {
    super('refused', { said })
    this.published = published(urn)
  }
}

function refusal(json: unknown): NetworkTrouble {
  const said = textIn(json, 'message')
  const urn = DUPLICATE.exec(said)?.[0]
  return urn ? new Duplicate(urn, said) : new NetworkTrouble('refused', { said })
}

const oauthOf = (app: LinkedinApp) => `${app.url ?? 'https://www.linkedin.com'}/oauth/v2`

function tokensOf(json: unknown) {
  const access = textIn(json, 'access_token')
  const refresh = textIn(json, 'refresh_token')
  const seconds = countIn(json, 'expires_in')
  if (!access) throw new NetworkTrouble('expired')
  return {
    tokens: { access, ...(refresh ? { refresh } : {}) },
    expiresAt: seconds === null ? null : new Date(Date.now() + seconds * 1000).toISOString(),
  }
}

export function authorizeAddress(
  app: LinkedinApp,
  redirectUri: string,
  state: string,
  page: boolean,
): string {
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: app.clientId,
    redirect_uri: redirectUri,
    state,
    scope: page ? PAGE_SCOPES : MEMBER_SCOPES,
  })
  return `${oauthOf(app)}/authorization?${query.toString()}`
}

/** `organization`: the number of the page; then the person has to be one of its administrators. */
export async function openAccount(
  outbound: Outbound,
  app: LinkedinApp,
  redirectUri: string,
  code: string,
  organization: string,
) {
  const { json } = await ask(outbound, `${oauthOf(app)}/accessToken`, {
    method: 'POST',
    form: {
      grant_type: 'authorization_code',
      code,
      client_id: app.clientId,
      client_secret: app.clientSecret,
      redirect_uri: redirectUri,
    },
  })
  const opened = tokensOf(json)
  const api = app.url ?? 'https://api.linkedin.com'
  const token = opened.tokens.access
  if (!organization) {
    const who = await ask(outbound, `${api}/v2/userinfo`, { token })
    const externalId = `urn:li:person:${textIn(who.json, 'sub')}`
    return { ...opened, externalId, name: textIn(who.json, 'name'), accountUrl: '', textLimit: null }
  }
  const externalId = `urn:li:organization:${organization}`
  const headers = { 'linkedin-version': app.version, 'x-restli-protocol-version': '2.0.0' }
  const roles = await ask(outbound, `${api}/rest/organizationAcls?q=roleAssignee&state=APPROVED`, {
    token,
    headers,
  })
  const runs = listIn(roles.json, 'elements').some(
    (one) => (textIn(one, 'organization') || textIn(one, 'organizationTarget')) === externalId,
  )
  if (!runs) throw new NetworkTrouble('forbidden')
  const page = await ask(outbound, `${api}/rest/organizations/${organization}`, { token, headers })
  const name = textIn(page.json, 'localizedName') || organization
  return {
    ...opened,
    externalId,
    name,
    accountUrl: `https://www.linkedin.com/company/${textIn(page.json, 'vanityName') || organization}/`,
    textLimit: null,
  }
}
