import { type Database, type Db, sql, type Trx } from '#platform/server/db.ts'
import type { Logger } from '#platform/server/log.ts'
import type { Objective } from '#features/communities/contract.ts'
import { findNetwork } from '#features/network/server/queries.ts'
import { addDays, daysOf, later } from '../rules/days.ts'
import { project } from '../rules/projection.ts'
import { counted, type Counts, peopleIn, reachedIn } from './counts.ts'
import { pointsOf } from './curve.ts'
import { type Ground, groundIn } from './policy.ts'
import { MANY } from './snapshot.ts'

export const COUNT_CURVES = 'count-curves'

/** After an absence, so many days are worked out again, as what is known today says they were. */
const MOST_MISSED = 62
/** No network may speak of fewer people: nothing is kept of them. */
const FEWEST = 5

interface Waiting extends Objective {
  spaceId: string
  until: string
  /** The day it was set: it said nothing before. */
  setOn: string
  /** The last day it left its value on. */
  lastDay: string | null
}

/** The objectives whose last full day is not counted yet, or that ask another question since. */
async function waiting(db: Db): Promise<Waiting[]> {
  const { timeZone } = await findNetwork(db)
  return db.rows<Waiting>(sql`
    with clock as (select (now() at time zone ${timeZone})::date - 1 as yesterday)
    select o.id, o.space_id as "spaceId", o.measure, o.target::float8 as target, o.starts_on as "startsOn", o.deadline,
      least(o.deadline, clock.yesterday) as until, (o.created_at at time zone ${timeZone})::date as "setOn",
      (select max(d.day) from objective_days d where d.objective_id = o.id) as "lastDay"
    from clock, objectives o join spaces s on s.id = o.space_id and s.archived_at is null
    left join curve_counts c on c.objective_id = o.id
    where c.objective_id is null or c.until <> least(o.deadline, clock.yesterday) or c.measure <> o.measure or c.starts_on <> o.starts_on
      or c.time_zone <> ${timeZone} or (c.kept and c.counted_at < (clock.yesterday + 1)::timestamp at time zone ${timeZone})
    order by o.space_id, o.id`)
}

/**
 * Counts every objective once a day, up to the end of yesterday. For very many people the counts themselves are kept, and
 * read by every process; for all, what the objective said that day stays. Each objective is a transaction of its own: cut
 * short, it goes on where it was; done twice, it changes nothing.
 */
export async function countCurves(database: Database, log?: Logger, many = MANY): Promise<void> {
  const list = await waiting(database.db)
  for (const [index, objective] of list.entries()) {
    const started = performance.now()
    const ground = await groundIn(database.db, objective.spaceId)
    const counts = await counted(database.db, ground, objective, objective.until)
    const missed = await missedDays(database.db, ground, objective)
    await database.transaction(async (trx) => {
      // Given up, or changed, while it was counted: the next hour sees to it.
      const same = await trx.row(sql`
        select 1 from objectives where id = ${objective.id} and measure = ${objective.measure} and starts_on = ${objective.startsOn}::date
          and deadline = ${objective.deadline}::date for update`)
      if (!same) return
      await keepCounts(trx, ground, objective, counts, many)
      for (const [day, past] of missed) await keepDay(trx, objective, day, past)
      if (objective.setOn <= objective.until) await keepDay(trx, objective, objective.until, counts)
    })
    const ms = Math.round(performance.now() - started)
    // How far a long night is; a short one says nothing.
    if (peopleIn(counts) >= many)
      log?.info({ done: index + 1, of: list.length, objective: objective.id, ms }, 'objective counted')
  }
}

/** Between the last day that was kept and the last full one: the days nobody counted. */
async function missedDays(db: Db, ground: Ground, objective: Waiting): Promise<[string, Counts][]> {
  const { lastDay, until } = objective
  if (!lastDay || lastDay >= until) return []
  const from = later(later(addDays(lastDay, 1), addDays(until, -MOST_MISSED)), objective.startsOn)
  const missed: [string, Counts][] = []
  for (const day of daysOf(from, addDays(until, -1)))
    missed.push([day, await counted(db, ground, objective, day)])
  return missed
}

async function keepCounts(
  trx: Trx,
  ground: Ground,
  objective: Waiting,
  counts: Counts,
  many: number,
): Promise<void> {
  const people = peopleIn(counts)
  const kept = people >= many
  await trx.run(sql`delete from curve_counts where objective_id = ${objective.id}`)
  await trx.run(sql`
    insert into curve_counts (objective_id, measure, starts_on, time_zone, until, people, kept)
    values (${objective.id}, ${objective.measure}, ${objective.startsOn}, ${ground.timeZone}, ${objective.until}, ${people}, ${kept})`)
  if (!kept) return
  const { cells, days } = counts
  await trx.run(sql`
    insert into curve_sites (objective_id, site, reached, people)
    select ${objective.id}, c.* from unnest(${cells.map((one) => one.key)}::text[], ${cells.map((one) => one.numerator)}::int[],
      ${cells.map((one) => one.denominator)}::int[]) c`)
  await trx.run(sql`
    insert into curve_days (objective_id, what, day, people)
    select ${objective.id}, d.* from unnest(${days.map((one) => one.what)}::text[], ${days.map((one) => one.day)}::date[],
      ${days.map((one) => one.people)}::int[]) d`)
}

/** What the objective says at the end of a day; said once, it is never rewritten. */
async function keepDay(trx: Trx, objective: Waiting, day: string, counts: Counts): Promise<void> {
  const people = peopleIn(counts)
  if (day < objective.startsOn || people < FEWEST) return
  const { startsOn, deadline } = objective
  const reached = pointsOf(objective, day, people, counts).map((point) => point.reached)
  const projected = day < deadline ? project({ reached, startsOn, of: people, deadline })?.atDeadline : null
  await trx.run(sql`
    insert into objective_days (objective_id, space_id, day, measure, target, starts_on, deadline, reached, people, projected)
    values (${objective.id}, ${objective.spaceId}, ${day}, ${objective.measure}, ${objective.target}, ${startsOn}, ${deadline},
      ${reachedIn(counts)}, ${people}, ${projected ?? null})
    on conflict (objective_id, day) do nothing`)
}
