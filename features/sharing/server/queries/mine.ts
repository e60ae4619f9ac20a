import type { Actor } from '#platform/server/actor.ts'
import { type Db, sql } from '#platform/server/db.ts'
import { findSettings } from '#features/network/server/queries.ts'
import { placeIn } from '#features/programme/server/policy.ts'
import { publicationsAmong } from '#features/publishing/server/queries/publications.ts'
import type { MySharing } from '../../contract.ts'
import { roomOn } from '../../rules/caps.ts'
import { canShare } from '../policy.ts'
import { hoursOf, momentOf } from './hours.ts'

/** A share of mine is forgotten after this. */
export const KEPT_MONTHS = 12

/**
 * The days, where the network lives, on which the person shared of late, and those for which something of theirs waits;
 * all but one, when it is asked about again.
 */
export async function takenBy(
  db: Db,
  who: { memberId: string; programmeId: string; timeZone: string },
  except: string | null = null,
): Promise<string[]> {
  const { memberId, programmeId, timeZone } = who
  const rows = await db.rows<{ day: string }>(sql`
    select (s.shared_at at time zone ${timeZone})::date as day
    from shares s join share_kits k on k.id = s.kit_id and k.programme_id = ${programmeId}
    where s.member_id = ${memberId} and s.shared_at > now() - interval '8 days' and s.id is distinct from ${except}
    union all
    select (greatest(p.publish_at, now()) at time zone ${timeZone})::date
    from share_publications x join share_kits k on k.id = x.kit_id and k.programme_id = ${programmeId}
    join publications p on p.id = x.id and p.state = 'queued'
    where x.member_id = ${memberId} and x.id is distinct from ${except}`)
  return rows.map(({ day }) => day)
}

const MOST_LISTED = 100

/** What left, or is about to, by one's own accounts. */
async function publicationsOf(db: Db, actor: Actor, programmeId: string): Promise<MySharing['publications']> {
  const rows = await db.rows<{ id: string; kitId: string; title: string }>(sql`
    select x.id, x.kit_id as "kitId", k.title from share_publications x
    join share_kits k on k.id = x.kit_id and k.programme_id = ${programmeId}
    where x.member_id = ${actor.id} order by x.made_at desc, x.id limit ${MOST_LISTED}`)
  const found = await publicationsAmong(
    db,
    actor.language,
    rows.map(({ id }) => id),
  )
  return rows.flatMap(({ id, kitId, title }) => {
    const publication = found.get(id)
    return publication ? [{ kitId, title, publication }] : []
  })
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
  const { quiet, opensAt, clock } = await momentOf(db, programmeId)
  const networks = await db.rows<MySharing['networks'][number]>(sql`
    select network, instance, since from share_choices where programme_id = ${programmeId} and member_id = ${actor.id} order by since, network`)
  const shares = await db.rows<MySharing['shares'][number]>(sql`
    select s.id, s.kit_id as "kitId", k.title, s.network, s.shared_at as "sharedAt",
      exists (select 1 from contributions c where c.source_kind = ${SHARE} and c.source_id = s.id) as counted
    from shares s join share_kits k on k.id = s.kit_id and k.programme_id = ${programmeId}
    where s.member_id = ${actor.id} order by s.shared_at desc, s.id limit 500`)
  const taken = await takenBy(db, { memberId: actor.id, programmeId, timeZone: network.timeZone })
  return {
    may: canShare(place),
    counts: await maySharingCount(db, actor.id, programmeId),
    fileId: place.mine?.id ?? null,
    networks,
    shares,
    publications: await publicationsOf(db, actor, programmeId),
    perDay: hours.perDay,
    perWeek: hours.perWeek,
    left: roomOn(hours, taken, clock.day),
    quiet,
    opensAt,
    quietFrom: hours.quietFrom,
    quietTo: hours.quietTo,
    quietWeekends: hours.quietWeekends,
    threshold,
    keptMonths: KEPT_MONTHS,
  }
}
