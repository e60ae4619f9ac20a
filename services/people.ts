import { v7 as uuid7 } from 'uuid'
import { WebSocket } from 'ws'
import type { FromServer } from '#platform/contract/event.ts'
import type { Elan } from './elan.ts'
import { until } from './servers/program.ts'

const PASSWORD = 'une fenêtre ouverte sur la scierie 47'

export interface Answer {
  status: number
  // A test reads the reply by name; what it is, the contract says.
  // oxlint-disable-next-line typescript/no-explicit-any
  body: any
  headers: Headers
}

export interface Sending {
  body?: unknown
  bytes?: Uint8Array<ArrayBuffer>
  headers?: Record<string, string>
}

/** Somebody with a browser, who may knock at any process of the same Élan. */
export class Browser {
  readonly cookies = new Map<string, string>()
  readonly identifier: string
  /** Behind a proxy that says where they come from. */
  address: string | null = null
  #elan: Elan

  constructor(elan: Elan, identifier = '') {
    this.#elan = elan
    this.identifier = identifier
  }

  /** The same browser, sent to another process by the balancer. */
  at(elan: Elan): Browser {
    const other = new Browser(elan, this.identifier)
    for (const [name, value] of this.cookies) other.cookies.set(name, value)
    other.address = this.address
    return other
  }

  get cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  get elan(): Elan {
    return this.#elan
  }

  async ask(method: string, path: string, { body, bytes, headers = {} }: Sending = {}): Promise<Answer> {
    const reply = await fetch(`${this.#elan.url}${path}`, {
      method,
      headers: {
        'accept-language': 'en',
        ...(this.cookies.size > 0 ? { cookie: this.cookie } : {}),
        ...(this.address ? { 'x-forwarded-for': this.address } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(bytes ? { body: bytes } : body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    for (const line of reply.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=')
      this.cookies.set(name, value)
    }
    const text = await reply.text()
    const json = /json/.test(reply.headers.get('content-type') ?? '') || text.startsWith('{')
    return { status: reply.status, body: json ? JSON.parse(text) : text, headers: reply.headers }
  }

  get = (path: string, headers?: Record<string, string>) => this.ask('GET', path, headers ? { headers } : {})
  put = (path: string, body: unknown = {}) => this.ask('PUT', path, { body })
  post = (path: string, body: unknown = {}) => this.ask('POST', path, { body })
  patch = (path: string, body: unknown = {}) => this.ask('PATCH', path, { body })
  del = (path: string) => this.ask('DELETE', path)

  signIn = () => this.post('/api/sessions', { identifier: this.identifier, password: PASSWORD })
}

/** What a request that must work answered, or why it did not. */
export async function done(answer: Promise<Answer>) {
  const { status, body } = await answer
  if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`)
  return body
}

/** The first visit: a network and the person who administers it, signed in. */
export async function setUp(elan: Elan): Promise<Browser> {
  const first = new Browser(elan, 'ines@essai.example')
  const network = {
    name: 'Essai',
    color: '#0f5c4a',
    languages: ['fr', 'en'],
    language: 'en',
    timeZone: 'Europe/Paris',
    schoolZones: [],
  }
  const administrator = {
    id: uuid7(),
    givenName: 'Inès',
    familyName: 'Morel',
    email: first.identifier,
    password: PASSWORD,
  }
  await done(first.put('/api/set-up', { network, administrator }))
  return first
}

export type Member = Browser & { id: string }

/** Somebody of the directory without e-mail, who comes in with the code of a poster and chooses a password. */
export async function welcome(by: Browser, spaceId: string, staffNumber: string): Promise<Member> {
  const id = uuid7()
  const { items } = await done(by.get('/api/organizations'))
  const organizationId = (items as { id: string }[])[0]?.id
  const names = { givenName: 'Karim', familyName: staffNumber }
  await done(by.put(`/api/accounts/${id}`, { ...names, organizationId, staffNumber }))
  const poster = { spaceId, kind: 'poster', label: staffNumber, maxUses: 1 }
  const { code } = await done(by.put(`/api/codes/${uuid7()}`, poster))
  const browser = new Browser(by.elan, staffNumber)
  browser.address = by.address
  const person = { staffNumber, familyName: staffNumber }
  await done(browser.post(`/api/entry/${code}`, { person, password: PASSWORD }))
  return Object.assign(browser, { id })
}

export async function openCommunity(by: Browser): Promise<string> {
  const id = uuid7()
  await done(by.put(`/api/communities/${id}`, { name: 'Tempo', kind: 'project' }))
  return id
}

export const saying = (text: string) => ({
  type: 'doc',
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
})

export const publish = (by: Browser, spaceId: string, text: string, id = uuid7()) =>
  by.put(`/api/posts/${id}`, { spaceId, kind: 'message', body: saying(text) })

/** A screen that follows a space: what it hears, in order. */
export class Screen {
  readonly heard: FromServer[] = []
  readonly socket: WebSocket
  closedWith: number | null = null

  constructor(browser: Browser) {
    this.socket = new WebSocket(`${browser.elan.url.replace('http', 'ws')}/api/live`, {
      headers: { cookie: browser.cookie },
    })
    this.socket.on('message', (data: Buffer) => this.heard.push(JSON.parse(String(data)) as FromServer))
    this.socket.on('error', () => {})
    this.socket.on('close', (code) => (this.closedWith = code))
  }

  postsHeard = (): string[] =>
    this.heard.flatMap((message) =>
      message.type === 'event' && message.kind === 'post.published'
        ? [(message.payload as { postId: string }).postId]
        : [],
    )

  async follow(spaceId: string, since: number | null = null): Promise<this> {
    await until('the socket is open', () => this.heard.some(({ type }) => type === 'ready'))
    this.socket.send(JSON.stringify({ type: 'subscribe', spaces: { [spaceId]: since } }))
    await until('the space is followed', () => this.heard.some(({ type }) => type === 'subscribed'))
    return this
  }

  hears = (postId: string) => until('the post is heard', () => this.postsHeard().includes(postId))
}

/** Somebody from outside, invited by e-mail; the address they are written at. */
export async function invite(by: Browser, spaceId: string, email: string): Promise<string> {
  const guest = { id: uuid7(), givenName: 'Lou', familyName: email.split('@')[0], email }
  const sending = { spaceId, message: '', reminders: false, guests: [guest] }
  await done(by.put(`/api/campaigns/${uuid7()}`, sending))
  return email
}
