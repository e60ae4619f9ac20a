import { type Db, sql } from '#platform/server/db.ts'
import type { Network, NetworkSettings } from '../contract.ts'
import { MOST_LOG_MONTHS } from '../rules/log.ts'
import { USUAL_THRESHOLD } from '../rules/threshold.ts'

interface NetworkRow extends Omit<Network, 'setUp'> {
  schoolZones: string[]
  threshold: number
  logMonths: number
  administratorsNeedFactor: boolean
}

/** What the set-up page starts from. */
const NONE: NetworkRow = {
  name: '',
  color: '#14473a',
  logoFileId: null,
  languages: ['fr', 'en'],
  language: 'fr',
  timeZone: 'Europe/Paris',
  demonstration: false,
  schoolZones: [],
  threshold: USUAL_THRESHOLD,
  logMonths: MOST_LOG_MONTHS,
  administratorsNeedFactor: true,
}

export async function findSettings(db: Db): Promise<NetworkSettings> {
  const row = await db.row<NetworkRow>(sql`
    select name, color, logo_file_id as "logoFileId", languages, language, time_zone as "timeZone", demonstration,
      school_zones as "schoolZones", threshold, log_months as "logMonths", administrators_need_factor as "administratorsNeedFactor" from network`)
  const { schoolZones, threshold, logMonths, administratorsNeedFactor, ...network } = row ?? NONE
  return {
    network: { setUp: row !== undefined, ...network },
    schoolZones,
    threshold,
    logMonths,
    administratorsNeedFactor,
  }
}

export const findNetwork = async (db: Db): Promise<Network> => (await findSettings(db)).network

export { type Holiday, publishedHolidays } from './school-zones.ts'
