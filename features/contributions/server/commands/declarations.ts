import type { Actor } from '#platform/server/actor.ts'
import { insertOnce, sql, type Trx } from '#platform/server/db.ts'
import { allow, conflict, invalid, notFound } from '#platform/server/errors.ts'
import { words } from '#platform/server/words.ts'
import { done } from '#platform/contract/schema.ts'
import { findNetwork } from '#features/network/server/queries.ts'
import { notifyNews } from '#features/notifications/server/offers.ts'
import { ambassadorFile, serves, servingIn } from '#features/programme/server/policy.ts'
import type { LedgerLine } from '../../contract.ts'
import { addDays } from '../../rules/days.ts'
import { MOST_DAYS_LATE, type Outside } from '../../rules/kinds.ts'
import { clockOf, instantOf } from '../../rules/quiet.ts'
import { findLine } from '../queries/ledger.ts'
import { weightsIn } from '../queries/settings.ts'
import { ownLine } from '../policy.ts'

interface NewDeclaration {
  ambassadorId: string
  what: Outside
  on: string
  words?: string
  people?: number | null
  peerId?: string | null
}

const NOON = 12

/** In one tap: what, when; counted at once, or once a peer has confirmed it where the programme asks. */
export async function declare(
  trx: Trx,
  actor: Actor,
  id: string,
  given: NewDeclaration,
): Promise<LedgerLine> {
  const file = await ambassadorFile(trx, actor, given.ambassadorId)
  allow(file.own && serves(file.place), 'declaration.make')
  const again = await trx.row<{ own: boolean }>(sql`
    select ambassador_id = ${given.ambassadorId} as own from contributions where id = ${id}`)
  if (again?.own) return findLine(trx, actor, id)
  if (again) throw notFound('contribution.not_found')
  const { timeZone } = await findNetwork(trx)
  refuseDay(given.on, clockOf(new Date(), timeZone).day)
  const rule = (await weightsIn(trx, file.place.programmeId)).find((own) => own.kind === 'outside')
  if (!rule?.counted) throw conflict('declaration.not_counted')
  const asked = await peerAsked(trx, actor, file.place.programmeId, given.peerId ?? null)
  await insertOnce(trx, 'contributions', {
    id,
    ambassador_id: given.ambassadorId,
    kind: 'outside',
    at: instantOf(given.on, NOON, timeZone).toISOString(),
    weight: rule.weight,
    source_kind: 'declaration',
    source_id: id,
    about_id: id,
    state: asked ? 'waiting' : 'counted',
  })
  await trx.run(sql`
    insert into declarations (contribution_id, what, words, people, peer_id)
    values (${id}, ${given.what}, ${given.words?.trim() ?? ''}, ${given.people ?? null}, ${asked})`)
  if (asked) await askPeer(trx, actor, file.place, asked)
  return findLine(trx, actor, id)
}

function refuseDay(on: string, today: string): void {
  if (on > today) throw invalid('declaration.ahead', { field: 'on' })
  if (on < addDays(today, -MOST_DAYS_LATE))
    throw invalid('declaration.late', { field: 'on', values: { days: MOST_DAYS_LATE } })
}

/** Whom they ask, where the programme wants a peer; nobody confirms themselves. */
async function peerAsked(
  trx: Trx,
  actor: Actor,
  programmeId: string,
  peerId: string | null,
): Promise<string | null> {
  const programme = await trx.row<{ asks: boolean }>(
    sql`select peer_confirmation as asks from programmes where id = ${programmeId}`,
  )
  if (!programme?.asks) return null
  if (!peerId) throw invalid('declaration.peer', { field: 'peerId' })
  if (peerId === actor.id) throw invalid('declaration.peer_self', { field: 'peerId' })
  const peer = await trx.row(
    sql`select 1 from members m where m.id = ${peerId} and m.id in (${servingIn(programmeId)})`,
  )
  if (!peer) throw invalid('declaration.peer_serves', { field: 'peerId' })
  return peerId
}

const nameOf = async (trx: Trx, memberId: string): Promise<string> =>
  (await trx.row<{ name: string }>(sql`select given_name as name from members where id = ${memberId}`))
    ?.name ?? ''

async function askPeer(
  trx: Trx,
  actor: Actor,
  place: { programmeId: string; spaceId: string },
  peerId: string,
): Promise<void> {
  const name = await nameOf(trx, actor.id)
  await notifyNews(
    trx,
    [
      {
        memberId: peerId,
        says: (language) => words(language)('contributions.news.confirm', { name }),
        path: `/programmes/${place.programmeId}/contributions`,
      },
    ],
    { spaceId: place.spaceId, actorId: actor.id },
  )
}

/** What I declared by mistake: nothing of it is kept. */
export async function withdrawDeclaration(trx: Trx, actor: Actor, id: string) {
  const line = await ownLine(trx, actor, id).catch((error: Error & { status?: number }) => {
    if (error.status === 404) return null
    throw error
  })
  if (!line || line.sourceKind !== 'declaration') throw notFound('contribution.not_found')
  await trx.run(sql`delete from contributions where id = ${id}`)
  return done
}

/** By the peer who was asked, and nobody else; the first answer stands. */
export async function answerDeclaration(
  trx: Trx,
  actor: Actor,
  id: string,
  { confirmed, words: said = '' }: { confirmed: boolean; words?: string },
) {
  const row = await trx.row<{
    answered: string | null
    state: string
    memberId: string
    programmeId: string
    spaceId: string
  }>(sql`
    select d.answered_at as answered, c.state, a.member_id as "memberId", a.programme_id as "programmeId", g.space_id as "spaceId"
    from declarations d join contributions c on c.id = d.contribution_id join ambassadors a on a.id = c.ambassador_id
    join programmes g on g.id = a.programme_id
    where d.contribution_id = ${id} and d.peer_id = ${actor.id} for update of d, c`)
  if (!row) throw notFound('declaration.not_found')
  const next = confirmed ? 'counted' : 'declined'
  if (row.answered) {
    if (row.state !== next) throw conflict('declaration.answered')
    return done
  }
  await trx.run(sql`
    update declarations set answered_at = now(), peer_words = ${said.trim()} where contribution_id = ${id}`)
  await trx.run(sql`update contributions set state = ${next} where id = ${id}`)
  const name = await nameOf(trx, actor.id)
  await notifyNews(
    trx,
    [
      {
        memberId: row.memberId,
        says: (language) =>
          confirmed
            ? words(language)('contributions.news.confirmed', { name })
            : words(language)('contributions.news.declined', { name }),
        path: `/programmes/${row.programmeId}/contributions`,
      },
    ],
    { spaceId: row.spaceId, actorId: actor.id },
  )
  return done
}
