import type { Body } from '#platform/contract/endpoint.ts'
import type { Actor } from '#platform/server/actor.ts'
import { sql, type Trx } from '#platform/server/db.ts'
import { conflict, forbidden, invalid, notFound } from '#platform/server/errors.ts'
import { shareFiles } from '#features/files/server/commands.ts'
import {
  assertFits,
  handPublications,
  queuePublication,
  stopPublications,
  takeDown,
  tryAgain,
} from '#features/publishing/server/commands/publications.ts'
import { findConnection } from '#features/publishing/server/queries/connections.ts'
import { isAddressOn } from '#features/publishing/rules/network-names.ts'
import type { setResult as resultEndpoint, setTurnPost as postEndpoint } from '../../contract.ts'
import { ownTurn, type TurnPlace } from '../policy.ts'
import { deskOf, endsAt, startsAt } from '../queries/desk.ts'
import { isUnsent } from '../queries/posts.ts'
import { countPublished } from '../counting.ts'
import { assertThrough, dayWords, rosterPath } from './holding.ts'

/** May act in the company's name, this very moment. */
async function speaking(
  trx: Trx,
  actor: Actor,
  turnId: string,
): Promise<TurnPlace & { endsAt: string; now: string }> {
  const turn = await ownTurn(trx, actor, turnId)
  await assertThrough(trx, actor, turn.place)
  const facts = await trx.row<{
    endsAt: string
    now: string
    within: boolean
    accepted: boolean
    incident: boolean
  }>(sql`
    select ${endsAt(turn.place.timeZone)} as "endsAt", now() as now,
      now() >= ${startsAt(turn.place.timeZone)} and now() < ${endsAt(turn.place.timeZone)} as within,
      exists (select 1 from turn_code_acceptances k join rosters r on r.programme_id = k.programme_id and r.code_version = k.version
        where k.programme_id = t.programme_id and k.member_id = ${actor.id}) as accepted,
      exists (select 1 from turn_incidents i where i.programme_id = t.programme_id and i.closed_at is null) as incident
    from turns t where t.id = ${turnId}`)
  if (!facts?.within) throw forbidden('turn.not_now')
  if (!facts.accepted) throw forbidden('turn.code_first')
  if (facts.incident) throw conflict('turn.incident')
  return { ...turn, endsAt: facts.endsAt, now: facts.now }
}

const LEEWAY_MS = 120_000

export async function setTurnPost(trx: Trx, actor: Actor, id: string, body: Body<typeof postEndpoint>) {
  const turn = await speaking(trx, actor, body.turnId)
  const { programmeId } = turn
  const voice = await trx.row(sql`
    select 1 from roster_accounts where programme_id = ${programmeId} and connection_id = ${body.connectionId}`)
  if (!voice) throw notFound('connection.not_found')
  const publishAt = body.publishAt ?? turn.now
  if (Date.parse(publishAt) >= Date.parse(turn.endsAt))
    throw invalid('turn.beyond', {
      field: 'publishAt',
      values: { day: dayWords(actor.language, turn.endsOn) },
    })
  if (Date.parse(publishAt) < Date.parse(turn.now) - LEEWAY_MS)
    throw invalid('turn.publish_past', { field: 'publishAt' })
  const known = await trx.row<{ turnId: string; authorId: string | null }>(sql`
    select turn_id as "turnId", author_id as "authorId" from turn_posts where id = ${id}`)
  if (known && (known.turnId !== body.turnId || known.authorId !== actor.id))
    throw notFound('publication.not_found')
  const connection = await findConnection(trx, body.connectionId)
  const link = body.link?.trim() ?? ''
  const alt = body.alt?.trim() ?? ''
  if (connection.mode === 'api') {
    await queuePublication(trx, actor, id, body.connectionId, {
      text: body.text,
      link,
      fileId: body.fileId ?? null,
      alt,
      publishAt,
      notAfter: turn.endsAt,
      path: rosterPath(programmeId),
    })
  } else {
    await assertFits(trx, actor, connection, { text: body.text, link, fileId: body.fileId ?? null, alt })
    if (body.fileId) await shareFiles(trx, actor, turn.place.spaceId, [body.fileId])
  }
  await trx.run(sql`
    insert into turn_posts (id, turn_id, connection_id, author_id, mode, text, link, file_id, alt, planned_for)
    values (${id}, ${body.turnId}, ${body.connectionId}, ${actor.id}, ${connection.mode}, ${body.text.trim()}, ${link},
      ${body.fileId ?? null}, ${alt}, ${publishAt})
    on conflict (id) do update set text = excluded.text, link = excluded.link, file_id = excluded.file_id, alt = excluded.alt,
      planned_for = excluded.planned_for, stopped = null
    where turn_posts.state = 'planned' and turn_posts.connection_id = excluded.connection_id`)
  return deskOf(trx, actor, body.turnId)
}

interface OwnPost {
  turnId: string
  mode: 'api' | 'assisted'
  state: 'planned' | 'published' | 'cancelled'
  network: Parameters<typeof isAddressOn>[0]
  server: string
}

/** A post of a turn that the actor holds; for anybody else there is none. */
async function ownPost(trx: Trx, actor: Actor, id: string): Promise<OwnPost> {
  const row = await trx.row<OwnPost>(sql`
    select x.turn_id as "turnId", x.mode, x.state, c.network, c.server
    from turn_posts x join connections c on c.id = x.connection_id where x.id = ${id}`)
  if (!row) throw notFound('publication.not_found')
  await ownTurn(trx, actor, row.turnId)
  return row
}

export async function cancelTurnPost(trx: Trx, actor: Actor, id: string) {
  const post = await ownPost(trx, actor, id)
  const changed =
    post.mode === 'api'
      ? (await stopPublications(trx, [id], 'cancelled')).length
      : await trx.run(sql`update turn_posts set state = 'cancelled' where id = ${id} and state = 'planned'`)
  if (changed === 0 && post.state !== 'cancelled') throw conflict('publication.gone')
  return deskOf(trx, actor, post.turnId)
}

export async function tryTurnPost(trx: Trx, actor: Actor, id: string) {
  const post = await ownPost(trx, actor, id)
  const turn = await speaking(trx, actor, post.turnId)
  if (post.mode === 'api') await tryAgain(trx, id, turn.endsAt)
  await trx.run(sql`update turn_posts set stopped = null where id = ${id}`)
  return deskOf(trx, actor, post.turnId)
}

/** Published by hand: where it is. The one who held the turn says it, also a little after its end. */
export async function setAddress(trx: Trx, actor: Actor, id: string, written: string) {
  const post = await ownPost(trx, actor, id)
  const url = written.trim()
  if (post.mode !== 'assisted') throw invalid('publication.not_assisted')
  if (!isAddressOn(post.network, url, post.server)) throw invalid('publication.address', { field: 'url' })
  const known = await trx.row(sql`select 1 from turn_posts where url = ${url} and id <> ${id} limit 1`)
  if (known) throw conflict('publication.address_known')
  const changed = await trx.run(sql`
    update turn_posts set state = 'published', url = ${url}, published_at = coalesce(published_at, now()), stopped = null
    where id = ${id} and state <> 'cancelled'`)
  if (changed === 0) throw conflict('publication.gone')
  await countPublished(trx, id)
  return deskOf(trx, actor, post.turnId)
}

export async function hidePost(trx: Trx, actor: Actor, id: string) {
  const post = await ownPost(trx, actor, id)
  if (post.mode !== 'api') throw invalid('publication.by_hand')
  await takeDown(trx, [id])
  return deskOf(trx, actor, post.turnId)
}

export async function setNote(trx: Trx, actor: Actor, turnId: string, note: string) {
  await ownTurn(trx, actor, turnId)
  await trx.run(sql`update turns set note = ${note.trim()} where id = ${turnId}`)
  return deskOf(trx, actor, turnId)
}

export async function setResult(trx: Trx, actor: Actor, turnId: string, told: Body<typeof resultEndpoint>) {
  const turn = await ownTurn(trx, actor, turnId)
  if (turn.when === 'ahead') throw invalid('turn.not_begun')
  await trx.run(sql`
    update turns set told_views = ${told.views}, told_likes = ${told.likes}, told_replies = ${told.replies},
      told_clicks = ${told.clicks}, words = ${told.words.trim()} where id = ${turnId}`)
  return deskOf(trx, actor, turnId)
}

/** What was not sent when the turn ended. */
export async function settleLeftovers(
  trx: Trx,
  actor: Actor,
  turnId: string,
  choice: 'hand_over' | 'cancel',
) {
  const turn = await ownTurn(trx, actor, turnId)
  if (turn.when !== 'past') throw invalid('turn.still_yours')
  const rows = await trx.rows<{ id: string }>(sql`
    select x.id from turn_posts x left join publications p on p.id = x.id where x.turn_id = ${turnId} and ${isUnsent} for update of x`)
  const ids = rows.map(({ id }) => id)
  if (choice === 'cancel') {
    await stopPublications(trx, ids, 'cancelled')
    await trx.run(sql`
      update turn_posts set state = 'cancelled' where id = any(${ids}::uuid[]) and mode = 'assisted' and state = 'planned'`)
    return deskOf(trx, actor, turnId)
  }
  const next = await trx.row<{ id: string; memberId: string }>(sql`
    select id, member_id as "memberId" from turns where programme_id = ${turn.programmeId} and starts_on > ${turn.startsOn}
      and ends_on >= ${turn.place.today} and state = 'confirmed' and member_id is not null order by starts_on limit 1`)
  if (!next) throw conflict('turn.no_next')
  await stopPublications(trx, ids, 'held')
  await handPublications(trx, ids, next.memberId)
  await trx.run(sql`
    update turn_posts set turn_id = ${next.id}, author_id = ${next.memberId}, stopped = 'leftover' where id = any(${ids}::uuid[])`)
  return deskOf(trx, actor, turnId)
}
