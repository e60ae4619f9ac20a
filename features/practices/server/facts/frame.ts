import { type Db, sql } from '#platform/server/db.ts'
import type { MissionSums } from '#features/missions/server/queries/facts.ts'
import { sharingFacts } from '#features/sharing/server/queries/facts.ts'
import type { Facts } from '../../rules/eighteen.ts'
import { SET_UP } from '../../rules/b3.ts'
import { weeksCovered } from './life.ts'

/** B1. */
export async function vision(db: Db, spaceId: string, today: string): Promise<Facts['b1']> {
  const row = await db.row<Facts['b1']>(sql`
    select c.vision <> '' as vision, c.value_proposition <> '' as value, c.audience_id is not null as audience,
      (select count(*)::int from objectives o where o.space_id = c.space_id and o.deadline >= ${today}::date) as "objectivesUnderWay",
      (select count(*)::int from objectives o where o.space_id = c.space_id) as objectives
    from communities c where c.space_id = ${spaceId}`)
  return row ?? { vision: false, value: false, audience: false, objectivesUnderWay: 0, objectives: 0 }
}

/** B2: a part held by a name outside the network is held; one whose people have all closed their account is not. */
export async function stakeholders(db: Db, spaceId: string): Promise<Facts['b2']> {
  const row = await db.row<Facts['b2']>(sql`
    with parts as (
      select k.part, bool_or(k.member_id is null or m.status <> 'closed') as held
      from stakeholders k left join members m on m.id = k.member_id where k.space_id = ${spaceId} group by k.part)
    select count(*) filter (where held)::int as held, count(*) filter (where not held)::int as gone from parts`)
  return row ?? { held: 0, gone: 0 }
}

/** B3: the network's own set-up. */
export async function tool(db: Db): Promise<Facts['b3']> {
  const row = await db.row<Record<(typeof SET_UP)[number], boolean>>(sql`
    select n.logo_file_id is not null as logo, exists (select 1 from members where standing = 'member') as people,
      n.school_zones <> '{}' as zones, (select count(*) > 1 from members where standing = 'administrator' and status = 'active') as administrators,
      exists (select 1 from mails where state = 'sent') as mail,
      exists (select 1 from members where arrived_at is not null and standing = 'member') as arrivals
    from network n`)
  return { done: SET_UP.filter((point) => row?.[point]) }
}

/** B4: what the plan says of its actions and objectives comes from the plan. */
export async function plan(
  db: Db,
  spaceId: string,
  today: string,
  told: Pick<Facts['b4'], 'actions' | 'late' | 'objectives' | 'onTrack'>,
): Promise<Facts['b4']> {
  const row = await db.row<{ committeeDaysAgo: number | null }>(sql`
    select ${today}::date - max(held_on) as "committeeDaysAgo" from editorial_committees where space_id = ${spaceId} and state = 'held'`)
  return {
    ...told,
    weeksCovered: await weeksCovered(db, spaceId, today),
    committeeDaysAgo: row?.committeeDaysAgo ?? null,
  }
}

/** B5. */
export async function addedValue(
  db: Db,
  spaceId: string,
  threshold: number,
  missions: MissionSums,
): Promise<Facts['b5']> {
  const row = await db.row<{ preview: boolean; relaysEver: boolean }>(sql`
    select c.preview_published as preview, exists (select 1 from relays r join mission_takings t on t.id = r.taking_id join missions n on n.id = t.mission_id
      join programmes g on g.id = n.programme_id where g.space_id = c.space_id) as "relaysEver"
    from communities c where c.space_id = ${spaceId}`)
  const sharing = await sharingFacts(db, spaceId)
  const told = missions.relayers >= threshold
  return {
    preview: row?.preview ?? false,
    relays: missions.relays,
    relaysEver: row?.relaysEver ?? false,
    reached: told ? missions.reached : null,
    kits: sharing.kitsOn,
    visitors: sharing.visitors,
  }
}

/** B9: what those who did a practice too told of it is read by all. Reports are mails of this purpose about this community; that one left is known, who read it is not. */
export async function impact(db: Db, spaceId: string): Promise<Facts['b9']> {
  const row = await db.row<Facts['b9']>(sql`
    select (select count(*)::int from objectives o where o.space_id = ${spaceId}) as objectives,
      (select now()::date - max(created_at)::date from mails where purpose = 'report' and about_id = ${spaceId}) as "reportDaysAgo",
      (select count(*)::int from seats seat join members m on m.id = seat.member_id and m.status = 'active'
        where seat.space_id = ${spaceId} and seat.role in ('sponsor', 'lead')) as recipients,
      (select count(*)::int from spaces s join posts p on p.space_id = s.id and p.kind = 'practice' and p.withdrawn_at is null and p.hidden_at is null
        join library_results r on r.post_id = p.id
        where (s.id = ${spaceId} or s.parent_id = ${spaceId}) and s.archived_at is null and r.told_at > now() - interval '90 days') as results`)
  return row ?? { objectives: 0, reportDaysAgo: null, recipients: 0, results: 0 }
}
