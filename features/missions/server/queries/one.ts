import type { RichDoc } from '#platform/contract/rich-text.ts'
import type { Actor } from '#platform/server/actor.ts'
import { type Db, sql } from '#platform/server/db.ts'
import { notFound } from '#platform/server/errors.ts'
import { findSettings } from '#features/network/server/queries.ts'
import type { Decision, Mission, MissionCard, Relay, RelayKit, TeamMember, TestStep } from '../../contract.ts'
import { EVERYBODY, profileOf } from '../../rules/profile.ts'
import {
  decides,
  followsResults,
  isFor,
  mayPost,
  missionFor,
  type MissionPlace,
  readsDecision,
} from '../policy.ts'
import { cardsFor } from './rows.ts'

export async function findMission(db: Db, actor: Actor, missionId: string): Promise<Mission> {
  const found = await missionFor(db, actor, missionId)
  const { facts, shapes, keeps } = found
  const row = await db.row<
    MissionCard & { brief: RichDoc; returns: string; why: string; taken: number; returned: number }
  >(sql`
    select ${cardsFor(actor)}, n.brief, n.returns, n.why,
      (select count(*)::int from mission_takings t where t.mission_id = n.id) as taken,
      (select count(*)::int from mission_takings t where t.mission_id = n.id and t.returned_at is not null) as returned
    from missions n where n.id = ${missionId}`)
  if (!row) throw notFound('mission.not_found')
  const { taken, returned, ...card } = row
  const open = facts.state === 'open'
  const holds = card.mine !== null && card.mine.returnedAt === null
  const wished = open && card.mine === null && card.placesLeft !== 0 && (await isFor(db, actor, facts))
  return {
    ...card,
    decided: card.decided || (facts.decided && readsDecision(found)),
    spaceId: facts.spaceId,
    programmeName: facts.programmeName,
    profile: shapes ? profileOf(facts.rule, facts.likes) : EVERYBODY,
    counts: shapes || keeps ? { taken, returned } : null,
    test: facts.kind === 'test' ? await testOf(db, found) : null,
    relay: facts.kind === 'relay' ? await relayOf(db, actor, found) : null,
    can: {
      take: wished,
      giveBack: holds,
      return: open && holds,
      shape: shapes,
      keep: keeps,
      results: followsResults(found),
      decide: decides(found),
      post: mayPost(found),
    },
  }
}

export const stepsOf = (db: Db, missionId: string) =>
  db.rows<TestStep>(
    sql`select id, title, look_at as "lookAt" from test_steps where mission_id = ${missionId} order by position, id`,
  )

/** Named to whoever tests: they decide with their eyes open. */
export const teamOf = (db: Db, missionId: string) =>
  db.rows<TeamMember>(sql`
    select m.id, m.given_name as "givenName", m.family_name as "familyName", m.photo_file_id as "photoFileId"
    from test_team w join members m on m.id = w.member_id and m.status <> 'closed'
    where w.mission_id = ${missionId} order by w.named_at, m.id`)

async function testOf(db: Db, found: MissionPlace): Promise<Mission['test']> {
  const { id } = found.facts
  return {
    steps: await stepsOf(db, id),
    team: await teamOf(db, id),
    decision: readsDecision(found) ? await decisionOf(db, id) : null,
  }
}

export async function decisionOf(db: Db, missionId: string): Promise<Decision> {
  const points = await db.rows<Decision['points'][number]>(
    sql`select id, point, outcome, why from test_decisions where mission_id = ${missionId} order by position, id`,
  )
  const row = await db.row<Omit<Decision, 'points'>>(sql`
    select p.words, p.published_at as "publishedAt", p.post_id as "postId", m.given_name || ' ' || m.family_name as "publishedBy"
    from test_publications p left join members m on m.id = p.published_by where p.mission_id = ${missionId}`)
  return { ...(row ?? { words: '', publishedAt: null, postId: null, publishedBy: null }), points }
}

async function relayOf(db: Db, actor: Actor, { facts, shapes }: MissionPlace): Promise<Mission['relay']> {
  const kit = await kitOf(db, facts.id)
  const mine = await db.rows<Relay>(sql`
    select r.id, r.people, r.answer, r.relayed_at as "relayedAt" from relays r join mission_takings t on t.id = r.taking_id
    where t.mission_id = ${facts.id} and t.member_id = ${actor.id} order by r.relayed_at desc, r.id desc`)
  const sums = await db.row<{ relays: number; people: number; relayers: number }>(sql`
    select count(*)::int as relays, coalesce(sum(r.people), 0)::int as people, count(distinct r.taking_id)::int as relayers
    from relays r join mission_takings t on t.id = r.taking_id where t.mission_id = ${facts.id}`)
  const { relays = 0, people = 0, relayers = 0 } = sums ?? {}
  const { threshold } = await findSettings(db)
  return { ...kit, mine, reach: shapes || relayers >= threshold ? { relays, people } : null }
}

const EMPTY_KIT: RelayKit = {
  tenSeconds: '',
  oneMinute: '',
  fiveMinutes: '',
  question: '',
  visualFileId: null,
  visualAlt: '',
}

export async function kitOf(db: Db, missionId: string): Promise<RelayKit> {
  const row = await db.row<RelayKit>(sql`
    select ten_seconds as "tenSeconds", one_minute as "oneMinute", five_minutes as "fiveMinutes", question,
      visual_file_id as "visualFileId", visual_alt as "visualAlt" from relay_kits where mission_id = ${missionId}`)
  return row ?? EMPTY_KIT
}
