import type { Body } from '#platform/contract/endpoint.ts'
import type { Actor } from '#platform/server/actor.ts'
import { type Db, sql, type Sql, type Trx } from '#platform/server/db.ts'
import { conflict, invalid, notFound } from '#platform/server/errors.ts'
import { words } from '#platform/server/words.ts'
import { findNetwork } from '#features/network/server/queries.ts'
import { notifyNews } from '#features/notifications/server/offers.ts'
import { assertMine, forgetPublications, leavingAt } from '#features/publishing/server/commands/own.ts'
import {
  queuePublication,
  stopPublications,
  tryAgain,
} from '#features/publishing/server/commands/publications.ts'
import { findConnection } from '#features/publishing/server/queries/connections.ts'
import type { Kit, MySharing, publishShare as publishShareEndpoint } from '../../contract.ts'
import { accountPost } from '../../rules/account-post.ts'
import type { Network } from '../../rules/networks.ts'
import { momentOf } from '../queries/hours.ts'
import { mySharing } from '../queries/mine.ts'
import { checkCaps, checkLabel, chosen, linkOf, note, oneAtATime } from './sharing.ts'

type AccountShare = Body<typeof publishShareEndpoint>

interface Known {
  kitId: string
  memberId: string
  network: Network
  state: string
  publishAt: string
}

const knownShare = (db: Db, id: string) =>
  db.row<Known>(sql`
    select x.kit_id as "kitId", x.member_id as "memberId", x.network, p.state, p.publish_at as "publishAt"
    from share_publications x join publications p on p.id = x.id where x.id = ${id}`)

/**
 * Publishes a share with an account of the person's own: under the same say, hours and caps as what they post by hand. It
 * counts, without their name, once it has left.
 */
export async function publishShare(
  trx: Trx,
  actor: Actor,
  { id, publicUrl }: { id: string; publicUrl: string },
  wish: AccountShare,
): Promise<MySharing> {
  const { kit, place } = await chosen(trx, actor, wish)
  await oneAtATime(trx, actor.id, kit.programmeId)
  const known = await knownShare(trx, id)
  if (known && known.memberId !== actor.id) throw conflict('share.other')
  // Repeated after it left: nothing changes any more.
  if (known && (known.state === 'sent' || known.state === 'removed'))
    return mySharing(trx, actor, kit.programmeId)
  await assertMine(trx, actor, wish.connectionId)
  const connection = await findConnection(trx, wish.connectionId)
  if (connection.network !== wish.network) throw notFound('connection.not_found')
  if (connection.state === 'expired') throw conflict('share.reconnect')
  const publishAt = await leavingAt(trx, wish.publishAt)
  const notAfter = await openThen(trx, actor, kit, { id, publishAt, later: Boolean(wish.publishAt) })
  checkLabel(kit, wish.text)
  const visual = wish.fileId === null ? null : kit.visuals.find(({ fileId }) => fileId === wish.fileId)
  if (visual === undefined) throw invalid('share.visual', { field: 'fileId' })
  const link = `${publicUrl}${await linkOf(trx, wish)}`
  const { linkTitle, ...post } = accountPost({ text: wish.text, link, title: kit.title }, visual !== null)
  await queuePublication(trx, actor, id, wish.connectionId, {
    ...post,
    ...(linkTitle ? { linkTitle } : {}),
    fileId: visual?.fileId ?? null,
    alt: visual?.alt ?? '',
    language: wish.language,
    publishAt,
    notAfter,
    path: `/programmes/${kit.programmeId}/partager`,
    heardIn: place.spaceId,
  })
  await trx.run(sql`
    insert into share_publications (id, kit_id, member_id, network, counted)
    values (${id}, ${kit.id}, ${actor.id}, ${wish.network}, ${wish.counted})
    on conflict (id) do update set counted = excluded.counted where share_publications.member_id = excluded.member_id`)
  return mySharing(trx, actor, kit.programmeId)
}

/** Checks the hour and the caps of a moment, now or later; answers until when it may still leave. */
async function openThen(
  trx: Trx,
  actor: Actor,
  kit: Kit,
  { id, publishAt, later }: { id: string; publishAt: string; later: boolean },
): Promise<string | null> {
  const { clock, quiet, closesAt } = await momentOf(trx, kit.programmeId, publishAt)
  if (quiet) throw later ? invalid('share.quiet_then', { field: 'publishAt' }) : conflict('share.quiet')
  if (kit.endsOn && clock.day > kit.endsOn) throw invalid('share.over_then', { field: 'publishAt' })
  await checkCaps(trx, actor, kit, later ? { day: clock.day, except: id } : { except: id })
  const { timeZone } = await findNetwork(trx)
  // Neither at night nor after the kit, even when the network made it wait.
  const row = await trx.row<{ at: string | null }>(sql`
    select least(${closesAt}::timestamptz, (${kit.endsOn}::date + 1)::timestamp at time zone ${timeZone}) as at`)
  return row?.at ?? null
}

/** What did not leave tries anew, under the hours and caps of now. */
export async function tryShare(trx: Trx, actor: Actor, id: string): Promise<MySharing> {
  const known = await knownShare(trx, id)
  if (!known || known.memberId !== actor.id) throw notFound('share.not_found')
  const { kit } = await chosen(trx, actor, known)
  await oneAtATime(trx, actor.id, kit.programmeId)
  const publishAt = await leavingAt(trx, known.publishAt)
  const later = publishAt === known.publishAt
  const notAfter = await openThen(trx, actor, kit, { id, publishAt, later })
  await tryAgain(trx, id, notAfter)
  return mySharing(trx, actor, kit.programmeId)
}

/** It has left: it counts, unless the person withdrew meanwhile. */
export async function shareLeft(trx: Trx, id: string): Promise<void> {
  const row = await trx.row<{
    kitId: string
    memberId: string
    network: Network
    programmeId: string
    counted: boolean
    text: string
  }>(sql`
    select x.kit_id as "kitId", x.member_id as "memberId", x.network, k.programme_id as "programmeId", x.counted, p.text
    from share_publications x join share_kits k on k.id = x.kit_id join publications p on p.id = x.id
    join share_choices c on c.programme_id = k.programme_id and c.member_id = x.member_id and c.network = x.network
    where x.id = ${id}`)
  if (!row) return
  await oneAtATime(trx, row.memberId, row.programmeId)
  await note(trx, { ...row, id })
}

/** Of a kit that is over, or will be by then: nothing leaves whose link leads nowhere, and its person is told. */
export async function stopWaiting(trx: Trx, kitId: string): Promise<void> {
  const { timeZone } = await findNetwork(trx)
  const rows = await trx.rows<{
    id: string
    memberId: string
    title: string
    programmeId: string
    spaceId: string
  }>(sql`
    select x.id, x.member_id as "memberId", k.title, k.programme_id as "programmeId", g.space_id as "spaceId"
    from share_publications x join publications p on p.id = x.id and p.state in ('queued', 'held', 'failed')
    join share_kits k on k.id = x.kit_id join programmes g on g.id = k.programme_id
    where x.kit_id = ${kitId} and (k.state = 'ended' or (p.publish_at at time zone ${timeZone})::date > k.ends_on)`)
  const stopped = new Set(
    await stopPublications(
      trx,
      rows.map(({ id }) => id),
      'cancelled',
    ),
  )
  for (const { id, memberId, title, programmeId, spaceId } of rows) {
    if (!stopped.has(id)) continue
    await notifyNews(
      trx,
      [
        {
          memberId,
          says: (language) => words(language)('sharing.stopped', { title }),
          path: `/programmes/${programmeId}/partager`,
        },
      ],
      { spaceId, actorId: null },
    )
  }
}

/** What waits does not leave; of what left, nothing is kept here, and it stays on the network. */
export async function forgetPublished(trx: Trx, which: Sql): Promise<number> {
  const rows = await trx.rows<{ id: string }>(sql`select id from share_publications where ${which}`)
  await forgetPublications(
    trx,
    rows.map(({ id }) => id),
  )
  return rows.length
}
