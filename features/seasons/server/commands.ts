import type { Actor } from '#platform/server/actor.ts'
import { audit } from '#platform/server/audit.ts'
import { join, sql, type Trx } from '#platform/server/db.ts'
import { invalid } from '#platform/server/errors.ts'
import { done } from '#platform/contract/schema.ts'
import type { BlockedDays, SeasonSettings } from '../contract.ts'
import { daysBetween } from '../rules/days.ts'
import type { SiteRegion } from '../rules/calendar.ts'
import { settingsOf } from './queries.ts'

const LONGEST = 366

export async function setBlockedDays(
  trx: Trx,
  actor: Actor,
  id: string,
  draft: Omit<BlockedDays, 'id' | 'site'> & { site?: string },
): Promise<BlockedDays> {
  if (draft.lastDay < draft.firstDay) throw invalid('blocked_days.order', { field: 'lastDay' })
  if (daysBetween(draft.firstDay, draft.lastDay) > LONGEST)
    throw invalid('blocked_days.long', { field: 'lastDay' })
  const days = { label: draft.label.trim(), kind: draft.kind, site: draft.site?.trim() ?? '' }
  const { firstDay, lastDay } = draft
  await trx.run(sql`
    insert into blocked_days (id, label, kind, site, first_day, last_day, created_by)
    values (${id}, ${days.label}, ${days.kind}, ${days.site}, ${firstDay}, ${lastDay}, ${actor.id})
    on conflict (id) do update set label = excluded.label, kind = excluded.kind, site = excluded.site,
      first_day = excluded.first_day, last_day = excluded.last_day`)
  await audit(
    trx,
    actor,
    'blocked_days.set',
    { kind: 'blocked_days', id },
    { kind: days.kind, firstDay, lastDay },
  )
  return { id, ...days, firstDay, lastDay }
}

export async function dropBlockedDays(trx: Trx, actor: Actor, id: string) {
  const gone = await trx.run(sql`delete from blocked_days where id = ${id}`)
  if (gone > 0) await audit(trx, actor, 'blocked_days.dropped', { kind: 'blocked_days', id })
  return done
}

export async function setRegions(trx: Trx, actor: Actor, regions: SiteRegion[]): Promise<SeasonSettings> {
  await trx.run(sql`delete from season_regions`)
  if (regions.length > 0)
    await trx.run(sql`
      insert into season_regions (region, site)
      values ${join(regions.map(({ region, site }) => sql`(${region}::text, ${site.trim()}::text)`))} on conflict do nothing`)
  await audit(trx, actor, 'season.regions', { kind: 'network', id: null }, { regions })
  return settingsOf(trx)
}
