import { STEPS } from '#features/communities/rules/steps.ts'
import { NO_CALENDAR, nextWorkingDay } from '#features/seasons/rules/calendar.ts'
import { countActivity } from '#features/seasons/server/offers.ts'
import type { Trx } from '#platform/server/db.ts'
import { type DemoAction, tempoPlan, varnish, varnishPlan } from '../content/plan.ts'
import { uuid7 } from '../rules/random.ts'
import { addDays } from '../rules/season.ts'
import type { DemoPerson } from '../rules/workforce.ts'
import type { Cast } from './cast.ts'
import { insertRows } from './rows.ts'

/** The plan of Tempo, on track, and that of a second community, late. */
export async function insertPlans(trx: Trx, cast: Cast): Promise<void> {
  const varnishId = uuid7(`${cast.seed}/space/${varnish.key}`, cast.opened)
  await insertVarnish(trx, cast, varnishId)
  const objectiveOf = (key: string) => uuid7(`${cast.seed}/objective/${key}`, cast.launched)
  await insertPlan(trx, cast, { key: 'tempo', spaceId: cast.spaceId('tempo') }, tempoPlan, {
    arrived: objectiveOf('connectes'),
    creators: objectiveOf('createurs'),
  })
  await insertPlan(trx, cast, { key: varnish.key, spaceId: varnishId }, varnishPlan, {
    creators: objectiveOf(varnish.key),
  })
  await countActivity(trx, varnishId)
}

type Objectives = Partial<Record<NonNullable<DemoAction['serves']>, string>>

async function insertPlan(
  trx: Trx,
  cast: Cast,
  { key: plan, spaceId }: { key: string; spaceId: string },
  actions: readonly DemoAction[],
  objectives: Objectives,
): Promise<void> {
  const idOf = (key: string) => uuid7(`${cast.seed}/plan/${plan}/${key}`, cast.launched)
  const dayOf = (days: number) => nextWorkingDay(addDays(cast.today, days), NO_CALENDAR)
  await insertRows(
    trx,
    'plan_actions',
    actions.map((one) => ({
      id: idOf(one.key),
      space_id: spaceId,
      title: one.title,
      details: one.details,
      owner_id: one.owner ? cast.memberId(cast.bySlug(one.owner)) : null,
      channel: one.channel,
      starts_on: dayOf(one.from),
      ends_on: dayOf(one.to),
      state: one.state,
      objective_id: (one.serves && objectives[one.serves]) ?? null,
      done_at: one.state === 'done' ? cast.now : null,
      // They were told in time: the demonstration does not begin with a burst of reminders.
      told_late_on: one.to < 0 ? cast.today : null,
      created_at: cast.launched,
    })),
  )
  await insertRows(
    trx,
    'plan_needs',
    actions.flatMap((one) =>
      (one.needs ?? []).map((need) => ({ action_id: idOf(one.key), needs_id: idOf(need) })),
    ),
  )
}

/** Thirty-odd people of two finishing shops, led by somebody else than Tempo: they have not written yet. */
async function insertVarnish(trx: Trx, cast: Cast, id: string): Promise<void> {
  const opened = new Date(cast.now.getTime() + (varnish.objective.startsInDays - 1) * 86_400_000)
  await insertRows(trx, 'spaces', [
    {
      id,
      kind: 'community',
      parent_id: null,
      openness: 'closed',
      name: varnish.name,
      description: varnish.description,
      created_by: cast.memberId(cast.bySlug(varnish.lead)),
      created_at: opened,
      published_at: opened,
    },
  ])
  await insertRows(trx, 'space_heads', [{ space_id: id, posts: 0 }])
  await insertRows(trx, 'communities', [
    {
      space_id: id,
      slug: varnish.slug,
      stage: 'launched',
      kind: 'project',
      vision: varnish.vision,
      value_proposition: varnish.description,
      entry: 'request',
      preview: {},
      preview_published: false,
      steps_done: STEPS,
      launched_on: addDays(cast.today, varnish.objective.startsInDays),
    },
  ])
  await insertRows(trx, 'objectives', [
    {
      id: uuid7(`${cast.seed}/objective/${varnish.key}`, cast.launched),
      space_id: id,
      measure: 'creators',
      target: varnish.objective.target,
      starts_on: addDays(cast.today, varnish.objective.startsInDays),
      deadline: addDays(cast.today, varnish.objective.dueInDays),
      created_at: opened,
    },
  ])
  const seat = (person: DemoPerson, role: string) => ({
    member_id: cast.memberId(person),
    space_id: id,
    role,
    via: role === 'lead' ? 'creator' : 'hand',
    joined_at: opened,
  })
  const lead = cast.bySlug(varnish.lead)
  await insertRows(trx, 'seats', [
    seat(lead, 'lead'),
    ...varnishPeople(cast).map((one) => seat(one, 'member')),
  ])
}

/** Those whom the plan names, then others of the two sites who had come in by then. */
function varnishPeople(cast: Cast): DemoPerson[] {
  const named = varnishPlan.flatMap(({ owner }) =>
    owner && owner !== varnish.lead ? [cast.bySlug(owner)] : [],
  )
  const sites: readonly string[] = varnish.sites
  const others = (cast.story.seats.get('tempo') ?? [])
    .map(({ person }) => person)
    .filter((one) => sites.includes(one.siteName) && one.slug === null && cast.arrivedAt(one))
  return [...new Set([...named, ...others])].slice(0, varnish.members)
}
