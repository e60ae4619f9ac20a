import { done } from '#platform/contract/schema.ts'
import type { Actor } from '#platform/server/actor.ts'
import { sql, type Sql, type Trx } from '#platform/server/db.ts'
import { conflict, invalid, notFound } from '#platform/server/errors.ts'
import { forgetJob } from '#platform/server/jobs.ts'
import type { Publication, PublicationDraft } from '../../contract.ts'
import { AHEAD_DAYS } from '../../rules/own.ts'
import { findMyPublication } from '../queries/publications.ts'
import { queuePublication, stopPublications, takeDown, tryAgain } from './publications.ts'

/** Where somebody reads what they published themselves. */
const MINE = '/comptes'

/** An account that the actor connected for themselves, still open to what leaves; others do not exist for them. */
export async function assertMine(trx: Trx, actor: Actor, connectionId: string): Promise<void> {
  const mine = await trx.row(sql`
    select 1 from connections where id = ${connectionId} and member_id = ${actor.id}`)
  if (!mine) throw notFound('connection.not_found')
}

/** The instant at which it leaves: now, or within the few weeks for which we keep what it needs. */
export async function leavingAt(trx: Trx, wished: string | null | undefined): Promise<string> {
  const at = await trx.row<{ at: string; far: boolean }>(sql`
    select greatest(coalesce(${wished ?? null}::timestamptz, now()), now()) as at,
      coalesce(${wished ?? null}::timestamptz > now() + make_interval(days => ${AHEAD_DAYS}), false) as far`)
  if (!at) throw new Error('the database has no clock')
  if (at.far) throw invalid('publication.far', { field: 'publishAt', values: { count: AHEAD_DAYS } })
  return at.at
}

export async function publishMine(trx: Trx, actor: Actor, id: string, draft: PublicationDraft) {
  const { connectionId, publishAt, ...rest } = draft
  await assertMine(trx, actor, connectionId)
  await queuePublication(trx, actor, id, connectionId, {
    ...rest,
    publishAt: await leavingAt(trx, publishAt),
    path: MINE,
  })
  return findMyPublication(trx, actor, id)
}

export async function cancelMine(trx: Trx, actor: Actor, id: string) {
  await findMyPublication(trx, actor, id)
  const stopped = await stopPublications(trx, [id], 'cancelled')
  if (stopped.length === 0) throw conflict('publication.gone')
  return findMyPublication(trx, actor, id)
}

/** One that belongs to something else of theirs is tried again from there, under its rules. */
export async function tryMine(trx: Trx, actor: Actor, id: string): Promise<Publication> {
  const one = await findMyPublication(trx, actor, id)
  if (one.elsewhere) throw conflict('publication.elsewhere')
  await tryAgain(trx, id)
  return findMyPublication(trx, actor, id)
}

export async function takeDownMine(trx: Trx, actor: Actor, id: string): Promise<Publication> {
  const one = await findMyPublication(trx, actor, id)
  if (one.account.state === 'closed') throw conflict('publication.take_down_there')
  if (one.state !== 'removed' && (await takeDown(trx, [id])).length === 0)
    throw conflict('publication.not_there')
  return findMyPublication(trx, actor, id)
}

export async function forgetMine(trx: Trx, actor: Actor, id: string) {
  await findMyPublication(trx, actor, id)
  await forgetPublications(trx, [id])
  return done
}

/** Nothing is kept of them here, and what had not left does not leave; what is on the network stays there. */
export async function forgetPublications(trx: Trx, ids: string[]): Promise<void> {
  if (ids.length === 0) return
  for (const id of ids) {
    await forgetJob(trx, `publish:${id}`)
    await forgetJob(trx, `take-down:${id}`)
  }
  await trx.run(sql`delete from publications where id = any(${ids}::uuid[])`)
  await forgetClosed(trx, sql`true`)
}

/** Accounts of members that were disconnected and of which nothing is left to read. */
export const forgetClosed = (trx: Trx, which: Sql): Promise<number> =>
  trx.run(sql`
    delete from connections c where c.member_id is not null and c.state = 'closed' and ${which}
      and not exists (select 1 from publications p where p.connection_id = c.id)`)
