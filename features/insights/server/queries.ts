import type { Actor } from '#platform/server/actor.ts'
import { type Db, sql } from '#platform/server/db.ts'
import { againstSeason } from '#features/seasons/rules/against-season.ts'
import { seasonOfPeriod } from '#features/seasons/server/queries.ts'
import type { Figure, Measures } from '../contract.ts'
import { addDays } from '../rules/days.ts'
import { type FigureKey, WINDOW_DAYS } from '../rules/definitions.ts'
import { type Cell, silentGroups } from '../rules/silence.ts'
import { actsOf, startOf } from './acts.ts'
import { cut, figure } from './figures.ts'
import { type Ground, groundOf } from './policy.ts'

export async function measuresOf(db: Db, actor: Actor, spaceId: string): Promise<Measures> {
  const ground = await groundOf(db, actor, spaceId)
  const { today, threshold } = ground
  const invitations = await invitationsBySite(db, ground)
  const members = await membersBySite(db, ground)
  const visits = await visitDays(db, ground)
  const window = { from: addDays(today, 1 - WINDOW_DAYS), to: today }
  const ever = { from: null, to: today }
  const shares: { key: FigureKey; period: { from: string | null; to: string }; cells: Cell[] }[] = [
    { key: 'arrived', period: ever, cells: invitations },
    { key: 'active', period: window, cells: members.map((row) => ({ ...row, numerator: row.active })) },
    { key: 'creators', period: window, cells: members.map((row) => ({ ...row, numerator: row.creators })) },
    { key: 'engagement', period: window, cells: members.map((row) => ({ ...row, numerator: row.engaged })) },
  ]
  const figures = [
    figure('invited', ever, threshold, { numerator: totals(invitations).denominator, denominator: null }),
    ...shares.map(({ key, period, cells }) => figure(key, period, threshold, totals(cells))),
    visitedFigure(ground, visits, totals(members.map((row) => ({ ...row, numerator: 0 }))).denominator),
  ]
  return {
    spaceId,
    name: ground.name,
    today,
    threshold,
    figures,
    cuts: shares.map(({ key, cells }) => cut(key, threshold, cells)),
    visits: toldVisits(visits, threshold),
    seasons: await seasonsOf(db, ground, figures, await beforeOf(db, ground, members)),
  }
}

/** Each figure against the one of the period before, moved by what the season changed between them. */
async function seasonsOf(
  db: Db,
  { spaceId, today }: Ground,
  figures: readonly Figure[],
  before: Partial<Record<FigureKey, number | null>>,
): Promise<Measures['seasons']> {
  const cut = addDays(today, -WINDOW_DAYS)
  const season = await seasonOfPeriod(db, spaceId, addDays(cut, 1), today)
  const seasonBefore = await seasonOfPeriod(db, spaceId, addDays(cut, 1 - WINDOW_DAYS), cut)
  return figures.map(({ key, value }) => {
    // Those that add up since the beginning: no season moves them.
    if (key === 'invited' || key === 'arrived')
      return { key, against: { reading: 'gathers', expected: null, season, seasonBefore } }
    return { key, against: againstSeason({ value, before: before[key] ?? null, season, seasonBefore }) }
  })
}

/** The same figures over the thirty days before; null when too few people made them. */
async function beforeOf(db: Db, ground: Ground, members: readonly SiteRow[]) {
  const { today, threshold, spaceId } = ground
  const sum = (of: keyof Omit<SiteRow, 'key'>) => members.reduce((total, row) => total + row[of], 0)
  const there = sum('there')
  const told = (people: number) => (there >= threshold && people >= threshold ? people / there : null)
  const visits = await db.row<{ days: number; visitors: number }>(sql`
    select count(*)::int as days, coalesce(sum(visitors), 0)::int as visitors from visit_days
    where space_id = ${spaceId} and day between ${addDays(today, -2 * WINDOW_DAYS)} and ${addDays(today, -WINDOW_DAYS - 1)}`)
  const visited =
    visits && visits.days > 0 && visits.visitors >= threshold ? visits.visitors / WINDOW_DAYS : null
  return {
    active: told(sum('activeBefore')),
    creators: told(sum('creatorsBefore')),
    engagement: told(sum('engagedBefore')),
    visited,
  }
}

const totals = (cells: readonly Cell[]) => ({
  numerator: cells.reduce((sum, cell) => sum + cell.numerator, 0),
  denominator: cells.reduce((sum, cell) => sum + cell.denominator, 0),
})

const invitationsBySite = (db: Db, ground: Ground): Promise<Cell[]> =>
  db.figures<Cell>(sql`
    select m.site as key, count(m.arrived_at)::int as numerator, count(*)::int as denominator
    from invitations i join members m on m.id = i.member_id
    where i.space_id = ${ground.spaceId} and i.state <> 'withdrawn' group by m.site`)

interface SiteRow {
  key: string
  denominator: number
  active: number
  creators: number
  engaged: number
  /** Over the window before, of those who held a seat at its end. */
  there: number
  activeBefore: number
  creatorsBefore: number
  engagedBefore: number
}

/** Of those who hold a seat, how many took part over the window, and over the one before: one reading for all. */
function membersBySite(db: Db, ground: Ground): Promise<SiteRow[]> {
  const first = addDays(ground.today, 1 - WINDOW_DAYS)
  const cut = startOf(first, ground)
  return db.figures<SiteRow>(sql`
    with took as (
      select acts.member_id, bool_or(acts.made) filter (where acts.at >= ${cut}) as made,
        bool_or(not acts.made) filter (where acts.at >= ${cut}) as answered,
        bool_or(acts.made) filter (where acts.at < ${cut}) as made_before,
        bool_or(not acts.made) filter (where acts.at < ${cut}) as answered_before
      from (${actsOf(ground, addDays(first, -WINDOW_DAYS), ground.today)}) acts group by acts.member_id)
    select m.site as key, count(*)::int as denominator,
      count(*) filter (where took.made or took.answered)::int as active,
      count(*) filter (where took.made)::int as creators, count(*) filter (where took.answered)::int as engaged,
      count(*) filter (where seat.joined_at < ${cut})::int as there,
      count(*) filter (where seat.joined_at < ${cut} and (took.made_before or took.answered_before))::int as "activeBefore",
      count(*) filter (where seat.joined_at < ${cut} and took.made_before)::int as "creatorsBefore",
      count(*) filter (where seat.joined_at < ${cut} and took.answered_before)::int as "engagedBefore"
    from seats seat join members m on m.id = seat.member_id and m.status = 'active'
    left join took on took.member_id = m.id
    where seat.space_id = ${ground.spaceId} group by m.site`)
}

interface VisitRow {
  day: string
  visitors: number
}

/** The last full days, those without a visit included once the first one was counted; the oldest first. */
const visitDays = (db: Db, ground: Ground): Promise<VisitRow[]> =>
  db.rows<VisitRow>(sql`
    select d.day::date as day, coalesce(v.visitors, 0) as visitors
    from generate_series(
      greatest(${addDays(ground.today, -WINDOW_DAYS)}::date, (select min(first.day) from visit_days first where first.space_id = ${ground.spaceId})),
      ${addDays(ground.today, -1)}::date, interval '1 day') d (day)
    left join visit_days v on v.space_id = ${ground.spaceId} and v.day = d.day::date
    where exists (select 1 from visit_days met where met.space_id = ${ground.spaceId})
    order by 1`)

/** A day is a group of its own: few visitors are not told, nor the day that would give them away. */
function toldVisits(rows: VisitRow[], threshold: number): Measures['visits'] {
  const met = rows.filter((row) => row.visitors > 0)
  const cells = met.map((row) => ({ key: row.day, numerator: row.visitors, denominator: row.visitors }))
  const silent = silentGroups(cells, threshold, { acts: true })
  return rows.map(({ day, visitors }) => ({
    day,
    silent: silent.has(day),
    visitors: silent.has(day) ? null : visitors,
  }))
}

/** A mean over full days, rounded to whole people. */
function visitedFigure(ground: Ground, visits: VisitRow[], members: number): Figure {
  const { today, threshold } = ground
  const period = { from: visits[0]?.day ?? addDays(today, -WINDOW_DAYS), to: addDays(today, -1) }
  const sum = visits.reduce((total, row) => total + row.visitors, 0)
  const told = figure('visited', period, threshold, { numerator: sum, denominator: visits.length })
  // Its group is the members, its denominator is days: the threshold is about the first.
  if (members < threshold || (sum > 0 && sum < threshold))
    return { ...told, silent: true, numerator: null, denominator: null, value: null }
  const mean = visits.length > 0 ? Math.round(sum / visits.length) : 0
  return { ...told, silent: false, numerator: sum, denominator: visits.length, value: mean }
}
