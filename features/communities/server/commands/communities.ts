import type { Actor } from '#platform/server/actor.ts'
import { audit } from '#platform/server/audit.ts'
import { sql, type Trx } from '#platform/server/db.ts'
import { emit } from '#platform/server/emit.ts'
import { allow, conflict, invalid, notFound } from '#platform/server/errors.ts'
import { enqueueAudienceRefresh } from '#features/audiences/server/commands.ts'
import { openSpace, publishSpace, seat, setOpenness, setReadOnly } from '#features/spaces/server/commands.ts'
import { canAnimate, canLead } from '#features/spaces/server/policy.ts'
import {
  communityChanged,
  type Community,
  type CommunityChange,
  type CommunityKind,
  stageChanged,
} from '../../contract.ts'
import { entryFits, entryFor } from '../../rules/door.ts'
import { freeSlug, slugOf } from '../../rules/slug.ts'
import { isLaunched, mayBecome, type Stage } from '../../rules/stages.ts'
import { canCreate, seatInCommunity } from '../policy.ts'
import { findCommunity } from '../queries/communities.ts'
import { checkAudience } from './groups.ts'
import { fillPlaces } from './places.ts'
import { publishPreviewFiles, takeVideo } from './preview-files.ts'

export async function createCommunity(
  trx: Trx,
  actor: Actor,
  id: string,
  draft: { name: string; kind?: CommunityKind; description?: string },
): Promise<Community> {
  allow(canCreate(actor), 'community.create')
  const name = draft.name.trim()
  const space = {
    id,
    kind: 'community',
    parentId: null,
    openness: 'closed',
    name,
    description: draft.description?.trim() ?? '',
    published: false,
  } as const
  if (await openSpace(trx, actor, space)) {
    await trx.run(
      sql`insert into communities (space_id, slug, kind) values (${id}, ${await slugFor(trx, name)}, ${draft.kind ?? 'everybody'})`,
    )
    await seat(trx, actor, id, actor.id, 'lead', 'creator')
    await audit(trx, actor, 'community.created', { kind: 'space', id })
  }
  return findCommunity(trx, actor, id)
}

async function slugFor(trx: Trx, name: string): Promise<string> {
  const wished = slugOf(name)
  // Two communities of one name at the same moment wait for each other.
  await trx.row(sql`select pg_advisory_xact_lock(hashtext(${`slug ${wished}`}))`)
  const rows = await trx.rows<{ slug: string }>(
    sql`select slug from communities where slug = ${wished} or slug like ${`${wished}-%`}`,
  )
  return freeSlug(
    wished,
    rows.map((row) => row.slug),
  )
}

interface Before {
  kind: CommunityKind
  stage: Stage
  entry: 'open' | 'request' | 'invitation'
  openness: 'open' | 'closed' | 'secret'
  slug: string
  valueProposition: string
  previewPublished: boolean
  video: string | null
}

async function heldCommunity(trx: Trx, spaceId: string): Promise<Before> {
  const row = await trx.row<Before>(sql`
    select c.kind, c.stage, c.entry, s.openness, c.slug, c.value_proposition as "valueProposition", c.preview_published as "previewPublished",
      c.preview_video_file_id as video
    from communities c join spaces s on s.id = c.space_id where c.space_id = ${spaceId} for update of c`)
  if (!row) throw notFound('space.not_found')
  return row
}

export async function shapeCommunity(
  trx: Trx,
  actor: Actor,
  spaceId: string,
  change: CommunityChange,
): Promise<Community> {
  allow(canAnimate(await seatInCommunity(trx, actor, spaceId)), 'community.shape')
  const before = await heldCommunity(trx, spaceId)
  const { openness, entry } = doorAfter(before, change)
  await checkChange(trx, actor, spaceId, before, change, openness)
  if (openness !== before.openness) await setOpenness(trx, spaceId, openness)
  await trx.run(sql`
    update communities set
      vision = coalesce(${change.vision?.trim() ?? null}, vision),
      value_proposition = coalesce(${change.valueProposition?.trim() ?? null}, value_proposition),
      kind = coalesce(${change.kind ?? null}, kind),
      audience_id = case when ${change.audienceId !== undefined} then ${change.audienceId ?? null}::uuid else audience_id end,
      audience_seats = coalesce(${change.audienceSeats ?? null}, audience_seats),
      entry = ${entry},
      contributor_cap = case when ${change.contributorCap !== undefined} then ${change.contributorCap ?? null}::int else contributor_cap end,
      gathering_days = case when ${change.gatheringDays !== undefined} then ${change.gatheringDays ?? null}::int else gathering_days end,
      slug = coalesce(${change.slug ?? null}, slug),
      preview = coalesce(${change.preview ? JSON.stringify(change.preview) : null}::jsonb, preview),
      preview_published = coalesce(${change.previewPublished ?? null}, preview_published),
      preview_video_file_id = case when ${change.previewVideoFileId !== undefined} then ${change.previewVideoFileId ?? null}::uuid else preview_video_file_id end,
      steps_done = coalesce(${change.stepsDone ?? null}::text[], steps_done)
    where space_id = ${spaceId}`)
  await publishPreviewFiles(trx, spaceId, before.video)
  if (change.audienceId !== undefined || change.audienceSeats) await enqueueAudienceRefresh(trx)
  if (change.contributorCap !== undefined || change.kind || entry !== before.entry)
    await fillPlaces(trx, spaceId)
  await emit(trx, actor, communityChanged, spaceId, {})
  return findCommunity(trx, actor, spaceId)
}

/** Choosing who may see it chooses the door that goes with it, unless the door is chosen too. */
function doorAfter(before: Before, change: CommunityChange) {
  const openness = change.openness ?? before.openness
  const entry = change.entry ?? (change.openness ? entryFor(openness, before.entry) : before.entry)
  if (change.entry && !entryFits(openness, change.entry))
    throw invalid('community.entry_openness', { field: 'entry' })
  return { openness, entry }
}

async function checkChange(
  trx: Trx,
  actor: Actor,
  spaceId: string,
  before: Before,
  change: CommunityChange,
  openness: Before['openness'],
): Promise<void> {
  if (change.audienceId) await checkAudience(trx, actor, change.audienceId)
  if (change.slug && change.slug !== before.slug) {
    const taken = await trx.row(sql`select 1 from communities where slug = ${change.slug}`)
    if (taken) throw conflict('community.slug_taken', { field: 'slug' })
  }
  if (change.preview) await checkBehind(trx, spaceId, change.preview.behind)
  if (change.previewVideoFileId) await takeVideo(trx, actor, spaceId, change.previewVideoFileId)
  const shared = change.previewPublished ?? before.previewPublished
  if (shared && openness === 'secret')
    throw conflict('community.preview_secret', { field: 'previewPublished' })
  if (change.previewPublished && !(change.valueProposition ?? before.valueProposition).trim())
    throw conflict('community.preview_empty', { field: 'previewPublished' })
}

async function checkBehind(trx: Trx, spaceId: string, memberIds: string[]): Promise<void> {
  const row = await trx.row<{ seated: number }>(sql`
    select count(*)::int as seated from seats where space_id = ${spaceId} and member_id = any(${memberIds}::uuid[])`)
  if (row?.seated !== new Set(memberIds).size)
    throw invalid('community.preview_behind', { field: 'preview.behind' })
}

export async function setStage(trx: Trx, actor: Actor, spaceId: string, stage: Stage): Promise<Community> {
  const place = await seatInCommunity(trx, actor, spaceId)
  allow(canAnimate(place), 'community.shape')
  if (stage === 'closed') allow(canLead(place), 'community.close')
  const before = await heldCommunity(trx, spaceId)
  if (before.stage === stage) return findCommunity(trx, actor, spaceId)
  if (!mayBecome(before.stage, stage)) throw conflict('community.stage', { field: 'stage' })
  const launching = isLaunched(stage) && !isLaunched(before.stage)
  if (launching) await refuseUnready(trx, actor, spaceId)
  await trx.run(sql`
    update communities set stage = ${stage}, launched_on = case when ${launching} then coalesce(launched_on, current_date) else launched_on end
    where space_id = ${spaceId}`)
  if (launching) await publishSpace(trx, spaceId)
  if (stage === 'closed' || before.stage === 'closed') await setReadOnly(trx, spaceId, stage === 'closed')
  await audit(
    trx,
    actor,
    'community.stage',
    { kind: 'space', id: spaceId },
    { from: before.stage, to: stage },
  )
  await emit(trx, actor, stageChanged, spaceId, { stage })
  if (isLaunched(stage)) {
    await fillPlaces(trx, spaceId)
    await enqueueAudienceRefresh(trx)
  }
  return findCommunity(trx, actor, spaceId)
}

async function refuseUnready(trx: Trx, actor: Actor, spaceId: string): Promise<void> {
  const community = await findCommunity(trx, actor, spaceId)
  if (community.preparation && community.preparation.holdingBack.length > 0)
    throw conflict('community.not_ready')
}
