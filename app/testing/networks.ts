// Mastodon, Bluesky and LinkedIn as their documentation says they behave, on this machine.
import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Said {
  network: 'mastodon' | 'bluesky' | 'linkedin'
  id: string
  text: string
  at: number
  // What was sent, for a test to look at.
  record: Record<string, unknown>
}

interface Fault {
  kind: 'limited' | 'refused' | 'down' | 'lost'
  /** Seconds, for a limit; a sentence, for a refusal. */
  value?: number | string
  /** What meets it: a post, unless told; or a look at what is there already (Mastodon). */
  on?: 'post' | 'look'
}

export interface Networks {
  url: string
  said: Said[]
  media: { type: string; bytes: number; description: string }[]
  /** Calls by method and path, without their query. */
  calls: string[]
  /** The next post, or the next look, meets this. */
  fail(fault: Fault): void
  /** Access tokens given so far open nothing any more. */
  expire(): void
  /** Second tokens neither. */
  forget(): void
  /** What an instance says the address of a post is; null: its own. */
  addresses: string | null
  close(): Promise<void>
}

export const APP_PASSWORD = 'abcd-efgh-ijkl-mnop'
export const HOUSE_PAGE = '4242'

interface Call {
  method: string
  path: string
  query: URLSearchParams
  headers: IncomingMessage['headers']
  body: Buffer
  json: Record<string, unknown>
  form: URLSearchParams
}

type Answer = { status: number; json?: unknown; headers?: Record<string, string> }

/** A house where three networks live: what one posts there is kept in `said`. */
export async function openNetworks(): Promise<Networks> {
  const play = new Play()
  const server = createServer((request, reply) => void answer(play, request, reply))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  play.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url: play.url,
    said: play.said,
    media: play.media,
    calls: play.calls,
    fail: (fault) => void play.faults.push(fault),
    expire: () => play.access.clear(),
    forget: () => play.refresh.clear(),
    get addresses() {
      return play.addresses
    },
    set addresses(given) {
      play.addresses = given
    },
    close: () => closed(server),
  }
}

const closed = (server: Server) =>
  new Promise<void>((done) => {
    server.closeAllConnections()
    server.close(() => done())
  })

async function answer(play: Play, request: IncomingMessage, reply: ServerResponse): Promise<void> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  const body = Buffer.concat(parts)
  const url = new URL(request.url ?? '/', play.url)
  const type = request.headers['content-type'] ?? ''
  const call: Call = {
    method: request.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    headers: request.headers,
    body,
    json: type.includes('json') && body.length > 0 ? (JSON.parse(body.toString()) as Call['json']) : {},
    form: new URLSearchParams(type.includes('urlencoded') ? body.toString() : ''),
  }
  play.calls.push(`${call.method} ${call.path}`)
  const said = play.answer(call)
  if (said === 'lost') return void request.socket.destroy()
  reply.writeHead(said.status, { 'content-type': 'application/json', ...said.headers })
  reply.end(said.json === undefined ? '' : JSON.stringify(said.json))
}

const fine = (json: unknown, headers: Record<string, string> = {}): Answer => ({ status: 200, json, headers })
const no = (status: number, json: unknown, headers: Record<string, string> = {}): Answer => ({
  status,
  json,
  headers,
})

class Play {
  url = ''
  addresses: string | null = null
  readonly said: Said[] = []
  readonly media: Networks['media'] = []
  readonly calls: string[] = []
  readonly faults: Fault[] = []
  readonly access = new Set<string>()
  readonly refresh = new Set<string>()
  readonly keys = new Map<string, Said>()
  readonly codes = new Set<string>()

  answer(call: Call): Answer | 'lost' {
    if (call.path === '/oauth/authorize' || call.path === '/oauth/v2/authorization') return this.#yes(call)
    if (call.path.startsWith('/xrpc/')) return this.#bluesky(call)
    if (call.path.startsWith('/rest/') || call.path.startsWith('/v2/') || call.path.startsWith('/oauth/v2/'))
      return this.#linkedin(call)
    if (call.path.startsWith('/upload/')) return this.#upload(call)
    return this.#mastodon(call)
  }

  /** The person says yes at once. */
  #yes({ query }: Call): Answer {
    const back = new URL(query.get('redirect_uri') ?? this.url)
    const code = randomUUID()
    this.codes.add(code)
    back.searchParams.set('code', code)
    back.searchParams.set('state', query.get('state') ?? '')
    return { status: 302, headers: { location: back.href } }
  }

  #token(set = this.access): string {
    const token = randomUUID()
    set.add(token)
    return token
  }
  #knows = ({ headers }: Call, set = this.access) =>
    set.has((headers.authorization ?? '').replace(/^Bearer /, ''))

  /** The fault that the next post meets. */
  #fault(on: Fault['on'] = 'post'): Answer | 'lost' | null {
    const [fault] = this.faults
    if (!fault || fault.kind === 'lost' || (fault.on ?? 'post') !== on) return null
    this.faults.shift()
    if (fault.kind === 'limited')
      return no(429, { error: 'Too many requests' }, { 'retry-after': String(fault.value ?? 30) })
    if (fault.kind === 'refused')
      return no(422, { error: fault.value ?? 'Refused', message: fault.value ?? 'Refused' })
    return no(503, { error: 'Service unavailable' })
  }

  /** It was kept, and the line fell before we said so. */
  #kept(answered: Answer): Answer | 'lost' {
    if (this.faults[0]?.kind !== 'lost') return answered
    this.faults.shift()
    return 'lost'
  }

  #say(network: Said['network'], id: string, text: string, record: Said['record']): Said {
    const said = { network, id, text, at: Date.now(), record }
    this.said.push(said)
    return said
  }
  #drop(id: string): void {
    const at = this.said.findIndex((one) => one.id === id)
    if (at >= 0) this.said.splice(at, 1)
  }

  #status = (said: Said) => ({
    id: said.id,
    created_at: new Date(said.at).toISOString(),
    url: this.addresses ?? `${this.url}/@aubrelle/${said.id}`,
    content: `<p>${said.text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/\n\n/g, '</p><p>').replace(/\n/g, '<br />')}</p>`,
    favourites_count: 7,
    reblogs_count: 2,
    replies_count: 1,
  })

  #mastodon(call: Call): Answer | 'lost' {
    const { method, path } = call
    if (path === '/api/v1/apps') return fine({ client_id: 'ours', client_secret: 'secret' })
    if (path === '/api/v2/instance') return fine({ configuration: { statuses: { max_characters: 500 } } })
    if (path === '/oauth/token')
      return this.codes.delete(call.form.get('code') ?? '')
        ? fine({ access_token: this.#token(), token_type: 'Bearer' })
        : no(400, { error: 'invalid_grant' })
    if (!this.#knows(call)) return no(401, { error: 'The access token was revoked' })
    if (path === '/api/v1/accounts/verify_credentials')
      return fine({ id: '1', username: 'aubrelle', url: `${this.url}/@aubrelle` })
    if (path === '/api/v1/accounts/1/statuses')
      return (
        this.#fault('look') ?? fine(this.said.filter((one) => one.network === 'mastodon').map(this.#status))
      )
    if (path === '/api/v2/media') {
      const text = call.body.toString('latin1')
      const description =
        /name="description"\r\n\r\n([\s\S]*?)\r\n--/.exec(call.body.toString('utf8'))?.[1] ?? ''
      this.media.push({
        type: /content-type: (\S+)/.exec(text)?.[1] ?? '',
        bytes: call.body.length,
        description,
      })
      return fine({ id: String(this.media.length) })
    }
    if (path === '/api/v1/statuses' && method === 'POST') return this.#toot(call)
    const id = /^\/api\/v1\/statuses\/([\w-]+)$/.exec(path)?.[1]
    const found = this.said.find((one) => one.id === id)
    if (!found) return no(404, { error: 'Record not found' })
    if (method === 'DELETE') this.#drop(found.id)
    return fine(this.#status(found))
  }

  #toot(call: Call): Answer | 'lost' {
    const fault = this.#fault()
    if (fault) return fault
    const key = String(call.headers['idempotency-key'] ?? '')
    const known = this.keys.get(key)
    if (known) return fine(this.#status(known))
    const text = String(call.json['status'] ?? '')
    if (text.length > 500)
      return no(422, { error: 'Validation failed: Text character limit of 500 exceeded' })
    const said = this.#say('mastodon', String(100 + this.said.length), text, call.json)
    this.keys.set(key, said)
    return this.#kept(fine(this.#status(said)))
  }

  #session = () => ({
    did: 'did:plc:aubrelle',
    handle: 'aubrelle.example',
    accessJwt: this.#token(),
    refreshJwt: this.#token(this.refresh),
  })

  #bluesky(call: Call): Answer | 'lost' {
    const method = call.path.slice('/xrpc/'.length)
    if (method === 'com.atproto.server.createSession')
      return call.json['password'] === APP_PASSWORD
        ? fine(this.#session())
        : no(401, { error: 'AuthenticationRequired', message: 'Invalid identifier or password' })
    if (method === 'com.atproto.server.refreshSession') {
      if (!this.#knows(call, this.refresh))
        return no(400, { error: 'ExpiredToken', message: 'Token has expired' })
      this.refresh.delete((call.headers.authorization ?? '').replace(/^Bearer /, ''))
      return fine(this.#session())
    }
    if (!this.#knows(call)) return no(400, { error: 'ExpiredToken', message: 'Token has expired' })
    if (method === 'com.atproto.repo.uploadBlob') {
      this.media.push({ type: call.headers['content-type'] ?? '', bytes: call.body.length, description: '' })
      return fine({
        blob: { $type: 'blob', ref: { $link: 'bafy' }, mimeType: 'image/jpeg', size: call.body.length },
      })
    }
    const uriOf = (key: unknown) => `at://did:plc:aubrelle/app.bsky.feed.post/${String(key)}`
    if (method === 'com.atproto.repo.createRecord') {
      const fault = this.#fault()
      if (fault) return fault
      const record = call.json['record'] as Said['record']
      const uri = uriOf(call.json['rkey'])
      if (this.said.some((one) => one.id === uri))
        return no(400, { error: 'InvalidRequest', message: 'Record exists' })
      this.#say('bluesky', uri, String(record['text']), record)
      return this.#kept(fine({ uri, cid: 'bafy' }))
    }
    if (method === 'com.atproto.repo.getRecord') {
      const found = this.said.find((one) => one.id === uriOf(call.query.get('rkey')))
      return found
        ? fine({ uri: found.id, cid: 'bafy', value: found.record })
        : no(400, { error: 'RecordNotFound', message: 'Could not locate record' })
    }
    if (method === 'com.atproto.repo.deleteRecord') {
      this.#drop(uriOf(call.json['rkey']))
      return fine({})
    }
    if (method === 'app.bsky.feed.getPosts')
      return fine({ posts: [{ uri: call.query.get('uris'), likeCount: 5, repostCount: 1, replyCount: 0 }] })
    return no(404, { error: 'NotFound' })
  }

  #linkedin(call: Call): Answer | 'lost' {
    const { method, path } = call
    if (path === '/oauth/v2/accessToken')
      return this.codes.delete(call.form.get('code') ?? '')
        ? fine({ access_token: this.#token(), expires_in: 60 * 86_400 })
        : no(400, { error: 'invalid_grant', error_description: 'The code has expired' })
    if (!this.#knows(call)) return no(401, { status: 401, code: 'REVOKED_ACCESS_TOKEN', message: 'revoked' })
    if (path === '/v2/userinfo') return fine({ sub: 'abc', name: 'Clara Nguyen' })
    if (!/^20\d{4}$/.test(String(call.headers['linkedin-version'] ?? '')))
      return no(426, { code: 'NONEXISTENT_VERSION', message: 'Requested version is not active' })
    if (path === '/rest/organizationAcls')
      return fine({
        elements: [{ organization: `urn:li:organization:${HOUSE_PAGE}`, role: 'ADMINISTRATOR' }],
      })
    if (path === `/rest/organizations/${HOUSE_PAGE}`)
      return fine({ localizedName: 'Aubrelle', vanityName: 'aubrelle' })
    if (path === '/rest/images')
      return fine({ value: { uploadUrl: `${this.url}/upload/1`, image: 'urn:li:image:1' } })
    if (path === '/rest/posts' && method === 'POST') return this.#share(call)
    if (path === '/rest/posts')
      return fine({
        elements: this.said
          .filter((one) => one.network === 'linkedin')
          .map((one) => ({ id: one.id, commentary: one.text, createdAt: one.at })),
      })
    if (path === '/rest/organizationalEntityShareStatistics')
      return fine({
        elements: [
          {
            totalShareStatistics: {
              likeCount: 12,
              shareCount: 3,
              commentCount: 4,
              clickCount: 60,
              impressionCount: 900,
            },
          },
        ],
      })
    if (method === 'DELETE') {
      this.#drop(decodeURIComponent(path.split('/').at(-1) ?? ''))
      return { status: 204 }
    }
    return no(404, { message: 'not found' })
  }

  #share(call: Call): Answer | 'lost' {
    const fault = this.#fault()
    if (fault) return fault
    const text = String(call.json['commentary'] ?? '')
    const twin = this.said.find((one) => one.network === 'linkedin' && one.text === text)
    if (twin)
      return no(422, { code: 'DUPLICATE_POST', status: 422, message: `Content is a duplicate of ${twin.id}` })
    const urn = `urn:li:share:${7000 + this.said.length}`
    this.#say('linkedin', urn, text, call.json)
    return this.#kept({ status: 201, headers: { 'x-restli-id': urn } })
  }

  #upload(call: Call): Answer {
    this.media.push({ type: call.headers['content-type'] ?? '', bytes: call.body.length, description: '' })
    return { status: 201 }
  }
}
