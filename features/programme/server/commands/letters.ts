import { createHash } from 'node:crypto'
import type { Actor } from '#platform/server/actor.ts'
import { insertOnce, sql, type Trx } from '#platform/server/db.ts'
import { inform } from '#platform/server/emit.ts'
import { conflict, forbidden, invalid, notFound } from '#platform/server/errors.ts'
import { canLead } from '#features/spaces/server/policy.ts'
import { languagesOf } from '#features/notifications/server/offers.ts'
import { findNetwork } from '#features/network/server/queries.ts'
import { letterIssued, type LetterFacts, type MissionLetter } from '../../contract.ts'
import { isServing } from '../../rules/lifecycle.ts'
import { letterParagraphs } from './letter-text.ts'
import { nameOf, tellKeepers, tellPerson } from '../news.ts'
import { keptFile } from '../policy.ts'
import { findLetter, letterFacts, type LetterRow } from '../queries/files.ts'

/** Line by line, as it was issued: whoever holds the paper can compute it again. */
export const hashOf = (paragraphs: readonly string[]): string =>
  createHash('sha256').update(paragraphs.join('\n'), 'utf8').digest('hex')

export const shownLetter = ({ ambassadorId: _ambassadorId, ...letter }: LetterRow): MissionLetter => letter

interface Draft {
  ambassadorId: string
  objectives: string
  startsOn: string
  endsOn: string | null
}

/** Filled from the programme and the person, and frozen: what changes later asks for another letter. */
export async function issueLetter(trx: Trx, actor: Actor, id: string, draft: Draft): Promise<MissionLetter> {
  const file = await keptFile(trx, actor, draft.ambassadorId)
  if (!isServing(file.state) && file.state !== 'agreed') throw conflict('ambassador.not_serving')
  if (draft.endsOn && draft.endsOn <= draft.startsOn)
    throw invalid('mission_letter.dates', { field: 'endsOn' })
  const facts = await factsOf(trx, actor, file.memberId, draft)
  const isNew = await insertOnce(trx, 'mission_letters', {
    id,
    ambassador_id: draft.ambassadorId,
    facts: JSON.stringify(facts),
    text_hash: hashOf(facts.paragraphs),
    issued_by: actor.id,
  })
  const letter = await letterFacts(trx, id)
  if (letter.ambassadorId !== draft.ambassadorId) throw notFound('mission_letter.not_found')
  if (isNew) {
    const { programmeId, spaceId } = file.place
    await tellPerson(trx, file.memberId, 'letter', { programmeId, actorId: actor.id })
    const about = { programmeId, ambassadorId: draft.ambassadorId, letterId: id }
    await inform(trx, actor, letterIssued, spaceId, about)
  }
  return shownLetter(letter)
}

async function factsOf(trx: Trx, actor: Actor, memberId: string, draft: Draft): Promise<LetterFacts> {
  const row = await trx.row<
    Omit<LetterFacts, 'language' | 'network' | 'lead' | 'objectives' | 'startsOn' | 'endsOn' | 'paragraphs'>
  >(sql`
    select g.name as programme, g.mission, m.given_name || ' ' || m.family_name as person, m.job, m.site,
      (select ag.manager_name from manager_agreements ag where ag.ambassador_id = a.id order by ag.asked_at desc limit 1) as manager,
      coalesce(a.hours_per_month, g.hours_per_month) as "hoursPerMonth",
      coalesce(a.contributions_per_month, g.contributions_per_month) as "contributionsPerMonth", g.gatherings_per_year as "gatheringsPerYear"
    from ambassadors a join programmes g on g.id = a.programme_id join members m on m.id = a.member_id where a.id = ${draft.ambassadorId}`)
  if (!row) throw notFound('ambassador.not_found')
  const { name: network } = await findNetwork(trx)
  const facts = {
    ...row,
    language: (await languagesOf(trx, [memberId])).get(memberId) ?? 'fr',
    network,
    lead: await nameOf(trx, actor.id),
    objectives: draft.objectives.trim(),
    startsOn: draft.startsOn,
    endsOn: draft.endsOn,
  }
  return { ...facts, paragraphs: letterParagraphs(facts) }
}

/** Its person signs the text they read; a lead signs for the company. */
export async function signLetter(
  trx: Trx,
  actor: Actor,
  id: string,
  textHash: string,
): Promise<MissionLetter> {
  const { letter, file } = await findLetter(trx, actor, id)
  if (letter.textHash !== textHash) throw conflict('mission_letter.another_text')
  const about = {
    programmeId: file.place.programmeId,
    ambassadorId: letter.ambassadorId,
    actorId: actor.id,
    values: { name: letter.facts.person },
  }
  if (file.own) {
    const count = await trx.run(sql`
      update mission_letters set signed_by_ambassador_at = now() where id = ${id} and signed_by_ambassador_at is null`)
    if (count > 0) await tellKeepers(trx, 'letterSigned', about)
  } else {
    if (!canLead(file.place.seat)) throw forbidden('mission_letter.sign.forbidden')
    const count = await trx.run(sql`
      update mission_letters set signed_by_lead_at = now() where id = ${id} and signed_by_lead_at is null`)
    if (count > 0) await tellPerson(trx, file.memberId, 'letterSignedByLead', about)
  }
  return shownLetter(await letterFacts(trx, id))
}
