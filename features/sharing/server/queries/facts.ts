import { type Db, sql } from '#platform/server/db.ts'
import { findSettings } from '#features/network/server/queries.ts'
import { todayIn } from './kits.ts'

/** What practices, plan and cockpit may know of a community's sharing: groups and counts, and never who. */
export interface SharingFacts {
  /** Kits that may be shared today. */
  kitsOn: number
  drafts: number
  lastPublishedOn: string | null
  /** Of the last thirty full days, and of the thirty before. */
  visitors: number
  visitorsBefore: number
  /** Shares told in the last thirty full days; null when fewer different people than the threshold told them. */
  shares: number | null
  /** Clicks of each of the last thirty full days, each browser once. */
  days: { day: string; visitors: number }[]
}

export async function sharingFacts(db: Db, spaceId: string): Promise<SharingFacts> {
  const today = await todayIn(db)
  const { threshold, network } = await findSettings(db)
  const ours = sql`select k.id from share_kits k join programmes g on g.id = k.programme_id and g.space_id = ${spaceId}`
  const kits = await db.row<Pick<SharingFacts, 'kitsOn' | 'drafts' | 'lastPublishedOn'>>(sql`
    select count(*) filter (where k.state = 'published' and coalesce(k.starts_on, ${today}) <= ${today} and coalesce(k.ends_on, ${today}) >= ${today})::int as "kitsOn",
      count(*) filter (where k.state = 'draft')::int as drafts, max(k.published_at)::date as "lastPublishedOn"
    from share_kits k join programmes g on g.id = k.programme_id and g.space_id = ${spaceId}`)
  const clicks = await db.rows<{ day: string; visitors: number }>(sql`
    select d.day, sum(d.visitors)::int as visitors from share_links l join click_days d on d.code = l.code
    where l.kit_id in (${ours}) and d.day < ${today} and d.day >= ${today} - 60 group by d.day order by d.day`)
  const told = await db.row<{ shares: number; people: number; from: string }>(sql`
    select coalesce(sum(t.shares), 0)::int as shares, (${today} - 30) as "from",
      (select count(distinct s.member_id)::int from shares s where s.kit_id in (${ours})
        and (s.shared_at at time zone ${network.timeZone})::date between ${today} - 30 and ${today} - 1) as people
    from share_days t where t.kit_id in (${ours}) and t.network = 'all' and t.day < ${today} and t.day >= ${today} - 30`)
  const recent = clicks.filter(({ day }) => day >= (told?.from ?? ''))
  const sum = (days: { visitors: number }[]) => days.reduce((total, { visitors }) => total + visitors, 0)
  return {
    kitsOn: kits?.kitsOn ?? 0,
    drafts: kits?.drafts ?? 0,
    lastPublishedOn: kits?.lastPublishedOn ?? null,
    visitors: sum(recent),
    visitorsBefore: sum(clicks) - sum(recent),
    shares: told && told.people >= threshold ? told.shares : null,
    days: recent,
  }
}
