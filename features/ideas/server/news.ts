import type { Actor } from '#platform/server/actor.ts'
import { sql, type Trx } from '#platform/server/db.ts'
import { words } from '#platform/server/words.ts'
import { type News, notifyNews } from '#features/notifications/server/offers.ts'
import { servingIn } from '#features/programme/server/policy.ts'
import { readersAmong } from '#features/spaces/server/policy.ts'
import type { IdeaStatus } from '../rules/statuses.ts'
import type { IdeaFacts, RoundFacts } from './policy.ts'

type About = Pick<IdeaFacts, 'id' | 'programmeId' | 'title'> & {
  spaceId: string
  into?: Pick<IdeaFacts, 'id' | 'title'>
}

const pathOf = (programmeId: string, ideaId: string) => `/programmes/${programmeId}/idees/${ideaId}`

/** Those who had the idea, and may still read the backlog; `joined`: another idea came into theirs. */
export async function tellAuthors(
  trx: Trx,
  actor: Actor,
  { id, programmeId, title, spaceId, into }: About,
  authorIds: string[],
  { status, why }: { status: Exclude<IdeaStatus, 'new'> | 'joined'; why: string },
): Promise<void> {
  const readers = await readersAmong(trx, spaceId, authorIds)
  const news = readers.map((memberId): News => ({
    memberId,
    says: (language) => words(language)(`ideas.news.${status}`, { title, into: into?.title ?? '' }),
    path: pathOf(programmeId, into?.id ?? id),
    note: why,
  }))
  await notifyNews(trx, news, { spaceId, actorId: actor.id })
}

/** To each their own: only whoever had votes there learns that they came back, and how many. */
export async function tellGivenBack(
  trx: Trx,
  { programmeId, title, spaceId }: Omit<About, 'id'>,
  back: { memberId: string; votes: number }[],
): Promise<void> {
  const news = back.map(({ memberId, votes }): News => ({
    memberId,
    says: (language) => words(language)('ideas.news.given_back', { title, count: votes }),
    path: `/programmes/${programmeId}/idees`,
  }))
  // Whoever ended the idea may have voted for it: they are told all the same.
  await notifyNews(trx, news, { spaceId, actorId: null })
}

export async function tellRound(
  trx: Trx,
  actor: Actor | null,
  { id, programmeId, name, votesEach }: RoundFacts,
  spaceId: string,
  what: 'opened' | 'results',
): Promise<void> {
  const rows = await trx.rows<{ id: string }>(
    sql`select who.member_id as id from (${servingIn(programmeId)}) who`,
  )
  const path = what === 'opened' ? 'idees' : `idees/tours/${id}`
  const people = await readersAmong(
    trx,
    spaceId,
    rows.map((row) => row.id),
  )
  const news = people.map((memberId): News => ({
    memberId,
    says: (language) => words(language)(`ideas.news.${what}`, { name, count: votesEach }),
    path: `/programmes/${programmeId}/${path}`,
  }))
  await notifyNews(trx, news, { spaceId, actorId: actor?.id ?? null })
}

export const spaceOf = async (trx: Trx, programmeId: string): Promise<string> => {
  const row = await trx.row<{ spaceId: string }>(
    sql`select space_id as "spaceId" from programmes where id = ${programmeId}`,
  )
  if (!row) throw new Error('a round without a programme')
  return row.spaceId
}
