import type { Actor } from '#platform/server/actor.ts'
import { type Db, sql, type Trx } from '#platform/server/db.ts'
import { emit } from '#platform/server/emit.ts'
import { conflict, forbidden, invalid, notFound } from '#platform/server/errors.ts'
import { words } from '#platform/server/words.ts'
import type { Language } from '#platform/contract/schema.ts'
import { findNetwork } from '#features/network/server/queries.ts'
import { notifyNews } from '#features/notifications/server/offers.ts'
import { handPublications, stopPublications } from '#features/publishing/server/commands/publications.ts'
import { rosterChanged } from '../../contract.ts'
import { isThrough } from '../../rules/gate.ts'
import { nextFor } from '../../rules/rotation.ts'
import { candidatesOf, gateOf } from '../gate.ts'
import { type RosterPlace, rosterPlace, serves, turnPlace } from '../policy.ts'
import { isUnsent } from '../queries/posts.ts'
import { rosterOf } from '../queries/roster.ts'

export const rosterPath = (programmeId: string) => `/programmes/${programmeId}/prises-de-parole`

interface Roster {
  programmeId: string
  spaceId: string
}

const LOCALE: Record<Language, string> = { fr: 'fr-FR', en: 'en-GB' }
/** « lundi 2 février » */
export const dayWords = (language: Language, day: string): string =>
  new Intl.DateTimeFormat(LOCALE[language], {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }).format(new Date(`${day}T12:00:00Z`))

export const tell = (
  trx: Trx,
  actor: Actor | null,
  { programmeId, spaceId }: Roster,
  memberIds: string[],
  says: (language: Language) => string,
) =>
  notifyNews(
    trx,
    memberIds.map((memberId) => ({ memberId, says, path: rosterPath(programmeId) })),
    { spaceId, actorId: actor?.id ?? null },
  )

export async function tellProposed(
  trx: Trx,
  actor: Actor | null,
  roster: Roster,
  turnId: string,
): Promise<void> {
  const turn = await trx.row<{ memberId: string | null; startsOn: string; state: string }>(sql`
    select member_id as "memberId", starts_on as "startsOn", state from turns where id = ${turnId}`)
  if (!turn?.memberId || turn.state !== 'proposed') return
  await tell(trx, actor, roster, [turn.memberId], (language) =>
    words(language)('turns.news.proposed', { day: dayWords(language, turn.startsOn) }),
  )
}

interface Held {
  id: string
  memberId: string | null
}

/** The one place where a turn changes hands: exchanges asked about it are over, what was scheduled in it waits for a choice. */
export async function changeHolder(
  trx: Trx,
  turn: Held,
  memberId: string | null,
  state: 'open' | 'proposed' | 'confirmed',
): Promise<void> {
  await trx.run(
    sql`update turns set member_id = ${memberId}, state = ${state}, begun_told_at = null where id = ${turn.id}`,
  )
  await trx.run(sql`
    update turn_swaps set state = 'over', answered_at = now() where state = 'asked' and ${turn.id} in (turn_id, other_turn_id)`)
  if (memberId === turn.memberId) return
  const unsent = await trx.rows<{ id: string }>(sql`
    select x.id from turn_posts x left join publications p on p.id = x.id where x.turn_id = ${turn.id} and ${isUnsent}`)
  const ids = unsent.map(({ id }) => id)
  await stopPublications(trx, ids, 'held')
  if (memberId) await handPublications(trx, ids, memberId)
  await trx.run(sql`
    update turn_posts set stopped = 'leftover', author_id = coalesce(${memberId}::uuid, author_id) where id = any(${ids}::uuid[])`)
}

/** Whoever lays the role down while it is their turn speaks no more: the turn is open again, and shows. */
export async function layDown(trx: Trx, roster: Roster, memberId: string): Promise<void> {
  const { timeZone } = await findNetwork(trx)
  const rows = await trx.rows<Held>(sql`
    select id, member_id as "memberId" from turns where programme_id = ${roster.programmeId} and member_id = ${memberId}
      and (now() at time zone ${timeZone})::date between starts_on and ends_on for update`)
  for (const turn of rows) await changeHolder(trx, turn, null, 'open')
  if (rows.length > 0) await stir(trx, null, roster)
}

/** Given back, or refused: proposed to whoever is next, who says yes or no in turn; else it stays open and shows. */
export async function passOn(
  trx: Trx,
  roster: Roster,
  turn: Held & { startsOn: string; endsOn: string; passedBy: string[] },
): Promise<string | null> {
  const passed = turn.memberId ? [...turn.passedBy, turn.memberId] : turn.passedBy
  const { candidates } = await candidatesOf(trx, roster)
  const before = await trx.row<{ memberId: string | null }>(sql`
    select member_id as "memberId" from turns where programme_id = ${roster.programmeId} and starts_on < ${turn.startsOn}
    order by starts_on desc limit 1`)
  // Whoever holds a turn next to it would speak two weeks running: only if nobody else can.
  const next = nextFor(turn, candidates, { previous: before?.memberId ?? null, passed })
  await changeHolder(trx, turn, next?.memberId ?? null, next ? 'proposed' : 'open')
  await trx.run(sql`update turns set passed_by = ${passed} where id = ${turn.id}`)
  if (next) await tellProposed(trx, null, roster, turn.id)
  return next?.memberId ?? null
}

const stir = (trx: Trx, actor: Actor | null, place: Roster) =>
  emit(trx, actor, rosterChanged, place.spaceId, { programmeId: place.programmeId })

/** Two at once want the same turn: one has it, the other is told. */
export const lockTurn = (trx: Trx, id: string) =>
  trx.row(sql`select 1 from turns where id = ${id} for update`)

export async function assertThrough(db: Db, actor: Actor, place: RosterPlace): Promise<void> {
  if (!serves(place)) throw forbidden('turn.ambassadors')
  const gate = await gateOf(db, place, actor.id)
  if (isThrough(gate)) return
  throw gate.charter ? forbidden('turn.training_first') : forbidden('turn.charter_first')
}

export async function takeTurn(trx: Trx, actor: Actor, turnId: string) {
  await lockTurn(trx, turnId)
  const turn = await turnPlace(trx, actor, turnId)
  await assertThrough(trx, actor, turn.place)
  if (turn.memberId === actor.id && turn.state === 'confirmed') return rosterOf(trx, actor, turn.programmeId)
  if (turn.when === 'past') throw invalid('turn.over')
  if (turn.state !== 'open') throw conflict('turn.taken')
  await changeHolder(trx, turn, actor.id, 'confirmed')
  await stir(trx, actor, turn.place)
  return rosterOf(trx, actor, turn.programmeId)
}

/** Yes to a turn proposed to me; no to it, or to one that was mine: it goes to whoever is next. */
export async function answerTurn(trx: Trx, actor: Actor, turnId: string, yes: boolean) {
  await lockTurn(trx, turnId)
  const turn = await turnPlace(trx, actor, turnId)
  if (turn.memberId !== actor.id) throw forbidden('turn.not_mine')
  if (turn.when === 'past') throw invalid('turn.over')
  if (yes) {
    await assertThrough(trx, actor, turn.place)
    await trx.run(sql`update turns set state = 'confirmed' where id = ${turnId}`)
  } else {
    await passOn(trx, turn.place, turn)
  }
  await stir(trx, actor, turn.place)
  return rosterOf(trx, actor, turn.programmeId)
}

export async function acceptCode(trx: Trx, actor: Actor, programmeId: string, version: number) {
  const place = await rosterPlace(trx, actor, programmeId)
  if (!serves(place)) throw forbidden('turn.ambassadors')
  const current = await trx.row<{ version: number }>(
    sql`select code_version as version from rosters where programme_id = ${programmeId}`,
  )
  if (current?.version !== version) throw conflict('turn.code_moved')
  await trx.run(sql`
    insert into turn_code_acceptances (programme_id, member_id, version) values (${programmeId}, ${actor.id}, ${version})
    on conflict do nothing`)
  return rosterOf(trx, actor, programmeId)
}

interface SwapRow {
  id: string
  programmeId: string
  turnId: string
  otherId: string
  by: string
  to: string
  state: string
}

export async function askSwap(trx: Trx, actor: Actor, id: string, turnId: string, otherId: string) {
  const mine = await turnPlace(trx, actor, turnId)
  const other = await turnPlace(trx, actor, otherId)
  if (mine.memberId !== actor.id) throw forbidden('turn.not_mine')
  if (other.programmeId !== mine.programmeId) throw invalid('turn.elsewhere')
  if (mine.when !== 'ahead' || other.when !== 'ahead') throw invalid('turn.under_way')
  if (!other.memberId || other.memberId === actor.id || other.state !== 'confirmed')
    throw invalid('swap.nobody')
  const { memberId } = other
  const isNew = await trx.run(sql`
    insert into turn_swaps (id, programme_id, turn_id, other_turn_id, asked_by, asked_to)
    values (${id}, ${mine.programmeId}, ${turnId}, ${otherId}, ${actor.id}, ${memberId}) on conflict (id) do nothing`)
  if (isNew === 1) {
    const names = await trx.row<{ name: string }>(
      sql`select given_name as name from members where id = ${actor.id}`,
    )
    await tell(trx, actor, mine.place, [memberId], (language) =>
      words(language)('turns.news.swap', {
        name: names?.name ?? '',
        theirs: dayWords(language, mine.startsOn),
        yours: dayWords(language, other.startsOn),
      }),
    )
  }
  return rosterOf(trx, actor, mine.programmeId)
}

async function swapOf(trx: Trx, actor: Actor, id: string, part: 'asked_by' | 'asked_to'): Promise<SwapRow> {
  const row = await trx.row<SwapRow>(sql`
    select id, programme_id as "programmeId", turn_id as "turnId", other_turn_id as "otherId", asked_by as by, asked_to as to, state
    from turn_swaps where id = ${id} for update`)
  const place = row && (await rosterPlace(trx, actor, row.programmeId).catch(() => null))
  if (!row || !place || (part === 'asked_by' ? row.by : row.to) !== actor.id) throw notFound('swap.not_found')
  return row
}

export async function answerSwap(trx: Trx, actor: Actor, id: string, yes: boolean) {
  const swap = await swapOf(trx, actor, id, 'asked_to')
  const place = await rosterPlace(trx, actor, swap.programmeId)
  const wanted = yes ? 'accepted' : 'declined'
  if (swap.state === wanted) return rosterOf(trx, actor, swap.programmeId)
  if (swap.state !== 'asked') throw conflict('swap.over')
  if (yes) {
    for (const turnId of [swap.turnId, swap.otherId].toSorted()) await lockTurn(trx, turnId)
    const [one, other] = [await turnPlace(trx, actor, swap.turnId), await turnPlace(trx, actor, swap.otherId)]
    const still =
      one.memberId === swap.by && other.memberId === swap.to && one.when === 'ahead' && other.when === 'ahead'
    if (!still) throw conflict('swap.over')
    await trx.run(sql`update turn_swaps set state = 'accepted', answered_at = now() where id = ${id}`)
    await changeHolder(trx, one, swap.to, 'confirmed')
    await changeHolder(trx, other, swap.by, 'confirmed')
  } else {
    await trx.run(sql`update turn_swaps set state = 'declined', answered_at = now() where id = ${id}`)
  }
  const key = yes ? 'turns.news.swap_yes' : 'turns.news.swap_no'
  const names = await trx.row<{ name: string }>(
    sql`select given_name as name from members where id = ${actor.id}`,
  )
  await tell(trx, actor, place, [swap.by], (language) => words(language)(key, { name: names?.name ?? '' }))
  await stir(trx, actor, place)
  return rosterOf(trx, actor, swap.programmeId)
}

export async function withdrawSwap(trx: Trx, actor: Actor, id: string) {
  const swap = await swapOf(trx, actor, id, 'asked_by')
  if (swap.state === 'asked')
    await trx.run(sql`update turn_swaps set state = 'withdrawn', answered_at = now() where id = ${id}`)
  return rosterOf(trx, actor, swap.programmeId)
}
