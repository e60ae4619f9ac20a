import type { Actor } from '#platform/server/actor.ts'
import { type Db, sql } from '#platform/server/db.ts'
import { findSettings } from '#features/network/server/queries.ts'
import { canKeep, placeIn } from '#features/programme/server/policy.ts'
import type { Due } from '../contract.ts'
import { asksForTalk } from '../rules/proposals.ts'
import { overviewOf, toTalkWith, underWayOrResting } from './queries/overview.ts'
import { standingsOf } from './queries/standings.ts'

const openProgrammes = (db: Db, spaceId: string) =>
  db.rows<{ id: string; name: string }>(
    sql`select id, name from programmes where space_id = ${spaceId} and state = 'open' order by created_at, id`,
  )

export interface FadingProgramme {
  programmeId: string
  programmeName: string
  people: Due[]
}

/** For the morning of a keeper: those to talk with, by name, programme by programme. Nothing for anybody else. */
export async function fadingAmbassadors(db: Db, actor: Actor, spaceId: string): Promise<FadingProgramme[]> {
  const found: FadingProgramme[] = []
  for (const { id, name } of await openProgrammes(db, spaceId)) {
    const place = await placeIn(db, actor, id).catch(() => null)
    if (!place || !canKeep(place)) continue
    const people = toTalkWith((await overviewOf(db, actor, id)).due)
    if (people.length > 0) found.push({ programmeId: id, programmeName: name, people })
  }
  return found
}

const followedIn = async (db: Db, spaceId: string) => {
  const standings = await standingsOf(
    db,
    sql`g.space_id = ${spaceId} and g.state = 'open' and a.state = 'active'`,
  )
  return [...standings].filter(([, standing]) => standing.state !== null)
}

export interface TrackShare {
  /** Ambassadors whose state is worked out, over every programme of the community. */
  followed: number
  /** Null under the threshold of the network. */
  share: number | null
}

/** For figures about the whole, which anybody may be shown: silent under the threshold, and never about a person. */
export async function trackShare(db: Db, spaceId: string): Promise<TrackShare> {
  const { threshold } = await findSettings(db)
  const followed = await followedIn(db, spaceId)
  if (followed.length < threshold) return { followed: followed.length, share: null }
  const onTrack = followed.filter(([, { state }]) => state === 'thriving' || state === 'on_track').length
  return { followed: followed.length, share: onTrack / followed.length }
}

/** How many conversations wait to be begun, whoever with; null under the threshold. */
export async function conversationsDue(db: Db, spaceId: string): Promise<number | null> {
  const { threshold } = await findSettings(db)
  const followed = await followedIn(db, spaceId)
  if (followed.length < threshold) return null
  const ids = followed.filter(([, { state }]) => asksForTalk(state)).map(([id]) => id)
  const row = await db.row<{ count: number }>(sql`
    select count(*)::int as count from unnest(${ids}::uuid[]) one(id) where not exists (
      select 1 from proposals o where o.ambassador_id = one.id and ${underWayOrResting})`)
  return row?.count ?? 0
}
