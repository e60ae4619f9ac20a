import { type Db, sql, type Sql } from '#platform/server/db.ts'
import { trackShare, conversationsDue } from '#features/contributions/server/offers.ts'
import { journeyFacts } from '#features/journeys/server/queries/overview.ts'
import { gatheringCadence } from '#features/programme/server/queries.ts'
import { turnFacts } from '#features/turns/server/queries/facts.ts'
import type { Facts } from '../../rules/eighteen.ts'

const SERVING = sql`a.state in ('onboarding', 'active', 'paused', 'handing_over')`
const ours = (spaceId: string): Sql =>
  sql`(s.id = ${spaceId} or s.parent_id = ${spaceId}) and s.archived_at is null`

/** A1: seats of the open programmes (else the cap of the community), who serves, and what became of their posts. */
export async function contributors(db: Db, spaceId: string, threshold: number): Promise<Facts['a1']> {
  const row = await db.row<Omit<Facts['a1'], 'silent'>>(sql`
    with serving as (
      select distinct a.member_id as id from ambassadors a join programmes g on g.id = a.programme_id
      join members m on m.id = a.member_id and m.status <> 'closed' where g.space_id = ${spaceId} and ${SERVING})
    select coalesce((select sum(g.seats)::int from programmes g where g.space_id = ${spaceId} and g.state = 'open'), c.contributor_cap) as seats,
      (select count(*)::int from serving) as serving, told.contributions, told.regarded
    from communities c, lateral (
      select count(*)::int as contributions,
        count(*) filter (where p.comment_count > 0 or p.save_count > 0 or coalesce((p.reaction_counts ->> 'thanks')::int, 0) > 0)::int as regarded
      from posts p join spaces s on s.id = p.space_id
      where ${ours(spaceId)} and p.author_id in (select id from serving) and p.published_at > now() - interval '90 days'
        and p.withdrawn_at is null and p.hidden_at is null) told
    where c.space_id = ${spaceId}`)
  const facts = row ?? { seats: null, serving: 0, contributions: 0, regarded: 0 }
  return { ...facts, silent: facts.serving < threshold }
}

/** A2: silent as the page of those who stall is to whoever does not follow people by name. */
export async function onboarding(db: Db, spaceId: string, threshold: number): Promise<Facts['a2']> {
  const found = await db.row(
    sql`select 1 from journey_steps s join programmes g on g.id = s.programme_id
      where g.space_id = ${spaceId} limit 1`,
  )
  const { underWay, complete, medianDays, stalled } = await journeyFacts(db, spaceId)
  const waiting = stalled.reduce((sum, step) => sum + step.count, 0)
  const small = (count: number) => count > 0 && count < threshold
  return {
    journey: found !== undefined,
    underWay: small(underWay) ? null : underWay,
    complete,
    medianDays: complete < threshold ? null : medianDays,
    // Beside the total, those who do not wait would give away those who do.
    stalled: small(waiting) || small(underWay - waiting) ? null : waiting,
  }
}

/** A3: the programme's gatherings, else the cadence of the community. Who came stays with those who organise. */
export async function gatherings(db: Db, spaceId: string, threshold: number): Promise<Facts['a3']> {
  const row = await db.row<{
    cadenceDays: number | null
    lastHeldDaysAgo: number | null
    planned: boolean
    onSite: number | null
    online: number | null
  }>(sql`
    select coalesce((select round(365.0 / max(g.gatherings_per_year))::int from programmes g
        where g.space_id = c.space_id and g.state = 'open' and g.gatherings_per_year > 0), c.gathering_days) as "cadenceDays",
      (now()::date - last.held_at::date) as "lastHeldDaysAgo",
      exists (select 1 from gatherings n join programmes g on g.id = n.programme_id where g.space_id = c.space_id
        and n.held_at is null and n.cancelled_at is null and n.ends_at > now()) as planned,
      last.on_site as "onSite", last.online
    from communities c left join lateral (
      select e.held_at, (select count(*)::int from gathering_answers a where a.gathering_id = e.id and a.came = 'on_site') as on_site,
        (select count(*)::int from gathering_answers a where a.gathering_id = e.id and a.came = 'online') as online
      from gatherings e join programmes g on g.id = e.programme_id
      where g.space_id = c.space_id and e.held_at is not null order by e.held_at desc limit 1) last on true
    where c.space_id = ${spaceId}`)
  const waiting = (await gatheringCadence(db, spaceId)).filter(({ founding }) => founding)
  const told = (row?.onSite ?? 0) + (row?.online ?? 0) >= threshold
  return {
    cadenceDays: row?.cadenceDays ?? null,
    lastHeldDaysAgo: row?.lastHeldDaysAgo ?? null,
    planned: row?.planned ?? false,
    onSite: told ? (row?.onSite ?? null) : null,
    online: told ? (row?.online ?? null) : null,
    circlesWaiting: waiting.length,
  }
}

/** A5. */
export async function commitment(db: Db, spaceId: string): Promise<Facts['a5']> {
  const { followed, share } = await trackShare(db, spaceId)
  return { followed, onTrack: share, due: await conversationsDue(db, spaceId) }
}

/** A7. */
export async function valueOfTheRole(db: Db, spaceId: string): Promise<Facts['a7']> {
  const row = await db.row<{ serving: number; letters: number }>(sql`
    select count(*)::int as serving,
      count(*) filter (where exists (select 1 from mission_letters l where l.ambassador_id = a.id))::int as letters
    from ambassadors a join programmes g on g.id = a.programme_id join members m on m.id = a.member_id and m.status <> 'closed'
    where g.space_id = ${spaceId} and ${SERVING}`)
  const turns = await turnFacts(db, spaceId)
  return {
    serving: row?.serving ?? 0,
    letters: row?.letters ?? 0,
    roster: turns.roster,
    turnsHeld: turns.held90,
    published: turns.posts90,
  }
}
