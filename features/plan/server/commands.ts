import { v7 as uuid7 } from 'uuid'
import type { Actor } from '#platform/server/actor.ts'
import { sql, type Trx } from '#platform/server/db.ts'
import { emit } from '#platform/server/emit.ts'
import { allow, invalid, notFound } from '#platform/server/errors.ts'
import { words } from '#platform/server/words.ts'
import { done } from '#platform/contract/schema.ts'
import { objectivesOf as objectivesSet } from '#features/communities/server/queries/communities.ts'
import { notifyNews } from '#features/notifications/server/offers.ts'
import { addDays, daysBetween } from '#features/seasons/rules/days.ts'
import { calendarOf } from '#features/seasons/server/queries.ts'
import { readersAmong } from '#features/spaces/server/policy.ts'
import { type ActionDraft, planChanged, type Plan, type PlanAction } from '../contract.ts'
import { circleThrough } from '../rules/dependencies.ts'
import type { ActionState } from '../rules/status.ts'
import { layOut, type TemplateKey } from '../rules/templates.ts'
import { actionPlace, shapingPlan } from './policy.ts'
import { findAction, planIn, refuseFar, todayIn, waitingsOf } from './queries.ts'

const LONGEST = 730
const MOST = 300

function refuseDates({ startsOn, endsOn }: { startsOn: string; endsOn: string }, today: string): void {
  if (endsOn < startsOn) throw invalid('plan_action.order', { field: 'endsOn' })
  if (daysBetween(startsOn, endsOn) > LONGEST) throw invalid('plan_action.long', { field: 'endsOn' })
  refuseFar(startsOn, today)
}

/** Changes of one plan take turns: two dependencies added at once cannot close a circle. */
const inTurn = (trx: Trx, spaceId: string) =>
  trx.row(sql`select pg_advisory_xact_lock(hashtextextended(${`plan ${spaceId}`}, 0))`)

export async function setAction(trx: Trx, actor: Actor, id: string, draft: ActionDraft): Promise<PlanAction> {
  const { spaceId } = draft
  const place = await shapingPlan(trx, actor, spaceId)
  refuseDates(draft, await todayIn(trx))
  await inTurn(trx, spaceId)
  const before = await trx.row<{ spaceId: string; ownerId: string | null }>(
    sql`select space_id as "spaceId", owner_id as "ownerId" from plan_actions where id = ${id}`,
  )
  if (before && before.spaceId !== spaceId) throw notFound('plan_action.not_found')
  const ownerId = draft.ownerId ?? null
  const needs = [...new Set(draft.needs ?? [])]
  if (!before) await refuseMore(trx, spaceId, 1)
  await refuseUnknown(trx, draft)
  await refuseCircle(trx, spaceId, { id, title: draft.title }, needs)
  await trx.run(sql`
    insert into plan_actions (id, space_id, title, details, audience_id, owner_id, channel, starts_on, ends_on, objective_id, created_by)
    values (${id}, ${spaceId}, ${draft.title.trim()}, ${draft.details?.trim() ?? ''}, ${draft.audienceId ?? null}, ${ownerId},
      ${draft.channel}, ${draft.startsOn}, ${draft.endsOn}, ${draft.objectiveId ?? null}, ${actor.id})
    on conflict (id) do update set title = excluded.title, details = excluded.details, audience_id = excluded.audience_id,
      owner_id = excluded.owner_id, channel = excluded.channel, starts_on = excluded.starts_on, ends_on = excluded.ends_on,
      objective_id = excluded.objective_id,
      told_late_on = case when plan_actions.ends_on = excluded.ends_on and plan_actions.owner_id is not distinct from excluded.owner_id
        then plan_actions.told_late_on end`)
  await trx.run(sql`delete from plan_needs where action_id = ${id} and needs_id <> all(${needs}::uuid[])`)
  await trx.run(sql`
    insert into plan_needs (action_id, needs_id) select ${id}, unnest(${needs}::uuid[]) on conflict do nothing`)
  if (ownerId && ownerId !== before?.ownerId)
    await tellOwner(trx, actor, spaceId, ownerId, draft.title.trim())
  await emit(trx, actor, planChanged, spaceId, {})
  return findAction(trx, actor, place, id)
}

async function refuseMore(trx: Trx, spaceId: string, more: number): Promise<void> {
  const row = await trx.row<{ count: number }>(
    sql`select count(*)::int as count from plan_actions where space_id = ${spaceId}`,
  )
  if ((row?.count ?? 0) + more > MOST) throw invalid('plan.full', { field: 'title', values: { most: MOST } })
}

/** Owner, audience, objective: each of this house and, for the owner, somebody who may read the community. */
async function refuseUnknown(trx: Trx, draft: ActionDraft): Promise<void> {
  const { spaceId, ownerId, audienceId, objectiveId } = draft
  if (ownerId && (await readersAmong(trx, spaceId, [ownerId])).length === 0)
    throw invalid('plan_action.owner', { field: 'ownerId' })
  if (audienceId && !(await trx.row(sql`select 1 from audiences where id = ${audienceId}`)))
    throw invalid('plan_action.audience', { field: 'audienceId' })
  if (objectiveId && !(await objectivesSet(trx, spaceId)).some((one) => one.id === objectiveId))
    throw invalid('plan_action.objective', { field: 'objectiveId' })
}

async function refuseCircle(
  trx: Trx,
  spaceId: string,
  { id, title }: { id: string; title: string },
  needs: string[],
): Promise<void> {
  const known = await waitingsOf(trx, spaceId)
  const titles = new Map(known.map((one) => [one.id, one.title]))
  titles.set(id, title)
  if (needs.some((need) => need !== id && !titles.has(need)))
    throw invalid('plan_action.needs', { field: 'needs' })
  const circle = circleThrough(known, id, needs)
  if (circle)
    throw invalid('plan_action.circle', {
      field: 'needs',
      values: { chain: circle.map((one) => titles.get(one) ?? '').join(' → ') },
    })
}

const tellOwner = (trx: Trx, actor: Actor, spaceId: string, memberId: string, title: string) =>
  memberId === actor.id
    ? Promise.resolve()
    : notifyNews(
        trx,
        [
          {
            memberId,
            says: (language) => words(language)('plan.news.named', { title }),
            path: `/communautes/${spaceId}/plan`,
          },
        ],
        { spaceId, actorId: actor.id },
      )

/** Its owner says what they did; giving an action up is for those who shape the plan. */
export async function setActionState(
  trx: Trx,
  actor: Actor,
  id: string,
  state: ActionState,
): Promise<PlanAction> {
  const place = await actionPlace(trx, actor, id)
  const { spaceId, shape, ownerId } = place
  allow(shape || (ownerId === actor.id && state !== 'dropped'), 'plan.state')
  const changed = await trx.run(sql`
    update plan_actions set state = ${state}, done_at = case when ${state === 'done'} then now() end
    where id = ${id} and state <> ${state}`)
  if (changed > 0) await emit(trx, actor, planChanged, spaceId, {})
  return findAction(trx, actor, place, id)
}

export async function dropAction(trx: Trx, actor: Actor, id: string) {
  const row = await trx.row<{ spaceId: string }>(
    sql`select space_id as "spaceId" from plan_actions where id = ${id}`,
  )
  if (!row) return done
  const { shape, spaceId } = await actionPlace(trx, actor, id)
  allow(shape, 'plan.shape')
  await trx.run(sql`delete from plan_actions where id = ${id}`)
  await emit(trx, actor, planChanged, spaceId, {})
  return done
}

export async function moveActions(
  trx: Trx,
  actor: Actor,
  spaceId: string,
  moves: { id: string; startsOn: string; endsOn: string }[],
): Promise<Plan> {
  const place = await shapingPlan(trx, actor, spaceId)
  await inTurn(trx, spaceId)
  const today = await todayIn(trx)
  for (const move of moves) {
    refuseDates(move, today)
    const found = await trx.run(sql`
      update plan_actions set starts_on = ${move.startsOn}, ends_on = ${move.endsOn},
        told_late_on = case when ends_on = ${move.endsOn}::date then told_late_on end
      where id = ${move.id} and space_id = ${spaceId}`)
    if (found === 0) throw notFound('plan_action.not_found')
  }
  await emit(trx, actor, planChanged, spaceId, {})
  return planIn(trx, actor, place)
}

export async function applyTemplate(
  trx: Trx,
  actor: Actor,
  spaceId: string,
  applicationId: string,
  { template, startsOn }: { template: TemplateKey; startsOn: string },
): Promise<Plan> {
  const place = await shapingPlan(trx, actor, spaceId)
  refuseFar(startsOn, await todayIn(trx))
  await inTurn(trx, spaceId)
  const isNew = await trx.run(sql`
    insert into plan_applications (id, space_id, template, starts_on, applied_by)
    values (${applicationId}, ${spaceId}, ${template}, ${startsOn}, ${actor.id}) on conflict do nothing`)
  if (isNew === 1) await writeTemplate(trx, actor, spaceId, template, startsOn)
  return planIn(trx, actor, place)
}

async function writeTemplate(
  trx: Trx,
  actor: Actor,
  spaceId: string,
  template: TemplateKey,
  startsOn: string,
): Promise<void> {
  const text = words(actor.language)
  const actions = layOut(template, startsOn, await calendarOf(trx, startsOn, addDays(startsOn, LONGEST)))
  await refuseMore(trx, spaceId, actions.length)
  const objectives = await objectivesSet(trx, spaceId)
  const ids = new Map(actions.map((one) => [one.key, uuid7()]))
  for (const one of actions) {
    const objective = objectives.find(({ measure }) => measure === one.serves)
    const key = `plan.templates.${template}.actions.${one.key}`
    await trx.run(sql`
      insert into plan_actions (id, space_id, title, details, channel, starts_on, ends_on, objective_id, created_by)
      values (${ids.get(one.key)}, ${spaceId}, ${text(`${key}.title`)}, ${text(`${key}.details`)}, ${one.channel},
        ${one.startsOn}, ${one.endsOn}, ${objective?.id ?? null}, ${actor.id})`)
    for (const need of one.needs ?? [])
      await trx.run(
        sql`insert into plan_needs (action_id, needs_id) values (${ids.get(one.key)}, ${ids.get(need)})`,
      )
  }
  await emit(trx, actor, planChanged, spaceId, {})
}
