import type { Actor } from '#platform/server/actor.ts'
import { type Db, sql } from '#platform/server/db.ts'
import { objectivesOf } from '#features/communities/server/queries/communities.ts'
import { findNetwork } from '#features/network/server/queries.ts'
import type { Cockpit, Gesture } from '../contract.ts'
import { dayList, type GestureKind } from '../rules/gestures.ts'
import { byUrgency } from '../rules/objectives.ts'
import * as gestures from './gestures.ts'
import { animating, seesInvitations } from './policy.ts'

export async function cockpitOf(db: Db, actor: Actor, spaceId: string): Promise<Cockpit> {
  await animating(db, actor, spaceId)
  const { timeZone } = await findNetwork(db)
  const space = await db.row<{ name: string; today: string }>(sql`
    select name, (now() at time zone ${timeZone})::date as today from spaces where id = ${spaceId}`)
  const { name = '', today = '' } = space ?? {}
  const found = await foundToday(db, actor, spaceId)
  const aside = await asideOf(db, actor, spaceId)
  const list = dayList(found, aside)
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
  }
}

async function foundToday(db: Db, actor: Actor, spaceId: string): Promise<Gesture[]> {
  const about = [
    gestures.reportsGesture(db, actor, spaceId),
    gestures.welcomeGesture(db, actor, spaceId),
    gestures.questionsGesture(db, actor, spaceId),
    gestures.requestsGesture(db, spaceId),
  ]
  if (!seesInvitations(actor)) return Promise.all(about)
  return Promise.all([
    ...about,
    gestures.bouncedGesture(db, spaceId),
    gestures.remindGesture(db, spaceId),
    gestures.lettersGesture(db, spaceId),
  ])
}

async function asideOf(db: Db, actor: Actor, spaceId: string): Promise<Set<GestureKind>> {
  const rows = await db.rows<{ gesture: GestureKind }>(sql`
    select gesture from cockpit_choices where space_id = ${spaceId} and member_id = ${actor.id} and until > now()`)
  return new Set(rows.map((row) => row.gesture))
}
