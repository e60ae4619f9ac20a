import type { Actor } from '#platform/server/actor.ts'
import { type Db, sql } from '#platform/server/db.ts'
import { allow } from '#platform/server/errors.ts'
import { findSettings } from '#features/network/server/queries.ts'
import type { SchoolHoliday } from '#features/seasons/rules/calendar.ts'
import { schoolHolidaysOf } from '#features/seasons/server/queries.ts'
import { seatInCommunity } from '#features/communities/server/policy.ts'
import { canAnimate, type SeatFacts } from '#features/spaces/server/policy.ts'

/** Figures about a community are for those who animate it; they are about groups, so nobody else's rights matter. */
export const canMeasure = (seat: SeatFacts) => canAnimate(seat)

export interface Ground {
  spaceId: string
  /** The community and all its groups: where people take part. */
  spaces: string[]
  name: string
  today: string
  timeZone: string
  threshold: number
  /** The school holidays of the network's zones. */
  school: SchoolHoliday[]
}

/** Where and when one measures, for somebody who may. */
export async function groundOf(db: Db, actor: Actor, spaceId: string): Promise<Ground> {
  allow(canMeasure(await seatInCommunity(db, actor, spaceId)), 'insights')
  return groundIn(db, spaceId)
}

/** The same without a look at rights: for features whose own rule said yes. */
export async function groundIn(db: Db, spaceId: string): Promise<Ground> {
  const { network, threshold, schoolZones } = await findSettings(db)
  const { timeZone } = network
  const rows = await db.rows<{ id: string; name: string; today: string }>(sql`
    select id, name, (now() at time zone ${timeZone})::date as today from spaces where id = ${spaceId} or parent_id = ${spaceId}`)
  const [community] = rows.filter((row) => row.id === spaceId)
  return {
    spaceId,
    spaces: rows.map((row) => row.id),
    name: community?.name ?? '',
    today: community?.today ?? '',
    timeZone,
    threshold,
    school: await schoolHolidaysOf(db, schoolZones),
  }
}
