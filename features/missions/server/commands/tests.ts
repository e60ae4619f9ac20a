import { done } from '#platform/contract/schema.ts'
import type { RichDoc } from '#platform/contract/rich-text.ts'
import type { Actor } from '#platform/server/actor.ts'
import { join, sql, type Trx } from '#platform/server/db.ts'
import { allow, conflict, invalid, notFound } from '#platform/server/errors.ts'
import { words } from '#platform/server/words.ts'
import { keepPictures } from '#features/files/server/commands.ts'
import { type News, notifyNews } from '#features/notifications/server/offers.ts'
import { publishPost } from '#features/posts/server/offers.ts'
import type { DecisionPoint, Mission, TestResults } from '../../contract.ts'
import { decides, mayPost, type MissionFacts, missionFor } from '../policy.ts'
import { findMission } from '../queries/one.ts'
import { findResults } from '../queries/tests.ts'
import { bringBack } from './places.ts'
import { lockMission } from './missions.ts'

export async function answerStep(
  trx: Trx,
  actor: Actor,
  id: string,
  stepId: string,
  body: { verdict: 'works' | 'blocks' | 'would_help' | null; words?: string; fileIds?: string[] },
): Promise<typeof done> {
  const { facts } = await missionFor(trx, actor, id)
  if (facts.kind !== 'test' || !facts.takingId) throw notFound('mission.no_run')
  const step = await trx.row(sql`select 1 from test_steps where id = ${stepId} and mission_id = ${id}`)
  if (!step) throw notFound('mission.no_step_here')
  await trx.row(sql`select 1 from mission_takings where id = ${facts.takingId} for update`)
  const now = await missionFor(trx, actor, id)
  if (now.facts.returned) throw conflict('mission.returned')
  if (facts.state !== 'open') throw conflict('mission.not_open')
  const fileIds = [...new Set(body.fileIds ?? [])]
  const before = await trx.row<{ fileIds: string[] }>(sql`
    select file_ids as "fileIds" from test_answers where taking_id = ${facts.takingId} and step_id = ${stepId}`)
  const dropped = (before?.fileIds ?? []).filter((one) => !fileIds.includes(one))
  await keepPictures(trx, actor, fileIds)
  await keepPictures(trx, actor, dropped, false)
  await trx.run(sql`
    insert into test_answers (taking_id, step_id, verdict, words, file_ids)
    values (${facts.takingId}, ${stepId}, ${body.verdict}, ${body.words?.trim() ?? ''}, ${fileIds}::uuid[])
    on conflict (taking_id, step_id) do update set verdict = excluded.verdict, words = excluded.words,
      file_ids = excluded.file_ids, answered_at = now()`)
  return done
}

/** From now on its team reads it: at least one step was tried. */
export async function handInTest(
  trx: Trx,
  actor: Actor,
  id: string,
  body: { named: boolean; words?: string },
): Promise<Mission> {
  const found = await missionFor(trx, actor, id)
  const { facts } = found
  if (facts.kind !== 'test' || !facts.takingId) throw notFound('mission.no_run')
  const tried = await trx.row(
    sql`select 1 from test_answers where taking_id = ${facts.takingId} and verdict is not null limit 1`,
  )
  if (!tried) throw invalid('mission.nothing_tried', { field: 'steps' })
  await bringBack(trx, actor, found, { words: body.words ?? '', link: '', named: body.named })
  return findMission(trx, actor, id)
}

export async function decide(
  trx: Trx,
  actor: Actor,
  id: string,
  body: { words?: string; points: DecisionPoint[]; publish: boolean; postId?: string },
): Promise<TestResults> {
  const first = await missionFor(trx, actor, id)
  if (first.facts.kind !== 'test') throw notFound('mission.not_found')
  allow(decides(first), 'mission.decide')
  await lockMission(trx, id)
  const found = await missionFor(trx, actor, id)
  // Published once, it stays as it was read; the same request again changes nothing.
  if (found.facts.decided) {
    if (body.publish) return findResults(trx, actor, id)
    throw conflict('mission.decided')
  }
  await keepPoints(trx, id, body.points)
  if (body.publish) await publish(trx, actor, found.facts, body, mayPost(found))
  return findResults(trx, actor, id)
}

async function keepPoints(trx: Trx, id: string, points: DecisionPoint[]): Promise<void> {
  await trx.run(sql`delete from test_decisions where mission_id = ${id}`)
  if (points.length === 0) return
  const rows = points.map(
    (one, position) =>
      sql`(${one.id}::uuid, ${id}::uuid, ${position}::int, ${one.point.trim()}, ${one.outcome}, ${one.why.trim()})`,
  )
  const count = await trx.run(sql`
    insert into test_decisions (id, mission_id, position, point, outcome, why) values ${join(rows)} on conflict (id) do nothing`)
  if (count !== points.length) throw conflict('mission.point_elsewhere', { field: 'points' })
}

async function publish(
  trx: Trx,
  actor: Actor,
  facts: MissionFacts,
  body: { words?: string; points: DecisionPoint[]; postId?: string },
  posts: boolean,
): Promise<void> {
  if (facts.state === 'draft') throw conflict('mission.not_open')
  if (body.points.length === 0) throw invalid('mission.no_point', { field: 'points' })
  const silent = body.points.findIndex((one) => one.why.trim() === '')
  if (silent >= 0)
    throw invalid('mission.point_why', {
      field: `points.${silent}.why`,
      values: { point: body.points[silent]?.point ?? '' },
    })
  if (body.postId) {
    allow(posts, 'mission.post')
    await publishPost(trx, actor, body.postId, {
      spaceId: facts.spaceId,
      kind: 'message',
      title: words(actor.language)('missions.decision.postTitle', { title: facts.title }).slice(0, 120),
      body: decisionDoc(actor.language, body),
    })
  }
  await trx.run(sql`
    insert into test_publications (mission_id, words, published_by, post_id)
    values (${facts.id}, ${body.words?.trim() ?? ''}, ${actor.id}, ${body.postId ?? null})`)
  // A test that has its answer has nothing left to try.
  await trx.run(
    sql`update missions set state = 'closed', ended_at = coalesce(ended_at, now()) where id = ${facts.id} and state = 'open'`,
  )
  await tellTesters(trx, actor, facts)
}

/** Point by point, in three groups: what is kept, what changes, what waits. No name of anybody who tested. */
function decisionDoc(
  language: 'fr' | 'en',
  { words: intro = '', points }: { words?: string; points: DecisionPoint[] },
): RichDoc {
  const text = words(language)
  const content: RichDoc['content'] = intro.trim()
    ? [{ type: 'paragraph', content: [{ type: 'text', text: intro.trim() }] }]
    : []
  for (const outcome of ['changed', 'kept', 'not_now'] as const) {
    const own = points.filter((one) => one.outcome === outcome)
    if (own.length === 0) continue
    content.push(
      {
        type: 'heading',
        attrs: { level: 3 },
        content: [{ type: 'text', text: text(`missions.outcome.${outcome}`) }],
      },
      {
        type: 'bulletList',
        content: own.map((one) => ({
          type: 'listItem',
          content: [
            {
              type: 'paragraph',
              content: [
                { type: 'text', text: one.point.trim(), marks: [{ type: 'bold' }] },
                { type: 'hardBreak' },
                { type: 'text', text: one.why.trim() },
              ],
            },
          ],
        })),
      },
    )
  }
  return { type: 'doc', content }
}

async function tellTesters(trx: Trx, actor: Actor, facts: MissionFacts): Promise<void> {
  const rows = await trx.rows<{ id: string }>(
    sql`select member_id as id from mission_takings where mission_id = ${facts.id} and returned_at is not null`,
  )
  const news = rows.map(({ id: memberId }): News => ({
    memberId,
    says: (language) => words(language)('missions.news.decided', { title: facts.title }),
    path: `/missions/${facts.id}`,
  }))
  // Whoever served and left their seat still gave their time: the answer finds them.
  await notifyNews(trx, news, { spaceId: null, actorId: actor.id })
}
