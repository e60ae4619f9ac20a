import { v7 as uuid7 } from 'uuid'
import { createHash } from 'node:crypto'
import { cleanText } from '#platform/contract/rich-text.ts'
import type { Actor } from '#platform/server/actor.ts'
import { type Database, type Db, sql, type Trx } from '#platform/server/db.ts'
import { allow } from '#platform/server/errors.ts'
import { words } from '#platform/server/words.ts'
import type { ImportReport, Incoming } from '../../contract.ts'
import { instantOf } from '../../rules/clock.ts'
import { addDays } from '../../rules/days.ts'
import { LIMITS } from '../../rules/limits.ts'
import type { Channel } from '../../rules/states.ts'
import { readIncoming } from '../incoming.ts'
import { calendarIn, canShape } from '../policy.ts'
import { clockOf } from '../queries/settings.ts'
import { tellShapers } from './slots.ts'

const BACK_DAYS = 31

/** What the file would write: nothing is written. */
export async function previewImport(
  database: Database,
  actor: Actor,
  spaceId: string,
  text: string,
): Promise<ImportReport> {
  const { db } = database
  allow(canShape(await calendarIn(db, actor, spaceId)), 'calendar.shape')
  const { timeZone, today } = await clockOf(db)
  const file = await readIncoming(text, {
    from: addDays(today, -BACK_DAYS),
    to: addDays(today, LIMITS.importedDays),
    timeZone,
  })
  const items = await compared(
    db,
    spaceId,
    file.events.map(({ uid, title, ...rest }) => ({
      ...rest,
      uid: shortUid(uid),
      title:
        cleanText(title).replace(/\s+/g, ' ').trim().slice(0, LIMITS.title) ||
        words(actor.language)('editorial.import.untitled'),
    })),
  )
  return { items, left: file.left, unreadable: file.unreadable }
}

const LONGEST_UID = 200
const shortUid = (uid: string) =>
  uid.length <= LONGEST_UID ? cleanText(uid) : createHash('sha256').update(uid).digest('hex')

type Read = Omit<Incoming, 'state'>

async function compared(db: Db, spaceId: string, read: Read[]): Promise<Incoming[]> {
  const rows = await db.rows<{ uid: string; title: string; day: string | null; minutes: number | null }>(sql`
    select imported_uid as uid, title, day, minutes from editorial_slots
    where space_id = ${spaceId} and imported_uid = any(${read.map((one) => one.uid)}::text[])`)
  const before = new Map(rows.map((row) => [row.uid, row]))
  return [...new Map(read.map((one) => [one.uid, one])).values()].map((one) => {
    const known = before.get(one.uid)
    const same =
      known &&
      known.title === one.title &&
      known.day === one.day &&
      known.minutes === (one.minutes ?? ALL_DAY)
    return { ...one, state: known ? (same ? 'same' : 'changed') : 'new' }
  })
}

/** An event of the whole day stands at nine. */
const ALL_DAY = 540

/** Again, the same file changes nothing more; what it moved moves, what was dropped here stays dropped. */
export async function importCalendar(
  database: Database,
  actor: Actor,
  spaceId: string,
  text: string,
  channel: Channel = 'gathering',
): Promise<ImportReport> {
  const report = await previewImport(database, actor, spaceId, text)
  await database.transaction(async (trx) => {
    const { timeZone } = await clockOf(trx)
    for (const one of report.items) await writeIncoming(trx, actor, spaceId, one, channel, timeZone)
    await tellShapers(trx, spaceId)
  })
  return report
}

async function writeIncoming(
  trx: Trx,
  actor: Actor,
  spaceId: string,
  one: Incoming,
  channel: Channel,
  timeZone: string,
): Promise<void> {
  if (one.state === 'same') return
  const minutes = one.minutes ?? ALL_DAY
  const at = instantOf(one.day, minutes, timeZone).toISOString()
  await trx.run(sql`
    insert into editorial_slots (id, space_id, place_id, kind, channel, title, state, day, minutes, at, post_id, imported_uid, created_by)
    values (${uuid7()}, ${spaceId}, ${spaceId}, 'event', ${channel}, ${one.title}, 'ready', ${one.day}, ${minutes}, ${at}, ${uuid7()}, ${one.uid},
      ${actor.id})
    on conflict (space_id, imported_uid) do update set title = excluded.title, day = excluded.day, minutes = excluded.minutes, at = excluded.at
      where editorial_slots.state not in ('published', 'scheduled')`)
}
