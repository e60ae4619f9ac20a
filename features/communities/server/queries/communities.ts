import type { Actor } from '#platform/server/actor.ts'
import { type Db, empty, sql } from '#platform/server/db.ts'
import { notFound } from '#platform/server/errors.ts'
import { pageOf, readCursor, writeCursor } from '#platform/server/page.ts'
import { countMatching } from '#features/audiences/server/queries.ts'
import type { Rule } from '#features/audiences/contract.ts'
import { atLeast } from '#features/spaces/rules/roles.ts'
import { readable, visible } from '#features/spaces/server/policy.ts'
import type {
  Community,
  CommunityCard,
  MyRequest,
  Objective,
  PreviewChoice,
  Stakeholder,
} from '../../contract.ts'
import { doorOffers } from '../../rules/door.ts'
import { holdsBack, missingPieces, type Step } from '../../rules/steps.ts'
import { CONTRIBUTORS, doorColumns, type DoorRow, toDoor } from '../policy.ts'
import { facesOf, myRequestJson, personJson, shownCover, stillTrue } from './people.ts'

interface CardRow extends DoorRow {
  id: string
  slug: string
  name: string
  description: string
  coverFileId: string | null
  communityKind: CommunityCard['kind']
  seats: number | null
  previewPublished: boolean
  request: MyRequest | null
}

/** Mine, prepared ones included; or those I may know of and hold no seat in. By name. */
export async function communitiesPage(
  db: Db,
  actor: Actor,
  query: { scope?: 'mine' | 'others'; cursor?: string; limit?: number },
) {
  const limit = query.limit ?? 30
  const after = readCursor(query.cursor, 2)
  const mine = query.scope !== 'others'
  const rows = await db.rows<CardRow>(sql`
    select s.id, c.slug, s.name, s.description, ${shownCover(actor)} as "coverFileId", c.kind as "communityKind",
      c.preview_published as "previewPublished", ${doorColumns(actor)}, ${myRequestJson(actor.id)} as request,
      case when ${readable(actor)} then (select count(*)::int from seats n where n.space_id = s.id) end as seats
    from communities c join spaces s on s.id = c.space_id
    left join seats own on own.space_id = s.id and own.member_id = ${actor.id}
    where ${visible(actor)} and own.role is ${mine ? sql`not null` : sql`null`}
    ${after ? sql`and (lower(s.name), s.id) > (${after[0]}, ${after[1]}::uuid)` : empty}
    order by lower(s.name), s.id limit ${limit + 1}`)
  const page = pageOf(rows, limit, (row) => writeCursor(row.name.toLowerCase(), row.id))
  return { items: page.items.map((row) => toCard(row, actor)), next: page.next }
}

const toCard = (row: CardRow, actor: Actor): CommunityCard => ({
  id: row.id,
  slug: row.slug,
  name: row.name,
  description: row.description,
  coverFileId: row.coverFileId,
  kind: row.communityKind,
  stage: row.stage ?? 'design',
  openness: row.openness,
  entry: row.entry ?? 'invitation',
  role: row.own,
  seats: row.seats,
  previewPublished: row.previewPublished,
  request: stillTrue(row.request),
  can: { animate: atLeast(row.own, 'animator'), ...doorOffers(toDoor(row, actor)) },
})

interface CommunityRow extends CardRow {
  vision: string
  valueProposition: string
  contributorCap: number | null
  contributors: number
  gatheringDays: number | null
  launchedOn: string | null
  audienceId: string | null
  audienceName: string | null
  audienceRule: Rule | null
  audienceSeats: boolean
  preview: Partial<PreviewChoice>
  previewVideoFileId: string | null
  stepsDone: Step[]
  asked: number
  waiting: number
}

export const objectivesOf = (db: Db, spaceId: string): Promise<Objective[]> =>
  db.rows<Objective>(sql`
    select id, measure, target, starts_on as "startsOn", deadline from objectives where space_id = ${spaceId} order by deadline, id`)

export const stakeholdersOf = (db: Db, spaceId: string): Promise<Stakeholder[]> =>
  db.rows<Stakeholder>(sql`
    select h.id, h.part, h.name, h.expectation, case when m.id is null then null else ${personJson} end as member
    from stakeholders h left join members m on m.id = h.member_id where h.space_id = ${spaceId}
    order by array_position(array['sponsor', 'lead', 'animator', 'moderator', 'communication', 'hr', 'it'], h.part), h.id`)

export async function findCommunity(db: Db, actor: Actor, spaceId: string): Promise<Community> {
  const row = await db.row<CommunityRow>(sql`
    select s.id, c.slug, s.name, s.description, ${shownCover(actor)} as "coverFileId", c.kind as "communityKind",
      c.preview_published as "previewPublished", ${doorColumns(actor)}, ${myRequestJson(actor.id)} as request,
      (select count(*)::int from seats n where n.space_id = s.id) as seats, c.vision, c.value_proposition as "valueProposition",
      c.contributor_cap as "contributorCap", ${CONTRIBUTORS} as contributors, c.gathering_days as "gatheringDays",
      c.launched_on as "launchedOn", c.audience_id as "audienceId", a.name as "audienceName", a.rule as "audienceRule",
      c.audience_seats as "audienceSeats", c.preview, c.preview_video_file_id as "previewVideoFileId", c.steps_done as "stepsDone",
      (select count(*)::int from join_requests r where r.space_id = s.id and r.state = 'asked') as asked,
      (select count(*)::int from join_requests r where r.space_id = s.id and r.state = 'waiting') as waiting
    from communities c join spaces s on s.id = c.space_id
    left join seats own on own.space_id = s.id and own.member_id = ${actor.id}
    left join audiences a on a.id = c.audience_id
    where s.id = ${spaceId} and ${readable(actor)}`)
  if (!row) throw notFound('space.not_found')
  return toCommunity(db, actor, row)
}

async function toCommunity(db: Db, actor: Actor, row: CommunityRow): Promise<Community> {
  const objectives = await objectivesOf(db, row.id)
  const stakeholders = await stakeholdersOf(db, row.id)
  const card = toCard(row, actor)
  return {
    ...card,
    seats: row.seats ?? 0,
    vision: row.vision,
    valueProposition: row.valueProposition,
    contributorCap: row.contributorCap,
    contributors: row.contributors,
    gatheringDays: row.gatheringDays,
    launchedOn: row.launchedOn,
    behind: await facesOf(db, row.id),
    objectives,
    stakeholders,
    preparation: card.can.animate ? await preparationOf(db, row, objectives, stakeholders) : null,
    can: { ...card.can, lead: atLeast(row.own, 'lead'), leave: row.own !== null, sign: row.own !== null },
  }
}

async function preparationOf(
  db: Db,
  row: CommunityRow,
  objectives: Objective[],
  stakeholders: Stakeholder[],
) {
  const charter = await db.row(sql`select 1 from charters where space_id = ${row.id} limit 1`)
  const missing = missingPieces({
    ...row,
    kind: row.communityKind,
    objectives: objectives.length,
    charter: charter !== undefined,
    sponsor: stakeholders.some((stakeholder) => stakeholder.part === 'sponsor'),
  })
  const { audienceId: id, audienceName: name, audienceRule: rule } = row
  return {
    audience: id && name && rule ? { id, name, count: (await countMatching(db, rule)).count } : null,
    audienceSeats: row.audienceSeats,
    preview: withDefaults(row.preview),
    previewVideoFileId: row.previewVideoFileId,
    stepsDone: row.stepsDone,
    missing,
    holdingBack: holdsBack(missing),
    asked: row.asked,
    waiting: row.waiting,
  }
}

/** Before anything is chosen the preview says who is behind it and shows no post. */
export const withDefaults = (choice: Partial<PreviewChoice>): PreviewChoice => ({
  behind: choice.behind ?? [],
  facts: choice.facts ?? ['members'],
  showPosts: choice.showPosts ?? false,
})
