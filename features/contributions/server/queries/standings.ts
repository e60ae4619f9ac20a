import { type Db, sql, type Sql } from '#platform/server/db.ts'
import { findNetwork } from '#features/network/server/queries.ts'
import type { Standing } from '../../contract.ts'
import { LEDGER_MONTHS } from '../../rules/kinds.ts'
import { clockOf } from '../../rules/quiet.ts'
import { pausesOf, type Span } from '../../rules/season.ts'
import { type Done, standingOf } from '../../rules/state.ts'
import { seasonOf } from '../season.ts'
import { memberOf } from './people.ts'

interface Facts {
  id: string
  state: string
  activeSince: string | null
  keptFrom: string
  agreed: number
  objected: boolean
  zone: string
  site: string
  done: Done[]
  leaves: Span[]
  steps: { to: string; day: string }[]
}

/** The longest that a state looks back: seven windows of eight weeks. */
const LOOKS_BACK = 400

/**
 * Where these ambassadors stand (over `ambassadors a join programmes g`), worked out when asked for and kept nowhere.
 * The caller has decided that the reader may know.
 */
export async function standingsOf(db: Db, where: Sql, now = new Date()): Promise<Map<string, Standing>> {
  const { timeZone } = await findNetwork(db)
  const today = clockOf(now, timeZone).day
  const local = (column: Sql) => sql`(${column} at time zone ${timeZone})::date`
  const rows = await db.rows<Facts>(sql`
    select a.id, a.state, ${local(sql`a.active_since`)} as "activeSince", m.school_zone as zone, m.site,
      coalesce(a.contributions_per_month, g.contributions_per_month) as agreed,
      (${today}::date - make_interval(months => coalesce((select f.ledger_months from follow_up_settings f
        where f.programme_id = g.id), ${LEDGER_MONTHS}::int)))::date + 1 as "keptFrom",
      exists (select 1 from follow_up_choices own where own.ambassador_id = a.id and own.objected_at is not null) as objected,
      coalesce((select json_agg(json_build_object('day', ${local(sql`c.at`)}, 'weight', c.weight)) from contributions c
        where c.ambassador_id = a.id and c.state = 'counted' and c.at > ${now.toISOString()}::timestamptz - make_interval(days => ${LOOKS_BACK})), '[]'::json) as done,
      coalesce((select jsonb_agg(jsonb_build_object('from', l.starts_on, 'to', l.ends_on)) from ambassador_leaves l
        where l.ambassador_id = a.id), '[]') as leaves,
      coalesce((select jsonb_agg(jsonb_build_object('to', s.to_state, 'day', ${local(sql`s.at`)}) order by s.id) from ambassador_steps s
        where s.ambassador_id = a.id), '[]') as steps
    from ambassadors a join programmes g on g.id = a.programme_id ${memberOf}
    where ${where}`)
  const season = await seasonOf(db, today)
  return new Map(
    rows.map((row) => {
      const away = [...row.leaves, ...pausesOf(row.steps, today)]
      const standing = standingOf({
        today,
        lifeState: row.state,
        activeSince: row.activeSince,
        keptFrom: row.keptFrom,
        agreedPerMonth: row.agreed,
        done: row.done,
        objected: row.objected,
        workingShare: (from, to) => season.workingShare(row, away, from, to),
      })
      return [row.id, standing] as const
    }),
  )
}

export async function standingOfOne(db: Db, ambassadorId: string, now = new Date()): Promise<Standing> {
  const found = (await standingsOf(db, sql`a.id = ${ambassadorId}`, now)).get(ambassadorId)
  if (!found) throw new Error(`no ambassador ${ambassadorId}`)
  return found
}
