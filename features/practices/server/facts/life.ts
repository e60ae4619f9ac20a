import { type Db, sql, type Sql } from '#platform/server/db.ts'
import { countedWeeks, seasonOfCommunity } from '#features/seasons/server/queries.ts'
import type { Facts } from '../../rules/eighteen.ts'

const ours = (spaceId: string): Sql =>
  sql`(s.id = ${spaceId} or s.parent_id = ${spaceId}) and s.archived_at is null`
const shown = sql`p.withdrawn_at is null and p.hidden_at is null`

/** Enough to know a median, however many came in at once. */
const NEWCOMERS_READ = 500

/** A4: from arrival to first contribution; and people without an e-mail address. */
export async function ease(db: Db, spaceId: string, threshold: number): Promise<Facts['a4']> {
  const row = await db.row<Omit<Facts['a4'], 'silent'>>(sql`
    with scope as materialized (select s.id from spaces s where ${ours(spaceId)}),
    newcomers as materialized (
      select seat.member_id, seat.joined_at from seats seat where seat.space_id = ${spaceId}
        and seat.joined_at > now() - interval '90 days' order by seat.joined_at desc limit ${NEWCOMERS_READ}),
    firsts as (
      select n.joined_at, least(
        (select min(p.published_at) from posts p where p.author_id = n.member_id and p.space_id in (select id from scope) and ${shown}),
        (select min(c.created_at) from comments c where c.author_id = n.member_id and c.space_id in (select id from scope)
          and c.withdrawn_at is null and c.hidden_at is null)) as at
      from newcomers n)
    select count(*)::int as newcomers, count(at)::int as contributed,
      percentile_cont(0.5) within group (order by greatest(0, extract(epoch from at - joined_at)) / 86400) filter (where at is not null) as "medianDays",
      (select count(*)::int from invitations i where i.space_id = ${spaceId} and i.channel = 'letter') as letters,
      (select count(*)::int from invitations i where i.space_id = ${spaceId} and i.channel = 'letter' and i.state = 'accepted') as "lettersIn"
    from firsts`)
  const facts = row ?? { newcomers: 0, contributed: 0, medianDays: null, letters: 0, lettersIn: 0 }
  const few = facts.letters < threshold
  return {
    ...facts,
    ...(few ? { letters: 0, lettersIn: 0 } : {}),
    silent: facts.newcomers < threshold,
  }
}

/** A6: what sponsors publish and answer, which everybody reads; nothing of when they come. */
export async function sponsors(db: Db, spaceId: string): Promise<Facts['a6']> {
  const row = await db.row<Facts['a6']>(sql`
    with own as (select seat.member_id from seats seat join members m on m.id = seat.member_id and m.status <> 'closed'
      where seat.space_id = ${spaceId} and seat.role = 'sponsor'),
    scope as (select s.id from spaces s where ${ours(spaceId)})
    select (select count(*)::int from own) as sponsors, now()::date - greatest(
      (select max(p.published_at) from posts p where p.author_id in (select member_id from own) and p.space_id in (select id from scope) and ${shown}),
      (select max(c.created_at) from comments c where c.author_id in (select member_id from own) and c.space_id in (select id from scope)
        and c.withdrawn_at is null and c.hidden_at is null))::date as "lastWordDaysAgo"`)
  return row ?? { sponsors: 0, lastWordDaysAgo: null }
}

/** A8: welcomes, answers, weeks prepared, and the last full week against its season. */
export async function animation(
  db: Db,
  spaceId: string,
  today: string,
  threshold: number,
): Promise<Facts['a8']> {
  const row = await db.row<Omit<Facts['a8'], 'weeksCovered' | 'againstSeason'>>(sql`
    with came as (
      select seat.member_id, seat.joined_at from seats seat where seat.space_id = ${spaceId} and seat.role not in ('animator', 'lead')
        and seat.joined_at between now() - interval '30 days' and now() - interval '2 days'),
    greeted as (
      select came.joined_at, least(
        (select w.at from welcomes w where w.space_id = ${spaceId} and w.member_id = came.member_id),
        (select min(c.created_at) from posts p join spaces s on s.id = p.space_id join comments c on c.subject_id = p.id
          where ${ours(spaceId)} and p.author_id = came.member_id and c.author_id <> came.member_id and c.withdrawn_at is null)) as at
      from came),
    asked as (
      select p.published_at, (select min(c.created_at) from comments c where c.subject_id = p.id and c.author_id is distinct from p.author_id
        and c.withdrawn_at is null and c.hidden_at is null) as answered_at
      from posts p join spaces s on s.id = p.space_id
      where ${ours(spaceId)} and p.kind = 'question' and ${shown} and p.published_at > now() - interval '30 days')
    select (select count(*)::int from greeted) as newcomers,
      (select count(*) filter (where at <= joined_at + interval '48 hours')::int from greeted) as welcomed,
      (select percentile_cont(0.5) within group (order by extract(epoch from answered_at - published_at) / 3600)
        from asked where answered_at is not null) as "medianAnswerHours",
      (select count(*) filter (where answered_at is null and published_at < now() - interval '1 day')::int from asked) as unanswered`)
  const facts = row ?? { newcomers: 0, welcomed: 0, medianAnswerHours: null, unanswered: 0 }
  return {
    ...facts,
    weeksCovered: await weeksCovered(db, spaceId, today),
    againstSeason: await againstSeason(db, spaceId, today, threshold),
  }
}

/** Of this week and the next three, those with a slot that will be there: scheduled, ready, or already published. */
export async function weeksCovered(db: Db, spaceId: string, today: string): Promise<number> {
  const row = await db.row<{ weeks: number }>(sql`
    select count(distinct date_trunc('week', e.day))::int as weeks from editorial_slots e
    where e.space_id = ${spaceId} and e.state in ('ready', 'scheduled', 'published', 'held')
      and e.day >= date_trunc('week', ${today}::date) and e.day < date_trunc('week', ${today}::date) + interval '28 days'`)
  return row?.weeks ?? 0
}

/**
 * Acts of the last full week over what the eight weeks before it, moved by the season, let expect.
 * Null under the threshold, or without eight weeks to compare with.
 */
async function againstSeason(
  db: Db,
  spaceId: string,
  today: string,
  threshold: number,
): Promise<number | null> {
  const weeks = (await countedWeeks(db, spaceId, today)).slice(-9)
  const last = weeks.at(-1)
  const [first] = weeks
  if (!last || !first || weeks.length < 9 || last.people < threshold) return null
  const seasonOf = await seasonOfCommunity(db, spaceId, first.week, last.week)
  const before = weeks.slice(0, -1)
  const season = before.reduce((sum, one) => sum + seasonOf(one.week), 0)
  const acts = before.reduce((sum, one) => sum + one.acts, 0)
  const expected = season > 0 ? (acts / season) * seasonOf(last.week) : 0
  return expected > 0 ? last.acts / expected : null
}

/** A9: polls and kudos, and who took part in them. */
export async function fun(db: Db, spaceId: string, threshold: number): Promise<Facts['a9']> {
  const row = await db.row<{ moments: number; momentsBefore: number; people: number }>(sql`
    with moments as materialized (
      select p.id, p.author_id, p.published_at from posts p join spaces s on s.id = p.space_id
      where ${ours(spaceId)} and p.kind in ('poll', 'kudos') and ${shown} and p.published_at > now() - interval '60 days'),
    lately as (select id, author_id from moments where published_at > now() - interval '30 days')
    select (select count(*)::int from lately) as moments,
      (select count(*)::int from moments) - (select count(*)::int from lately) as "momentsBefore",
      (select count(distinct member_id)::int from (
        select author_id as member_id from lately where author_id is not null
        union all select b.member_id from poll_ballots b where b.post_id in (select id from lately)
        union all select c.author_id from comments c where c.subject_id in (select id from lately) and c.author_id is not null
        union all select r.member_id from reactions r where r.subject_id in (select id from lately)) part) as people`)
  const { moments, momentsBefore, people } = row ?? { moments: 0, momentsBefore: 0, people: 0 }
  return { moments, momentsBefore, people: people < threshold ? null : people }
}

/** B6: gatherings held, events of the calendar that took place, what ambassadors hosted, tests and rounds of ideas that opened. */
export async function activities(db: Db, spaceId: string): Promise<Facts['b6']> {
  const row = await db.row<Facts['b6']>(sql`
    with done as (
      select 'gathering' as kind, e.held_at as at from gatherings e join programmes g on g.id = e.programme_id
        where g.space_id = ${spaceId} and e.held_at is not null
      union all select 'event', e.at from editorial_slots e where e.space_id = ${spaceId} and e.kind = 'event' and e.state in ('held', 'published') and e.at <= now()
      union all select 'hosted', t.returned_at from mission_takings t join missions n on n.id = t.mission_id join programmes g on g.id = n.programme_id
        where g.space_id = ${spaceId} and n.kind = 'host' and t.returned_at is not null
      union all select 'test', n.opened_at from missions n join programmes g on g.id = n.programme_id
        where g.space_id = ${spaceId} and n.kind = 'test' and n.opened_at is not null and n.state <> 'cancelled'
      union all select 'round', r.opened_at from idea_rounds r join programmes g on g.id = r.programme_id
        where g.space_id = ${spaceId} and r.opened_at is not null)
    select count(*) filter (where at > now() - interval '30 days')::int as activities,
      count(distinct kind) filter (where at > now() - interval '30 days')::int as kinds,
      count(*) filter (where at between now() - interval '90 days' and now() - interval '30 days')::int as before
    from done`)
  return row ?? { activities: 0, kinds: 0, before: 0 }
}

/** B7: kudos, accepted answers, and missions somebody was thanked for. */
export async function recognition(db: Db, spaceId: string, threshold: number): Promise<Facts['b7']> {
  const row = await db.row<{ recognised: number; recognitions: number; ever: boolean; top: number }>(sql`
    with given as materialized (
      select r.member_id, p.published_at as at from posts p join spaces s on s.id = p.space_id join post_recipients r on r.post_id = p.id
        where ${ours(spaceId)} and p.kind = 'kudos' and ${shown}
      union all select c.author_id, c.created_at from posts p join spaces s on s.id = p.space_id join comments c on c.id = p.accepted_comment_id
        where ${ours(spaceId)} and p.kind = 'question' and ${shown} and c.author_id is not null
      union all select t.member_id, t.thanked_at from mission_takings t join missions n on n.id = t.mission_id
        join programmes g on g.id = n.programme_id where g.space_id = ${spaceId} and t.thanked_at is not null),
    lately as (select member_id, count(*)::int as times from given where at > now() - interval '30 days' group by member_id)
    select (select count(*)::int from lately) as recognised, coalesce((select sum(times)::int from lately), 0) as recognitions,
      exists (select 1 from given) as ever,
      coalesce((select sum(times)::int from (select times from lately order by times desc limit 3) best), 0) as top`)
  if (!row) return { recognised: null, recognitions: 0, ever: false, topThree: null }
  const told = row.recognised >= threshold
  return {
    recognised: told ? row.recognised : null,
    recognitions: row.recognitions,
    ever: row.ever,
    topThree: told && row.recognitions > 0 ? row.top / row.recognitions : null,
  }
}

/** B8: polls, tests and rounds of ideas put, what came back, and decisions told: of tests, and of ideas with their why. */
export async function feedback(
  db: Db,
  spaceId: string,
  threshold: number,
  awaited: number,
): Promise<Facts['b8']> {
  const row = await db.row<{ askedDaysAgo: number | null; answers: number; decided: number }>(sql`
    with asked as (
      select p.id, p.published_at as at, p.voter_count as answers from posts p join spaces s on s.id = p.space_id
        where ${ours(spaceId)} and p.kind = 'poll' and ${shown}
      union all select n.id, n.opened_at, (select count(*)::int from mission_takings t where t.mission_id = n.id and t.returned_at is not null)
        from missions n join programmes g on g.id = n.programme_id
        where g.space_id = ${spaceId} and n.kind = 'test' and n.opened_at is not null and n.state <> 'cancelled'
      union all
      -- Of a round, votes are known once it is closed, and only when enough people voted.
      select r.id, r.opened_at, coalesce(r.voters, 0) from idea_rounds r join programmes g on g.id = r.programme_id
        where g.space_id = ${spaceId} and r.opened_at is not null)
    select now()::date - max(at)::date as "askedDaysAgo",
      coalesce(sum(answers) filter (where at > now() - interval '90 days'), 0)::int as answers,
      (select count(*)::int from test_publications p join missions n on n.id = p.mission_id join programmes g on g.id = n.programme_id
        where g.space_id = ${spaceId} and p.published_at > now() - interval '90 days')
      + (select count(distinct s.idea_id)::int from idea_steps s join ideas i on i.id = s.idea_id join programmes g on g.id = i.programme_id
        where g.space_id = ${spaceId} and s.to_status in ('planned', 'shipped', 'not_now', 'declined') and s.at > now() - interval '90 days') as decided
    from asked`)
  const answers = row?.answers ?? 0
  return {
    askedDaysAgo: row?.askedDaysAgo ?? null,
    answers: answers < threshold ? null : answers,
    awaited,
    decided: row?.decided ?? 0,
  }
}
