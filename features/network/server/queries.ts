import { type Db, sql } from '#platform/server/db.ts'
import type { Network, NetworkSettings } from '../contract.ts'
import { USUAL_THRESHOLD } from '../rules/threshold.ts'

interface NetworkRow extends Omit<Network, 'setUp'> {
  schoolZones: string[]
  threshold: number
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
}

export async function findSettings(db: Db): Promise<NetworkSettings> {
  const row = await db.row<NetworkRow>(sql`
    select name, color, logo_file_id as "logoFileId", languages, language, time_zone as "timeZone", demonstration,
      school_zones as "schoolZones", threshold from network`)
  const { schoolZones, threshold, ...network } = row ?? NONE
  return { network: { setUp: row !== undefined, ...network }, schoolZones, threshold }
}

export const findNetwork = async (db: Db): Promise<Network> => (await findSettings(db)).network

export { type Holiday, schoolHolidays } from './school-zones.ts'
