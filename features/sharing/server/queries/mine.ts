import type { Actor } from '#platform/server/actor.ts'
import { type Db, sql } from '#platform/server/db.ts'
import { findSettings } from '#features/network/server/queries.ts'
import { placeIn } from '#features/programme/server/policy.ts'
import type { MySharing } from '../../contract.ts'
import { sharesLeft } from '../../rules/quiet.ts'
import { canShare } from '../policy.ts'
import { hoursOf, momentOf } from './hours.ts'

/** A share of mine is forgotten after this. */
export const KEPT_MONTHS = 12

/** How many the person shared today and in the seven days that end today, where the network lives. */
export async function madeBy(db: Db, memberId: string, programmeId: string, timeZone: string) {
  const made = await db.row<{ today: number; week: number }>(sql`
    select count(*) filter (where (s.shared_at at time zone ${timeZone})::date = (now() at time zone ${timeZone})::date)::int as today,
      count(*)::int as week
    from shares s join share_kits k on k.id = s.kit_id and k.programme_id = ${programmeId}
    where s.member_id = ${memberId} and (s.shared_at at time zone ${timeZone})::date > (now() at time zone ${timeZone})::date - 7`)
  return made ?? { today: 0, week: 0 }
}

/** How a share is named in the ledger of contributions. */
export const SHARE = 'share'

/** What somebody chose for what they share in this programme: it may count, or not. */
export async function maySharingCount(db: Db, memberId: string, programmeId: string): Promise<boolean> {
  const row = await db.row<{ counts: boolean }>(sql`
    select own.count_sharing and own.objected_at is null as counts from ambassadors a
    join follow_up_choices own on own.ambassador_id = a.id
    where a.programme_id = ${programmeId} and a.member_id = ${memberId}`)
  return row?.counts ?? false
}

/** Asked by the person about themselves: no other query reads these tables with a name. */
export async function mySharing(db: Db, actor: Actor, programmeId: string): Promise<MySharing> {
  const place = await placeIn(db, actor, programmeId)
  const { network, threshold } = await findSettings(db)
  const hours = await hoursOf(db, programmeId)
  const { quiet, opensAt } = await momentOf(db, programmeId)
  const networks = await db.rows<MySharing['networks'][number]>(sql`
    select network, instance, since from share_choices where programme_id = ${programmeId} and member_id = ${actor.id} order by since, network`)
  const shares = await db.rows<MySharing['shares'][number]>(sql`
    select s.id, s.kit_id as "kitId", k.title, s.network, s.shared_at as "sharedAt",
      exists (select 1 from contributions c where c.source_kind = ${SHARE} and c.source_id = s.id) as counted
    from shares s join share_kits k on k.id = s.kit_id and k.programme_id = ${programmeId}
    where s.member_id = ${actor.id} order by s.shared_at desc, s.id limit 500`)
  const made = await madeBy(db, actor.id, programmeId, network.timeZone)
  return {
    may: canShare(place),
    counts: await maySharingCount(db, actor.id, programmeId),
    fileId: place.mine?.id ?? null,
    networks,
    shares,
    perDay: hours.perDay,
    perWeek: hours.perWeek,
    left: sharesLeft(hours, made),
    quiet,
    opensAt,
    threshold,
    keptMonths: KEPT_MONTHS,
  }
}
