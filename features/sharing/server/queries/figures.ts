import type { Actor } from '#platform/server/actor.ts'
import { type Db, sql } from '#platform/server/db.ts'
import { findSettings } from '#features/network/server/queries.ts'
import type { KitFigures } from '../../contract.ts'
import { NETWORKS, type Network } from '../../rules/networks.ts'
import { sayable, type Told } from '../../rules/told.ts'
import { earnedValue } from '../../rules/value.ts'
import { workshopIn } from '../policy.ts'
import { settingsOf } from './hours.ts'
import { todayIn } from './kits.ts'

/** Up to yesterday: a figure that moves as one looks would tell who has just shared. */
async function toldOf(db: Db, kitId: string): Promise<Told[]> {
  const today = await todayIn(db)
  return db.rows<Told>(sql`
    select network, sum(shares)::int as shares, sum(people)::int as people from share_days
    where kit_id = ${kitId} and day < ${today} group by network`)
}

export async function figuresOf(db: Db, actor: Actor, kitId: string): Promise<KitFigures> {
  const { place } = await workshopIn(db, actor, kitId)
  const { threshold } = await findSettings(db)
  const settings = await settingsOf(db, place.programmeId)
  const said = sayable(await toldOf(db, kitId), threshold)
  const clicked = await db.rows<{ network: Network; clicks: number; visitors: number }>(sql`
    select l.network, coalesce(sum(d.clicks), 0)::int as clicks, coalesce(sum(d.visitors), 0)::int as visitors
    from share_links l left join click_days d on d.code = l.code where l.kit_id = ${kitId} group by l.network`)
  const days = await db.rows<{ day: string; visitors: number }>(sql`
    with clicked as (select d.day, sum(d.visitors)::int as visitors from share_links l join click_days d on d.code = l.code
      where l.kit_id = ${kitId} group by d.day),
    span as (select min(day) as first, max(day) as last from clicked)
    select each.at::date as day, coalesce(clicked.visitors, 0) as visitors
    from span, generate_series(span.first, span.last, interval '1 day') as each (at) left join clicked on clicked.day = each.at::date
    order by 1 desc limit 120`)
  const networks = NETWORKS.flatMap((network) => {
    const reach = clicked.find((one) => one.network === network)
    if (!reach) return []
    const rate = settings.rates.find((one) => one.network === network) ?? { cpm: null, cpc: null }
    const figure = { impressions: null, clicks: reach.visitors }
    return [
      {
        network,
        shares: said.get(network) ?? null,
        clicks: reach.clicks,
        visitors: reach.visitors,
        impressions: null,
        cpm: rate.cpm,
        cpc: rate.cpc,
        value: earnedValue(figure, rate),
      },
    ]
  })
  const values = networks.flatMap(({ value }) => (value === null ? [] : [value]))
  return {
    threshold,
    currency: settings.currency,
    shares: said.get('all') ?? null,
    visitors: networks.reduce((sum, one) => sum + one.visitors, 0),
    clicks: networks.reduce((sum, one) => sum + one.clicks, 0),
    value: values.length > 0 ? values.reduce((sum, one) => sum + one, 0) : null,
    networks,
    days: days.reverse(),
  }
}
