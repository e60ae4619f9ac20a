import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import type { Actor } from '#platform/server/actor.ts'
import type { Db } from '#platform/server/db.ts'
import { findGathering } from './queries/gatherings.ts'

/** One gathering for any calendar; the same one again mends what changed. */
export async function calendarOf(db: Db, actor: Actor, publicUrl: string, id: string): Promise<string> {
  const { gathering } = await findGathering(db, actor, id)
  const calendar = ical({ prodId: { company: 'Élan', product: 'Élan' }, method: ICalCalendarMethod.PUBLISH })
  const place = [gathering.place, gathering.onlineUrl].filter(Boolean).join('\n')
  calendar.createEvent({
    id: `${gathering.id}@elan`,
    start: new Date(gathering.startsAt),
    end: new Date(gathering.endsAt),
    summary: gathering.title,
    status: gathering.cancelledAt ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    ...(place ? { location: place } : {}),
    ...(gathering.agenda ? { description: gathering.agenda } : {}),
    url: `${publicUrl.replace(/\/$/, '')}/programmes/${gathering.programmeId}/rencontres/${gathering.id}`,
  })
  return calendar.toString()
}
