import type { Trx } from '#platform/server/db.ts'
import { season } from '../rules/season.ts'
import type { Cast } from './cast.ts'
import { insertRows } from './rows.ts'

/** On an ordinary working day, the part of those who have come that opens Tempo. */
const SHARE = 0.24

/** How many opened Tempo each day: a number, as the product keeps it, with nobody behind it. */
export async function insertVisits(trx: Trx, cast: Cast): Promise<void> {
  const draw = cast.draw('visits')
  const arrivals = (cast.story.seats.get('tempo') ?? []).map((each) => each.arrivedOn ?? '')
  const rows = season(cast.today)
    .slice(0, -1)
    .map(({ day, weight }) => {
      const here = arrivals.filter((arrivedOn) => arrivedOn <= day).length
      const visitors = Math.round(here * SHARE * Math.min(1.2, weight) * (0.9 + draw.next() * 0.2))
      return { space_id: cast.spaceId('tempo'), day, visitors }
    })
  await insertRows(
    trx,
    'visit_days',
    rows.filter((row) => row.visitors > 0),
  )
}
