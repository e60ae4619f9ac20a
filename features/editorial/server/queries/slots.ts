import { EMPTY_DOC } from '#platform/contract/rich-text.ts'
import type { Actor } from '#platform/server/actor.ts'
import { type Db, raw, sql, type Sql } from '#platform/server/db.ts'
import { notFound } from '#platform/server/errors.ts'
import { problemText } from '#platform/server/words.ts'
import { readableSpace } from '#features/spaces/server/policy.ts'
import type { Person, Remark, Slot, SlotSheet, SlotText, Version } from '../../contract.ts'
import { penFor } from '../../rules/pen.ts'
import { isOver } from '../../rules/states.ts'
import { lackOf } from '../post-of-slot.ts'
import { canMove, canShape, canWrite, type SlotPlace, slotPlace } from '../policy.ts'

export type Named = 'owner' | 'author' | 'asked' | 'writer' | 'holder' | 'asking' | 'm'

/** Somebody as a face and a name, from a row of `members` of that alias. */
export const person = (alias: Named): Sql => {
  const at = (column: string) => raw(`${alias}.${column}`)
  return sql`case when ${at('id')} is null then null else jsonb_build_object('id', ${at('id')}, 'givenName', ${at('given_name')},
    'familyName', ${at('family_name')}, 'photoFileId', ${at('photo_file_id')}) end`
}

interface SlotRow extends Omit<Slot, 'can' | 'moved' | 'failure'> {
  occurrenceOn: string | null
  failureCode: string | null
  ownerId: string | null
  asked: boolean
}

/** Slots as they are shown, over `editorial_slots e`; the caller says which. */
export async function slotsWhere(db: Db, actor: Actor, shapes: boolean, where: Sql): Promise<Slot[]> {
  const rows = await db.rows<SlotRow>(sql`
    select e.id, e.space_id as "spaceId", e.place_id as "placeId", place.name as "placeName", e.kind, e.channel,
      e.post_kind as "postKind", e.theme_id as "themeId", e.title, e.brief, e.state, e.day, e.minutes, e.at,
      ${person('owner')} as owner, e.owner_id as "ownerId", e.series_id as "seriesId", e.occurrence_on as "occurrenceOn",
      case when k.id is not null and (k.state <> 'draft' or ${shapes}::boolean or e.owner_id = ${actor.id})
        then jsonb_build_object('id', k.id, 'title', k.title, 'state', k.state) end as kit,
      case when turn.id is not null then jsonb_build_object('id', turn.id, 'programmeId', turn.programme_id,
        'startsOn', turn.starts_on, 'endsOn', turn.ends_on, 'holder', ${person('holder')}) end as turn,
      e.reminded_at as "remindedAt", e.imported_uid is not null as imported, e.failure as "failureCode",
      case when e.state = 'published' and ${readablePost(actor)} then e.post_id end as "postId",
      (select count(*)::int from editorial_remarks r where r.slot_id = e.id and r.asks_id is not null and r.done_at is null) as rereads,
      exists (select 1 from editorial_remarks r where r.slot_id = e.id and r.asks_id = ${actor.id}) as asked
    from editorial_slots e join spaces place on place.id = e.place_id left join members owner on owner.id = e.owner_id
      left join share_kits k on k.id = e.kit_id left join turns turn on turn.id = e.turn_id
      left join members holder on holder.id = turn.member_id
    where ${where}`)
  return rows.map((row) => toSlot(row, actor, shapes))
}

/** The post it became, where this actor may still read it. */
const readablePost = (actor: Actor): Sql => sql`exists (select 1 from posts p where p.id = e.post_id
  and p.withdrawn_at is null and p.hidden_at is null and ${readableSpace(actor, sql`p.space_id`)})`

/** What members read of a calendar, over `editorial_slots e`: what became a post they may read. */
export const publishedFor = (actor: Actor): Sql => sql`(e.state = 'published' and ${readablePost(actor)})`

function toSlot(row: SlotRow, actor: Actor, shapes: boolean): Slot {
  const { occurrenceOn, failureCode, ownerId, asked, ...slot } = row
  const open = !isOver(slot.state)
  const owns = ownerId === actor.id
  return {
    ...slot,
    moved: occurrenceOn !== null && occurrenceOn !== slot.day,
    failure: failureCode && problemText(actor.language, failureCode, {}),
    can: { write: open && (shapes || owns || asked), move: shapes || owns, shape: shapes },
  }
}

export async function findSlot(db: Db, actor: Actor, id: string): Promise<Slot> {
  const place = await slotPlace(db, actor, id)
  const [slot] = await slotsWhere(db, actor, canShape(place.place), sql`e.id = ${id}`)
  if (!slot) throw notFound('slot.not_found')
  return slot
}

export const textOf = (content: Partial<SlotText>, title: string): SlotText => ({
  title,
  body: EMPTY_DOC,
  ...content,
})

export async function findSheet(db: Db, actor: Actor, id: string): Promise<SlotSheet> {
  const place = await slotPlace(db, actor, id)
  const slot = await findSlot(db, actor, id)
  const row = await db.row<{
    communityName: string
    writtenBy: Person | null
    holder: Person | null
    askedBy: Person | null
  }>(sql`
    select s.name as "communityName", ${person('writer')} as "writtenBy", ${person('holder')} as holder, ${person('asking')} as "askedBy"
    from editorial_slots e join spaces s on s.id = e.space_id left join members writer on writer.id = e.written_by
    left join members holder on holder.id = e.pen_id left join members asking on asking.id = e.pen_asked_by where e.id = ${id}`)
  const lack = slot.kind === 'post' ? lackOf(place) : slot.kind === 'share' && !place.kitId ? NO_KIT : null
  return {
    ...slot,
    can: { write: canWrite(place), move: canMove(place), shape: canShape(place.place) },
    communityName: row?.communityName ?? '',
    content: textOf(place.content, place.title),
    edition: place.edition,
    writtenBy: row?.writtenBy ?? null,
    writtenAt: place.writtenAt,
    pen: penView(place, actor, row ?? { holder: null, askedBy: null }),
    remarks: await remarksOf(db, actor, id),
    versions: await versionsOf(db, id),
    lacks: lack && problemText(actor.language, lack.code, { limit: lack.limit, count: lack.limit }),
  }
}

/** A share without a kit has nothing to open. */
const NO_KIT = { code: 'slot.kit_missing', limit: 0 }

export function penView(
  slot: Pick<SlotPlace, 'penId' | 'penAt'>,
  actor: Actor,
  people: { holder: Person | null; askedBy: Person | null },
) {
  const state = penFor({ holderId: slot.penId, at: slot.penAt }, actor.id, Date.now())
  return { state, at: slot.penAt, holder: people.holder, askedBy: people.askedBy }
}

const remarkColumns = (
  actor: Actor,
): Sql => sql`r.id, ${person('author')} as author, r.text, ${person('asked')} as asks,
  r.done_at as "doneAt", r.at, r.author_id is not distinct from ${actor.id}::uuid as own`

export const remarksOf = (db: Db, actor: Actor, slotId: string): Promise<Remark[]> =>
  db.rows<Remark>(sql`
    select ${remarkColumns(actor)} from editorial_remarks r left join members author on author.id = r.author_id
    left join members asked on asked.id = r.asks_id where r.slot_id = ${slotId} order by r.at, r.id`)

const versionsOf = (db: Db, slotId: string): Promise<Version[]> =>
  db.rows<Version>(sql`
    select v.id, v.content, ${person('writer')} as "writtenBy", v.written_at as "writtenAt", v.why
    from editorial_versions v left join members writer on writer.id = v.written_by
    where v.slot_id = ${slotId} order by v.kept_at desc, v.id desc`)
