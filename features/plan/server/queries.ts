import type { Actor } from '#platform/server/actor.ts'
import { type Db, empty, sql } from '#platform/server/db.ts'
import { words } from '#platform/server/words.ts'
import { invalid, notFound } from '#platform/server/errors.ts'
import type { Curve } from '#features/insights/contract.ts'
import { objectiveCurves } from '#features/insights/server/offers.ts'
import { findNetwork } from '#features/network/server/queries.ts'
import { addDays, mondayOf } from '#features/seasons/rules/days.ts'
import { calendarOf, overlayOf } from '#features/seasons/server/queries.ts'
import type { Plan, PlanAction, PlanObjective, Template } from '../contract.ts'
import { coverageOf } from '../rules/coverage.ts'
import { statusOf, timingOf } from '../rules/status.ts'
import { layOut, TEMPLATE_WEEKS, TEMPLATES } from '../rules/templates.ts'
import { type PlanPlace, planPlace, shapingPlan } from './policy.ts'

type Row = Omit<PlanAction, 'timing' | 'mine'>

const rowsOf = (db: Db, spaceId: string, only: { ownerId?: string; id?: string } = {}): Promise<Row[]> =>
  db.rows<Row>(sql`
    select p.id, p.title, p.details, p.channel, p.starts_on as "startsOn", p.ends_on as "endsOn", p.state,
      p.objective_id as "objectiveId",
      case when a.id is null then null else jsonb_build_object('id', a.id, 'name', a.name) end as audience,
      case when m.id is null then null else jsonb_build_object('id', m.id, 'givenName', m.given_name,
        'familyName', m.family_name, 'job', m.job, 'photoFileId', m.photo_file_id) end as owner,
      coalesce((select array_agg(n.needs_id order by n.needs_id) from plan_needs n where n.action_id = p.id), '{}') as needs
    from plan_actions p left join audiences a on a.id = p.audience_id
    left join members m on m.id = p.owner_id and m.status <> 'closed'
    where p.space_id = ${spaceId}
      ${only.ownerId ? sql`and p.owner_id = ${only.ownerId}` : empty} ${only.id ? sql`and p.id = ${only.id}` : empty}
    order by p.starts_on, p.ends_on, p.id`)

export async function todayIn(db: Db): Promise<string> {
  const { timeZone } = await findNetwork(db)
  const row = await db.row<{ today: string }>(sql`select (now() at time zone ${timeZone})::date as today`)
  return row?.today ?? ''
}

const told =
  (actor: Actor, today: string) =>
  (row: Row): PlanAction => ({
    ...row,
    timing: timingOf(row, today),
    mine: row.owner?.id === actor.id,
  })

export async function planOf(db: Db, actor: Actor, spaceId: string): Promise<Plan> {
  return planIn(db, actor, await planPlace(db, actor, spaceId))
}

const AROUND = 28

const ownView = (one: PlanAction, seen: ReadonlySet<string>): PlanAction => ({
  ...one,
  needs: one.needs.filter((id) => seen.has(id)),
  objectiveId: null,
})

export async function planIn(db: Db, actor: Actor, { spaceId, shape, scope }: PlanPlace): Promise<Plan> {
  const today = await todayIn(db)
  const space = await db.row<{ name: string }>(sql`select name from spaces where id = ${spaceId}`)
  const own = scope === 'own'
  const rows = await rowsOf(db, spaceId, own ? { ownerId: actor.id } : {})
  const seen = new Set(rows.map((row) => row.id))
  // Of what somebody else does, an owner of actions learns nothing, not even its number.
  const actions = rows.map(told(actor, today)).map((one) => (own ? ownView(one, seen) : one))
  const first = [today, ...rows.map((row) => row.startsOn)].sort()[0] ?? today
  const last = [today, ...rows.map((row) => row.endsOn)].sort().at(-1) ?? today
  const [from, to] = [mondayOf(first), addDays(last, AROUND)]
  const calendar = await calendarOf(db, from, addDays(to, 400))
  return {
    spaceId,
    name: space?.name ?? '',
    today,
    scope,
    can: { shape },
    objectives: own ? [] : await objectivesOf(db, spaceId),
    actions,
    coverage: coverageOf(actions, today, calendar),
    overlay: await overlayOf(db, from, addDays(to, 400)),
  }
}

const objectiveOf = (curve: Curve): PlanObjective => ({
  curve,
  status: statusOf({
    standing: curve.standing,
    target: curve.objective.target,
    atDeadline: curve.projection?.atDeadline ?? null,
  }),
})

/** The objectives of a community, measured. The caller answers for the right to know. */
export const objectivesOf = async (db: Db, spaceId: string): Promise<PlanObjective[]> =>
  (await objectiveCurves(db, spaceId)).map(objectiveOf)

/** As its reader sees it: whoever owns actions and nothing else learns nothing of the others from it. */
export async function findAction(
  db: Db,
  actor: Actor,
  { spaceId, scope }: Pick<PlanPlace, 'spaceId' | 'scope'>,
  id: string,
): Promise<PlanAction> {
  const own = scope === 'own'
  const rows = await rowsOf(db, spaceId, own ? { ownerId: actor.id } : { id })
  const row = rows.find((one) => one.id === id)
  if (!row) throw notFound('plan_action.not_found')
  const action = told(actor, await todayIn(db))(row)
  return own ? ownView(action, new Set(rows.map((one) => one.id))) : action
}

/** What each action of a community waits for, by id, with its title: for circles. */
export const waitingsOf = (db: Db, spaceId: string) =>
  db.rows<{ id: string; title: string; needs: string[] }>(sql`
    select p.id, p.title, coalesce((select array_agg(n.needs_id) from plan_needs n where n.action_id = p.id), '{}') as needs
    from plan_actions p where p.space_id = ${spaceId}`)

const FURTHEST = 3660

export async function templatesOf(db: Db, actor: Actor, spaceId: string, from: string): Promise<Template[]> {
  await shapingPlan(db, actor, spaceId)
  refuseFar(from, await todayIn(db))
  const calendar = await calendarOf(db, from, addDays(from, 730))
  const text = words(actor.language)
  return TEMPLATES.map((key) => ({
    key,
    name: text(`plan.templates.${key}.name`),
    about: text(`plan.templates.${key}.about`),
    weeks: TEMPLATE_WEEKS[key],
    actions: layOut(key, from, calendar).map((one) => ({
      title: text(`plan.templates.${key}.actions.${one.key}.title`),
      startsOn: one.startsOn,
      endsOn: one.endsOn,
    })),
  }))
}

/** A year typed wrong is not a plan. */
export function refuseFar(day: string, today: string): void {
  if (day < addDays(today, -FURTHEST) || day > addDays(today, FURTHEST))
    throw invalid('plan.far', { field: 'startsOn' })
}

export interface PlanFacts {
  actions: number
  /** Open, and past their last day. */
  late: number
  /** Open, and due before Sunday night. */
  thisWeek: number
  /** Open, without anybody's name. */
  withoutOwner: number
  /** Of the next four weeks with working days. */
  coverage: { covered: number; of: number }
  /** Of the objectives that can be judged, those reached or on track; null without any. */
  onTrackShare: number | null
  objectives: { id: string; status: PlanObjective['status'] }[]
}

/** Where a plan stands in a few numbers, for the cockpit, the practices and reports. The caller answers for the right. */
export async function planFacts(db: Db, spaceId: string): Promise<PlanFacts> {
  const today = await todayIn(db)
  const rows = await rowsOf(db, spaceId)
  const timed = rows.map((row) => ({ ...row, timing: timingOf(row, today) }))
  const open = timed.filter((row) => row.timing !== 'settled')
  const objectives = await objectivesOf(db, spaceId)
  const judged = objectives.filter(({ status }) => status !== 'silent' && status !== 'starting')
  const good = judged.filter(({ status }) => status === 'reached' || status === 'on_track')
  return {
    actions: rows.filter((row) => row.state !== 'dropped').length,
    late: open.filter((row) => row.timing === 'late').length,
    thisWeek: open.filter((row) => row.timing !== 'late' && row.endsOn <= addDays(mondayOf(today), 6)).length,
    withoutOwner: open.filter((row) => !row.owner).length,
    coverage: coverageOf(rows, today, await calendarOf(db, today, addDays(today, 42))),
    onTrackShare: judged.length > 0 ? good.length / judged.length : null,
    objectives: objectives.map(({ curve, status }) => ({ id: curve.objective.id, status })),
  }
}
