import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Redis } from 'ioredis'
import { WebSocket, WebSocketServer } from 'ws'
import type { FromClient, FromServer, SpaceEvent } from '#platform/contract/event.ts'
import type { Actor } from './actor.ts'
import { type Database, type Db, sql } from './db.ts'
import type { Logger } from './log.ts'
import { comesFromHome } from './security.ts'

export interface LiveOptions {
  database: Database
  log: Logger
  publicUrl: string
  redis?: Redis | null
  authenticate: (request: IncomingMessage) => Promise<Actor | null>
  /** Which of these spaces may the actor read? The one rule of the spaces feature. */
  readable: (db: Db, actor: Actor, spaceIds: string[]) => Promise<string[]>
}

/** Sockets a member may hold, spaces a socket may follow, events replayed after a cut before "look again". */
const LIMITS = { spaces: 500, replay: 300, buffered: 1_000_000, message: 64 * 1024, catchUpMs: 4000 } as const
const CHANNEL = 'elan:live'

interface Seat {
  socket: WebSocket
  actor: Actor
  spaces: Set<string>
  alive: boolean
  /** Who it is by now: null when the session ended. */
  proveAgain: () => Promise<Actor | null>
}

type Across =
  | { from: string; type: 'events'; events: SpaceEvent[] }
  | { from: string; type: 'notice'; memberIds: string[]; kind: string; payload: unknown }
  | { from: string; type: 'expel'; memberId: string; sessionId: string | null; spaceId: string | null }

/** One WebSocket per screen: subscriptions by space, each event once and in order, also after a cut. */
export class LiveHub {
  readonly #options: LiveOptions
  readonly #server = new WebSocketServer({
    noServer: true,
    maxPayload: LIMITS.message,
    perMessageDeflate: false,
  })
  readonly #seats = new Set<Seat>()
  readonly #bySpace = new Map<string, Set<Seat>>()
  /** Last event of each followed space that was sent to its followers. */
  readonly #sent = new Map<string, number>()
  readonly #busy = new Map<string, Promise<void>>()
  readonly #id = crypto.randomUUID()
  readonly #subscriber: Redis | null
  readonly #timers: NodeJS.Timeout[] = []

  constructor(options: LiveOptions) {
    this.#options = options
    this.#subscriber = options.redis ? options.redis.duplicate() : null
    this.#listenAcross()
    this.#timers.push(
      setInterval(() => void this.#catchUp(), LIMITS.catchUpMs),
      setInterval(() => this.#beat(), 30_000),
    )
    for (const timer of this.#timers) timer.unref()
  }

  get connections(): number {
    return this.#seats.size
  }

  attach(server: Server): void {
    server.on('upgrade', (request, socket, head) => void this.#upgrade(request, socket, head))
  }

  /** After a commit: here at once, elsewhere through Redis, at worst at the next catch-up. */
  committed(events: SpaceEvent[]): void {
    for (const event of events) this.#arrived(event)
    this.#tell({ from: this.#id, type: 'events', events })
  }

  notice(memberIds: string[], kind: string, payload: unknown): void {
    this.#notify(memberIds, kind, payload)
    this.#tell({ from: this.#id, type: 'notice', memberIds, kind, payload })
  }

  /** A session ended, or a seat was lost: its sockets hear nothing more, at once. */
  expel(memberId: string, what: { sessionId?: string; spaceId?: string }): void {
    const order = { memberId, sessionId: what.sessionId ?? null, spaceId: what.spaceId ?? null }
    this.#expelHere(order)
    this.#tell({ from: this.#id, type: 'expel', ...order })
  }

  async close(): Promise<void> {
    for (const timer of this.#timers) clearInterval(timer)
    for (const seat of this.#seats) seat.socket.close(1001, 'restart')
    await new Promise((resolve) => setTimeout(resolve, this.#seats.size > 0 ? 150 : 0))
    for (const seat of this.#seats) seat.socket.terminate()
    this.#server.close()
    await this.#subscriber?.quit().catch(() => {})
  }

  #listenAcross(): void {
    if (!this.#subscriber) return
    const subscriber = this.#subscriber
    let lost = false
    subscriber.on('error', () => {})
    subscriber.on('close', () => (lost = true))
    // Not before: without a queue, what is asked of a connection that is not open yet is refused.
    subscriber.on('ready', () => {
      const missed = lost
      lost = false
      subscriber.subscribe(CHANNEL).then(
        () => missed && void this.#lookAgain(),
        () => {},
      )
    })
    subscriber.on('message', (_channel, text) => {
      const across = JSON.parse(text) as Across
      if (across.from === this.#id) return
      if (across.type === 'events') for (const event of across.events) this.#arrived(event)
      else if (across.type === 'notice') this.#notify(across.memberIds, across.kind, across.payload)
      else this.#expelHere(across)
    })
  }

  #tell(across: Across): void {
    this.#options.redis?.publish(CHANNEL, JSON.stringify(across)).catch(() => {})
  }

  async #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const path = (request.url ?? '').split('?')[0]
    const home = comesFromHome(request.headers.origin, request.headers.host, this.#options.publicUrl)
    const actor =
      path === '/api/live' && home ? await this.#options.authenticate(request).catch(() => null) : null
    if (!actor) {
      socket.end(`HTTP/1.1 ${home ? '401 Unauthorized' : '403 Forbidden'}\r\nConnection: close\r\n\r\n`)
      return
    }
    const proveAgain = () => this.#options.authenticate(request)
    this.#server.handleUpgrade(request, socket, head, (ws) => this.#welcome(ws, actor, proveAgain))
  }

  #welcome(socket: WebSocket, actor: Actor, proveAgain: Seat['proveAgain']): void {
    const seat: Seat = { socket, actor, spaces: new Set(), alive: true, proveAgain }
    this.#seats.add(seat)
    socket.on('pong', () => (seat.alive = true))
    socket.on('error', () => socket.terminate())
    socket.on('close', () => this.#leave(seat))
    socket.on(
      'message',
      (data) => void this.#hear(seat, String(data as Buffer)).catch(() => socket.close(1011)),
    )
    send(seat, { type: 'ready' })
  }

  #leave(seat: Seat): void {
    this.#seats.delete(seat)
    for (const spaceId of seat.spaces) this.#unfollow(seat, spaceId)
  }

  #unfollow(seat: Seat, spaceId: string): void {
    seat.spaces.delete(spaceId)
    const followers = this.#bySpace.get(spaceId)
    followers?.delete(seat)
    if (followers?.size === 0) {
      this.#bySpace.delete(spaceId)
      this.#sent.delete(spaceId)
    }
  }

  async #hear(seat: Seat, text: string): Promise<void> {
    const message = parse(text)
    if (!message) return seat.socket.close(1007)
    if (message.type === 'unsubscribe') for (const spaceId of message.spaces) this.#unfollow(seat, spaceId)
    else await this.#subscribe(seat, message.spaces)
  }

  async #subscribe(seat: Seat, wanted: Record<string, number | null>): Promise<void> {
    const ids = Object.keys(wanted).slice(0, LIMITS.spaces - seat.spaces.size)
    const { db } = this.#options.database
    const allowed = new Set(await this.#options.readable(db, seat.actor, ids))
    for (const spaceId of ids) {
      if (!allowed.has(spaceId)) send(seat, { type: 'refused', spaceId })
      else await this.#inTurn(spaceId, () => this.#follow(seat, spaceId, wanted[spaceId] ?? null))
    }
  }

  /** Joins at a known point: what was missed is replayed first, what comes next follows, nothing twice. */
  async #follow(seat: Seat, spaceId: string, since: number | null): Promise<void> {
    const { db } = this.#options.database
    const head = await db.row<{ seq: number }>(sql`select seq from space_heads where space_id = ${spaceId}`)
    const now = head?.seq ?? 0
    const at = this.#sent.get(spaceId)
    if (at === undefined) this.#sent.set(spaceId, now)
    else if (now > at) await this.#deliver(spaceId)
    const seq = this.#sent.get(spaceId) ?? now
    if (seat.socket.readyState !== WebSocket.OPEN) return
    seat.spaces.add(spaceId)
    this.#bySpace.set(spaceId, (this.#bySpace.get(spaceId) ?? new Set()).add(seat))
    send(seat, { type: 'subscribed', spaceId, seq })
    if (since === null || since >= seq) return
    if (seq - since > LIMITS.replay) return send(seat, { type: 'reset', spaceId, seq })
    for (const event of await eventsAfter(db, spaceId, since, seq)) send(seat, { type: 'event', ...event })
  }

  #arrived(event: SpaceEvent): void {
    const sent = this.#sent.get(event.spaceId)
    if (sent === undefined || event.seq <= sent) return
    if (event.seq === sent + 1 && !this.#busy.has(event.spaceId)) this.#broadcast(event)
    else void this.#inTurn(event.spaceId, () => this.#deliver(event.spaceId)).catch(() => {})
  }

  /** What is missing is read from the record: the sequence is gapless, so "after N" is the whole answer. */
  async #deliver(spaceId: string): Promise<void> {
    const sent = this.#sent.get(spaceId)
    if (sent === undefined) return
    for (const event of await eventsAfter(this.#options.database.db, spaceId, sent)) {
      if (event.seq === (this.#sent.get(spaceId) ?? 0) + 1) this.#broadcast(event)
    }
  }

  #broadcast(event: SpaceEvent): void {
    this.#sent.set(event.spaceId, event.seq)
    const followers = this.#bySpace.get(event.spaceId)
    if (!followers) return
    const text = JSON.stringify({ type: 'event', ...event } satisfies FromServer)
    for (const seat of followers) sendText(seat, text)
  }

  async #inTurn(spaceId: string, work: () => Promise<void>): Promise<void> {
    const before = this.#busy.get(spaceId) ?? Promise.resolve()
    const mine = before.catch(() => {}).then(work)
    this.#busy.set(spaceId, mine)
    try {
      await mine
    } finally {
      if (this.#busy.get(spaceId) === mine) this.#busy.delete(spaceId)
    }
  }

  async #catchUp(): Promise<void> {
    const ids = [...this.#sent.keys()]
    if (ids.length === 0) return
    try {
      const heads = await this.#options.database.db.rows<{ space_id: string; seq: number }>(
        sql`select space_id, seq from space_heads where space_id = any(${ids}::uuid[])`,
      )
      for (const head of heads) {
        if (head.seq > (this.#sent.get(head.space_id) ?? Infinity))
          await this.#inTurn(head.space_id, () => this.#deliver(head.space_id))
      }
    } catch {
      // The database is away: the next catch-up tries again, and nothing is lost meanwhile.
    }
  }

  #notify(memberIds: string[], kind: string, payload: unknown): void {
    const wanted = new Set(memberIds)
    const text = JSON.stringify({ type: 'notice', kind, payload } satisfies FromServer)
    for (const seat of this.#seats) if (wanted.has(seat.actor.id)) sendText(seat, text)
  }

  #expelHere(order: { memberId: string; sessionId: string | null; spaceId: string | null }): void {
    for (const seat of this.#seats) {
      if (seat.actor.id !== order.memberId) continue
      if (order.spaceId) this.#unfollow(seat, order.spaceId)
      else if (!order.sessionId || seat.actor.sessionId === order.sessionId)
        seat.socket.close(4401, 'session ended')
    }
  }

  /** Redis was away: orders and notices of other processes were not heard. Seats are proven again, screens look again. */
  async #lookAgain(): Promise<void> {
    for (const seat of this.#seats) {
      try {
        const actor = await seat.proveAgain()
        if (!actor) {
          seat.socket.close(4401, 'session ended')
          continue
        }
        const followed = [...seat.spaces]
        const { database, readable } = this.#options
        const allowed = new Set(await readable(database.db, actor, followed))
        for (const spaceId of followed) if (!allowed.has(spaceId)) this.#unfollow(seat, spaceId)
        send(seat, { type: 'ready' })
      } catch {
        // Not provable now (the database is away): cut, it comes back through the door.
        seat.socket.close(1012, 'restart')
      }
    }
  }

  #beat(): void {
    if (this.#subscriber && this.#subscriber.status !== 'ready') void this.#lookAgain()
    for (const seat of this.#seats) {
      if (!seat.alive) seat.socket.terminate()
      seat.alive = false
      seat.socket.ping()
    }
  }
}

const eventsAfter = (db: Db, spaceId: string, after: number, upTo: number | null = null) =>
  db.rows<SpaceEvent>(sql`
    select space_id as "spaceId", seq, kind, actor_id as "actorId", at, payload from events
    where space_id = ${spaceId} and seq > ${after} and (${upTo}::bigint is null or seq <= ${upTo}) order by seq limit 1000`)

function parse(text: string): FromClient | null {
  try {
    const message = JSON.parse(text) as FromClient
    if (message.type === 'subscribe' && typeof message.spaces === 'object' && message.spaces !== null)
      return message
    if (message.type === 'unsubscribe' && Array.isArray(message.spaces)) return message
  } catch {
    // Not ours: the socket is closed by the caller.
  }
  return null
}

const send = (seat: Seat, message: FromServer) => sendText(seat, JSON.stringify(message))

/** A reader too slow to follow is cut: it comes back and resumes where it stood. */
function sendText(seat: Seat, text: string): void {
  if (seat.socket.readyState !== WebSocket.OPEN) return
  if (seat.socket.bufferedAmount > LIMITS.buffered) seat.socket.terminate()
  else seat.socket.send(text)
}
