import type { Static, TSchema } from './schema.ts'

/** A fact about a space, written in the transaction that made it true; live updates and listeners start from it. */
export interface EventKind<T extends TSchema = TSchema> {
  kind: string
  payload: T
}

export const event = <T extends TSchema>(kind: string, payload: T): EventKind<T> => ({ kind, payload })

export interface SpaceEvent<P = unknown> {
  spaceId: string
  seq: number
  kind: string
  actorId: string | null
  at: string
  payload: P
}

export type PayloadOf<E extends EventKind> = Static<E['payload']>

/** What travels on the WebSocket. A `notice` is addressed to one member and is not kept: it says "look again". */
export type FromServer =
  | { type: 'ready' }
  | { type: 'subscribed'; spaceId: string; seq: number }
  | { type: 'refused'; spaceId: string }
  | { type: 'reset'; spaceId: string; seq: number }
  | ({ type: 'event' } & SpaceEvent)
  | { type: 'notice'; kind: string; payload: unknown }

export type FromClient =
  { type: 'subscribe'; spaces: Record<string, number | null> } | { type: 'unsubscribe'; spaces: string[] }
