import { v7 as uuid7 } from 'uuid'
import type { Actor } from '#platform/server/actor.ts'
import { sql, type Trx } from '#platform/server/db.ts'
import { allow, conflict, notFound } from '#platform/server/errors.ts'
import { docOf, type InlineNode, type RichDoc } from '#platform/contract/rich-text.ts'
import { done } from '#platform/contract/schema.ts'
import { publishComment } from '#features/comments/server/offers.ts'
import { findNetwork } from '#features/network/server/queries.ts'
import { publishPost } from '#features/posts/server/offers.ts'
import { ALWAYS, awayDays, type GestureKind } from '../rules/gestures.ts'
import { membersAmong, type NewcomerRow } from './newcomers.ts'
import { animating, readingReport, receivesReport } from './policy.ts'

/** Each newcomer is welcomed once: asking again, or at the same time as somebody else, greets only those left. */
export async function welcome(
  trx: Trx,
  actor: Actor,
  spaceId: string,
  welcomeId: string,
  { memberIds, text }: { memberIds: string[]; text: string },
) {
  await animating(trx, actor, spaceId)
  const wanted = [...new Set(memberIds)]
  const people = await membersAmong(trx, actor, spaceId, wanted)
  if (people.length < wanted.length) throw notFound('member.not_found', { field: 'memberIds' })
  const fresh = await noteWelcomed(trx, actor, spaceId, welcomeId, people)
  const [wrote, silent] = [fresh.filter((one) => one.postId), fresh.filter((one) => !one.postId)]
  for (const one of wrote)
    await publishComment(trx, actor, uuid7(), {
      subjectId: one.postId ?? '',
      body: greeting(actor, [one], text),
    })
  if (silent.length > 0)
    await publishPost(trx, actor, welcomeId, {
      spaceId,
      kind: 'message',
      body: greeting(actor, silent, text),
    })
  return outcomeOf(trx, actor, welcomeId)
}

/** Those who were not welcomed until now. */
async function noteWelcomed(
  trx: Trx,
  actor: Actor,
  spaceId: string,
  welcomeId: string,
  people: NewcomerRow[],
): Promise<NewcomerRow[]> {
  const rows = await trx.rows<{ id: string }>(sql`
    insert into welcomes (space_id, member_id, welcomed_by, welcome_id)
    select ${spaceId}, unnest(${people.map((one) => one.id).sort()}::uuid[]), ${actor.id}, ${welcomeId}::uuid
    on conflict do nothing returning member_id as id`)
  const fresh = new Set(rows.map((row) => row.id))
  return people.filter((one) => fresh.has(one.id))
}

/** The same for the same request, repeated or not. */
async function outcomeOf(trx: Trx, actor: Actor, welcomeId: string) {
  const rows = await trx.rows<{ id: string }>(sql`
    select member_id as id from welcomes where welcome_id = ${welcomeId} and welcomed_by = ${actor.id} order by member_id`)
  const post = await trx.row(sql`select 1 from posts where id = ${welcomeId} and author_id = ${actor.id}`)
  return { welcomed: rows.map((row) => row.id), postId: post ? welcomeId : null }
}

/** Their names, as mentions, then the words. */
function greeting(actor: Actor, people: NewcomerRow[], text: string): RichDoc {
  const names = people.map((one) => `${one.givenName} ${one.familyName}`)
  let next = 0
  const content = new Intl.ListFormat(actor.language).formatToParts(names).map((part): InlineNode => {
    const one = part.type === 'element' ? people[next++] : undefined
    return one
      ? { type: 'mention', attrs: { id: one.id, label: part.value, kind: 'member' } }
      : { type: 'text', text: part.value }
  })
  return { type: 'doc', content: [{ type: 'paragraph', content }, ...docOf(text.trim()).content] }
}

type Until = 'tomorrow' | 'next_week' | 'not_for_us'

/** Done for today brings a gesture back among the first; not for us sends it further each time. */
export async function putAside(trx: Trx, actor: Actor, spaceId: string, gesture: GestureKind, until: Until) {
  await animating(trx, actor, spaceId)
  if (until === 'not_for_us' && ALWAYS.includes(gesture)) throw conflict('cockpit.always')
  const { timeZone } = await findNetwork(trx)
  const days =
    until === 'tomorrow'
      ? 1
      : until === 'next_week'
        ? 7
        : awayDays(await notForUs(trx, actor, spaceId, gesture))
  if (until === 'tomorrow')
    await trx.run(sql`
      update cockpit_tastes set times = greatest(0, times - 1)
      where space_id = ${spaceId} and member_id = ${actor.id} and gesture = ${gesture}`)
  await trx.run(sql`
    insert into cockpit_choices (space_id, member_id, gesture, until)
    values (${spaceId}, ${actor.id}, ${gesture}, (((now() at time zone ${timeZone})::date + ${days}::int)::timestamp at time zone ${timeZone}))
    on conflict (space_id, member_id, gesture) do update set until = excluded.until`)
  return done
}

/** How many times this was said; said again while it is away, it counts once. */
async function notForUs(trx: Trx, actor: Actor, spaceId: string, gesture: GestureKind): Promise<number> {
  const row = await trx.row<{ times: number }>(sql`
    insert into cockpit_tastes (space_id, member_id, gesture) values (${spaceId}, ${actor.id}, ${gesture})
    on conflict (space_id, member_id, gesture) do update set times = least(10, cockpit_tastes.times + case when exists (
      select 1 from cockpit_choices c where c.space_id = excluded.space_id and c.member_id = excluded.member_id
        and c.gesture = excluded.gesture and c.until > now() + interval '8 days') then 0 else 1 end)
    returning times`)
  return row?.times ?? 1
}

export async function takeBack(trx: Trx, actor: Actor, spaceId: string, gesture: GestureKind) {
  await animating(trx, actor, spaceId)
  await trx.run(
    sql`delete from cockpit_choices where space_id = ${spaceId} and member_id = ${actor.id} and gesture = ${gesture}`,
  )
  await trx.run(
    sql`delete from cockpit_tastes where space_id = ${spaceId} and member_id = ${actor.id} and gesture = ${gesture}`,
  )
  return done
}

export async function setMonday(trx: Trx, actor: Actor, spaceId: string, wanted: boolean) {
  await animating(trx, actor, spaceId)
  await setMail(trx, actor, spaceId, 'week', wanted)
  return done
}

export async function setReportMail(trx: Trx, actor: Actor, spaceId: string, wanted: boolean) {
  allow(receivesReport(await readingReport(trx, actor, spaceId)), 'report.mail')
  await setMail(trx, actor, spaceId, 'report', wanted)
  return done
}

async function setMail(
  trx: Trx,
  actor: Actor,
  spaceId: string,
  mail: 'week' | 'report',
  wanted: boolean,
): Promise<void> {
  await trx.run(
    wanted
      ? sql`delete from cockpit_refusals where space_id = ${spaceId} and member_id = ${actor.id} and mail = ${mail}`
      : sql`insert into cockpit_refusals (space_id, member_id, mail) values (${spaceId}, ${actor.id}, ${mail}) on conflict do nothing`,
  )
}
