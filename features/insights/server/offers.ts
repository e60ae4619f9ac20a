import { type Db, sql } from '#platform/server/db.ts'
import { objectivesOf } from '#features/communities/server/queries/communities.ts'
import type { Objective } from '#features/communities/contract.ts'
import { findSettings } from '#features/network/server/queries.ts'
import type { Curve } from '../contract.ts'
import { type Standing, standingOf } from '../rules/standing.ts'
import { measured } from './curve.ts'
import { groundIn } from './policy.ts'

/** Every objective of a community with its curve, the next deadline first. The caller answers for the right to know. */
export async function objectiveCurves(db: Db, spaceId: string): Promise<Curve[]> {
  const ground = await groundIn(db, spaceId)
  const curves: Curve[] = []
  for (const objective of await objectivesOf(db, spaceId)) curves.push(await measured(db, ground, objective))
  return curves
}

export interface ObjectiveThen {
  measure: Objective['measure']
  target: number
  deadline: string
  standing: Standing
  /** Shares of those it was about that day; null when too few to be told, or too early to say. */
  value: number | null
  atDeadline: number | null
}

/**
 * What each objective under way in a period said on the last day of it that was kept, with the target it had then. The
 * threshold is today's. `since`: the first day this community kept anything; null when it never did.
 */
export async function objectivesThen(
  db: Db,
  spaceId: string,
  { from, to }: { from: string; to: string },
): Promise<{ told: ObjectiveThen[]; unknown: number; since: string | null }> {
  const { threshold, network } = await findSettings(db)
  const rows = await db.rows<ThenRow>(sql`
    select distinct on (objective_id) objective_id as id, day, measure, target::float8 as target, starts_on as "startsOn", deadline,
      reached, people, projected::float8 as projected
    from objective_days where space_id = ${spaceId} and day between ${from}::date and ${to}::date order by objective_id, day desc`)
  const first = await db.row<{ since: string | null }>(
    sql`select min(day) as since from objective_days where space_id = ${spaceId}`,
  )
  const told = rows.map((row) => thenOf(row, to, threshold)).sort(byDeadline)
  const known = new Set(rows.map((row) => row.id))
  const set = await db.rows<{ id: string }>(sql`
    select id from objectives where space_id = ${spaceId} and starts_on <= ${to}::date and deadline >= ${from}::date
      and created_at < (${to}::date + 1)::timestamp at time zone ${network.timeZone}`)
  return {
    told,
    unknown: set.filter(({ id }) => !known.has(id)).length,
    since: first?.since ?? null,
  }
}

interface ThenRow {
  id: string
  day: string
  measure: Objective['measure']
  target: number
  startsOn: string
  deadline: string
  reached: number
  people: number
  projected: number | null
}

function thenOf(row: ThenRow, to: string, threshold: number): ObjectiveThen {
  const { measure, target, startsOn, deadline, reached, people, projected } = row
  const silent = people < threshold
  const projection = projected === null ? null : { points: [], atDeadline: projected, recentPace: 0 }
  // Past its deadline in that very month, it is over; else it is judged on the day it was kept.
  const today = deadline < to ? to : row.day
  const standing = standingOf({
    target,
    reached,
    of: people,
    silent,
    today,
    startsOn,
    deadline,
    projection,
  })
  return {
    measure,
    target,
    deadline,
    standing,
    value: silent ? null : reached / people,
    atDeadline: silent || projected === null ? null : projected / people,
  }
}

const byDeadline = (one: ObjectiveThen, other: ObjectiveThen) =>
  one.deadline.localeCompare(other.deadline) || one.measure.localeCompare(other.measure)
