import type { Actor } from '#platform/server/actor.ts'
import { audit } from '#platform/server/audit.ts'
import { sql, type Trx } from '#platform/server/db.ts'
import { conflict, invalid, notFound } from '#platform/server/errors.ts'
import type { NetworkChange, NetworkSettings } from '../contract.ts'
import { carriesWhite, isColor } from '../rules/color.ts'
import { LEAST_LOG_MONTHS, MOST_LOG_MONTHS } from '../rules/log.ts'
import { LEAST_THRESHOLD } from '../rules/threshold.ts'
import { findSettings } from './queries.ts'
import { schoolZones } from './school-zones.ts'

type Settings = Required<
  Omit<NetworkChange, 'logoFileId' | 'threshold' | 'logMonths' | 'administratorsNeedFactor'>
>

/** Once in the life of a network; the set-up page and the demonstration call it. */
export async function openNetwork(trx: Trx, settings: Settings & { demonstration?: boolean }): Promise<void> {
  refuseWrong(settings)
  const count = await trx.run(sql`
    insert into network (name, color, languages, language, time_zone, school_zones, demonstration, administrators_need_factor)
    values (${settings.name.trim()}, ${settings.color}, ${settings.languages}, ${settings.language}, ${settings.timeZone},
      ${settings.schoolZones}, ${settings.demonstration ?? false}, ${!settings.demonstration})
    on conflict do nothing`)
  if (count === 0) throw conflict('network.already')
}

export async function changeNetwork(trx: Trx, actor: Actor, change: NetworkChange): Promise<NetworkSettings> {
  const { network: before, ...more } = await findSettings(trx)
  const after = { ...before, ...more, ...change }
  refuseWrong(after)
  if (change.logoFileId) await refuseOthersLogo(trx, actor, change.logoFileId)
  await trx.run(sql`
    update network set name = ${after.name.trim()}, color = ${after.color}, logo_file_id = ${after.logoFileId},
      languages = ${after.languages}, language = ${after.language}, time_zone = ${after.timeZone},
      school_zones = ${after.schoolZones}, threshold = ${after.threshold}, log_months = ${after.logMonths},
      administrators_need_factor = ${after.administratorsNeedFactor}`)
  await audit(trx, actor, 'network.changed', { kind: 'network', id: null }, change)
  return findSettings(trx)
}

function refuseWrong(settings: Settings & { threshold?: number; logMonths?: number }): void {
  if (!isColor(settings.color)) throw invalid('network.color_form', { field: 'color' })
  if (!carriesWhite(settings.color)) throw invalid('network.color_light', { field: 'color' })
  if (!settings.languages.includes(settings.language))
    throw invalid('network.language', { field: 'language' })
  if (!isTimeZone(settings.timeZone)) throw invalid('network.time_zone', { field: 'timeZone' })
  const zones = schoolZones().zones
  if (!settings.schoolZones.every((zone) => zones.includes(zone)))
    throw invalid('network.school_zones', { field: 'schoolZones' })
  if (settings.threshold !== undefined && settings.threshold < LEAST_THRESHOLD)
    throw invalid('network.threshold', { field: 'threshold', values: { least: LEAST_THRESHOLD } })
  const { logMonths = MOST_LOG_MONTHS } = settings
  if (logMonths < LEAST_LOG_MONTHS || logMonths > MOST_LOG_MONTHS)
    throw invalid('network.log_months', {
      field: 'logMonths',
      values: { least: LEAST_LOG_MONTHS, most: MOST_LOG_MONTHS },
    })
}

/** Names of places only: a bare offset would be wrong half of the year. */
function isTimeZone(name: string): boolean {
  if (!/^[A-Z][A-Za-z]+(\/[A-Za-z0-9_+-]+)*$/.test(name)) return false
  try {
    new Intl.DateTimeFormat('en', { timeZone: name }).format()
    return true
  } catch {
    return false
  }
}

async function refuseOthersLogo(trx: Trx, actor: Actor, fileId: string): Promise<void> {
  const file = await trx.row(sql`
    select 1 from files where id = ${fileId} and use = 'public'
      and (owner_id = ${actor.id} or exists (select 1 from network where logo_file_id = files.id))`)
  if (!file) throw notFound('file.not_found', { field: 'logoFileId' })
}
