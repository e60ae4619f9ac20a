import type { Actor } from '#platform/server/actor.ts'
import { type Db, sql } from '#platform/server/db.ts'
import { missionFacts } from '#features/missions/server/queries/facts.ts'
import { findSettings } from '#features/network/server/queries.ts'
import { planFacts } from '#features/plan/server/queries.ts'
import type { PracticeCard, PracticeCode, Practices } from '../contract.ts'
import { CODES, type Facts, judge, limitsOf, RULES } from '../rules/eighteen.ts'
import {
  type ActionPage,
  type JudgedState,
  type Limit,
  type PracticeState,
  trendBetween,
} from '../rules/practice.ts'
import { canSet, following } from './policy.ts'
import * as ambassadors from './facts/ambassadors.ts'
import * as frame from './facts/frame.ts'
import * as life from './facts/life.ts'

/** Weeks of history shown; a trend looks four weeks back. */
const WEEKS_SHOWN = 26
const TREND_DAYS = 28

export async function dayOf(db: Db): Promise<string> {
  const { network } = await findSettings(db)
  const row = await db.row<{ today: string }>(
    sql`select (now() at time zone ${network.timeZone})::date as today`,
  )
  return row?.today ?? ''
}

/** What the eighteen rules are told of a community, from what really happens in it. */
export async function factsOf(db: Db, spaceId: string): Promise<Facts> {
  const { threshold } = await findSettings(db)
  const today = await dayOf(db)
  const missions = await missionFacts(db, spaceId)
  const { actions, late, objectives, onTrackShare } = await planFacts(db, spaceId)
  const judged = objectives.filter(({ status }) => status !== 'silent' && status !== 'starting').length
  const told = { actions, late, objectives: judged, onTrack: judged * (onTrackShare ?? 0) }
  return {
    a1: await ambassadors.contributors(db, spaceId, threshold),
    a2: await ambassadors.onboarding(db, spaceId, threshold),
    a3: await ambassadors.gatherings(db, spaceId, threshold),
    a4: await life.ease(db, spaceId, threshold),
    a5: await ambassadors.commitment(db, spaceId),
    a6: await life.sponsors(db, spaceId),
    a7: await ambassadors.valueOfTheRole(db, spaceId),
    a8: await life.animation(db, spaceId, today, threshold),
    a9: await life.fun(db, spaceId, threshold),
    b1: await frame.vision(db, spaceId, today),
    b2: await frame.stakeholders(db, spaceId),
    b3: await frame.tool(db),
    b4: await frame.plan(db, spaceId, today, told),
    b5: await frame.addedValue(db, spaceId, threshold, missions),
    b6: await life.activities(db, spaceId),
    b7: await life.recognition(db, spaceId, threshold),
    b8: await life.feedback(db, spaceId, threshold, missions.decisionsAwaited),
    b9: await frame.impact(db, spaceId),
  }
}

interface ChoiceRow {
  code: PracticeCode
  offReason: string | null
  limits: Record<string, number>
  by: string
  at: string
}

export async function choicesOf(db: Db, spaceId: string): Promise<Map<PracticeCode, ChoiceRow>> {
  const rows = await db.rows<ChoiceRow>(sql`
    select c.code, c.off_reason as "offReason", c.limits, coalesce(m.given_name || ' ' || m.family_name, '') as by, c.set_at as at
    from practice_choices c left join members m on m.id = c.set_by where c.space_id = ${spaceId}`)
  return new Map(rows.map((row) => [row.code, row]))
}

async function historyOf(
  db: Db,
  spaceId: string,
  today: string,
): Promise<Map<PracticeCode, { week: string; state: PracticeState }[]>> {
  const rows = await db.rows<{ code: PracticeCode; week: string; state: PracticeState }>(sql`
    select code, week, state from practice_weeks
    where space_id = ${spaceId} and week > ${today}::date - ${WEEKS_SHOWN * 7}::int order by week`)
  const byCode = new Map<PracticeCode, { week: string; state: PracticeState }[]>()
  for (const { code, ...point } of rows) byCode.set(code, [...(byCode.get(code) ?? []), point])
  return byCode
}

/** The first programme that is open, for the pages that are a programme's. */
async function programmeOf(db: Db, spaceId: string): Promise<string | null> {
  const row = await db.row<{ id: string }>(
    sql`select id from programmes where space_id = ${spaceId} and state = 'open' order by created_at, id limit 1`,
  )
  return row?.id ?? null
}

/** Where an action is done. Without a programme, its pages are the community's own: there is the way to open one. */
function pathOf(page: ActionPage, spaceId: string, programmeId: string | null): string {
  const community = `/communautes/${spaceId}`
  const programme = programmeId ? `/programmes/${programmeId}` : community
  const sub = (path: string) => (programmeId ? `${programme}/${path}` : community)
  const paths: Record<ActionPage, string> = {
    today: `${community}/animer`,
    calendar: `${community}/calendrier`,
    committee: `${community}/comite`,
    plan: `${community}/plan`,
    prepare: `${community}/preparer`,
    programme,
    programme_settings: sub('reglages'),
    board: sub('suivi'),
    journey: sub('parcours/regler'),
    follow_up: sub('qui-avance'),
    gatherings: sub('rencontres'),
    turns: sub('prises-de-parole'),
    missions: sub('missions'),
    kits: sub('partager'),
    library: `${community}/astuces`,
    publish: `/publier?espace=${spaceId}`,
    measures: `${community}/mesures`,
    administration: '/administration',
    season: `${community}/saison`,
  }
  return paths[page]
}

interface Around {
  spaceId: string
  programmeId: string | null
  today: string
}

function card(
  code: PracticeCode,
  facts: Facts,
  choice: ChoiceRow | undefined,
  history: { week: string; state: PracticeState }[],
  around: Around,
): PracticeCard {
  const chosen = choice?.limits ?? {}
  const verdict = judge(code, facts[code], chosen)
  const limits: Record<string, Limit> = RULES[code].limits
  const own = limitsOf(code, chosen)
  const off = choice?.offReason ? { reason: choice.offReason, by: choice.by, at: choice.at } : null
  const monthAgo = history.filter(({ week }) => daysBetween(week, around.today) >= TREND_DAYS).at(-1)?.state
  return {
    code,
    state: off ? 'off' : verdict.state,
    evidence: verdict.evidence,
    action: {
      key: verdict.action.key,
      path: pathOf(verdict.action.page, around.spaceId, around.programmeId),
    },
    trend:
      off || !monthAgo || monthAgo === 'off'
        ? null
        : trendBetween(monthAgo satisfies JudgedState, verdict.state),
    history,
    off,
    limits: Object.entries(limits).map(([name, limit]) => ({
      name,
      value: own[name] ?? limit.value,
      usual: limit.value,
      least: limit.least,
      most: limit.most,
      unit: limit.unit,
    })),
  }
}

const DAY_MS = 86_400_000
const daysBetween = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS)

export async function practices(db: Db, actor: Actor, spaceId: string): Promise<Practices> {
  const seat = await following(db, actor, spaceId)
  const { threshold } = await findSettings(db)
  const space = await db.row<{ name: string }>(sql`select name from spaces where id = ${spaceId}`)
  const today = await dayOf(db)
  return {
    spaceId,
    name: space?.name ?? '',
    today,
    threshold,
    practices: await cardsOf(db, spaceId, today),
    can: { set: canSet(seat) },
  }
}

/** The eighteen cards of a community, whoever asks. */
export async function cardsOf(db: Db, spaceId: string, today: string): Promise<PracticeCard[]> {
  const facts = await factsOf(db, spaceId)
  const choices = await choicesOf(db, spaceId)
  const history = await historyOf(db, spaceId, today)
  const around = { spaceId, programmeId: await programmeOf(db, spaceId), today }
  return CODES.map((code) => card(code, facts, choices.get(code), history.get(code) ?? [], around))
}

/** Communities whose practices are followed: prepared, and not closed. */
export const followedCommunities = (db: Db): Promise<{ id: string }[]> =>
  db.rows<{ id: string }>(sql`
    select c.space_id as id from communities c join spaces s on s.id = c.space_id
    where s.archived_at is null and c.stage <> 'closed' order by c.space_id`)

/**
 * The state of each practice in the last week of a period that was kept, a week that had ended by then. `since`: the first
 * week this community kept; null when it never did.
 */
export async function statesThen(
  db: Db,
  spaceId: string,
  { from, to }: { from: string; to: string },
): Promise<{
  week: string | null
  states: { code: PracticeCode; state: PracticeState }[]
  since: string | null
}> {
  const rows = await db.rows<{ week: string; code: PracticeCode; state: PracticeState }>(sql`
    select week, code, state from practice_weeks where space_id = ${spaceId} and week = (
      select max(week) from practice_weeks where space_id = ${spaceId} and week >= ${from}::date - 6 and week <= ${to}::date - 6)
    order by code`)
  const first = await db.row<{ since: string | null }>(
    sql`select min(week) as since from practice_weeks where space_id = ${spaceId}`,
  )
  return { week: rows[0]?.week ?? null, states: rows, since: first?.since ?? null }
}
