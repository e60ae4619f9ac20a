import { countActivity } from '#features/seasons/server/offers.ts'
import type { Trx } from '#platform/server/db.ts'
import { ownDays } from '../content/seasons.ts'
import { uuid7 } from '../rules/random.ts'
import type { Cast } from './cast.ts'
import { insertRows } from './rows.ts'

/** The company's own days of three years, and the counts that a job makes during the day. */
export async function insertSeason(trx: Trx, cast: Cast): Promise<void> {
  const year = Number(cast.today.slice(0, 4))
  await insertRows(
    trx,
    'blocked_days',
    [year - 1, year, year + 1].flatMap((each) =>
      ownDays.map(({ key, label, kind, site, from, to }) => ({
        id: uuid7(`${cast.seed}/own days/${key}/${each}`, cast.opened),
        label,
        kind,
        site,
        first_day: `${each}-${from}`,
        last_day: `${each}-${to}`,
        created_by: cast.memberId(cast.bySlug('bastien')),
        created_at: cast.opened,
      })),
    ),
  )
  await countActivity(trx, cast.spaceId('tempo'))
}
