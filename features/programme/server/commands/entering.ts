import { v7 as uuid7 } from 'uuid'
import type { Actor } from '#platform/server/actor.ts'
import { sql, type Trx } from '#platform/server/db.ts'
import { inform } from '#platform/server/emit.ts'
import { allow, conflict, forbidden, invalid, notFound } from '#platform/server/errors.ts'
import { done } from '#platform/contract/schema.ts'
import { knownMembers } from '#features/spaces/server/policy.ts'
import { ambassadorMoved, type AmbassadorState, type ManagerNamed, type Offer } from '../../contract.ts'
import type { Like } from '../../rules/likes.ts'
import { isServing, mayBecome } from '../../rules/lifecycle.ts'
import { CANDIDATE_MONTHS } from '../../rules/periods.ts'
import { nameOf, tellKeepers, tellPerson } from '../news.ts'
import {
  ambassadorFile,
  canKeep,
  keepingIn,
  keptFile,
  mayEnter,
  placeIn,
  type ProgrammePlace,
} from '../policy.ts'
import { type ProgrammeFacts, programmeFacts } from '../queries.ts'
import { askFor } from './agreements.ts'
import { holdProgramme, moveAmbassador, restOf, takeSeat } from './life-line.ts'

interface Entry {
  memberId: string
  to: 'candidate' | 'nominated'
  enteredBy: 'volunteering' | 'nomination' | 'invitation'
  namedBy: string | null
  words: string
  likes: Like[]
}

/** A new record, or a new start for who has served or was refused: from the door. */
async function comeIn(trx: Trx, actor: Actor, place: ProgrammePlace, entry: Entry): Promise<string> {
  const { memberId, to, enteredBy, namedBy, words, likes } = entry
  const known = await recordOf(trx, place.programmeId, memberId)
  const id = known?.id ?? uuid7()
  if (known) await moveAmbassador(trx, actor, known.id, to)
  else {
    await trx.run(sql`
      insert into ambassadors (id, programme_id, member_id, state, entered_by) values (${id}, ${place.programmeId}, ${memberId}, ${to}, ${enteredBy})`)
    await trx.run(sql`
      insert into ambassador_steps (ambassador_id, to_state, at, by_id) values (${id}, ${to}, clock_timestamp(), ${actor.id})`)
    await inform(trx, actor, ambassadorMoved, place.spaceId, {
      programmeId: place.programmeId,
      ambassadorId: id,
      memberId,
      from: null,
      to,
    })
  }
  await trx.run(sql`
    update ambassadors set entered_by = ${enteredBy}, named_by = ${namedBy}, words = ${words.trim()}, likes = ${likes}::text[]
    where id = ${id}`)
  return id
}

const recordOf = (trx: Trx, programmeId: string, memberId: string) =>
  trx.row<{ id: string; state: AmbassadorState; refusedLately: boolean }>(sql`
    select a.id, a.state, exists (select 1 from ambassador_steps st where st.ambassador_id = a.id
      and (st.to_state = 'declined' or (st.from_state = 'nominated' and st.to_state = 'alumni'))
      and st.at > now() - make_interval(months => ${CANDIDATE_MONTHS})) as "refusedLately"
    from ambassadors a where a.programme_id = ${programmeId} and a.member_id = ${memberId}`)

function mustBeOpen(facts: ProgrammeFacts, way: 'byVolunteering' | 'byNomination' | 'byInvitation'): void {
  if (facts.state !== 'open') throw conflict('programme.not_open')
  if (!facts[way]) throw conflict(`programme.${way === 'byVolunteering' ? 'no_volunteering' : 'no_naming'}`)
}

export async function volunteer(
  trx: Trx,
  actor: Actor,
  publicUrl: string,
  programmeId: string,
  offer: Offer,
): Promise<{ ambassadorId: string }> {
  const place = await placeIn(trx, actor, programmeId)
  allow(mayEnter(place), 'programme.enter')
  const facts = await programmeFacts(trx, programmeId)
  mustBeOpen(facts, 'byVolunteering')
  await holdProgramme(trx, programmeId)
  const known = await recordOf(trx, programmeId, actor.id)
  if (known && (isServing(known.state) || known.state === 'agreed')) throw conflict('ambassador.already')
  // Sent twice, or their words mended: the candidacy is the same one.
  if (known?.state === 'candidate') {
    await saveWords(trx, known.id, offer.words, offer.likes)
    return { ambassadorId: known.id }
  }
  const id = await comeIn(trx, actor, place, {
    memberId: actor.id,
    to: 'candidate',
    enteredBy: 'volunteering',
    namedBy: null,
    words: offer.words,
    likes: offer.likes,
  })
  await announce(trx, actor, publicUrl, facts, id, offer.manager ?? null)
  return { ambassadorId: id }
}

const saveWords = (trx: Trx, id: string, words: string, likes: readonly Like[]) =>
  trx.run(sql`update ambassadors set words = ${words.trim()}, likes = ${[...likes]}::text[] where id = ${id}`)

/** The keepers learn of a candidate; the manager is asked where the programme wants it. */
async function announce(
  trx: Trx,
  actor: Actor,
  publicUrl: string,
  facts: ProgrammeFacts,
  ambassadorId: string,
  manager: ManagerNamed | null,
): Promise<void> {
  if (facts.managerAgreement)
    await askFor(trx, actor, publicUrl, {
      id: uuid7(),
      ambassadorId,
      manager,
      letterId: null,
      optional: true,
    })
  await tellKeepers(trx, 'candidate', {
    programmeId: facts.id,
    ambassadorId,
    actorId: actor.id,
    values: { name: await nameOf(trx, actor.id) },
  })
}

/**
 * The answer belongs to whoever is named: whether they serve already, wait, or refused lately, whoever names them is
 * told the same.
 */
export async function nominate(trx: Trx, actor: Actor, programmeId: string, memberId: string, words: string) {
  const place = await placeIn(trx, actor, programmeId)
  allow(mayEnter(place), 'programme.enter')
  mustBeOpen(await programmeFacts(trx, programmeId), 'byNomination')
  if (memberId === actor.id) throw invalid('nomination.oneself', { field: 'memberId' })
  await mustBeHere(trx, actor, place, memberId)
  await holdProgramme(trx, programmeId)
  const known = await recordOf(trx, programmeId, memberId)
  if (known && (!mayBecome(known.state, 'nominated') || known.refusedLately)) return done
  await comeIn(trx, actor, place, {
    memberId,
    to: 'nominated',
    enteredBy: 'nomination',
    namedBy: actor.id,
    words,
    likes: [],
  })
  await tellPerson(trx, memberId, 'nominated', {
    programmeId,
    actorId: actor.id,
    values: { name: await nameOf(trx, actor.id) },
    note: words,
  })
  return done
}

/** One serves in a community where one has a seat. */
async function mustBeHere(trx: Trx, actor: Actor, place: ProgrammePlace, memberId: string): Promise<void> {
  const row = await trx.row<{ seated: boolean }>(sql`
    select exists (select 1 from seats n where n.space_id = ${place.spaceId} and n.member_id = m.id) as seated
    from members m where m.id = ${memberId} and ${knownMembers(actor)}`)
  if (!row) throw notFound('member.not_found', { field: 'memberId' })
  if (!row.seated) throw invalid('programme.no_seat_here', { field: 'memberId' })
}

export async function inviteAmbassador(
  trx: Trx,
  actor: Actor,
  programmeId: string,
  memberId: string,
  words: string,
): Promise<{ ambassadorId: string }> {
  const place = await keepingIn(trx, actor, programmeId)
  mustBeOpen(await programmeFacts(trx, programmeId), 'byInvitation')
  await mustBeHere(trx, actor, place, memberId)
  await holdProgramme(trx, programmeId)
  const known = await recordOf(trx, programmeId, memberId)
  if (known?.state === 'nominated') return { ambassadorId: known.id }
  if (known && !mayBecome(known.state, 'nominated')) throw conflict('ambassador.already')
  const ambassadorId = await comeIn(trx, actor, place, {
    memberId,
    to: 'nominated',
    enteredBy: 'invitation',
    namedBy: actor.id,
    words,
    likes: [],
  })
  await tellPerson(trx, memberId, 'invited', {
    programmeId,
    actorId: actor.id,
    values: { name: await nameOf(trx, actor.id) },
    note: words,
  })
  return { ambassadorId }
}

interface Answer {
  yes: boolean
  words?: string
  likes?: Like[]
  manager?: ManagerNamed | null
}

/** Whoever was named answers themselves; a no carries no reason, and nobody is told of it. */
export async function answerNomination(
  trx: Trx,
  actor: Actor,
  publicUrl: string,
  ambassadorId: string,
  answer: Answer,
) {
  const file = await ambassadorFile(trx, actor, ambassadorId)
  if (!file.own) throw forbidden('ambassador.own.forbidden')
  await holdProgramme(trx, file.place.programmeId)
  if (file.state === 'candidate' && answer.yes) return done
  if ((file.state === 'declined' || file.state === 'alumni') && !answer.yes) return done
  if (file.state !== 'nominated') throw conflict('ambassador.step')
  if (!answer.yes) {
    await moveAmbassador(trx, actor, ambassadorId, await restOf(trx, ambassadorId))
    return done
  }
  const facts = await programmeFacts(trx, file.place.programmeId)
  if (facts.state !== 'open') throw conflict('programme.not_open')
  await moveAmbassador(trx, actor, ambassadorId, 'candidate')
  if (answer.words?.trim()) await saveWords(trx, ambassadorId, answer.words, answer.likes ?? [])
  await announce(trx, actor, publicUrl, facts, ambassadorId, answer.manager ?? null)
  return done
}

/** Yes gives a seat, or a place on the waiting list; the manager has agreed first, where the programme asks. */
export async function decideCandidacy(
  trx: Trx,
  actor: Actor,
  ambassadorId: string,
  { yes, word }: { yes: boolean; word: string },
) {
  const file = await keptFile(trx, actor, ambassadorId)
  if (file.own && !canKeep(file.place)) throw forbidden('ambassador.keep.forbidden')
  await holdProgramme(trx, file.place.programmeId)
  const { programmeId } = file.place
  const now = await trx.row<{ state: AmbassadorState }>(
    sql`select state from ambassadors where id = ${ambassadorId}`,
  )
  if (yes && now && (now.state === 'agreed' || isServing(now.state))) return done
  if (!yes && now?.state === 'declined') return done
  if (yes && now?.state !== 'candidate') throw conflict('ambassador.step')
  if (!yes && now && (isServing(now.state) || now.state === 'alumni')) throw conflict('ambassador.step')
  if (yes) await mustBeAgreed(trx, programmeId, ambassadorId)
  const to = yes ? 'agreed' : await restOf(trx, ambassadorId)
  await moveAmbassador(trx, actor, ambassadorId, to, word)
  await tellPerson(trx, file.memberId, yes ? 'accepted' : 'declined', {
    programmeId,
    actorId: actor.id,
    note: word,
  })
  if (yes) await takeSeat(trx, ambassadorId)
  return done
}

async function mustBeAgreed(trx: Trx, programmeId: string, ambassadorId: string): Promise<void> {
  const facts = await programmeFacts(trx, programmeId)
  if (!facts.managerAgreement) return
  const latest = await trx.row<{ agreed: boolean | null }>(sql`
    select agreed from manager_agreements where ambassador_id = ${ambassadorId} and letter_id is null
    order by asked_at desc, id desc limit 1`)
  if (latest?.agreed === false) throw conflict('agreement.refused')
  if (!latest?.agreed) throw conflict('agreement.awaited')
}
