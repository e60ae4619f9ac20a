import { v7 as uuid7 } from 'uuid'
import type { Actor } from '#platform/server/actor.ts'
import { insertOnce, sql, type Trx } from '#platform/server/db.ts'
import { allow, conflict, invalid, notFound } from '#platform/server/errors.ts'
import type { Language } from '#platform/contract/schema.ts'
import { shareFiles } from '#features/files/server/commands.ts'
import { canShape, placeIn } from '#features/programme/server/policy.ts'
import { type ModelKey, modelOf } from '../../content/models.ts'
import type { EditedJourney, StepDraft } from '../../contract.ts'
import { detailsFor, type StepDetails, whatIsWrong } from '../../rules/steps.ts'
import { stepIn } from '../policy.ts'
import { editedJourney } from '../queries/edited.ts'

const MOST_STEPS = 40

/** Those who shape the programme; one of them at a time. */
async function shaping(trx: Trx, actor: Actor, programmeId: string): Promise<string> {
  const place = await placeIn(trx, actor, programmeId)
  allow(canShape(place), 'journey.shape')
  await trx.run(
    sql`insert into journeys (programme_id, created_by) values (${programmeId}, ${actor.id}) on conflict do nothing`,
  )
  await trx.row(sql`select 1 from journeys where programme_id = ${programmeId} for update`)
  return place.spaceId
}

const filesIn = ({ lessons = [] }: StepDetails): string[] =>
  lessons.flatMap(({ fileId }) => (fileId ? [fileId] : []))

const countSteps = async (trx: Trx, programmeId: string): Promise<number> =>
  (
    await trx.row<{ count: number }>(
      sql`select count(*)::int as count from journey_steps where programme_id = ${programmeId} and removed_at is null`,
    )
  )?.count ?? 0

/** Once there are steps, they stay: nothing of a journey is ever overwritten. */
export async function copyModel(
  trx: Trx,
  actor: Actor,
  programmeId: string,
  { model, language }: { model: ModelKey; language: Language },
): Promise<EditedJourney> {
  await shaping(trx, actor, programmeId)
  if ((await countSteps(trx, programmeId)) > 0) return editedJourney(trx, actor, programmeId)
  for (const [position, step] of modelOf(model, language, uuid7).entries()) {
    await trx.run(sql`
      insert into journey_steps (id, programme_id, position, kind, title, words, due_days, compulsory, minutes, details)
      values (${uuid7()}, ${programmeId}, ${position}, ${step.kind}, ${step.title}, ${step.words}, ${step.dueDays}, ${step.compulsory},
        ${step.minutes}, ${JSON.stringify(step.details)}::jsonb)`)
  }
  return editedJourney(trx, actor, programmeId)
}

export async function setStep(trx: Trx, actor: Actor, id: string, draft: StepDraft): Promise<EditedJourney> {
  const spaceId = await shaping(trx, actor, draft.programmeId)
  const details = detailsFor(draft.kind, draft.details ?? {})
  const wrong = whatIsWrong(draft.kind, details)
  if (wrong) throw invalid(wrong, { field: 'details' })
  const known = await trx.row<{ programmeId: string; kind: string; removed: boolean; details: StepDetails }>(
    sql`select programme_id as "programmeId", kind, removed_at is not null as removed, details from journey_steps where id = ${id}`,
  )
  if (known && (known.programmeId !== draft.programmeId || known.removed)) throw notFound('step.not_found')
  // What was done under one kind says nothing of another.
  if (known && known.kind !== draft.kind) throw conflict('step.kind_fixed')
  if (!known && (await countSteps(trx, draft.programmeId)) >= MOST_STEPS)
    throw conflict('step.too_many', { values: { count: MOST_STEPS } })
  const before = new Set(filesIn(known?.details ?? {}))
  const brought = filesIn(details).filter((fileId) => !before.has(fileId))
  if (brought.length > 0) await shareFiles(trx, actor, spaceId, brought)
  const fields = {
    title: draft.title.trim(),
    words: draft.words?.trim() ?? '',
    due_days: draft.dueDays ?? null,
    compulsory: draft.compulsory ?? true,
    minutes: draft.minutes ?? null,
    details: JSON.stringify(details),
  }
  if (known)
    await trx.run(sql`
      update journey_steps set title = ${fields.title}, words = ${fields.words}, due_days = ${fields.due_days},
        compulsory = ${fields.compulsory}, minutes = ${fields.minutes}, details = ${fields.details}::jsonb where id = ${id}`)
  else
    await insertOnce(trx, 'journey_steps', {
      id,
      programme_id: draft.programmeId,
      position: await nextPosition(trx, draft.programmeId),
      kind: draft.kind,
      ...fields,
    })
  return editedJourney(trx, actor, draft.programmeId)
}

const nextPosition = async (trx: Trx, programmeId: string): Promise<number> =>
  (
    await trx.row<{ next: number }>(
      sql`select coalesce(max(position) + 1, 0) as next from journey_steps where programme_id = ${programmeId}`,
    )
  )?.next ?? 0

export async function removeStep(trx: Trx, actor: Actor, id: string): Promise<EditedJourney> {
  const { step } = await stepIn(trx, actor, id)
  await shaping(trx, actor, step.programmeId)
  await trx.run(sql`update journey_steps set removed_at = now() where id = ${id} and removed_at is null`)
  return editedJourney(trx, actor, step.programmeId)
}

export async function orderSteps(
  trx: Trx,
  actor: Actor,
  programmeId: string,
  stepIds: string[],
): Promise<EditedJourney> {
  await shaping(trx, actor, programmeId)
  const rows = await trx.rows<{ id: string }>(
    sql`select id from journey_steps where programme_id = ${programmeId} and removed_at is null`,
  )
  const known = new Set(rows.map((row) => row.id))
  // Somebody else added or removed a step meanwhile: the screen looks again.
  if (
    known.size !== new Set(stepIds).size ||
    stepIds.length !== known.size ||
    stepIds.some((id) => !known.has(id))
  )
    throw conflict('step.order')
  await trx.run(sql`
    update journey_steps t set position = o.at from unnest(${stepIds}::uuid[]) with ordinality as o (id, at)
    where t.id = o.id and t.programme_id = ${programmeId}`)
  return editedJourney(trx, actor, programmeId)
}
