import type { Actor } from '#platform/server/actor.ts'
import { type Db, sql, type Sql } from '#platform/server/db.ts'
import { invalid } from '#platform/server/errors.ts'
import { findSettings } from '#features/network/server/queries.ts'
import { objectivesThen } from '#features/insights/server/offers.ts'
import { statusOf } from '#features/plan/rules/status.ts'
import { objectivesOf } from '#features/plan/server/queries.ts'
import { cardsOf, statesThen } from '#features/practices/server/queries.ts'
import { nextDip } from '#features/seasons/server/queries.ts'
import type { Report } from '../contract.ts'
import { addDays, monthBefore, monthNamed } from '../rules/mornings.ts'
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
  const { threshold } = await findSettings(db)
  const { today } = await todayOf(db)
  // A month that has ended says what was true when it did; one under way says what is true now.
  const over = period.to < today
  const facts = await monthFacts(db, spaceId, period, over)
  return [
    ...people(facts, threshold),
    ...(over ? await objectivesAtTheEnd(db, spaceId, period) : await objectives(db, spaceId)),
    ...exchanges(facts),
    ...(over ? await practicesAtTheEnd(db, spaceId, period) : await practices(db, spaceId, period.to)),
    ...(await ahead(db, spaceId, over ? addDays(period.to, 1) : today)),
  ]
}

export interface MonthFacts {
  invited: number
  arrived: number
  joined: number
  seats: number
  active: number
  posts: number
  comments: number
  questions: number
  answered: number
  practices: number
  adopted: number
}

/** As kept when the month had just ended; else worked out, from what is still there. */
async function monthFacts(db: Db, spaceId: string, period: Period, over: boolean): Promise<MonthFacts> {
  const kept = over
    ? await db.row<MonthFacts>(sql`
        select invited, arrived, joined, seats, active, posts, comments, questions, answered, practices, adopted
        from report_months where space_id = ${spaceId} and month = ${period.from}`)
    : undefined
  return kept ?? factsOfMonth(db, spaceId, period)
}

/** Worked out from everything: people and what they exchanged over a month. */
export async function factsOfMonth(db: Db, spaceId: string, period: Period): Promise<MonthFacts> {
  const { network } = await findSettings(db)
  const zone = network.timeZone
  return { ...(await peopleOf(db, spaceId, period, zone)), ...(await exchangesOf(db, spaceId, period, zone)) }
}

const within = (at: Sql, { from, to }: Period, zone: string): Sql =>
  sql`${at} >= (${from}::date::timestamp at time zone ${zone}) and ${at} < ((${to}::date + 1)::timestamp at time zone ${zone})`

/** Already so when the period ended: a month read later says what it said. */
const before = (at: Sql, { to }: Period, zone: string): Sql =>
  sql`${at} < ((${to}::date + 1)::timestamp at time zone ${zone})`

const ours = (spaceId: string): Sql =>
  sql`(s.id = ${spaceId} or s.parent_id = ${spaceId}) and s.archived_at is null`

type People = Pick<MonthFacts, 'invited' | 'arrived' | 'joined' | 'active' | 'seats'>

async function peopleOf(db: Db, spaceId: string, period: Period, zone: string): Promise<People> {
  const [row] = await db.figures<People>(sql`
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
        join members m on m.id = took.id and m.status = 'active'
        join seats n on n.member_id = took.id and n.space_id = ${spaceId} and ${before(sql`n.joined_at`, period, zone)}) as active`)
  return row ?? { invited: 0, arrived: 0, joined: 0, active: 0, seats: 0 }
}

function people({ invited, arrived, joined, active, seats }: MonthFacts, threshold: number): Line[] {
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

/** What each said at the end, with the target it had; what was not kept is not made up. */
async function objectivesAtTheEnd(db: Db, spaceId: string, period: Period): Promise<Line[]> {
  const { told, unknown, since } = await objectivesThen(db, spaceId, period)
  const lines = told.map(({ measure, target, deadline, value, standing, atDeadline }) => {
    const common = {
      share: Math.round(target * 100),
      on: deadline,
      status: `@cockpit.report.status.${statusOf({ standing, target, atDeadline })}`,
    }
    return value === null
      ? line('objectives', `objective_${measure}`, common)
      : line('objectives', `objective_then_${measure}`, { ...common, value: Math.round(value * 100) })
  })
  return [...lines, ...(unknown > 0 ? [unknownSince('objectives', since)] : [])]
}

const unknownSince = (part: 'objectives' | 'practices', since: string | null): Line =>
  since ? line(part, `${part}_unknown`, { on: since }) : line(part, `${part}_unknown_yet`)

type Exchanges = Omit<MonthFacts, keyof People>

async function exchangesOf(db: Db, spaceId: string, period: Period, zone: string): Promise<Exchanges> {
  const row = await db.row<Exchanges>(sql`
    with own as materialized (
      select p.* from posts p join spaces s on s.id = p.space_id
      where ${ours(spaceId)} and p.withdrawn_at is null and p.hidden_at is null and ${within(sql`p.published_at`, period, zone)})
    select count(*)::int as posts, coalesce(sum(comment_count), 0)::int as comments,
      count(*) filter (where kind = 'question')::int as questions,
      count(*) filter (where kind = 'question' and comment_count > 0)::int as answered,
      count(*) filter (where kind = 'practice')::int as practices,
      coalesce(sum(adoption_count) filter (where kind = 'practice'), 0)::int as adopted from own`)
  return row ?? { posts: 0, comments: 0, questions: 0, answered: 0, practices: 0, adopted: 0 }
}

function exchanges(row: MonthFacts): Line[] {
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

/** The states of the last full week of the month that was kept. */
async function practicesAtTheEnd(db: Db, spaceId: string, period: Period): Promise<Line[]> {
  const { week, states, since } = await statesThen(db, spaceId, period)
  if (!week) return [unknownSince('practices', since)]
  const alive = states.filter(({ state }) => state === 'alive').length
  const slipping = states
    .filter(({ state }) => state === 'slipping')
    .map(({ code }) => `@practices.names.${code}`)
  return [
    line('practices', 'alive_then', { count: alive, on: week }),
    ...(slipping.length > 0
      ? [line('practices', 'slipping_then', { count: slipping.length, names: slipping.join(' ') })]
      : []),
  ]
}

async function ahead(db: Db, spaceId: string, day: string): Promise<Line[]> {
  const found = await nextDip(db, spaceId, day)
  // One that had begun is no news (it is told until a week after its end): the one after it is.
  const dip = found && found.firstDay < day ? await nextDip(db, spaceId, addDays(found.lastDay, 8)) : found
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
