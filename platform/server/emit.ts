import type { Actor } from './actor.ts'
import { sql, type Trx } from './db.ts'
import type { EventKind, PayloadOf, SpaceEvent } from '#platform/contract/event.ts'

type Listener = (trx: Trx, event: SpaceEvent<never>, actor: Actor | null) => Promise<void>

/** Effects of an event, in the transaction that writes it: a rolled-back transaction leaves none of them. */
export class Listeners {
  readonly #byKind = new Map<string, Listener[]>()

  on<E extends EventKind>(
    event: E,
    listener: (trx: Trx, event: SpaceEvent<PayloadOf<E>>, actor: Actor | null) => Promise<void>,
  ): void {
    const list = this.#byKind.get(event.kind) ?? []
    this.#byKind.set(event.kind, [...list, listener as Listener])
  }

  clear(): void {
    this.#byKind.clear()
  }

  of(kind: string): Listener[] {
    return this.#byKind.get(kind) ?? []
  }
}

export const listeners = new Listeners()

export interface Outlet {
  committed(events: SpaceEvent[]): void
  notice(memberIds: string[], kind: string, payload: unknown): void
  expel(memberId: string, what: { sessionId?: string; spaceId?: string }): void
}

/** Where committed facts go (the live hub of this process); a process without sockets has none. */
let outlet: Outlet | null = null
export const openOutlet = (next: Outlet | null) => {
  outlet = next
}

/** Tells members' own screens to look again (a notification, a mark read elsewhere), once committed. */
export const tell = (trx: Trx, memberIds: string[], kind: string, payload: unknown = {}) =>
  trx.after(() => outlet?.notice(memberIds, kind, payload))

/** Closes the sockets of an ended session, or stops a space for somebody who lost their seat, once committed. */
export const expel = (trx: Trx, memberId: string, what: { sessionId?: string; spaceId?: string }) =>
  trx.after(() => outlet?.expel(memberId, what))

/** Writes the event under the space's own sequence and runs its listeners; sockets hear of it after the commit. */
export async function emit<E extends EventKind>(
  trx: Trx,
  actor: Actor | null,
  event: E,
  spaceId: string,
  payload: PayloadOf<E>,
): Promise<SpaceEvent<PayloadOf<E>>> {
  const row = await trx.row<{ seq: number; at: string }>(sql`
    with head as (update space_heads set seq = seq + 1 where space_id = ${spaceId} returning seq)
    insert into events (space_id, seq, kind, actor_id, payload)
    select ${spaceId}, head.seq, ${event.kind}, ${actor?.id ?? null}, ${JSON.stringify(payload)}::jsonb from head
    returning seq, at`)
  if (!row) throw new Error(`the space ${spaceId} has no head`)
  const written = { spaceId, seq: row.seq, kind: event.kind, actorId: actor?.id ?? null, at: row.at, payload }
  trx.after(() => outlet?.committed([written]))
  for (const listener of listeners.of(event.kind)) await listener(trx, written as SpaceEvent<never>, actor)
  return written
}

/**
 * A fact that screens must not learn (the readers of a space hear every event of it): the listeners of other features
 * run in the same transaction, nothing is written in the space. Whoever it concerns is told by `tell`.
 */
export async function inform<E extends EventKind>(
  trx: Trx,
  actor: Actor | null,
  event: E,
  spaceId: string,
  payload: PayloadOf<E>,
): Promise<void> {
  const fact = {
    spaceId,
    seq: 0,
    kind: event.kind,
    actorId: actor?.id ?? null,
    at: new Date().toISOString(),
    payload,
  }
  for (const listener of listeners.of(event.kind)) await listener(trx, fact as SpaceEvent<never>, actor)
}
