import type { RichDoc } from '#platform/contract/rich-text.ts'
import type { Actor } from '#platform/server/actor.ts'
import { type Db, sql } from '#platform/server/db.ts'
import { notFound } from '#platform/server/errors.ts'
import { type KeptFile, findKept } from '#features/files/server/queries.ts'
import { findSettings } from '#features/network/server/queries.ts'
import type { TestAnswer, TestResults, TestRun, Verbatim } from '../../contract.ts'
import { decides, followsResults, mayPost, missionFor, readsDecision, readsResults } from '../policy.ts'
import { decisionOf, stepsOf, teamOf } from './one.ts'

/** My own test; for anybody without a place in it there is none. */
export async function findRun(db: Db, actor: Actor, missionId: string): Promise<TestRun> {
  const { facts } = await missionFor(db, actor, missionId)
  if (facts.kind !== 'test' || !facts.takingId) throw notFound('mission.no_run')
  const row = await db.row<{ scenario: RichDoc; returnedAt: string | null }>(sql`
    select n.brief as scenario, t.returned_at as "returnedAt" from mission_takings t join missions n on n.id = t.mission_id
    where t.id = ${facts.takingId}`)
  const answers = await db.rows<TestAnswer>(sql`
    select step_id as "stepId", verdict, words, file_ids as "fileIds" from test_answers where taking_id = ${facts.takingId}`)
  return {
    missionId,
    title: facts.title,
    scenario: row?.scenario ?? { type: 'doc', content: [] },
    returnedAt: row?.returnedAt ?? null,
    steps: await stepsOf(db, missionId),
    team: await teamOf(db, missionId),
    answers,
  }
}

/** Their first name where they agreed, and never to their own manager. */
const firstName = (actor: Actor) =>
  sql`case when t.named and m.manager_id is distinct from ${actor.id} then m.given_name end as "firstName"`

const NO_DECISION = { words: '', points: [], publishedAt: null, publishedBy: null, postId: null }

type Counted = { id: string; title: string; lookAt: string; works: number; blocks: number; wouldHelp: number }

export async function findResults(db: Db, actor: Actor, missionId: string): Promise<TestResults> {
  const found = await missionFor(db, actor, missionId)
  const { facts } = found
  // Those who tested read the decision on the mission itself; results are for the team.
  if (!followsResults(found)) throw notFound('mission.not_found')
  const team = readsResults(found)
  const row = await db.row<{ testers: number }>(
    sql`select count(*)::int as testers from mission_takings where mission_id = ${missionId} and returned_at is not null`,
  )
  const testers = row?.testers ?? 0
  const { threshold } = await findSettings(db)
  const counted = team || testers >= threshold ? await countSteps(db, missionId) : null
  const verbatims = team ? await verbatimsOf(db, actor, missionId) : []
  const words = team
    ? await db.rows<TestResults['words'][number]>(sql`
        select t.returned_words as words, ${firstName(actor)} from mission_takings t join members m on m.id = t.member_id
        where t.mission_id = ${missionId} and t.returned_at is not null and t.returned_words <> '' order by md5(t.id::text)`)
    : []
  return {
    mission: { id: facts.id, title: facts.title, programmeId: facts.programmeId, state: facts.state },
    testers,
    steps:
      counted?.map((step) => ({
        ...step,
        verbatims: verbatims
          .filter((one) => one.stepId === step.id)
          .map(({ stepId: _stepId, ...verbatim }) => verbatim),
      })) ?? null,
    words,
    decision: readsDecision(found) ? await decisionOf(db, missionId) : NO_DECISION,
    can: { decide: decides(found) && !facts.decided, post: mayPost(found), team },
  }
}

const countSteps = (db: Db, missionId: string) =>
  db.rows<Counted>(sql`
    select s.id, s.title, s.look_at as "lookAt",
      (count(*) filter (where a.verdict = 'works'))::int as works,
      (count(*) filter (where a.verdict = 'blocks'))::int as blocks,
      (count(*) filter (where a.verdict = 'would_help'))::int as "wouldHelp"
    from test_steps s
    left join (test_answers a join mission_takings t on t.id = a.taking_id and t.returned_at is not null) on a.step_id = s.id
    where s.mission_id = ${missionId} group by s.id order by s.position, s.id`)

/** What blocks first; the order of the testers is mixed anew at each step. */
const verbatimsOf = (db: Db, actor: Actor, missionId: string) =>
  db.rows<Verbatim & { stepId: string }>(sql`
    select a.step_id as "stepId", a.verdict, a.words, a.file_ids as "fileIds", ${firstName(actor)}
    from test_answers a join mission_takings t on t.id = a.taking_id join members m on m.id = t.member_id
    where t.mission_id = ${missionId} and t.returned_at is not null and (a.words <> '' or cardinality(a.file_ids) > 0)
    order by case a.verdict when 'blocks' then 0 when 'would_help' then 1 else 2 end, md5(a.taking_id::text || a.step_id::text)`)

/** A screenshot handed in, for the team; one's own at any time. */
export async function findScreenshot(
  db: Db,
  actor: Actor,
  missionId: string,
  fileId: string,
): Promise<KeptFile> {
  const found = await missionFor(db, actor, missionId)
  const row = await db.row(sql`
    select 1 from test_answers a join mission_takings t on t.id = a.taking_id
    where t.mission_id = ${missionId} and ${fileId}::uuid = any(a.file_ids)
      and (t.member_id = ${actor.id} or (t.returned_at is not null and ${readsResults(found)}))`)
  const file = row && (await findKept(db, fileId))
  if (!file) throw notFound('file.not_found')
  return file
}
