import type { Actor } from '#platform/server/actor.ts'
import { type Db, sql, type Sql } from '#platform/server/db.ts'
import type { NetworkSettings } from '#platform/server/config.ts'
import { notFound } from '#platform/server/errors.ts'
import type { Connection } from '../../contract.ts'
import { LENGTHS } from '../../rules/lengths.ts'
import { SPOKEN, type SpokenName } from '../../rules/network-names.ts'
import { connectingIn } from '../policy.ts'

type Row = Omit<Connection, 'limit'> & { textLimit: number | null }

const rowsWhere = (where: Sql): Sql => sql`
  select id, space_id as "spaceId", network, mode, name, account_url as "accountUrl", server, text_limit as "textLimit",
    state, expires_at as "expiresAt", connected_at as "connectedAt"
  from connections where ${where} order by connected_at, id`

const toConnection = ({ textLimit, ...row }: Row): Connection => ({
  ...row,
  limit: textLimit ?? LENGTHS[row.network],
})

export async function findConnection(db: Db, id: string): Promise<Connection> {
  const row = await db.row<Row>(rowsWhere(sql`id = ${id}`))
  if (!row) throw notFound('connection.not_found')
  return toConnection(row)
}

/** Those of a list of ids, for features that hold some: the caller answers for the reader's right. */
export async function connectionsAmong(db: Db, ids: string[]): Promise<Connection[]> {
  if (ids.length === 0) return []
  return (await db.rows<Row>(rowsWhere(sql`id = any(${ids}::uuid[])`))).map(toConnection)
}

/** The open accounts of a community; the caller answers for the reader's right. */
export const heldBy = async (db: Db, spaceId: string): Promise<Connection[]> =>
  (await db.rows<Row>(rowsWhere(sql`space_id = ${spaceId} and state <> 'closed'`))).map(toConnection)

export async function connectionsOf(db: Db, actor: Actor, spaceId: string): Promise<Connection[]> {
  await connectingIn(db, actor, spaceId)
  return heldBy(db, spaceId)
}

export const myConnections = async (db: Db, actor: Actor): Promise<Connection[]> =>
  (await db.rows<Row>(rowsWhere(sql`member_id = ${actor.id} and state <> 'closed'`))).map(toConnection)

/** LinkedIn asks for an application of the house's own. */
export const spokenHere = (settings: NetworkSettings): SpokenName[] =>
  SPOKEN.filter((name) => name !== 'linkedin' || settings.linkedin !== undefined)
