import type { Actor } from '#platform/server/actor.ts'
import { type Db, sql } from '#platform/server/db.ts'
import { allow, notFound } from '#platform/server/errors.ts'
import { canShape, placeIn, type ProgrammePlace, serves } from '#features/programme/server/policy.ts'
import type { IdeaStatus } from '../rules/statuses.ts'

export interface IdeaFacts {
  id: string
  programmeId: string
  title: string
  status: IdeaStatus
  authorId: string | null
  postId: string | null
}

export interface IdeaPlace {
  facts: IdeaFacts
  place: ProgrammePlace
}

export interface RoundFacts {
  id: string
  programmeId: string
  name: string
  state: 'draft' | 'open' | 'closed'
  closesOn: string
  votesEach: number
  mostOnOne: number
  showsTotals: boolean
}

/** Writes: those who serve, and those who shape what they heard elsewhere. */
export const canWrite = (place: ProgrammePlace) =>
  place.state !== 'closed' && (serves(place) || canShape(place))
/** Votes: those who serve, and nobody in their place. */
export const canVote = (place: ProgrammePlace) => place.state !== 'closed' && serves(place)
/** Its author rewords it until it is answered; those who shape, always. */
export const canRevise = ({ facts, place }: IdeaPlace, actor: Actor) =>
  facts.status !== 'merged' && (canShape(place) || (facts.authorId === actor.id && facts.status === 'new'))

export async function onTeam(db: Db, programmeId: string, memberId: string): Promise<boolean> {
  const row = await db.row(
    sql`select 1 from idea_team where programme_id = ${programmeId} and member_id = ${memberId}`,
  )
  return row !== undefined
}

/** An idea for whoever may know of its programme; for others it does not exist. */
export async function ideaFor(db: Db, actor: Actor, ideaId: string): Promise<IdeaPlace> {
  const facts = await db.row<IdeaFacts>(sql`
    select id, programme_id as "programmeId", title, status, author_id as "authorId", post_id as "postId"
    from ideas where id = ${ideaId}`)
  const place = facts && (await placeIn(db, actor, facts.programmeId).catch(absent))
  if (!facts || !place) throw notFound('idea.not_found')
  return { facts, place }
}

/** A round for those who read the backlog; one that is prepared, for those who shape. */
export async function roundFor(
  db: Db,
  actor: Actor,
  roundId: string,
): Promise<{ facts: RoundFacts; place: ProgrammePlace }> {
  const facts = await db.row<RoundFacts>(sql`
    select id, programme_id as "programmeId", name, state, closes_on as "closesOn", votes_each as "votesEach",
      most_on_one as "mostOnOne", shows_totals as "showsTotals"
    from idea_rounds where id = ${roundId}`)
  const place = facts && (await placeIn(db, actor, facts.programmeId).catch(absent))
  if (!facts || !place || (facts.state === 'draft' && !canShape(place)))
    throw notFound('idea_round.not_found')
  return { facts, place }
}

export async function shapingIn(db: Db, actor: Actor, programmeId: string): Promise<ProgrammePlace> {
  const place = await placeIn(db, actor, programmeId)
  allow(canShape(place), 'idea.shape')
  return place
}

/** A programme that one may not know of is the same as none; anything else goes on failing. */
function absent(error: Error & { status?: number }): null {
  if (error.status === 404) return null
  throw error
}
