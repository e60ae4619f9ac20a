import type { Actor } from '#platform/server/actor.ts'
import { type Db, sql } from '#platform/server/db.ts'
import { findNetwork } from '#features/network/server/queries.ts'
import { servingIn } from '#features/programme/server/policy.ts'
import type { Due, Overview, Standing } from '../../contract.ts'
import { asksForTalk, REST_DAYS, SET_ASIDE_DAYS } from '../../rules/proposals.ts'
import { clockOf } from '../../rules/quiet.ts'
import { keeping } from '../policy.ts'
import { byName, faceJson, memberOf } from './people.ts'
import { standingsOf } from './standings.ts'

/** Over `proposals o`: nobody begins another conversation meanwhile. */
export const underWayOrResting = sql`(o.stage in ('planned', 'sent', 'answered')
  or (o.stage = 'postponed' and o.until > now()::date)
  or (o.stage = 'set_aside' and o.made_at > now() - make_interval(days => ${SET_ASIDE_DAYS}))
  or (o.stage = 'settled' and o.settled_at > now() - make_interval(days => ${REST_DAYS})))`

interface Listed {
  ambassadorId: string
  person: Due['person']
  open: Due['open']
  restsUntil: string | null
}

/** Those who serve, by name, with the conversation under way and the day until which another is put off. */
async function listed(db: Db, programmeId: string): Promise<Listed[]> {
  const { timeZone } = await findNetwork(db)
  const today = clockOf(new Date(), timeZone).day
  const rows = await db.rows<Listed>(sql`
    select a.id as "ambassadorId", ${faceJson} as person,
      (select jsonb_build_object('kind', o.kind, 'stage', o.stage, 'answer', o.answer) from proposals o
        where o.ambassador_id = a.id and o.stage in ('planned', 'sent', 'answered')) as open,
      (select max(case o.stage when 'postponed' then o.until when 'set_aside' then o.made_at::date + ${SET_ASIDE_DAYS}::int
        else o.settled_at::date + ${REST_DAYS}::int end) from proposals o
        where o.ambassador_id = a.id and o.stage in ('postponed', 'set_aside', 'settled')) as "restsUntil"
    from ambassadors a ${memberOf}
    where a.programme_id = ${programmeId} and a.member_id in (${servingIn(programmeId)}) order by ${byName}`)
  return rows.map((row) => ({
    ...row,
    restsUntil: row.restsUntil && row.restsUntil > today ? row.restsUntil : null,
  }))
}

const ORDER: (Standing['state'] | null)[] = ['thriving', 'on_track', null, 'fading', 'silent']

export async function overviewOf(db: Db, actor: Actor, programmeId: string): Promise<Overview> {
  await keeping(db, actor, programmeId)
  const programme = await db.row<{ name: string; picture: boolean }>(
    sql`select name, lead_picture as picture from programmes where id = ${programmeId}`,
  )
  const people = await listed(db, programmeId)
  const standings = await standingsOf(
    db,
    sql`a.programme_id = ${programmeId} and a.member_id in (${servingIn(programmeId)})`,
  )
  const stateOf = (id: string) => standings.get(id)?.state ?? null
  const count = (state: Standing['state']) =>
    people.filter((one) => stateOf(one.ambassadorId) === state).length
  const strokes = people
    .map(({ ambassadorId }) => ({ ambassadorId, state: stateOf(ambassadorId) }))
    // By state, then by an identifier that says nothing: a place in the picture must not tell a name.
    .sort(
      (a, b) =>
        ORDER.indexOf(a.state) - ORDER.indexOf(b.state) ||
        a.ambassadorId.slice(-12).localeCompare(b.ambassadorId.slice(-12)),
    )
  return {
    programmeId,
    programmeName: programme?.name ?? '',
    counts: {
      thriving: count('thriving'),
      onTrack: count('on_track'),
      fading: count('fading'),
      silent: count('silent'),
      apart: count(null),
    },
    strokes: programme?.picture ? strokes : null,
    due: people.flatMap((one) => dueOf(one, standings.get(one.ambassadorId))),
    people: people.map(({ ambassadorId, person }) => ({ ambassadorId, person })),
  }
}

const dueOf = (one: Listed, standing: Standing | undefined): Due[] =>
  standing && (asksForTalk(standing.state) || one.open) ? [{ ...one, standing }] : []

/** With whom a keeper has a conversation to begin today: neither under way nor put off. */
export const toTalkWith = (due: readonly Due[]): Due[] =>
  due.filter((one) => !one.open && !one.restsUntil && asksForTalk(one.standing.state))

/** The month of each one's latest contribution: a month, since nobody is followed by the day. */
export async function lastContributionMonths(db: Db, actor: Actor, programmeId: string) {
  await keeping(db, actor, programmeId)
  const { timeZone } = await findNetwork(db)
  return db.rows<{ ambassadorId: string; month: string | null }>(sql`
    select a.id as "ambassadorId", date_trunc('month', max(c.at) at time zone ${timeZone})::date as month
    from ambassadors a join members m on m.id = a.member_id
    left join contributions c on c.ambassador_id = a.id and c.state = 'counted'
    where a.programme_id = ${programmeId} and not exists (
      select 1 from follow_up_choices own where own.ambassador_id = a.id and own.objected_at is not null)
    group by a.id, m.id order by ${byName}`)
}
