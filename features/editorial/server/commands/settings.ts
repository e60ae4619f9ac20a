import { done } from '#platform/contract/schema.ts'
import type { Actor } from '#platform/server/actor.ts'
import { sql, type Trx } from '#platform/server/db.ts'
import { allow, conflict, invalid, notFound } from '#platform/server/errors.ts'
import type { PostKind } from '#features/posts/contract.ts'
import { daysBetween } from '../../rules/days.ts'
import type { BlockedDays, Theme } from '../../contract.ts'
import { LIMITS } from '../../rules/limits.ts'
import { calendarIn, canShape } from '../policy.ts'
import { refusePlace, tellShapers } from './slots.ts'

async function shaping(trx: Trx, actor: Actor, spaceId: string): Promise<void> {
  allow(canShape(await calendarIn(trx, actor, spaceId)), 'calendar.shape')
}

interface Settings {
  cadence?: number
  mix?: { placeId: string; parts: { kind: PostKind; wanted: number }[] }
}

export async function setCadence(trx: Trx, actor: Actor, spaceId: string, given: Settings) {
  await shaping(trx, actor, spaceId)
  if (given.cadence !== undefined)
    await trx.run(sql`
      insert into editorial_settings (space_id, cadence) values (${spaceId}, ${given.cadence})
      on conflict (space_id) do update set cadence = excluded.cadence`)
  if (given.mix) {
    const { placeId, parts } = given.mix
    await refusePlace(trx, actor, spaceId, placeId)
    const sum = parts.reduce((total, part) => total + part.wanted, 0)
    // All at nought: no mix is chosen.
    if (sum !== 100 && sum !== 0) throw invalid('calendar.mix', { field: 'mix', values: { sum } })
    const mix = Object.fromEntries(
      parts.filter((part) => part.wanted > 0).map((part) => [part.kind, part.wanted]),
    )
    await trx.run(sql`
      insert into editorial_settings (space_id, mix) values (${placeId}, ${JSON.stringify(mix)}::jsonb)
      on conflict (space_id) do update set mix = excluded.mix`)
  }
  await tellShapers(trx, spaceId)
  return done
}

export async function setTheme(
  trx: Trx,
  actor: Actor,
  spaceId: string,
  id: string,
  { name, tone }: { name: string; tone: number },
): Promise<Theme> {
  await shaping(trx, actor, spaceId)
  const rows = await trx.rows<{ id: string; name: string }>(
    sql`select id, name from editorial_themes where space_id = ${spaceId} for update`,
  )
  const known = rows.some((row) => row.id === id)
  if (!known && rows.length >= LIMITS.themes) throw conflict('theme.too_many')
  const same = (one: string) => one.trim().toLowerCase()
  if (rows.some((row) => row.id !== id && same(row.name) === same(name)))
    throw invalid('theme.same_name', { field: 'name' })
  const row = await trx.row<Theme>(sql`
    insert into editorial_themes (id, space_id, name, tone) values (${id}, ${spaceId}, ${name.trim()}, ${tone})
    on conflict (id) do update set name = excluded.name, tone = excluded.tone where editorial_themes.space_id = ${spaceId}
    returning id, name, tone`)
  if (!row) throw conflict('theme.elsewhere')
  await tellShapers(trx, spaceId)
  return row
}

export async function dropTheme(trx: Trx, actor: Actor, spaceId: string, id: string) {
  await shaping(trx, actor, spaceId)
  await trx.run(sql`delete from editorial_themes where id = ${id} and space_id = ${spaceId}`)
  await tellShapers(trx, spaceId)
  return done
}

const LONGEST_CLOSING = 120

export async function blockDays(
  trx: Trx,
  actor: Actor,
  spaceId: string,
  id: string,
  { name, firstDay, lastDay }: Omit<BlockedDays, 'id'>,
): Promise<BlockedDays> {
  await shaping(trx, actor, spaceId)
  const length = daysBetween(firstDay, lastDay)
  if (length < 0 || length > LONGEST_CLOSING)
    throw invalid('calendar.blocked_dates', { field: 'lastDay', values: { limit: LONGEST_CLOSING } })
  const row = await trx.row<BlockedDays>(sql`
    insert into editorial_blocked_days (id, space_id, name, first_day, last_day)
    values (${id}, ${spaceId}, ${name.trim()}, ${firstDay}, ${lastDay})
    on conflict (id) do update set name = excluded.name, first_day = excluded.first_day, last_day = excluded.last_day
      where editorial_blocked_days.space_id = ${spaceId}
    returning id, name, first_day as "firstDay", last_day as "lastDay"`)
  if (!row) throw notFound('calendar.blocked_elsewhere')
  await tellShapers(trx, spaceId)
  return row
}

export async function unblockDays(trx: Trx, actor: Actor, spaceId: string, id: string) {
  await shaping(trx, actor, spaceId)
  await trx.run(sql`delete from editorial_blocked_days where id = ${id} and space_id = ${spaceId}`)
  await tellShapers(trx, spaceId)
  return done
}
