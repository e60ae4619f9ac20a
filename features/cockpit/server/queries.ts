import type { Actor } from '#platform/server/actor.ts'
import { type Db, sql } from '#platform/server/db.ts'
import { objectivesOf } from '#features/communities/server/queries/communities.ts'
import { findNetwork } from '#features/network/server/queries.ts'
import type { Cockpit, Gesture } from '../contract.ts'
import { dayList, type GestureKind } from '../rules/gestures.ts'
import { byUrgency } from '../rules/objectives.ts'
import * as community from './community-gestures.ts'
import * as gestures from './gestures.ts'
import { animating, seesInvitations } from './policy.ts'

export async function cockpitOf(db: Db, actor: Actor, spaceId: string): Promise<Cockpit> {
  await animating(db, actor, spaceId)
  const { timeZone } = await findNetwork(db)
  const space = await db.row<{ name: string; today: string }>(sql`
    select name, (now() at time zone ${timeZone})::date as today from spaces where id = ${spaceId}`)
  const { name = '', today = '' } = space ?? {}
  const found = await foundToday(db, actor, spaceId, today)
  const aside = await asideOf(db, actor, spaceId)
  const list = dayList(found, aside, await tastesOf(db, actor, spaceId))
  return {
    spaceId,
    name,
    today,
    gestures: list,
    minutes: list.reduce((sum, gesture) => sum + gesture.minutes, 0),
    aside: found
      .filter((gesture) => gesture.count > 0 && aside.has(gesture.kind))
      .map((gesture) => gesture.kind),
    objectives: byUrgency(await objectivesOf(db, spaceId), today),
    monday: await mondayOf(db, actor, spaceId),
  }
}

/** Everything that waits here today for this animator, whatever they put aside. */
async function foundToday(db: Db, actor: Actor, spaceId: string, today: string): Promise<Gesture[]> {
  const about = [
    gestures.reportsGesture(db, actor, spaceId),
    gestures.welcomeGesture(db, actor, spaceId),
    gestures.questionsGesture(db, actor, spaceId),
    gestures.requestsGesture(db, spaceId),
    community.fadingGesture(db, actor, spaceId),
    community.loopGesture(db, spaceId),
    community.gatheringGesture(db, spaceId),
    community.thankGesture(db, actor, spaceId),
    community.spotlightGesture(db, actor, spaceId),
    community.gapGesture(db, actor, spaceId),
    community.dipGesture(db, actor, spaceId, today),
  ]
  if (!seesInvitations(actor)) return Promise.all(about)
  return Promise.all([
    ...about,
    gestures.bouncedGesture(db, spaceId),
    gestures.remindGesture(db, spaceId),
    gestures.lettersGesture(db, spaceId),
  ])
}

async function tastesOf(db: Db, actor: Actor, spaceId: string): Promise<Map<string, number>> {
  const rows = await db.rows<{ gesture: string; times: number }>(
    sql`select gesture, times from cockpit_tastes where space_id = ${spaceId} and member_id = ${actor.id} and times > 0`,
  )
  return new Map(rows.map((row) => [row.gesture, row.times]))
}

async function mondayOf(db: Db, actor: Actor, spaceId: string): Promise<boolean | null> {
  const row = await db.row<{ wanted: boolean }>(sql`
    select not exists (select 1 from cockpit_refusals r where r.space_id = ${spaceId} and r.member_id = m.id and r.mail = 'week') as wanted
    from members m where m.id = ${actor.id} and m.email is not null`)
  return row?.wanted ?? null
}

async function asideOf(db: Db, actor: Actor, spaceId: string): Promise<Set<GestureKind>> {
  const rows = await db.rows<{ gesture: GestureKind }>(sql`
    select gesture from cockpit_choices where space_id = ${spaceId} and member_id = ${actor.id} and until > now()`)
  return new Set(rows.map((row) => row.gesture))
}
