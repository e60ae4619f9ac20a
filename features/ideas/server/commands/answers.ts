import type { Actor } from '#platform/server/actor.ts'
import { sql, type Trx } from '#platform/server/db.ts'
import { emit } from '#platform/server/emit.ts'
import { allow, conflict, invalid, notFound } from '#platform/server/errors.ts'
import { canShape } from '#features/programme/server/policy.ts'
import { type Idea, ideaChanged, ideaShipped } from '../../contract.ts'
import { hasEnded, type IdeaAnswer, type IdeaStatus, mayBecome } from '../../rules/statuses.ts'
import { type IdeaFacts, ideaFor } from '../policy.ts'
import { authorsOf, findIdea } from '../queries/one.ts'
import { tellAuthors } from '../news.ts'
import { lockBacklog, lockIdea } from './ideas.ts'
import { comeBack, followInto, giveBack } from './votes.ts'

function readWhy(given: string): string {
  const why = given.trim()
  if (!why) throw invalid('idea.why', { field: 'why' })
  return why
}

/** What becomes of it is told with its why, to all who read the backlog and first to its authors. */
export async function answerIdea(
  trx: Trx,
  actor: Actor,
  id: string,
  { status, why: given }: { status: IdeaAnswer; why: string },
): Promise<Idea> {
  const first = await ideaFor(trx, actor, id)
  allow(canShape(first.place), 'idea.shape')
  const why = readWhy(given)
  await lockBacklog(trx, first.facts.programmeId)
  await lockIdea(trx, id)
  const { facts, place } = await ideaFor(trx, actor, id)
  if (facts.status === status) return findIdea(trx, actor, id)
  if (!mayBecome(facts.status, status)) throw conflict('idea.merged')
  await noteStep(trx, actor, facts, status, why)
  if (hasEnded(status)) await giveBack(trx, facts, place.spaceId)
  else if (hasEnded(facts.status)) await comeBack(trx, id)
  const authors = await authorsOf(trx, id)
  await tellAuthors(
    trx,
    actor,
    { ...facts, spaceId: place.spaceId },
    authors.map((one) => one.id),
    { status, why },
  )
  const said = { programmeId: facts.programmeId, ideaId: id }
  await emit(trx, actor, ideaChanged, place.spaceId, said)
  if (status === 'shipped') await emit(trx, actor, ideaShipped, place.spaceId, said)
  return findIdea(trx, actor, id)
}

async function noteStep(
  trx: Trx,
  actor: Actor,
  { id, status: from }: IdeaFacts,
  to: IdeaStatus,
  why: string,
): Promise<void> {
  await trx.run(sql`update ideas set status = ${to}, status_at = now() where id = ${id}`)
  await trx.run(sql`
    insert into idea_steps (idea_id, from_status, to_status, by_id, why) values (${id}, ${from}, ${to}, ${actor.id}, ${why})`)
}

/** Votes and authors follow, and so do the ideas that had been merged into this one. */
export async function mergeIdea(
  trx: Trx,
  actor: Actor,
  id: string,
  { intoId, why: given }: { intoId: string; why: string },
): Promise<Idea> {
  const first = await ideaFor(trx, actor, id)
  allow(canShape(first.place), 'idea.shape')
  const why = readWhy(given)
  await lockBacklog(trx, first.facts.programmeId)
  for (const one of [id, intoId].sort()) await lockIdea(trx, one)
  const { facts, place } = await ideaFor(trx, actor, id)
  const into = await ideaFor(trx, actor, intoId)
  if (into.facts.programmeId !== facts.programmeId) throw notFound('idea.not_found', { field: 'intoId' })
  if (id === intoId) throw invalid('idea.into_itself', { field: 'intoId' })
  if (facts.status === 'merged') return repeated(trx, actor, id, intoId)
  if (into.facts.status === 'merged') throw conflict('idea.merged', { field: 'intoId' })
  const [theirs, others] = [await authorsOf(trx, id), await authorsOf(trx, intoId)]
  await noteStep(trx, actor, facts, 'merged', why)
  await trx.run(sql`update ideas set merged_into = ${intoId} where id = ${id} or merged_into = ${id}`)
  await followInto(trx, facts, into.facts, place.spaceId)
  const here = { spaceId: place.spaceId, into: into.facts }
  const ids = (people: { id: string }[]) => people.map((one) => one.id)
  await tellAuthors(trx, actor, { ...facts, ...here }, ids(theirs), { status: 'merged', why })
  await tellAuthors(trx, actor, { ...facts, ...here }, ids(others), { status: 'joined', why })
  for (const ideaId of [id, intoId])
    await emit(trx, actor, ideaChanged, place.spaceId, { programmeId: facts.programmeId, ideaId })
  return findIdea(trx, actor, id)
}

async function repeated(trx: Trx, actor: Actor, id: string, intoId: string): Promise<Idea> {
  const idea = await findIdea(trx, actor, id)
  if (idea.mergedInto?.id !== intoId) throw conflict('idea.merged')
  return idea
}
