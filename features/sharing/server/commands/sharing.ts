import type { Actor } from '#platform/server/actor.ts'
import { type Db, sql, type Trx } from '#platform/server/db.ts'
import { allow, conflict, forbidden, invalid } from '#platform/server/errors.ts'
import { mark } from '#platform/server/seal.ts'
import { words } from '#platform/server/words.ts'
import { recordContribution } from '#features/contributions/server/commands/ledger.ts'
import { findNetwork } from '#features/network/server/queries.ts'
import type { Language } from '#platform/contract/schema.ts'
import type { Kit, MySharing, Offer } from '../../contract.ts'
import { capPassed } from '../../rules/caps.ts'
import { postOf } from '../../rules/intents.ts'
import { LIMITS, tooLong } from '../../rules/length.ts'
import { LABEL_WORDS, type Network, saysLabel } from '../../rules/networks.ts'
import { hashtagLine, sameWords } from '../../rules/words.ts'
import { canShare, kitIn } from '../policy.ts'
import { hoursOf, momentOf } from '../queries/hours.ts'
import { kitById, todayIn } from '../queries/kits.ts'
import { mySharing, SHARE, takenBy } from '../queries/mine.ts'

export interface Wish {
  kitId: string
  network: Network
}

/** The kit, to somebody who chose to share there. */
export async function chosen(db: Db, actor: Actor, { kitId, network }: Wish) {
  const { place } = await kitIn(db, actor, kitId)
  allow(canShare(place), 'share')
  const choice = await db.row<{ instance: string }>(sql`
    select instance from share_choices where programme_id = ${place.programmeId} and member_id = ${actor.id} and network = ${network}`)
  if (!choice) throw forbidden('share.not_chosen', { values: { network } })
  const kit = await kitById(db, kitId)
  if (kit.on !== 'on') throw conflict('share.kit_closed')
  return { kit, place, instance: choice.instance }
}

/** Nothing is handed out in quiet hours. */
async function checkHour(trx: Trx, kit: Kit): Promise<void> {
  const { quiet } = await momentOf(trx, kit.programmeId)
  if (quiet) throw conflict('share.quiet')
}

/** Nor beyond what a person may share in a day and in a week, today or on the day they wish. */
export async function checkCaps(
  trx: Trx,
  actor: Actor,
  kit: Kit,
  one: { day?: string; except?: string } = {},
): Promise<void> {
  const hours = await hoursOf(trx, kit.programmeId)
  const { timeZone } = await findNetwork(trx)
  const who = { memberId: actor.id, programmeId: kit.programmeId, timeZone }
  const day = one.day ?? (await momentOf(trx, kit.programmeId)).clock.day
  const passed = capPassed(hours, await takenBy(trx, who, one.except), day)
  if (!passed) return
  const values = { count: passed === 'day' ? hours.perDay : hours.perWeek }
  throw one.day
    ? invalid(`share.then_${passed}`, { field: 'publishAt', values })
    : conflict(`share.cap_${passed}`, { values })
}

/**
 * The text offered least so far, in their language and for that network. It stays theirs: asking again shows it again,
 * and does not use up another. The kit is held meanwhile: two people at once are offered two texts.
 */
export async function offerVariant(
  trx: Trx,
  actor: Actor,
  wish: Wish & { language: Language; another?: boolean | undefined },
): Promise<Offer> {
  const { kitId, network } = wish
  const { kit, instance } = await chosen(trx, actor, wish)
  await checkHour(trx, kit)
  await checkCaps(trx, actor, kit)
  await trx.row(sql`select 1 from share_kits where id = ${kitId} for no key update`)
  const language = kit.languages.includes(wish.language) ? wish.language : (kit.languages[0] ?? 'fr')
  const variants = await trx.rows<{ id: string; body: string }>(sql`
    with fitting as (select * from share_variants where kit_id = ${kitId} and language = ${language} and network in (${network}, 'any'))
    select id, body from fitting
    where network = ${network} or not exists (select 1 from fitting where network = ${network})
    order by offered, position, id`)
  const mine = await trx.row<{ id: string }>(sql`
    select variant_id as id from share_offers where kit_id = ${kitId} and member_id = ${actor.id} and network = ${network} and language = ${language}`)
  const kept = variants.find(({ id }) => id === mine?.id)
  const fresh = variants.find(({ id }) => id !== mine?.id)
  const offered = kept && !wish.another ? kept : (fresh ?? kept)
  if (!offered) throw conflict('share.no_text')
  if (offered !== kept) {
    await trx.run(sql`update share_variants set offered = offered + 1 where id = ${offered.id}`)
    await trx.run(sql`
      insert into share_offers (kit_id, member_id, network, language, variant_id) values (${kitId}, ${actor.id}, ${network}, ${language}, ${offered.id})
      on conflict (kit_id, member_id, network, language) do update set variant_id = excluded.variant_id`)
  }
  return {
    variantId: offered.id,
    language,
    text: textOf(kit, language, offered.body),
    disclosure: words(language)('sharing.disclosure', { company: (await findNetwork(trx)).name }),
    link: await linkOf(trx, wish),
    title: kit.title,
    instance,
    others: variants.length > 1,
  }
}

const textOf = (kit: Kit, language: Language, body: string): string =>
  [kit.label ? LABEL_WORDS[kit.label][language] : '', body, hashtagLine(kit.hashtags)]
    .filter(Boolean)
    .join('\n\n')

/** '/s/…': the address around it is the application's to say. */
export async function linkOf(db: Db, { kitId, network }: Wish): Promise<string> {
  const row = await db.row<{ code: string }>(
    sql`select code from share_links where kit_id = ${kitId} and network = ${network}`,
  )
  return `/s/${row?.code ?? ''}`
}

/** Keyed, and of nobody: says that these words are out, not what they are nor whose. */
const markOf = (kitId: string, text: string) => mark(`share ${kitId} ${sameWords(text)}`).subarray(0, 16)

export async function isKnown(trx: Trx, actor: Actor, wish: Wish & { text: string }): Promise<boolean> {
  await chosen(trx, actor, wish)
  const row = await trx.row(
    sql`select 1 from share_words where kit_id = ${wish.kitId} and mark = ${markOf(wish.kitId, wish.text)}`,
  )
  return row !== undefined
}

/** Shared, says the person. Their row is for them; the counters take a number and no name. */
export async function tellShare(
  trx: Trx,
  actor: Actor,
  id: string,
  told: Wish & { text: string; counted: boolean },
): Promise<MySharing> {
  const { kit } = await chosen(trx, actor, told)
  await oneAtATime(trx, actor.id, kit.programmeId)
  if (await trx.row(sql`select 1 from shares where id = ${id} and member_id = ${actor.id}`))
    return mySharing(trx, actor, kit.programmeId)
  await checkCaps(trx, actor, kit)
  checkPost(kit, told.network, told.text, await linkOf(trx, told))
  if (!(await note(trx, { ...told, id, memberId: actor.id, programmeId: kit.programmeId })))
    throw conflict('share.other')
  return mySharing(trx, actor, kit.programmeId)
}

/** Two taps at once of the same person are counted one after the other. */
export const oneAtATime = (trx: Trx, memberId: string, programmeId: string) =>
  trx.rows(sql`
    select 1 from share_choices where programme_id = ${programmeId} and member_id = ${memberId} order by network for update`)

/** Their row, for them; the number without a name; a mark of the words, of nobody. False when it was noted before. */
export async function note(
  trx: Trx,
  share: Wish & { id: string; memberId: string; programmeId: string; text: string; counted: boolean },
): Promise<boolean> {
  const { id, kitId, memberId, network, counted } = share
  const first = await trx.row<{ here: boolean; all: boolean }>(sql`
    select not exists (select 1 from shares where kit_id = ${kitId} and member_id = ${memberId} and network = ${network}) as here,
      not exists (select 1 from shares where kit_id = ${kitId} and member_id = ${memberId}) as all`)
  const inserted = await trx.run(sql`
    insert into shares (id, kit_id, member_id, network, counted) values (${id}, ${kitId}, ${memberId}, ${network}, ${counted}) on conflict (id) do nothing`)
  if (inserted === 0) return false
  await count(trx, kitId, network, first?.here ?? false)
  await count(trx, kitId, 'all', first?.all ?? false)
  if (counted)
    await recordContribution(trx, {
      programmeId: share.programmeId,
      memberId,
      kind: 'sharing',
      sourceKind: SHARE,
      sourceId: id,
      at: new Date().toISOString(),
    })
  await trx.run(
    sql`insert into share_words (kit_id, mark) values (${kitId}, ${markOf(kitId, share.text)}) on conflict do nothing`,
  )
  return true
}

/** The words of the law, where there is a reward. */
export function checkLabel(kit: Kit, text: string): void {
  if (kit.label && !saysLabel(text, kit.label))
    throw invalid('share.label_missing', { field: 'text', values: { label: LABEL_WORDS[kit.label].fr } })
}

function checkPost(kit: Kit, network: Network, text: string, link: string): void {
  checkLabel(kit, text)
  // The host of the link is not known here: X and Mastodon count any address alike, and the screen counts the rest.
  if (tooLong(network, postOf(network, { text, link: `https://a.fr${link}` })))
    throw invalid('share.too_long', { field: 'text', values: { limit: LIMITS[network] ?? 0 } })
}

async function count(trx: Trx, kitId: string, network: Network | 'all', isFirst: boolean): Promise<void> {
  const today = await todayIn(trx)
  await trx.run(sql`
    insert into share_days (kit_id, network, day, shares, people) values (${kitId}, ${network}, ${today}, 1, ${isFirst ? 1 : 0})
    on conflict (kit_id, network, day) do update set shares = share_days.shares + 1, people = share_days.people + excluded.people`)
}
