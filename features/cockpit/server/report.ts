import type { Actor } from '#platform/server/actor.ts'
import { type Db, sql, type Sql } from '#platform/server/db.ts'
import { invalid } from '#platform/server/errors.ts'
import { findSettings } from '#features/network/server/queries.ts'
import { objectivesOf } from '#features/plan/server/queries.ts'
import { cardsOf } from '#features/practices/server/queries.ts'
import { nextDip } from '#features/seasons/server/queries.ts'
import type { Report } from '../contract.ts'
import { monthBefore, monthNamed } from '../rules/mornings.ts'
import { readingReport, receivesReport } from './policy.ts'

type Line = Report['lines'][number]

const line = (part: Line['part'], key: string, values: Line['values'] = {}): Line => ({ part, key, values })

interface Period {
  from: string
  to: string
}

export async function todayOf(db: Db): Promise<{ today: string; hour: number; timeZone: string }> {
  const { network } = await findSettings(db)
  const row = await db.row<{ today: string; hour: number }>(sql`
    select (now() at time zone ${network.timeZone})::date as today, extract(hour from now() at time zone ${network.timeZone})::int as hour`)
  return { today: row?.today ?? '', hour: row?.hour ?? 0, timeZone: network.timeZone }
}

/** The month of a community, whoever reads it: figures about everybody, silent under the threshold. */
export async function reportLines(db: Db, spaceId: string, period: Period): Promise<Line[]> {
  const { threshold, network } = await findSettings(db)
  return [
    ...(await people(db, spaceId, period, threshold, network.timeZone)),
    ...(await objectives(db, spaceId)),
    ...(await exchanges(db, spaceId, period, network.timeZone)),
    ...(await practices(db, spaceId, period.to)),
    ...(await ahead(db, spaceId)),
  ]
}

const within = (at: Sql, { from, to }: Period, zone: string): Sql =>
  sql`${at} >= (${from}::date::timestamp at time zone ${zone}) and ${at} < ((${to}::date + 1)::timestamp at time zone ${zone})`

/** Already so when the period ended: a month read later says what it said. */
const before = (at: Sql, { to }: Period, zone: string): Sql =>
  sql`${at} < ((${to}::date + 1)::timestamp at time zone ${zone})`

const ours = (spaceId: string): Sql =>
  sql`(s.id = ${spaceId} or s.parent_id = ${spaceId}) and s.archived_at is null`

async function people(
  db: Db,
  spaceId: string,
  period: Period,
  threshold: number,
  zone: string,
): Promise<Line[]> {
  const [row] = await db.figures<{
    invited: number
    arrived: number
    joined: number
    active: number
    seats: number
  }>(sql`
    with scope as materialized (select s.id from spaces s where ${ours(spaceId)})
    select (select count(*)::int from invitations i where i.space_id = ${spaceId} and i.state <> 'withdrawn'
        and ${before(sql`i.invited_at`, period, zone)}) as invited,
      (select count(*)::int from invitations i join members m on m.id = i.member_id
        where i.space_id = ${spaceId} and i.state <> 'withdrawn' and ${before(sql`i.invited_at`, period, zone)}
          and ${before(sql`m.arrived_at`, period, zone)}) as arrived,
      (select count(*)::int from seats n where n.space_id = ${spaceId} and ${within(sql`n.joined_at`, period, zone)}) as joined,
      (select count(*)::int from seats n join members m on m.id = n.member_id and m.status = 'active'
        where n.space_id = ${spaceId} and ${before(sql`n.joined_at`, period, zone)}) as seats,
      (select count(*)::int from (
        select p.author_id as id from posts p where p.space_id in (select id from scope) and ${within(sql`p.published_at`, period, zone)}
        union select c.author_id from comments c where c.space_id in (select id from scope) and ${within(sql`c.created_at`, period, zone)}
        union select r.member_id from reactions r where r.space_id in (select id from scope) and ${within(sql`r.at`, period, zone)}) took
        join seats n on n.member_id = took.id and n.space_id = ${spaceId} and ${before(sql`n.joined_at`, period, zone)}) as active`)
  if (!row) return []
  const { invited, arrived, joined, active, seats } = row
  return [
    ...(invited >= threshold
      ? [line('people', 'arrived', { count: invited, arrived, share: Math.round((arrived / invited) * 100) })]
      : []),
    line('people', 'joined', { count: joined }),
    seats >= threshold
      ? line('people', 'active', { count: seats, active, share: Math.round((active / seats) * 100) })
      : line('people', 'silent', { count: threshold }),
  ]
}

async function objectives(db: Db, spaceId: string): Promise<Line[]> {
  const found = await objectivesOf(db, spaceId)
  return found.map(({ curve, status }) =>
    line('objectives', `objective_${curve.objective.measure}`, {
      share: Math.round(curve.objective.target * 100),
      on: curve.objective.deadline,
      status: `@cockpit.report.status.${status}`,
    }),
  )
}

async function exchanges(db: Db, spaceId: string, period: Period, zone: string): Promise<Line[]> {
  const row = await db.row<{
    posts: number
    comments: number
    questions: number
    answered: number
    practices: number
    adopted: number
  }>(sql`
    with own as materialized (
      select p.* from posts p join spaces s on s.id = p.space_id
      where ${ours(spaceId)} and p.withdrawn_at is null and p.hidden_at is null and ${within(sql`p.published_at`, period, zone)})
    select count(*)::int as posts, coalesce(sum(comment_count), 0)::int as comments,
      count(*) filter (where kind = 'question')::int as questions,
      count(*) filter (where kind = 'question' and comment_count > 0)::int as answered,
      count(*) filter (where kind = 'practice')::int as practices,
      coalesce(sum(adoption_count) filter (where kind = 'practice'), 0)::int as adopted from own`)
  if (!row) return []
  return [
    line('exchanges', 'posts', { count: row.posts, comments: row.comments }),
    ...(row.questions > 0
      ? [line('exchanges', 'questions', { count: row.questions, answered: row.answered })]
      : []),
    ...(row.practices > 0
      ? [line('exchanges', 'practices', { count: row.practices, adopted: row.adopted })]
      : []),
  ]
}

async function practices(db: Db, spaceId: string, day: string): Promise<Line[]> {
  const cards = await cardsOf(db, spaceId, day)
  const alive = cards.filter(({ state }) => state === 'alive').length
  const slipping = cards
    .filter(({ state }) => state === 'slipping')
    .map(({ code }) => `@practices.names.${code}`)
  return [
    line('practices', 'alive', { count: alive }),
    ...(slipping.length > 0
      ? [line('practices', 'slipping', { count: slipping.length, names: slipping.join(' ') })]
      : []),
  ]
}

async function ahead(db: Db, spaceId: string): Promise<Line[]> {
  const { today } = await todayOf(db)
  const dip = await nextDip(db, spaceId, today)
  return dip ? [line('ahead', 'dip', { on: dip.firstDay, share: Math.round((1 - dip.share) * 100) })] : []
}

export async function reportFor(
  db: Db,
  actor: Actor,
  spaceId: string,
  month: string | undefined,
): Promise<Report> {
  const seat = await readingReport(db, actor, spaceId)
  const { today } = await todayOf(db)
  const period = month ? monthNamed(month) : monthBefore(today)
  if (period.from > today) throw invalid('report.future', { field: 'month' })
  const row = await db.row<{ name: string; mail: boolean | null }>(sql`
    select s.name, case when m.email is not null then not exists (select 1 from cockpit_refusals r
      where r.space_id = s.id and r.member_id = m.id and r.mail = 'report') end as mail
    from spaces s join members m on m.id = ${actor.id} where s.id = ${spaceId}`)
  return {
    spaceId,
    name: row?.name ?? '',
    ...period,
    lines: await reportLines(db, spaceId, period),
    mail: receivesReport(seat) ? (row?.mail ?? null) : null,
  }
}
