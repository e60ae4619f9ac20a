import type { Actor } from '#platform/server/actor.ts'
import { type Db, sql } from '#platform/server/db.ts'
import { allow, notFound } from '#platform/server/errors.ts'
import { type ProgrammePlace, placeIn, serves } from '#features/programme/server/policy.ts'
import type { StepDetails, StepKind } from '../rules/steps.ts'

/** The actor's own place on the way; for those who serve. */
export async function ownWay(
  db: Db,
  actor: Actor,
  programmeId: string,
): Promise<{ place: ProgrammePlace; ambassadorId: string }> {
  const place = await placeIn(db, actor, programmeId)
  return { place, ambassadorId: servingAs(place) }
}

/** The record under which the actor serves; the way is for those who do. */
export function servingAs(place: ProgrammePlace): string {
  allow(serves(place), 'journey.serve')
  return place.mine?.id ?? ''
}

export interface StepRow {
  id: string
  programmeId: string
  kind: StepKind
  details: StepDetails
}

/** A step of a programme the actor may know of; a removed one is there no more. */
export async function stepIn(
  db: Db,
  actor: Actor,
  id: string,
): Promise<{ step: StepRow; place: ProgrammePlace }> {
  const step = await db.row<StepRow>(
    sql`select id, programme_id as "programmeId", kind, details from journey_steps where id = ${id} and removed_at is null`,
  )
  if (!step) throw notFound('step.not_found')
  const place = await placeIn(db, actor, step.programmeId).catch(() => {
    throw notFound('step.not_found')
  })
  return { step, place }
}

export interface SlotRow {
  id: string
  programmeId: string
  leadId: string
  startsAt: string
  endsAt: string
  place: string
  ambassadorId: string | null
  memberId: string | null
  heldAt: string | null
  withdrawnAt: string | null
}

export const slotRow = (db: Db, id: string, lock = false): Promise<SlotRow | undefined> =>
  db.row<SlotRow>(sql`
    select c.id, c.programme_id as "programmeId", c.lead_id as "leadId", c.starts_at as "startsAt", c.ends_at as "endsAt", c.place,
      c.ambassador_id as "ambassadorId", (select a.member_id from ambassadors a where a.id = c.ambassador_id) as "memberId",
      c.held_at as "heldAt", c.withdrawn_at as "withdrawnAt"
    from call_slots c where c.id = ${id} ${lock ? sql`for update of c` : sql``}`)

/** A call exists for its two people, and for nobody else. */
export async function callOf(db: Db, actor: Actor, slotId: string): Promise<SlotRow> {
  const slot = await slotRow(db, slotId)
  if (!slot || (slot.leadId !== actor.id && slot.memberId !== actor.id)) throw notFound('slot.not_found')
  return slot
}

export interface DraftRow {
  id: string
  ambassadorId: string
  programmeId: string
  spaceId: string
  memberId: string
  buddyId: string | null
  theme: string
  title: string
  body: string
  frame: Record<string, string>
  fileId: string | null
  alt: string
  sharedAt: string | null
  publishedAt: string | null
}

export const draftRow = (db: Db, id: string, lock = false): Promise<DraftRow | undefined> =>
  db.row<DraftRow>(sql`
    select d.id, d.ambassador_id as "ambassadorId", a.programme_id as "programmeId", g.space_id as "spaceId", a.member_id as "memberId",
      (select b.member_id from journey_buddies y join ambassadors b on b.id = y.buddy_id and b.state in ('onboarding', 'active', 'paused', 'handing_over')
        where y.ambassador_id = a.id) as "buddyId",
      d.theme, d.title, d.body, d.frame, d.file_id as "fileId", d.alt, d.shared_at as "sharedAt", d.published_at as "publishedAt"
    from first_drafts d join ambassadors a on a.id = d.ambassador_id join programmes g on g.id = a.programme_id
    where d.id = ${id} ${lock ? sql`for update of d` : sql``}`)

/** Its author; and the buddy, once asked to read it again. */
export async function draftFor(db: Db, actor: Actor, id: string): Promise<DraftRow & { own: boolean }> {
  const draft = await draftRow(db, id)
  const own = draft?.memberId === actor.id
  const asked = draft !== undefined && draft.sharedAt !== null && draft.buddyId === actor.id
  if (!draft || !(own || asked)) throw notFound('draft.not_found')
  return { ...draft, own }
}

/** What only its author may do with it. */
export async function ownDraft(db: Db, actor: Actor, id: string): Promise<DraftRow> {
  const draft = await draftFor(db, actor, id)
  allow(draft.own, 'draft.own')
  return draft
}
