import { v7 as uuid7 } from 'uuid'
import { done } from '#platform/contract/schema.ts'
import type { Actor } from '#platform/server/actor.ts'
import { type Database, sql, type Trx } from '#platform/server/db.ts'
import { allow, conflict, invalid, notFound } from '#platform/server/errors.ts'
import type { Series, SeriesDraft } from '../../contract.ts'
import { instantOf } from '../../rules/clock.ts'
import { addDays, type Day } from '../../rules/days.ts'
import { LIMITS } from '../../rules/limits.ts'
import { occurrences, type Rhythm } from '../../rules/recurrence.ts'
import { usualChannel } from '../../rules/states.ts'
import { calendarIn, canShape } from '../policy.ts'
import { clockOf, seriesOf } from '../queries/settings.ts'
import { refuseOwner, refusePlace, refuseTheme, tellShapers } from './slots.ts'

/** What repeats. Changed, its slots to come follow, except those that somebody moved, wrote or dropped. */
export async function setSeries(trx: Trx, actor: Actor, id: string, draft: SeriesDraft): Promise<Series> {
  allow(canShape(await calendarIn(trx, actor, draft.spaceId)), 'calendar.shape')
  const placeId = draft.placeId ?? draft.spaceId
  await refusePlace(trx, actor, draft.spaceId, placeId)
  await refuseOwner(trx, draft.spaceId, placeId, draft.ownerId ?? null)
  await refuseTheme(trx, draft.spaceId, draft.themeId)
  if (draft.endsOn && draft.endsOn < draft.startsOn) throw invalid('series.dates', { field: 'endsOn' })
  if ((draft.every === 'month') !== (draft.nth != null)) throw invalid('series.nth', { field: 'nth' })
  const kind = draft.kind ?? 'post'
  const known = await trx.row<{ spaceId: string }>(
    sql`select space_id as "spaceId" from editorial_series where id = ${id} for update`,
  )
  if (known && known.spaceId !== draft.spaceId) throw conflict('series.elsewhere')
  if (known) await findSeries(trx, actor, draft.spaceId, id)
  else await refuseMany(trx, draft.spaceId)
  await trx.run(sql`
    insert into editorial_series (id, space_id, place_id, title, brief, kind, channel, post_kind, theme_id, owner_id, every, weekday,
      nth, minutes, starts_on, ends_on, created_by)
    values (${id}, ${draft.spaceId}, ${placeId}, ${draft.title.trim()}, ${draft.brief?.trim() ?? ''}, ${kind},
      ${draft.channel ?? usualChannel(kind)}, ${draft.postKind ?? 'message'}, ${draft.themeId ?? null}, ${draft.ownerId ?? null},
      ${draft.every}, ${draft.weekday}, ${draft.nth ?? null}, ${draft.minutes}, ${draft.startsOn}, ${draft.endsOn ?? null}, ${actor.id})
    on conflict (id) do update set place_id = excluded.place_id, title = excluded.title, brief = excluded.brief, kind = excluded.kind,
      channel = excluded.channel, post_kind = excluded.post_kind, theme_id = excluded.theme_id, owner_id = excluded.owner_id,
      every = excluded.every, weekday = excluded.weekday, nth = excluded.nth, minutes = excluded.minutes,
      starts_on = excluded.starts_on, ends_on = excluded.ends_on, laid_until = null`)
  const { today } = await clockOf(trx)
  if (known) await liftUntouched(trx, id, today)
  await layAhead(trx, id, today)
  await tellShapers(trx, draft.spaceId)
  return findSeries(trx, actor, draft.spaceId, id)
}

async function refuseMany(trx: Trx, spaceId: string): Promise<void> {
  const row = await trx.row<{ n: number }>(
    sql`select count(*)::int as n from editorial_series where space_id = ${spaceId} and (ends_on is null or ends_on >= current_date)`,
  )
  if ((row?.n ?? 0) >= LIMITS.series) throw conflict('series.too_many')
}

/** Also one that has ended; a series of a secret group the actor is not in does not exist for them. */
async function findSeries(trx: Trx, actor: Actor, spaceId: string, id: string): Promise<Series> {
  const [series] = await seriesOf(trx, actor, spaceId, sql`r.id = ${id}`)
  if (!series) throw notFound('series.not_found')
  return series
}

/** Slots to come that are still as the series made them: an idea, on its day, without a word written. */
const liftUntouched = (trx: Trx, seriesId: string, today: Day) =>
  trx.run(sql`
    delete from editorial_slots where series_id = ${seriesId} and day >= ${today} and day = occurrence_on and state = 'idea' and written_at is null
      and not exists (select 1 from editorial_remarks r where r.slot_id = editorial_slots.id)`)

interface Laid extends Rhythm {
  spaceId: string
  placeId: string
  title: string
  brief: string
  kind: string
  channel: string
  postKind: string
  themeId: string | null
  ownerId: string | null
  minutes: number
  laidUntil: Day | null
}

/** Makes the slots of a series for the half-year to come; those it made before, moved or dropped ones included, stay. */
async function layAhead(trx: Trx, id: string, today: Day): Promise<void> {
  const series = await trx.row<Laid>(sql`
    select space_id as "spaceId", place_id as "placeId", title, brief, kind, channel, post_kind as "postKind", theme_id as "themeId",
      owner_id as "ownerId", every, weekday, nth, minutes, starts_on as "startsOn", ends_on as "endsOn", laid_until as "laidUntil"
    from editorial_series where id = ${id} for update`)
  if (!series) return
  const { timeZone } = await clockOf(trx)
  const until = addDays(today, LIMITS.laidAhead)
  for (const day of occurrences(series, series.laidUntil ? addDays(series.laidUntil, 1) : today, until)) {
    const at = instantOf(day, series.minutes, timeZone).toISOString()
    await trx.run(sql`
      insert into editorial_slots (id, space_id, place_id, kind, channel, post_kind, theme_id, title, brief, day, minutes, at, owner_id,
        series_id, occurrence_on, post_id)
      values (${uuid7()}, ${series.spaceId}, ${series.placeId}, ${series.kind}, ${series.channel}, ${series.postKind}, ${series.themeId},
        ${series.title}, ${series.brief}, ${day}, ${series.minutes}, ${at}, ${series.ownerId}, ${id}, ${day}, ${uuid7()})
      on conflict (series_id, occurrence_on) do nothing`)
  }
  await trx.run(sql`update editorial_series set laid_until = ${until} where id = ${id}`)
}

/** Each night, one more day of every series. */
export async function layAll(database: Database): Promise<void> {
  const rows = await database.db.rows<{ id: string }>(
    sql`select id from editorial_series where ends_on is null or ends_on >= current_date order by id`,
  )
  for (const { id } of rows) {
    await database.transaction(async (trx) => {
      const { today } = await clockOf(trx)
      await layAhead(trx, id, today)
    })
  }
}

/** It ends yesterday, or was never there if it was still to begin: what was published or touched stays in the calendar. */
export async function endSeries(trx: Trx, actor: Actor, id: string) {
  const series = await trx.row<{ spaceId: string }>(
    sql`select space_id as "spaceId" from editorial_series where id = ${id} for update`,
  )
  const place = series && (await calendarIn(trx, actor, series.spaceId).catch(() => null))
  if (!series || !place) throw notFound('series.not_found')
  allow(canShape(place), 'calendar.shape')
  await findSeries(trx, actor, series.spaceId, id)
  const { today } = await clockOf(trx)
  await liftUntouched(trx, id, today)
  await trx.run(sql`delete from editorial_series where id = ${id} and starts_on > ${today}`)
  await trx.run(sql`
    update editorial_series set ends_on = greatest(starts_on, ${addDays(today, -1)}::date) where id = ${id} and (ends_on is null or ends_on >= ${today})`)
  await tellShapers(trx, series.spaceId)
  return done
}
