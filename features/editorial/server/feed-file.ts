import ical, { ICalCalendarMethod } from 'ical-generator'
import { randomBytes } from 'node:crypto'
import type { Actor } from '#platform/server/actor.ts'
import { type Db, sql, type Trx } from '#platform/server/db.ts'
import { notFound } from '#platform/server/errors.ts'
import { mark, seal, unseal } from '#platform/server/seal.ts'
import { words } from '#platform/server/words.ts'
import { findSpace } from '#features/spaces/server/queries.ts'
import { v7 as uuid7 } from 'uuid'
import type { FeedAddress } from '../contract.ts'
import { addDays } from '../rules/days.ts'
import { actorOf, calendarIn, canShape, draftsOf } from './policy.ts'
import { clockOf } from './queries/settings.ts'
import { publishedFor, slotsWhere } from './queries/slots.ts'

const urlOf = (publicUrl: string, token: string) => `${publicUrl}/api/calendars/${token}.ics`

export async function feedAddress(
  db: Db,
  actor: Actor,
  publicUrl: string,
  spaceId: string,
): Promise<FeedAddress> {
  await calendarIn(db, actor, spaceId)
  const row = await db.row<{ sealed: string; createdAt: string }>(sql`
    select token_sealed as sealed, created_at as "createdAt" from editorial_feeds where member_id = ${actor.id} and space_id = ${spaceId}`)
  return row
    ? { url: urlOf(publicUrl, unseal(row.sealed)), createdAt: row.createdAt }
    : { url: null, createdAt: null }
}

/** A new address each time: the one before answers no more. */
export async function makeFeedAddress(
  trx: Trx,
  actor: Actor,
  publicUrl: string,
  spaceId: string,
): Promise<FeedAddress> {
  await calendarIn(trx, actor, spaceId)
  const token = randomBytes(32).toString('base64url')
  await trx.run(sql`
    insert into editorial_feeds (id, member_id, space_id, token_hash, token_sealed)
    values (${uuid7()}, ${actor.id}, ${spaceId}, ${mark(token)}, ${seal(token)})
    on conflict (member_id, space_id) do update set token_hash = excluded.token_hash, token_sealed = excluded.token_sealed, created_at = now()`)
  return feedAddress(trx, actor, publicUrl, spaceId)
}

export async function dropFeedAddress(trx: Trx, actor: Actor, spaceId: string): Promise<FeedAddress> {
  await calendarIn(trx, actor, spaceId)
  await trx.run(sql`delete from editorial_feeds where member_id = ${actor.id} and space_id = ${spaceId}`)
  return { url: null, createdAt: null }
}

const BACK_DAYS = 60
const AHEAD_DAYS = 365
const LASTS_MS = 30 * 60_000

/** What the member behind an address may read today: their rights are looked at each time. */
export async function feedFile(db: Db, publicUrl: string, given: string): Promise<string> {
  const token = given.replace(/\.ics$/, '')
  const row = await db.row<{ memberId: string; spaceId: string }>(
    sql`select member_id as "memberId", space_id as "spaceId" from editorial_feeds where token_hash = ${mark(token)}`,
  )
  const actor = row && (await actorOf(db, row.memberId))
  const place = row && actor && (await calendarIn(db, actor, row.spaceId).catch(() => null))
  if (!row || !actor || !place) throw notFound('calendar.address')
  const { today } = await clockOf(db)
  const shapes = canShape(place)
  const slots = await slotsWhere(
    db,
    actor,
    shapes,
    sql`e.space_id = ${row.spaceId} and e.state <> 'dropped' and e.day between ${addDays(today, -BACK_DAYS)} and ${addDays(today, AHEAD_DAYS)}
      and (${draftsOf(actor, shapes)} or ${publishedFor(actor)}) order by e.at, e.id limit 1000`,
  )
  const text = words(actor.language)
  const space = await findSpace(db, actor, row.spaceId)
  const calendar = ical({
    name: text('editorial.feed.name', { community: space.name }),
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'Élan', product: 'Élan', language: actor.language.toUpperCase() },
  })
  for (const slot of slots) {
    const start = new Date(String(slot.at))
    const path = slot.postId
      ? `/publications/${slot.postId}`
      : `/communautes/${slot.spaceId}/calendrier/${slot.id}`
    calendar.createEvent({
      id: `${slot.id}@elan`,
      start,
      end: new Date(start.getTime() + LASTS_MS),
      summary: slot.title,
      description: `${text(`editorial.state.${slot.state}`)}, ${slot.placeName}`,
      url: `${publicUrl}${path}`,
    })
  }
  return calendar.toString()
}
