import type { Actor } from '#platform/server/actor.ts'
import type { Db } from '#platform/server/db.ts'
import { notFound } from '#platform/server/errors.ts'
import type { Objective } from '#features/communities/contract.ts'
import { objectivesOf } from '#features/communities/server/queries/communities.ts'
import { schoolBetween } from '#features/seasons/rules/school.ts'
import type { Curve, CurvePoint } from '../contract.ts'
import { daysOf, earlier } from '../rules/days.ts'
import { type Projection, project } from '../rules/projection.ts'
import { needed, neededPace, standingOf } from '../rules/standing.ts'
import { COUNTED, counted, type Counts, peopleIn, reachedIn, type What } from './counts.ts'
import { cut, figure } from './figures.ts'
import { type Ground, groundOf } from './policy.ts'
import { keptCounts } from './snapshot.ts'

const KEY = {
  arrived: 'objective_arrived',
  active: 'objective_active',
  creators: 'objective_creators',
} as const

export async function curveOf(db: Db, actor: Actor, spaceId: string, objectiveId: string): Promise<Curve> {
  const ground = await groundOf(db, actor, spaceId)
  const objective = (await objectivesOf(db, spaceId)).find((one) => one.id === objectiveId)
  if (!objective) throw notFound('objective.not_found')
  return measured(db, ground, objective)
}

/** Past its deadline nothing moves. */
export const endOfObjective = (ground: Pick<Ground, 'today'>, objective: Objective): string =>
  earlier(ground.today, objective.deadline)

/** One objective of a community, measured up to today: from the last count that was kept, else from everything. */
export async function measured(db: Db, ground: Ground, objective: Objective): Promise<Curve> {
  const end = endOfObjective(ground, objective)
  const kept = await keptCounts(db, ground, objective, end)
  const counts = kept?.counts ?? (await counted(db, ground, objective, end))
  return curveFrom(ground, objective, counts, kept?.countedAt ?? null)
}

/** What the counts of an objective say; the threshold of silence is applied here, whatever was counted. */
export function curveFrom(
  ground: Ground,
  objective: Objective,
  counts: Counts,
  countedAt: string | null,
): Curve {
  const end = endOfObjective(ground, objective)
  const { cells } = counts
  const of = peopleIn(counts)
  const reached = reachedIn(counts)
  const period = { from: objective.startsOn, to: end }
  const told = figure(KEY[objective.measure], period, ground.threshold, {
    numerator: reached,
    denominator: of,
  })
  const points = told.silent || end < objective.startsOn ? [] : pointsOf(objective, end, of, counts)
  const { startsOn, deadline } = objective
  const running = ground.today <= deadline && points.length > 0
  const projection = running
    ? project({ reached: points.map((point) => point.reached), startsOn, of, deadline })
    : null
  const facts = { ...objective, reached, of, silent: told.silent, today: ground.today, projection }
  const standing = standingOf(facts)
  const ahead = standing === 'reached' ? null : projection
  return {
    objective,
    today: ground.today,
    countedAt,
    standing,
    figure: told,
    missing: told.silent ? null : Math.max(0, needed(objective.target, of) - reached),
    recentPace: projection?.recentPace ?? null,
    neededPace: told.silent ? null : neededPace(facts),
    points,
    projection: ahead && shareOf(ahead, of),
    holidays: schoolBetween(ground.school, startsOn, deadline),
    sites: cut(KEY[objective.measure], ground.threshold, cells),
  }
}

const shareOf = (projection: Projection, of: number) => ({
  points: projection.points.map((point) => ({ day: point.day, value: point.reached / of })),
  atDeadline: projection.atDeadline / of,
})

/** Cumulated from the first day of the objective to the last one told; what came before it counts on its first day. */
export function pointsOf(objective: Objective, end: string, of: number, { days }: Counts): CurvePoint[] {
  const byDay = new Map<string, { what: What; people: number }[]>()
  for (const row of days) byDay.set(row.day, [...(byDay.get(row.day) ?? []), row])
  const sum = { invited: 0, arrived: 0, active: 0, published: 0 }
  return daysOf(objective.startsOn, end).map((day) => {
    for (const { what, people } of byDay.get(day) ?? []) sum[what] += people
    const { published: _published, ...told } = sum
    const reached = sum[COUNTED[objective.measure]]
    return { day, ...told, reached, value: reached / of }
  })
}
