import type { Actor } from '#platform/server/actor.ts'
import { sql, type Trx } from '#platform/server/db.ts'
import { emit } from '#platform/server/emit.ts'
import { allow, conflict, invalid, notFound } from '#platform/server/errors.ts'
import { done } from '#platform/contract/schema.ts'
import { seatInCommunity } from '#features/communities/server/policy.ts'
import { canAnimate } from '#features/spaces/server/policy.ts'
import { type LibraryPractice, practiceArranged, resultTold, type Theme } from '../contract.ts'
import { LIMITS } from '../rules/limits.ts'
import { canArrange, canTell, placeOfPractice } from './policy.ts'
import { findPractice, findTheme } from './queries.ts'

export async function nameTheme(
  trx: Trx,
  actor: Actor,
  spaceId: string,
  themeId: string,
  name: string,
): Promise<Theme> {
  allow(canAnimate(await seatInCommunity(trx, actor, spaceId)), 'theme')
  // Two who add themes at once wait for each other: neither the limit nor the names are passed by.
  await trx.row(sql`select 1 from communities where space_id = ${spaceId} for update`)
  const taken = await trx.row(sql`
    select 1 from library_themes where space_id = ${spaceId} and plain(name) = plain(${name.trim()}) and id <> ${themeId}`)
  if (taken) throw conflict('theme.taken', { field: 'name', values: { name: name.trim() } })
  const row = await trx.row<{ count: number }>(
    sql`select count(*)::int as count from library_themes where space_id = ${spaceId} and id <> ${themeId}`,
  )
  if (row && row.count >= LIMITS.themes)
    throw conflict('theme.too_many', { values: { limit: LIMITS.themes } })
  const written = await trx.run(sql`
    insert into library_themes (id, space_id, name) values (${themeId}, ${spaceId}, ${name.trim()})
    on conflict (id) do update set name = excluded.name where library_themes.space_id = excluded.space_id`)
  if (written === 0) throw notFound('theme.not_found')
  return findTheme(trx, actor, spaceId, themeId)
}

export async function dropTheme(trx: Trx, actor: Actor, spaceId: string, themeId: string) {
  allow(canAnimate(await seatInCommunity(trx, actor, spaceId)), 'theme')
  await trx.run(sql`delete from library_themes where id = ${themeId} and space_id = ${spaceId}`)
  return done
}

interface Arrangement {
  themeIds: string[]
  jobs: string[]
  before: string
  after: string
}

export async function arrangePractice(
  trx: Trx,
  actor: Actor,
  postId: string,
  given: Arrangement,
): Promise<LibraryPractice> {
  const place = await placeOfPractice(trx, actor, postId)
  if (place.seat.readOnly) throw conflict('space.read_only')
  allow(canArrange(place), 'practice.arrange')
  const themeIds = [...new Set(given.themeIds)]
  const known = await trx.rows(sql`
    select t.id from library_themes t join spaces s on s.id = ${place.post.spaceId}
    where t.id = any(${themeIds}::uuid[]) and t.space_id = coalesce(s.parent_id, s.id)`)
  if (known.length !== themeIds.length) throw notFound('theme.not_found', { field: 'themeIds' })
  const jobs = [...new Set(given.jobs.map((job) => job.trim()))]
  await trx.run(sql`
    insert into library_cards (post_id, jobs, before_words, after_words)
    values (${postId}, ${jobs}::text[], ${given.before.trim()}, ${given.after.trim()})
    on conflict (post_id) do update set jobs = excluded.jobs, before_words = excluded.before_words,
      after_words = excluded.after_words, updated_at = now()`)
  await trx.run(
    sql`delete from library_card_themes where post_id = ${postId} and theme_id <> all(${themeIds}::uuid[])`,
  )
  await trx.run(sql`
    insert into library_card_themes (post_id, theme_id) select ${postId}, unnest(${themeIds}::uuid[]) on conflict do nothing`)
  await emit(trx, actor, practiceArranged, place.post.spaceId, { postId })
  return findPractice(trx, actor, postId)
}

interface Told {
  before: string
  after: string
  words: string
}

/** Only whoever did it too has something to tell of it. */
export async function tellResult(
  trx: Trx,
  actor: Actor,
  postId: string,
  given: Told,
): Promise<LibraryPractice> {
  const place = await placeOfPractice(trx, actor, postId)
  if (place.seat.readOnly) throw conflict('space.read_only')
  allow(canTell(place), 'practice.tell')
  const told = { before: given.before.trim(), after: given.after.trim(), words: given.words.trim() }
  if (!told.before && !told.after && !told.words) throw invalid('practice.result_empty', { field: 'after' })
  const did = await trx.row(
    sql`select 1 from adoptions where post_id = ${postId} and member_id = ${actor.id} for share`,
  )
  if (!did) throw conflict('practice.not_adopted')
  await trx.run(sql`
    insert into library_results (post_id, member_id, before_words, after_words, words)
    values (${postId}, ${actor.id}, ${told.before}, ${told.after}, ${told.words})
    on conflict (post_id, member_id) do update set before_words = excluded.before_words, after_words = excluded.after_words,
      words = excluded.words`)
  return said(trx, actor, postId, place.post.spaceId)
}

export async function takeBackResult(trx: Trx, actor: Actor, postId: string): Promise<LibraryPractice> {
  const place = await placeOfPractice(trx, actor, postId)
  const gone = await trx.run(
    sql`delete from library_results where post_id = ${postId} and member_id = ${actor.id}`,
  )
  return gone > 0 ? said(trx, actor, postId, place.post.spaceId) : findPractice(trx, actor, postId)
}

async function said(trx: Trx, actor: Actor, postId: string, spaceId: string): Promise<LibraryPractice> {
  const practice = await findPractice(trx, actor, postId)
  await emit(trx, actor, resultTold, spaceId, { postId, resultCount: practice.resultCount })
  return practice
}
