import { createHash } from 'node:crypto'
import type { Actor } from '#platform/server/actor.ts'
import { insertOnce, sql, type Trx } from '#platform/server/db.ts'
import { emit } from '#platform/server/emit.ts'
import { allow, conflict, notFound } from '#platform/server/errors.ts'
import { canAnimate } from '#features/spaces/server/policy.ts'
import { type Charter, charterPublished } from '../../contract.ts'
import { canSign, seatInCommunity } from '../policy.ts'
import { currentCharter } from '../queries/charters.ts'

/** Line ends are those of no machine in particular: the same text has the same hash everywhere. */
const plainText = (body: string) => body.replace(/\r\n?/g, '\n').trim()
export const hashOf = (body: string) => createHash('sha256').update(plainText(body), 'utf8').digest('hex')

async function inForce(trx: Trx, actor: Actor, spaceId: string): Promise<Charter> {
  const charter = await currentCharter(trx, actor, spaceId)
  if (!charter) throw notFound('charter.not_found')
  return charter
}

export async function publishCharter(
  trx: Trx,
  actor: Actor,
  spaceId: string,
  id: string,
  body: string,
): Promise<Charter> {
  allow(canAnimate(await seatInCommunity(trx, actor, spaceId)), 'charter.publish')
  await trx.row(sql`select 1 from communities where space_id = ${spaceId} for update`)
  const current = await currentCharter(trx, actor, spaceId)
  const textHash = hashOf(body)
  if (current && (current.textHash === textHash || current.id === id)) return current
  const version = (current?.version ?? 0) + 1
  const isNew = await insertOnce(trx, 'charters', {
    id,
    space_id: spaceId,
    version,
    body: plainText(body),
    text_hash: textHash,
  })
  if (isNew) await emit(trx, actor, charterPublished, spaceId, { charterId: id, version })
  return inForce(trx, actor, spaceId)
}

/** One signs the text one read, and the one in force. */
export async function signCharter(
  trx: Trx,
  actor: Actor,
  spaceId: string,
  id: string,
  textHash: string,
): Promise<Charter> {
  allow(canSign(await seatInCommunity(trx, actor, spaceId)), 'charter.sign')
  const known = await trx.row(sql`select 1 from charters where id = ${id} and space_id = ${spaceId}`)
  if (!known) throw notFound('charter.not_found')
  const current = await inForce(trx, actor, spaceId)
  if (current.id !== id || current.textHash !== textHash) throw conflict('charter.superseded')
  await trx.run(
    sql`insert into charter_signatures (charter_id, member_id) values (${id}, ${actor.id}) on conflict do nothing`,
  )
  return inForce(trx, actor, spaceId)
}
