import type { Actor } from '#platform/server/actor.ts'
import { audit } from '#platform/server/audit.ts'
import { sql, type Trx } from '#platform/server/db.ts'
import { allow, conflict, forbidden, notFound } from '#platform/server/errors.ts'
import { words } from '#platform/server/words.ts'
import { keepersOf } from '#features/programme/server/policy.ts'
import { stopPublications, takeDown } from '#features/publishing/server/commands/publications.ts'
import type { Body } from '#platform/contract/endpoint.ts'
import type { raiseIncident as raiseEndpoint } from '../../contract.ts'
import { mayRaise, readsIncidents, type RosterPlace, rosterPlace } from '../policy.ts'
import { findIncident } from '../queries/incidents.ts'
import { isSent, isUnsent } from '../queries/posts.ts'
import { tell } from './holding.ts'
import { stir } from './roster.ts'

interface Line {
  kind: 'opened' | 'stopped' | 'hidden' | 'by_hand' | 'told' | 'word' | 'closed'
  amount?: number | undefined
  words?: string | undefined
}

const note = (trx: Trx, incidentId: string, actor: Actor | null, line: Line) =>
  trx.run(sql`insert into turn_incident_lines (incident_id, kind, amount, words, by_id)
    values (${incidentId}, ${line.kind}, ${line.amount ?? null}, ${line.words?.trim() ?? ''}, ${actor?.id ?? null})`)

/**
 * Stops everything that is scheduled, takes down what the networks let us take down, and tells the person on duty and
 * the leads. The ambassador has done right to press: the company carries the rest.
 */
export async function raiseIncident(trx: Trx, actor: Actor, id: string, body: Body<typeof raiseEndpoint>) {
  const place = await rosterPlace(trx, actor, body.programmeId)
  allow(mayRaise(place), 'incident.raise')
  if (!place.made) throw notFound('incident.not_found')
  const turn = await trx.row<{ id: string }>(sql`
    select id from turns where programme_id = ${place.programmeId} and ${place.today} between starts_on and ends_on limit 1`)
  // Pressed twice, by one or by two people at once: it is the same incident.
  const isNew = await trx.run(sql`
    insert into turn_incidents (id, programme_id, turn_id, opened_by) values (${id}, ${place.programmeId}, ${turn?.id ?? null}, ${actor.id})
    on conflict do nothing`)
  if (isNew === 0) return join(trx, actor, place, id, body.words)
  await note(trx, id, actor, { kind: 'opened', words: body.words })
  await note(trx, id, actor, { kind: 'stopped', amount: await stopAll(trx, place) })
  if (body.hide && turn) await hideAll(trx, actor, id, turn.id)
  await tellOnDuty(trx, actor, place, id)
  await audit(trx, actor, 'incident.raised', { kind: 'programme', id: place.programmeId })
  await stir(trx, actor, place)
  return findIncident(trx, place, actor, id)
}

async function join(trx: Trx, actor: Actor, place: RosterPlace, id: string, said: string) {
  const open = await trx.row<{ id: string }>(sql`
    select id from turn_incidents where programme_id = ${place.programmeId} and closed_at is null`)
  if (open && open.id !== id && said.trim()) await note(trx, open.id, actor, { kind: 'word', words: said })
  return findIncident(trx, place, actor, open?.id ?? id)
}

async function stopAll(trx: Trx, place: RosterPlace): Promise<number> {
  const rows = await trx.rows<{ id: string; mode: string }>(sql`
    select x.id, x.mode from turn_posts x join turns t on t.id = x.turn_id left join publications p on p.id = x.id
    where t.programme_id = ${place.programmeId} and ${isUnsent}`)
  await stopPublications(
    trx,
    rows.map((row) => row.id),
    'held',
  )
  return trx.run(sql`
    update turn_posts set stopped = 'incident' where id = any(${rows.map((row) => row.id)}::uuid[])`)
}

async function hideAll(trx: Trx, actor: Actor, incidentId: string, turnId: string): Promise<void> {
  const sent = await trx.rows<{ id: string; mode: string }>(sql`
    select x.id, x.mode from turn_posts x left join publications p on p.id = x.id where x.turn_id = ${turnId} and ${isSent}`)
  const hidden = await takeDown(
    trx,
    sent.filter((one) => one.mode === 'api').map((one) => one.id),
  )
  const byHand = sent.filter((one) => one.mode === 'assisted').length
  if (hidden.length > 0) await note(trx, incidentId, actor, { kind: 'hidden', amount: hidden.length })
  // No API, no taking down: somebody has to do it at the network.
  if (byHand > 0) await note(trx, incidentId, actor, { kind: 'by_hand', amount: byHand })
}

/** It was leaving as everything was stopped: the network has it, and is asked to take it down. */
export async function takeDownLate(trx: Trx, postId: string): Promise<void> {
  const post = await trx.row<{ programmeId: string }>(sql`
    select t.programme_id as "programmeId" from turn_posts x join turns t on t.id = x.turn_id
    where x.id = ${postId} and x.stopped = 'incident'`)
  if (!post || (await takeDown(trx, [postId])).length === 0) return
  const incident = await trx.row<{ id: string }>(sql`
    select id from turn_incidents where programme_id = ${post.programmeId} and closed_at is null`)
  if (incident) await note(trx, incident.id, null, { kind: 'hidden', amount: 1 })
}

async function tellOnDuty(trx: Trx, actor: Actor, place: RosterPlace, incidentId: string): Promise<void> {
  const roster = await trx.row<{ id: string | null; name: string }>(sql`
    select on_duty_id as id, on_duty_name as name from rosters where programme_id = ${place.programmeId}`)
  const told = [
    ...new Set([...(roster?.id ? [roster.id] : []), ...(await keepersOf(trx, place.programmeId))]),
  ]
  await tell(trx, actor, place, told, (language) => words(language)('turns.news.incident'))
  await note(trx, incidentId, actor, { kind: 'told', words: roster?.name, amount: told.length })
}

async function incidentPlace(trx: Trx, actor: Actor, id: string) {
  const row = await trx.row<{
    programmeId: string
    open: boolean
    by: string | null
    holder: string | null
  }>(sql`
    select i.programme_id as "programmeId", i.closed_at is null as open, i.opened_by as by, t.member_id as holder
    from turn_incidents i left join turns t on t.id = i.turn_id where i.id = ${id} for update of i`)
  const place = row && (await rosterPlace(trx, actor, row.programmeId).catch(() => null))
  if (!row || !place) throw notFound('incident.not_found')
  const concerned = row.by === actor.id || row.holder === actor.id
  if (!concerned && !readsIncidents(place)) throw forbidden('incident.forbidden')
  return { ...row, place }
}

export async function addToIncident(trx: Trx, actor: Actor, id: string, said: string) {
  const { place, open } = await incidentPlace(trx, actor, id)
  if (!open) throw conflict('incident.closed')
  await note(trx, id, actor, { kind: 'word', words: said })
  return findIncident(trx, place, actor, id)
}

export async function closeIncident(trx: Trx, actor: Actor, id: string, said: string) {
  const { place, open, holder } = await incidentPlace(trx, actor, id)
  if (!open) return findIncident(trx, place, actor, id)
  await trx.run(sql`update turn_incidents set closed_at = now(), closed_by = ${actor.id} where id = ${id}`)
  await note(trx, id, actor, { kind: 'closed', words: said })
  if (holder)
    await tell(trx, actor, place, [holder], (language) => words(language)('turns.news.incident_over'))
  await audit(trx, actor, 'incident.closed', { kind: 'programme', id: place.programmeId })
  await stir(trx, actor, place)
  return findIncident(trx, place, actor, id)
}
