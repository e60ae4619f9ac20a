import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import type { Actor } from '#platform/server/actor.ts'
import { type Db, sql } from '#platform/server/db.ts'
import { allow } from '#platform/server/errors.ts'
import { words } from '#platform/server/words.ts'
import { canKeep, placeIn, serves } from '#features/programme/server/policy.ts'
import type { CallNote, KeptSlot, Slot } from '../../contract.ts'
import { face } from '../faces.ts'
import { callOf } from '../policy.ts'

export async function slotsOf(
  db: Db,
  actor: Actor,
  programmeId: string,
): Promise<{ open: Slot[]; offered: KeptSlot[] }> {
  const place = await placeIn(db, actor, programmeId)
  allow(serves(place) || canKeep(place), 'journey.serve')
  const mine = serves(place) ? (place.mine?.id ?? null) : null
  const open = mine
    ? await db.rows<Slot>(sql`
        select c.id, c.starts_at as "startsAt", c.ends_at as "endsAt", c.place, ${face('m')} as lead, c.held_at as "heldAt",
          coalesce(c.ambassador_id = ${mine}, false) as mine
        from call_slots c join members m on m.id = c.lead_id
        where c.programme_id = ${programmeId} and c.withdrawn_at is null
          and (c.ambassador_id = ${mine} or (c.ambassador_id is null and c.starts_at > now() and c.lead_id <> ${actor.id}))
        order by c.starts_at, c.id limit 60`)
    : []
  const offered = canKeep(place)
    ? await db.rows<KeptSlot>(sql`
        select c.id, c.starts_at as "startsAt", c.ends_at as "endsAt", c.place, c.held_at as "heldAt", c.ambassador_id as "ambassadorId",
          case when m.id is not null then ${face('m')} end as person
        from call_slots c left join ambassadors a on a.id = c.ambassador_id left join members m on m.id = a.member_id
        where c.programme_id = ${programmeId} and c.lead_id = ${actor.id} and c.withdrawn_at is null
          and (c.starts_at > now() - interval '60 days') and (c.ambassador_id is not null or c.starts_at > now())
        order by c.starts_at desc, c.id limit 100`)
    : []
  return { open, offered }
}

export async function callNotesOf(db: Db, actor: Actor, slotId: string): Promise<CallNote[]> {
  await callOf(db, actor, slotId)
  return db.rows<CallNote>(sql`
    select n.id, n.body, n.author_id = ${actor.id} as mine, ${face('m')} as author, n.created_at as at
    from call_notes n join members m on m.id = n.author_id where n.slot_id = ${slotId} order by n.id`)
}

/** For either diary: the other's name, the place, the minutes; never a note. */
export async function calendarOf(db: Db, actor: Actor, publicUrl: string, slotId: string): Promise<string> {
  const slot = await callOf(db, actor, slotId)
  const other = slot.leadId === actor.id ? slot.memberId : slot.leadId
  const facts = await db.row<{ programme: string; other: string | null }>(sql`
    select g.name as programme, (select m.given_name || ' ' || m.family_name from members m where m.id = ${other}) as other
    from programmes g where g.id = ${slot.programmeId}`)
  const text = words(actor.language)
  const calendar = ical({ prodId: { company: 'Elan', product: 'Elan' }, method: ICalCalendarMethod.PUBLISH })
  calendar.createEvent({
    id: `${slot.id}@elan`,
    start: new Date(slot.startsAt),
    end: new Date(slot.endsAt),
    stamp: new Date(slot.startsAt),
    status: slot.withdrawnAt ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    summary: text('journeys.ics.summary', { name: facts?.other ?? '', programme: facts?.programme ?? '' }),
    location: slot.place,
    url: `${publicUrl.replace(/\/$/, '')}/programmes/${slot.programmeId}/parcours`,
  })
  return calendar.toString()
}
