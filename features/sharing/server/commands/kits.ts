import { randomInt } from 'node:crypto'
import { done } from '#platform/contract/schema.ts'
import type { Actor } from '#platform/server/actor.ts'
import { audit } from '#platform/server/audit.ts'
import { insertOnce, join, sql, type Trx } from '#platform/server/db.ts'
import { allow, conflict, invalid } from '#platform/server/errors.ts'
import { enqueue } from '#platform/server/jobs.ts'
import { shareFiles } from '#features/files/server/commands.ts'
import { canShape, placeIn } from '#features/programme/server/policy.ts'
import type { KitDraft, KitWorkshop } from '../../contract.ts'
import { webAddress } from '../../rules/address.ts'
import { NETWORKS } from '../../rules/networks.ts'
import { plainHashtag } from '../../rules/words.ts'
import { workshopIn } from '../policy.ts'
import { workshopOf } from '../queries/kits.ts'
import { stopWaiting } from './by-account.ts'

export async function setKit(trx: Trx, actor: Actor, id: string, draft: KitDraft): Promise<KitWorkshop> {
  const place = await placeIn(trx, actor, draft.programmeId)
  allow(canShape(place), 'kit.shape')
  const url = checkedAddress(draft.url)
  checkDraft(draft)
  await insertOnce(trx, 'share_kits', {
    id,
    programme_id: draft.programmeId,
    title: draft.title.trim(),
    url,
    reward: draft.reward.trim(),
    label: draft.label,
    created_by: actor.id,
  })
  await workshopIn(trx, actor, id)
  const before = await trx.row<{ programmeId: string; url: string; label: string | null; state: string }>(sql`
    select programme_id as "programmeId", url, label, state from share_kits where id = ${id} for update`)
  if (before?.programmeId !== draft.programmeId) throw conflict('kit.elsewhere')
  if (before.state === 'ended') throw conflict('kit.over')
  if (before.state === 'published') {
    // Posts are out that lead there and say that: they must stay true.
    if (before.url !== url) throw conflict('kit.address_fixed', { field: 'url' })
    if (before.label !== draft.label) throw conflict('kit.label_fixed', { field: 'label' })
    if (draft.variants.length === 0) throw invalid('kit.no_text', { field: 'variants' })
  }
  await trx.run(sql`
    update share_kits set title = ${draft.title.trim()}, url = ${url},
      hashtags = ${[...new Set(draft.hashtags.map(plainHashtag).filter(Boolean))]}, reward = ${draft.reward.trim()},
      label = ${draft.label}, starts_on = ${draft.startsOn}, ends_on = ${draft.endsOn} where id = ${id}`)
  await setVisuals(trx, actor, { id, spaceId: place.spaceId }, draft.visuals)
  await setVariants(trx, id, draft.variants)
  await stopWaiting(trx, id)
  return workshopOf(trx, actor, id)
}

function checkedAddress(typed: string): string {
  const url = webAddress(typed)
  if (!url) throw invalid('kit.address', { field: 'url' })
  return url
}

function checkDraft({ reward, label, startsOn, endsOn, visuals }: KitDraft): void {
  if (reward.trim() && !label) throw invalid('kit.label_missing', { field: 'label' })
  if (label && !reward.trim()) throw invalid('kit.reward_missing', { field: 'reward' })
  if (startsOn && endsOn && endsOn < startsOn) throw invalid('kit.dates', { field: 'endsOn' })
  if (visuals.some(({ alt }) => !alt.trim())) throw invalid('kit.alt', { field: 'visuals' })
}

async function setVisuals(
  trx: Trx,
  actor: Actor,
  kit: { id: string; spaceId: string },
  visuals: KitDraft['visuals'],
): Promise<void> {
  await shareFiles(
    trx,
    actor,
    kit.spaceId,
    visuals.map(({ fileId }) => fileId),
  )
  await trx.run(sql`delete from share_visuals where kit_id = ${kit.id}`)
  for (const [position, { fileId, alt }] of visuals.entries())
    await trx.run(sql`insert into share_visuals (kit_id, file_id, alt, position)
      values (${kit.id}, ${fileId}, ${alt.trim()}, ${position}) on conflict do nothing`)
}

/** A text that stays keeps how often it was offered; one that left is offered no more. */
async function setVariants(trx: Trx, kitId: string, variants: KitDraft['variants']): Promise<void> {
  const ids = variants.map(({ id }) => id)
  await trx.run(sql`delete from share_variants where kit_id = ${kitId} and not (id = any(${ids}::uuid[]))`)
  for (const [position, { id, network, language, body }] of variants.entries()) {
    const count = await trx.run(sql`
      insert into share_variants (id, kit_id, network, language, body, position)
      values (${id}, ${kitId}, ${network}, ${language}, ${body.trim()}, ${position})
      on conflict (id) do update set network = excluded.network, language = excluded.language, body = excluded.body, position = excluded.position
      where share_variants.kit_id = ${kitId}`)
    if (count === 0) throw conflict('kit.elsewhere')
  }
}

export async function setKitState(
  trx: Trx,
  actor: Actor,
  id: string,
  state: 'published' | 'ended',
): Promise<KitWorkshop> {
  await workshopIn(trx, actor, id)
  const before = await trx.row<{ state: string; texts: number }>(sql`
    select state, (select count(*)::int from share_variants where kit_id = ${id}) as texts from share_kits where id = ${id} for update`)
  if (before?.state !== state) {
    if (state === 'published') {
      if (before?.state === 'ended') throw conflict('kit.over')
      if (!before?.texts) throw invalid('kit.no_text', { field: 'variants' })
      await makeLinks(trx, id)
      await trx.run(sql`update share_kits set state = 'published', published_at = now() where id = ${id}`)
      await enqueue(trx, 'announce-kit', { kitId: id }, { key: `announce-kit/${id}` })
    } else {
      if (before?.state === 'draft') throw conflict('kit.not_published')
      await trx.run(sql`update share_kits set state = 'ended', ended_at = now() where id = ${id}`)
      // Nobody writes the same words again: the marks have served.
      await trx.run(sql`delete from share_words where kit_id = ${id}`)
      await stopWaiting(trx, id)
    }
    await audit(trx, actor, `kit.${state}`, { kind: 'kit', id })
  }
  return workshopOf(trx, actor, id)
}

/** Without signs that look alike. */
const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789'
const CODE_LENGTH = 7
export const newCode = () =>
  Array.from({ length: CODE_LENGTH }, () => SIGNS[randomInt(SIGNS.length)]).join('')

/** One for a kit and a network. A code already taken is drawn again. */
async function makeLinks(trx: Trx, kitId: string): Promise<void> {
  for (let tries = 0; tries < 5; tries++) {
    const rows = NETWORKS.map((network) => sql`(${newCode()}, ${kitId}::uuid, ${network})`)
    await trx.run(
      sql`insert into share_links (code, kit_id, network) values ${join(rows)} on conflict do nothing`,
    )
    const made = await trx.row<{ count: number }>(
      sql`select count(*)::int as count from share_links where kit_id = ${kitId}`,
    )
    if (made?.count === NETWORKS.length) return
  }
  throw new Error(`no code was free for the kit ${kitId}`)
}

export async function removeKit(trx: Trx, actor: Actor, id: string) {
  const kit = await workshopIn(trx, actor, id)
  if (kit.state !== 'draft') throw conflict('kit.published_already')
  await trx.run(sql`delete from share_kits where id = ${id} and state = 'draft'`)
  return done
}
