import type { Actor } from '#platform/server/actor.ts'
import { type Db, sql, type Sql } from '#platform/server/db.ts'
import { allow } from '#platform/server/errors.ts'
import { findSettings } from '#features/network/server/queries.ts'
import { canKeep, canShape, placeIn } from '#features/programme/server/policy.ts'
import type { Face, Overview } from '../../contract.ts'
import { isStalled, median, quietCounts } from '../../rules/overview.ts'
import type { StepKind } from '../../rules/steps.ts'
import { face } from '../faces.ts'

interface Waiting {
  ambassadorId: string
  programmeId: string
  person: Face
  stepId: string
  title: string
  kind: StepKind
  dueAt: string | null
}

/** Where each of those on their way is: the first compulsory step they have not done. */
const waiting = (db: Db, where: Sql): Promise<Waiting[]> =>
  db.rows<Waiting>(sql`
    select a.id as "ambassadorId", a.programme_id as "programmeId", ${face('m')} as person, t.id as "stepId", t.title, t.kind,
      coalesce(a.onboarding_since, a.created_at) + make_interval(days => t.due_days) as "dueAt"
    from ambassadors a join programmes g on g.id = a.programme_id join members m on m.id = a.member_id and m.status <> 'closed'
    cross join lateral (
      select t.* from journey_steps t left join journey_progress p on p.step_id = t.id and p.ambassador_id = a.id
      where t.programme_id = a.programme_id and t.removed_at is null and t.compulsory and p.done_at is null
      order by t.position, t.id limit 1) t
    where a.state = 'onboarding' and ${where} order by "dueAt", a.id`)

/** From the yes of the lead (else the arrival in the role) to the last compulsory step, in days. */
const durations = async (db: Db, where: Sql): Promise<number[]> => {
  const rows = await db.rows<{ days: number }>(sql`
    select extract(epoch from c.completed_at - coalesce(
      (select max(s.at) from ambassador_steps s where s.ambassador_id = a.id and s.to_state = 'agreed' and s.at <= c.completed_at),
      a.onboarding_since, c.begun_at)) / 86400 as days
    from journey_courses c join ambassadors a on a.id = c.ambassador_id join programmes g on g.id = a.programme_id
    where c.completed_at is not null and ${where}`)
  return rows.map((row) => Math.max(0, Number(row.days)))
}

const rounded = (value: number | null) => (value === null ? null : Math.round(value * 10) / 10)

async function countsOf(db: Db, where: Sql, now: Date) {
  const people = await waiting(db, where)
  const days = await durations(db, where)
  const stalled = people.filter((one) => one.dueAt && isStalled(new Date(one.dueAt), now))
  return { people, stalled, complete: days.length, medianDays: rounded(median(days)) }
}

export async function overviewOf(db: Db, actor: Actor, programmeId: string): Promise<Overview> {
  const place = await placeIn(db, actor, programmeId)
  allow(canShape(place) || canKeep(place), 'journey.overview')
  const { threshold } = await findSettings(db)
  const { people, stalled, complete, medianDays } = await countsOf(db, sql`g.id = ${programmeId}`, new Date())
  const head = await db.row<{ name: string }>(sql`select name from programmes where id = ${programmeId}`)
  const steps = await db.rows<{ id: string; title: string; kind: StepKind }>(sql`
    select id, title, kind from journey_steps where programme_id = ${programmeId} and removed_at is null and compulsory order by position, id`)
  const counted = steps.map((step) => ({
    ...step,
    waiting: people.filter((one) => one.stepId === step.id).length,
    stalled: stalled.filter((one) => one.stepId === step.id).length,
  }))
  const keep = canKeep(place)
  const can = { keep, shape: canShape(place) }
  const common = { programmeId, programme: head?.name ?? '', can }
  if (keep)
    return {
      ...common,
      underWay: people.length,
      complete,
      medianDays,
      steps: counted.map((step) => ({
        ...step,
        people: stalled
          .filter((one) => one.stepId === step.id)
          .map(({ ambassadorId, person, dueAt }) => ({ ambassadorId, person, dueAt })),
      })),
    }
  const quiet = quietCounts(counted, people.length, threshold)
  const enough = complete >= threshold
  return {
    ...common,
    underWay: quiet.underWay,
    complete: enough ? complete : null,
    medianDays: enough ? medianDays : null,
    steps: quiet.steps.map((step) => ({ ...step, people: [] })),
  }
}

export interface JourneyFacts {
  underWay: number
  complete: number
  medianDays: number | null
  /** Steps where somebody is a week late or more, with how many. */
  stalled: { programmeId: string; stepId: string; title: string; count: number }[]
}

/** Figures of all the programmes of a community. Not yet silenced: whoever shows them keeps to the threshold. */
export async function journeyFacts(db: Db, spaceId: string): Promise<JourneyFacts> {
  const { people, stalled, complete, medianDays } = await countsOf(
    db,
    sql`g.space_id = ${spaceId}`,
    new Date(),
  )
  const byStep = new Map<string, JourneyFacts['stalled'][number]>()
  for (const { stepId, title, programmeId } of stalled) {
    const known = byStep.get(stepId) ?? { programmeId, stepId, title, count: 0 }
    byStep.set(stepId, { ...known, count: known.count + 1 })
  }
  return { underWay: people.length, complete, medianDays, stalled: [...byStep.values()] }
}

export interface Stalled {
  ambassadorId: string
  person: Face
  stepId: string
  title: string
  dueAt: string | null
}

/** By name, for those who keep the programme; for anybody else, nobody. */
export async function stalledAmbassadors(db: Db, actor: Actor, programmeId: string): Promise<Stalled[]> {
  const place = await placeIn(db, actor, programmeId)
  if (!canKeep(place)) return []
  const { stalled } = await countsOf(db, sql`g.id = ${programmeId}`, new Date())
  return stalled.map(({ ambassadorId, person, stepId, title, dueAt }) => ({
    ambassadorId,
    person,
    stepId,
    title,
    dueAt,
  }))
}

export interface TrainingStanding {
  /** The programme has something to learn. */
  offered: boolean
  passed: boolean
  passedAt: string | null
}

/** Whether somebody passed all the training of a programme, and when the last of it. Nothing offered: nobody is trained. */
export async function trainingStanding(
  db: Db,
  programmeId: string,
  memberId: string,
): Promise<TrainingStanding> {
  const row = await db.row<{ lessons: number; done: number; last: string | null }>(sql`
    select count(*)::int as lessons, count(p.done_at)::int as done, max(p.done_at) as last
    from journey_steps t left join ambassadors a on a.programme_id = t.programme_id and a.member_id = ${memberId}
    left join journey_progress p on p.step_id = t.id and p.ambassador_id = a.id
    where t.programme_id = ${programmeId} and t.kind = 'learn' and t.removed_at is null`)
  const passed = row !== undefined && row.lessons > 0 && row.done === row.lessons
  return { offered: (row?.lessons ?? 0) > 0, passed, passedAt: passed ? row.last : null }
}
