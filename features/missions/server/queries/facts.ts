import { type Db, sql } from '#platform/server/db.ts'

export interface MissionSums {
  open: number
  /** Of the open missions that count their places. */
  placesLeft: number
  /** Told to teams in the last thirty days, and how many people heard. */
  relays: number
  reached: number
  /** How many different people relayed: under the threshold of the network, say nothing of the two figures above. */
  relayers: number
  testsUnderWay: number
  /** Tests that ended with somebody's answers and no decision published back: a loop to close. */
  decisionsAwaited: number
}

/** The missions of all programmes of a community, in figures: no name, and nothing that leads to one. */
export async function missionFacts(db: Db, spaceId: string): Promise<MissionSums> {
  const row = await db.row<MissionSums>(sql`
    with own as (
      select n.id, n.kind, n.state, n.quota, p.mission_id is not null as decided,
        (select count(*) from mission_takings t where t.mission_id = n.id) as taken,
        exists (select 1 from mission_takings t where t.mission_id = n.id and t.returned_at is not null) as returned
      from missions n join programmes g on g.id = n.programme_id left join test_publications p on p.mission_id = n.id
      where g.space_id = ${spaceId} and g.state <> 'draft' and n.state in ('open', 'closed')),
    told as (
      select count(*) as relays, coalesce(sum(r.people), 0) as reached, count(distinct t.member_id) as relayers
      from relays r join mission_takings t on t.id = r.taking_id join own on own.id = t.mission_id
      where r.relayed_at > now() - interval '30 days')
    select (count(*) filter (where own.state = 'open'))::int as open,
      coalesce(sum(greatest(0, own.quota - own.taken)) filter (where own.state = 'open'), 0)::int as "placesLeft",
      (count(*) filter (where own.kind = 'test' and own.state = 'open' and not own.decided))::int as "testsUnderWay",
      (count(*) filter (where own.kind = 'test' and own.state = 'closed' and own.returned and not own.decided))::int as "decisionsAwaited",
      (select relays::int from told) as relays, (select reached::int from told) as reached, (select relayers::int from told) as relayers
    from own`)
  return (
    row ?? {
      open: 0,
      placesLeft: 0,
      relays: 0,
      reached: 0,
      relayers: 0,
      testsUnderWay: 0,
      decisionsAwaited: 0,
    }
  )
}
