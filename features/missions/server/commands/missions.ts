import { checkRichText, type RichDoc } from '#platform/contract/rich-text.ts'
import type { Actor } from '#platform/server/actor.ts'
import { insertOnce, join, sql, type Trx } from '#platform/server/db.ts'
import { allow, conflict, invalid, notFound } from '#platform/server/errors.ts'
import { words } from '#platform/server/words.ts'
import { nameMentions } from '#features/comments/server/queries.ts'
import { shareFiles } from '#features/files/server/commands.ts'
import { type News, notifyNews } from '#features/notifications/server/offers.ts'
import { canShape, placeIn } from '#features/programme/server/policy.ts'
import { knownMembers } from '#features/spaces/server/policy.ts'
import type { Mission, MissionDraft } from '../../contract.ts'
import { LIMITS, mayTurn, type MissionState } from '../../rules/kinds.ts'
import { EVERYBODY, ruleOf } from '../../rules/profile.ts'
import { fits, type MissionFacts, missionFor } from '../policy.ts'
import { findMission } from '../queries/one.ts'

export async function setMission(trx: Trx, actor: Actor, id: string, draft: MissionDraft): Promise<Mission> {
  const place = await placeIn(trx, actor, draft.programmeId)
  allow(canShape(place), 'mission.shape')
  const { doc: brief } = await nameMentions(trx, actor, readBrief(draft.brief))
  const fresh = await insertOnce(trx, 'missions', {
    id,
    programme_id: draft.programmeId,
    kind: draft.kind,
    title: draft.title.trim(),
    minutes: draft.minutes,
    created_by: actor.id,
  })
  const { facts } = await missionFor(trx, actor, id)
  await lockMission(trx, id)
  if (facts.programmeId !== draft.programmeId) throw conflict('mission.elsewhere')
  if (facts.kind !== draft.kind) throw conflict('mission.kind')
  if (facts.state === 'cancelled') throw conflict('mission.ended')
  await refuseTooFewPlaces(trx, id, draft.quota ?? null)
  const profile = draft.profile ?? EVERYBODY
  await trx.run(sql`
    update missions set title = ${draft.title.trim()}, brief = ${JSON.stringify(brief)}::jsonb,
      returns = ${draft.returns?.trim() ?? ''}, minutes = ${draft.minutes}, due_on = ${draft.dueOn ?? null},
      quota = ${draft.quota ?? null}, rule = ${JSON.stringify(ruleOf(profile))}::jsonb, likes = ${profile.likes}
    where id = ${id}`)
  if (draft.kind === 'test' && draft.test) await setTest(trx, actor, facts, draft.test, fresh)
  if (draft.kind === 'relay' && draft.relay) await setKit(trx, actor, facts, draft.relay)
  return findMission(trx, actor, id)
}

function readBrief(brief: unknown): RichDoc {
  const verdict = checkRichText(brief, { text: LIMITS.brief, flavour: 'full' })
  if (!verdict.ok)
    throw invalid(`rich_text.${verdict.problem}`, { field: 'brief', values: { limit: verdict.limit } })
  return verdict.doc
}

/** Whoever touches places waits for the others. */
export async function lockMission(trx: Trx, id: string): Promise<void> {
  await trx.row(sql`select 1 from missions where id = ${id} for update`)
}

async function refuseTooFewPlaces(trx: Trx, id: string, quota: number | null): Promise<void> {
  if (quota === null) return
  const row = await trx.row<{ taken: number }>(
    sql`select count(*)::int as taken from mission_takings where mission_id = ${id}`,
  )
  if (row && row.taken > quota)
    throw invalid('mission.quota', { field: 'quota', values: { count: row.taken } })
}

async function setTest(
  trx: Trx,
  actor: Actor,
  { id, decided }: MissionFacts,
  { steps, teamIds }: NonNullable<MissionDraft['test']>,
  fresh: boolean,
): Promise<void> {
  if (decided) throw conflict('mission.decided')
  const kept = steps.map((step) => step.id)
  const answered = await trx.row(sql`
    select 1 from test_answers a join test_steps s on s.id = a.step_id
    where s.mission_id = ${id} and s.id <> all(${kept}::uuid[]) limit 1`)
  if (answered) throw conflict('mission.step_answered', { field: 'test.steps' })
  const elsewhere = await trx.row(
    sql`select 1 from test_steps where id = any(${kept}::uuid[]) and mission_id <> ${id} limit 1`,
  )
  if (elsewhere) throw conflict('mission.step_elsewhere', { field: 'test.steps' })
  await trx.run(sql`delete from test_steps where mission_id = ${id} and id <> all(${kept}::uuid[])`)
  if (steps.length > 0) {
    const rows = steps.map(
      (step, position) =>
        sql`(${step.id}::uuid, ${id}::uuid, ${position}::int, ${step.title.trim()}, ${step.lookAt.trim()})`,
    )
    await trx.run(sql`
      insert into test_steps (id, mission_id, position, title, look_at) values ${join(rows)}
      on conflict (id) do update set position = excluded.position, title = excluded.title, look_at = excluded.look_at`)
  }
  await setTeam(trx, actor, id, teamIds, fresh)
}

/** Whoever creates a test without naming anybody reads its results. */
async function setTeam(trx: Trx, actor: Actor, id: string, teamIds: string[], fresh: boolean): Promise<void> {
  const wanted = teamIds.length === 0 && fresh ? [actor.id] : [...new Set(teamIds)]
  const known = await trx.rows<{ id: string }>(
    sql`select m.id from members m where m.id = any(${wanted}::uuid[]) and ${knownMembers(actor)}`,
  )
  if (known.length < wanted.length) throw notFound('member.not_found', { field: 'test.teamIds' })
  await trx.run(sql`delete from test_team where mission_id = ${id} and member_id <> all(${wanted}::uuid[])`)
  const added = await trx.rows<{ id: string }>(sql`
    insert into test_team (mission_id, member_id) select ${id}, unnest(${wanted}::uuid[])
    on conflict do nothing returning member_id as id`)
  const row = await trx.row<{ title: string; state: MissionState; spaceId: string }>(sql`
    select n.title, n.state, g.space_id as "spaceId" from missions n join programmes g on g.id = n.programme_id where n.id = ${id}`)
  if (!row || row.state === 'draft') return
  await tellTeam(
    trx,
    actor,
    { id, ...row },
    added.map((one) => one.id),
  )
}

async function tellTeam(
  trx: Trx,
  actor: Actor,
  mission: { id: string; title: string },
  memberIds: string[],
): Promise<void> {
  const news = memberIds.map((memberId): News => ({
    memberId,
    says: (language) => words(language)('missions.news.team', { title: mission.title }),
    path: `/missions/${mission.id}/resultats`,
  }))
  // Their right does not hang on a seat in the community: the news neither.
  await notifyNews(trx, news, { spaceId: null, actorId: actor.id })
}

async function setKit(
  trx: Trx,
  actor: Actor,
  { id, spaceId }: MissionFacts,
  kit: NonNullable<MissionDraft['relay']>,
): Promise<void> {
  if (kit.visualFileId) await shareFiles(trx, actor, spaceId, [kit.visualFileId])
  await trx.run(sql`
    insert into relay_kits (mission_id, ten_seconds, one_minute, five_minutes, question, visual_file_id, visual_alt)
    values (${id}, ${kit.tenSeconds.trim()}, ${kit.oneMinute.trim()}, ${kit.fiveMinutes.trim()}, ${kit.question.trim()},
      ${kit.visualFileId}, ${kit.visualAlt.trim()})
    on conflict (mission_id) do update set ten_seconds = excluded.ten_seconds, one_minute = excluded.one_minute,
      five_minutes = excluded.five_minutes, question = excluded.question, visual_file_id = excluded.visual_file_id,
      visual_alt = excluded.visual_alt`)
}

export async function turnMission(
  trx: Trx,
  actor: Actor,
  id: string,
  { state, why = '' }: { state: 'open' | 'closed' | 'cancelled'; why?: string },
): Promise<Mission> {
  const before = await missionFor(trx, actor, id)
  allow(before.shapes, 'mission.shape')
  await lockMission(trx, id)
  const { facts } = await missionFor(trx, actor, id)
  if (facts.state === state) return findMission(trx, actor, id)
  if (!mayTurn(facts.state, state) || (state === 'open' && facts.decided)) throw conflict('mission.turn')
  if (state === 'open') await refuseUnready(trx, facts)
  if (state === 'cancelled' && facts.state === 'open' && !why.trim())
    throw invalid('mission.why', { field: 'why' })
  await trx.run(sql`
    update missions set state = ${state}, why = ${state === 'cancelled' ? why.trim() : ''},
      opened_at = case when ${state} = 'open' then coalesce(opened_at, now()) else opened_at end,
      ended_at = case when ${state} = 'open' then null else now() end
    where id = ${id}`)
  if (state === 'open' && facts.state === 'draft') await announce(trx, actor, facts)
  if (state !== 'open') await tellHolders(trx, actor, facts, state, why.trim())
  return findMission(trx, actor, id)
}

async function refuseUnready(trx: Trx, facts: MissionFacts): Promise<void> {
  const row = await trx.row<{ steps: number; message: boolean }>(sql`
    select (select count(*)::int from test_steps where mission_id = ${facts.id}) as steps,
      exists (select 1 from relay_kits where mission_id = ${facts.id} and ten_seconds <> '') as message`)
  if (facts.kind === 'test' && row?.steps === 0) throw conflict('mission.no_step')
  if (facts.kind === 'relay' && !row?.message) throw conflict('mission.no_message')
}

/** Those it is for are told once, when it opens; the team of a test too. */
async function announce(trx: Trx, actor: Actor, facts: MissionFacts): Promise<void> {
  const rows = await trx.rows<{ id: string }>(sql`
    select m.id from ambassadors a join members m on m.id = a.member_id
    where a.programme_id = ${facts.programmeId} and ${fits(facts.rule, facts.likes)}`)
  const news = rows.map(({ id: memberId }): News => ({
    memberId,
    says: (language) => words(language)('missions.news.opened', { title: facts.title, count: facts.minutes }),
    path: `/missions/${facts.id}`,
  }))
  await notifyNews(trx, news, { spaceId: facts.spaceId, actorId: actor.id })
  const team = await trx.rows<{ id: string }>(
    sql`select member_id as id from test_team where mission_id = ${facts.id}`,
  )
  await tellTeam(
    trx,
    actor,
    facts,
    team.map((one) => one.id),
  )
}

async function tellHolders(
  trx: Trx,
  actor: Actor,
  facts: MissionFacts,
  state: 'closed' | 'cancelled',
  why: string,
): Promise<void> {
  const rows = await trx.rows<{ id: string }>(
    sql`select member_id as id from mission_takings where mission_id = ${facts.id} and returned_at is null`,
  )
  const news = rows.map(({ id: memberId }): News => ({
    memberId,
    says: (language) => words(language)(`missions.news.${state}`, { title: facts.title }),
    path: `/missions/${facts.id}`,
    ...(why ? { note: why } : {}),
  }))
  await notifyNews(trx, news, { spaceId: facts.spaceId, actorId: actor.id })
}
