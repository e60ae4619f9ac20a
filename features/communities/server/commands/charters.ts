import { createHash } from 'node:crypto'
import type { Actor } from '#platform/server/actor.ts'
import { insertOnce, sql, type Trx } from '#platform/server/db.ts'
import { emit, inform } from '#platform/server/emit.ts'
import { allow, conflict, notFound } from '#platform/server/errors.ts'
import { enqueue } from '#platform/server/jobs.ts'
import { canAnimate } from '#features/spaces/server/policy.ts'
import {
  type Charter,
  charterPublished,
  charterSigned,
  type CharterStanding,
  charterUnsigned,
} from '../../contract.ts'
import { RENEWAL_DAYS, SIGNATURE_DAYS } from '../../rules/signatures.ts'
import { canSign, seatInCommunity } from '../policy.ts'
import { charterStanding, currentCharter } from '../queries/charters.ts'

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
  draft: { body: string; material?: boolean; changes?: string },
): Promise<Charter> {
  const { body } = draft
  allow(canAnimate(await seatInCommunity(trx, actor, spaceId)), 'charter.publish')
  await trx.row(sql`select 1 from communities where space_id = ${spaceId} for update`)
  const current = await currentCharter(trx, actor, spaceId)
  const textHash = hashOf(body)
  if (current && (current.textHash === textHash || current.id === id)) return current
  const version = (current?.version ?? 0) + 1
  // Nobody has signed anything smaller than a first version.
  const material = version === 1 || (draft.material ?? true)
  const isNew = await insertOnce(trx, 'charters', {
    id,
    space_id: spaceId,
    version,
    body: plainText(body),
    text_hash: textHash,
    material,
    changes: draft.changes?.trim() ?? '',
  })
  if (isNew) {
    await emit(trx, actor, charterPublished, spaceId, { charterId: id, version, material })
    if (material && version > 1) await enqueue(trx, 'ask-signatures-anew', { spaceId, charterId: id })
  }
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
  await lockSigner(trx, spaceId, actor)
  // Signed again only once its end is near: repeating changes nothing.
  const signed = await trx.run(sql`
    insert into charter_signatures (charter_id, member_id, name)
    select ${id}, m.id, m.given_name || ' ' || m.family_name from members m where m.id = ${actor.id} and not exists (
      select 1 from charter_signatures g where g.charter_id = ${id} and g.member_id = ${actor.id} and g.withdrawn_at is null
        and g.signed_at > now() - make_interval(days => ${SIGNATURE_DAYS - RENEWAL_DAYS}))`)
  if (signed > 0) await inform(trx, actor, charterSigned, spaceId, { charterId: id, memberId: actor.id })
  return inForce(trx, actor, spaceId)
}

const lockSigner = (trx: Trx, spaceId: string, actor: Actor) =>
  trx.row(sql`select pg_advisory_xact_lock(hashtextextended(${`sign ${spaceId} ${actor.id}`}, 0))`)

/** What was signed stays written, with the day it was withdrawn; from then on nothing holds. */
export async function withdrawSignature(trx: Trx, actor: Actor, spaceId: string): Promise<CharterStanding> {
  await seatInCommunity(trx, actor, spaceId)
  await lockSigner(trx, spaceId, actor)
  const withdrawn = await trx.run(sql`
    update charter_signatures g set withdrawn_at = now() from charters ch
    where ch.id = g.charter_id and ch.space_id = ${spaceId} and g.member_id = ${actor.id} and g.withdrawn_at is null`)
  if (withdrawn > 0) await inform(trx, actor, charterUnsigned, spaceId, { memberId: actor.id })
  return charterStanding(trx, spaceId, actor.id)
}
