import { findNetwork } from '#features/network/server/queries.ts'
import { type Db, sql } from '#platform/server/db.ts'
import { isSent } from './posts.ts'

export interface TurnFacts {
  /** A roster exists in an open programme of the community. */
  roster: boolean
  held30: number
  held90: number
  /** How many different people held one in ninety days. */
  people90: number
  current: { turnId: string; memberId: string; name: string } | null
  /** The first day ahead of a turn nobody has taken, or of the end of what is planned. */
  nextGap: string | null
  /** Published in ninety days, none of them through an approval: there is none. */
  posts90: number
}

/** For practices and the cockpit: whether the company's voice goes round. The caller answers for the right to know. */
export async function turnFacts(db: Db, spaceId: string): Promise<TurnFacts> {
  const { timeZone } = await findNetwork(db)
  const row = await db.row<TurnFacts>(sql`
    with d as (select (now() at time zone ${timeZone})::date as today),
    own as (select t.* from turns t join rosters r on r.programme_id = t.programme_id
      join programmes g on g.id = r.programme_id and g.state = 'open' where r.space_id = ${spaceId}),
    held as (select o.* from own o, d where o.state = 'confirmed' and o.member_id is not null and o.starts_on <= d.today)
    select exists (select 1 from rosters r join programmes g on g.id = r.programme_id and g.state = 'open' where r.space_id = ${spaceId}) as roster,
      (select count(*)::int from held, d where ends_on > d.today - 30) as held30,
      (select count(*)::int from held, d where ends_on > d.today - 90) as held90,
      (select count(distinct member_id)::int from held, d where ends_on > d.today - 90) as people90,
      (select jsonb_build_object('turnId', h.id, 'memberId', m.id, 'name', m.given_name || ' ' || m.family_name)
        from held h join members m on m.id = h.member_id, d where h.ends_on >= d.today order by h.starts_on desc limit 1) as current,
      coalesce((select min(starts_on) from own, d where state <> 'confirmed' and starts_on > d.today),
        (select max(ends_on) + 1 from own, d where ends_on >= d.today)) as "nextGap",
      (select count(*)::int from turn_posts x join own o on o.id = x.turn_id left join publications p on p.id = x.id, d
        where ${isSent} and coalesce(p.sent_at, x.published_at) > d.today - 90) as posts90`)
  if (!row) throw new Error('no facts')
  return row
}
