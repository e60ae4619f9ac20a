import { done } from '#platform/contract/schema.ts'
import type { Actor } from '#platform/server/actor.ts'
import { sql, type Trx } from '#platform/server/db.ts'
import { allow, invalid, notFound } from '#platform/server/errors.ts'
import { undoContribution } from '#features/contributions/server/commands/ledger.ts'
import { placeIn, servingIn } from '#features/programme/server/policy.ts'
import type { MySharing } from '../../contract.ts'
import { instanceOf } from '../../rules/intents.ts'
import type { Network } from '../../rules/networks.ts'
import { canShare } from '../policy.ts'
import { KEPT_MONTHS, mySharing, SHARE } from '../queries/mine.ts'
import { forgetPublished } from './by-account.ts'

/** Because they want to. Again with another instance: it is remembered. */
export async function chooseNetwork(
  trx: Trx,
  actor: Actor,
  wish: { programmeId: string; network: Network; instance?: string | undefined },
): Promise<MySharing> {
  allow(canShare(await placeIn(trx, actor, wish.programmeId)), 'share')
  const instance = wish.network === 'mastodon' ? instanceOf(wish.instance ?? '') : ''
  if (instance === null) throw invalid('share.instance', { field: 'instance' })
  await trx.run(sql`
    insert into share_choices (programme_id, member_id, network, instance) values (${wish.programmeId}, ${actor.id}, ${wish.network}, ${instance})
    on conflict (programme_id, member_id, network) do update set instance = excluded.instance`)
  return mySharing(trx, actor, wish.programmeId)
}

/**
 * Always possible, also once the programme is no longer theirs to see: what was held goes with the choice. The counters
 * stay as they are: a figure that went down would say that somebody left.
 */
export async function withdrawNetwork(trx: Trx, actor: Actor, programmeId: string, network: Network) {
  await forget(trx, actor.id, programmeId, network)
  return done
}

/** Everything about somebody's sharing in a programme, or on one of its networks. */
export async function forget(
  trx: Trx,
  memberId: string,
  programmeId: string,
  network: Network | null = null,
): Promise<void> {
  const there = sql`member_id = ${memberId} and (${network}::text is null or network = ${network})`
  const kits = sql`kit_id in (select id from share_kits where programme_id = ${programmeId})`
  await trx.run(sql`delete from share_choices where programme_id = ${programmeId} and ${there}`)
  await trx.run(sql`delete from share_offers where ${kits} and ${there}`)
  const gone = await trx.rows<{ id: string }>(sql`delete from shares where ${kits} and ${there} returning id`)
  for (const { id } of gone) await undoContribution(trx, { memberId, sourceKind: SHARE, sourceId: id })
  await forgetPublished(trx, sql`${kits} and ${there}`)
}

export async function forgetShare(trx: Trx, actor: Actor, id: string) {
  const count = await trx.run(sql`delete from shares where id = ${id} and member_id = ${actor.id}`)
  const published = await forgetPublished(trx, sql`id = ${id} and member_id = ${actor.id}`)
  if (count + published === 0) throw notFound('share.not_found')
  await undoContribution(trx, { memberId: actor.id, sourceKind: SHARE, sourceId: id })
  return done
}

/**
 * A share is remembered for a year, for its person; then only the counters stay. Whoever serves no longer, however that
 * came about, has nothing left here the next morning.
 */
export async function forgetOldShares(trx: Trx): Promise<void> {
  const gone = await trx.rows<{ memberId: string; programmeId: string }>(sql`
    select distinct held.member_id as "memberId", held.programme_id as "programmeId" from (
      select member_id, programme_id from share_choices
      union select s.member_id, k.programme_id from shares s join share_kits k on k.id = s.kit_id
      union select x.member_id, k.programme_id from share_publications x join share_kits k on k.id = x.kit_id) held
    where held.member_id not in (${servingIn(sql`held.programme_id`)})`)
  for (const { memberId, programmeId } of gone) await forget(trx, memberId, programmeId)
  await trx.run(sql`delete from shares where shared_at < now() - make_interval(months => ${KEPT_MONTHS})`)
}
