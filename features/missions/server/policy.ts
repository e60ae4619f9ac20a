import type { Actor } from '#platform/server/actor.ts'
import { type Db, sql, type Sql } from '#platform/server/db.ts'
import { forbidden, notFound } from '#platform/server/errors.ts'
import { matching } from '#features/audiences/server/policy.ts'
import type { Rule } from '#features/audiences/contract.ts'
import { canKeep, canShape, placeIn, type ProgrammePlace, serves } from '#features/programme/server/policy.ts'
import type { Like } from '#features/programme/rules/likes.ts'
import { canPublish } from '#features/spaces/server/policy.ts'
import type { MissionKind, MissionState } from '../rules/kinds.ts'

export interface MissionFacts {
  id: string
  programmeId: string
  spaceId: string
  programmeName: string
  kind: MissionKind
  title: string
  minutes: number
  dueOn: string | null
  quota: number | null
  rule: Rule
  likes: Like[]
  state: MissionState
  /** The actor is named on the team of this test. */
  team: boolean
  /** The actor's own place, and whether it was returned. */
  takingId: string | null
  returned: boolean
  /** The decision of a test was published. */
  decided: boolean
}

export interface MissionPlace {
  facts: MissionFacts
  /** Null for somebody who knows of it only because the team of the test counts them in. */
  place: ProgrammePlace | null
  shapes: boolean
  keeps: boolean
  serves: boolean
}

/** The missions of a programme are for those who serve, shape or keep it. */
export async function amongMissions(db: Db, actor: Actor, programmeId: string): Promise<ProgrammePlace> {
  const place = await placeIn(db, actor, programmeId)
  if (!serves(place) && !canShape(place) && !canKeep(place) && !(await hasTaken(db, actor, programmeId)))
    throw forbidden('mission.read.forbidden')
  return place
}

/** Somebody who served keeps what they did. */
async function hasTaken(db: Db, actor: Actor, programmeId: string): Promise<boolean> {
  const row = await db.row(sql`
    select 1 from mission_takings t join missions n on n.id = t.mission_id
    where n.programme_id = ${programmeId} and t.member_id = ${actor.id} limit 1`)
  return row !== undefined
}

/**
 * A mission for those who may know of it: who serves, shapes or keeps its programme, who took it, and the team of a
 * test, whatever their place elsewhere. Drafts are for those who shape. For anybody else it does not exist.
 */
export async function missionFor(db: Db, actor: Actor, missionId: string): Promise<MissionPlace> {
  const facts = await factsOf(db, actor, missionId)
  if (!facts) throw notFound('mission.not_found')
  const place = await placeIn(db, actor, facts.programmeId).catch(() => null)
  const found: MissionPlace = {
    facts,
    place,
    shapes: place !== null && canShape(place),
    keeps: place !== null && canKeep(place),
    serves: place !== null && serves(place),
  }
  const inside = place !== null && (found.serves || found.keeps || facts.takingId !== null)
  const seen = found.shapes || (facts.state !== 'draft' && (inside || facts.team))
  if (!seen) throw notFound('mission.not_found')
  return found
}

const factsOf = (db: Db, actor: Actor, missionId: string) =>
  db.row<MissionFacts>(sql`
    select n.id, n.programme_id as "programmeId", g.space_id as "spaceId", g.name as "programmeName", n.kind, n.title,
      n.minutes, n.due_on as "dueOn", n.quota, n.rule, n.likes, n.state,
      exists (select 1 from test_team w where w.mission_id = n.id and w.member_id = ${actor.id}) as team,
      t.id as "takingId", t.returned_at is not null as returned,
      exists (select 1 from test_publications p where p.mission_id = n.id) as decided
    from missions n join programmes g on g.id = n.programme_id
    left join mission_takings t on t.mission_id = n.id and t.member_id = ${actor.id}
    where n.id = ${missionId}`)

/** Words, pictures and figures of a test: its team, and nobody else, not even those who shape. */
export const readsResults = ({ facts }: MissionPlace) => facts.kind === 'test' && facts.team
/** Who reads is who decides: the team. */
export const decides = readsResults
/** Those who shape know that it went on, in figures. */
export const followsResults = (found: MissionPlace) =>
  readsResults(found) || (found.facts.kind === 'test' && found.shapes)
/** What was decided goes back to those who tested. */
export const readsDecision = (found: MissionPlace) =>
  decides(found) || (found.facts.decided && (found.facts.returned || found.shapes))
export const mayPost = ({ place }: MissionPlace) => place !== null && canPublish(place.seat)

/** States in which somebody takes something new: on a pause one rests. */
const TAKING = sql`('onboarding', 'active', 'handing_over')`

/** Over `ambassadors a` and `members m`: whether a mission of this rule and these likes is for them. */
export const fits = (rule: Rule, likes: string[]): Sql => sql`(
  a.state in ${TAKING} and ${matching(rule)} and (cardinality(${likes}::text[]) = 0 or a.likes && ${likes}::text[]))`

export async function isFor(db: Db, actor: Actor, facts: MissionFacts): Promise<boolean> {
  const row = await db.row(sql`
    select 1 from ambassadors a join members m on m.id = a.member_id
    where a.programme_id = ${facts.programmeId} and a.member_id = ${actor.id} and ${fits(facts.rule, facts.likes)}`)
  return row !== undefined
}
