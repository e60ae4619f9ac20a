import type { Database, Trx } from '#platform/server/db.ts'
import { sql } from '#platform/server/db.ts'
import type { Storage } from '#platform/server/storage.ts'
import { LOADING_LOCK } from '#features/administration/server/set-up.ts'
import type { DemoAccount } from '../contract.ts'
import { fullName } from '../rules/bodies.ts'
import { keepAccounts, openAccounts } from './accounts.ts'
import { insertAudiences, insertGroups } from './audiences.ts'
import { type Cast, castOf } from './cast.ts'
import { insertComments } from './comments.ts'
import { insertCommitments } from './commitments.ts'
import { insertContributions } from './contributions.ts'
import { insertCommunity } from './community.ts'
import { insertEditorial, linkEditorial } from './editorial.ts'
import { beginDrawing, insertFiles } from './files.ts'
import { insertGatherings } from './gatherings.ts'
import { insertIdeas } from './ideas.ts'
import { insertInvitations } from './invitations.ts'
import { insertJourneys } from './journeys.ts'
import { insertLibrary } from './library.ts'
import { insertMissions } from './missions.ts'
import { insertNotifications } from './notifications.ts'
import { insertOwnAccounts } from './own-accounts.ts'
import { insertObjectiveDays } from './objective-days.ts'
import { insertPeople, openTheNetwork } from './people.ts'
import { insertPractices } from './practices.ts'
import { insertPlans } from './plan.ts'
import { insertPosts } from './posts.ts'
import { insertProgramme } from './programme.ts'
import { insertReactions } from './reactions.ts'
import { insertReadMarks, insertSavedPosts } from './reading.ts'
import { insertReports } from './reports.ts'
import { insertSharing } from './sharing.ts'
import { insertSeats, insertSpaces } from './spaces.ts'
import { insertSeason } from './seasons.ts'
import { talkOf } from './talk.ts'
import { insertTurns } from './turns.ts'
import { insertVisits } from './visits.ts'
import { insertDrafts, insertRequests } from './wishes.ts'

export const SEED = 'aubrelle'

export interface LoadOptions {
  seed?: string
  now?: Date
  dataDir: string
  tailPosts?: number
  /** The share done, 0 to 1. */
  onProgress?: (share: number) => void
}

/** Fills an empty network in one transaction: a load that is cut leaves nothing, and may begin again. */
export async function loadDemonstration(
  database: Database,
  storage: Storage,
  { seed = SEED, now = new Date(), dataDir, tailPosts, onProgress = () => {} }: LoadOptions,
): Promise<DemoAccount[]> {
  const accounts = await database.transaction(async (trx) => {
    await trx.row(sql`select pg_advisory_xact_lock(${LOADING_LOCK})`)
    await openTheNetwork(trx)
    const cast = castOf({ seed, now, ...(tailPosts === undefined ? {} : { tailPosts }) })
    await fill(trx, storage, cast, onProgress)
    const opened = await openAccounts(trx, (slug) => {
      const person = cast.bySlug(slug)
      return {
        id: cast.memberId(person),
        name: fullName(person),
        identifier: person.email ?? person.staffNumber,
      }
    })
    // Before the commit: a network without the key to it would be of no use.
    await keepAccounts(dataDir, opened)
    return opened
  })
  await analyse(database)
  onProgress(1)
  return accounts
}

type Part = (trx: Trx) => Promise<void>

async function fill(
  trx: Trx,
  storage: Storage,
  cast: Cast,
  onProgress: (share: number) => void,
): Promise<void> {
  const drawing = beginDrawing(cast)
  // Awaited further on: a failure before that is not lost, nor does it end the process.
  drawing.catch(() => {})
  const talk = talkOf(cast)
  const parts: Part[] = [
    (own) => insertPeople(own, cast),
    (own) => insertSpaces(own, cast),
    (own) => insertAudiences(own, cast),
    (own) => insertCommunity(own, cast),
    (own) => insertGroups(own, cast),
    (own) => insertSeats(own, cast),
    (own) => insertInvitations(own, cast),
    (own) => insertPosts(own, cast, talk),
    (own) => insertComments(own, cast, talk),
    (own) => insertReactions(own, cast, talk),
    (own) => insertReadMarks(own, cast, talk),
    (own) => insertSavedPosts(own, cast, talk),
    (own) => insertNotifications(own, cast, talk),
    (own) => insertReports(own, cast, talk),
    (own) => insertRequests(own, cast),
    (own) => insertDrafts(own, cast),
    (own) => insertVisits(own, cast),
    (own) => insertSeason(own, cast),
    (own) => insertPlans(own, cast),
    (own) => insertProgramme(own, cast),
    (own) => insertGatherings(own, cast),
    (own) => insertJourneys(own, cast),
    (own) => insertCommitments(own, cast),
    (own) => insertContributions(own, cast),
    (own) => insertLibrary(own, cast),
    (own) => insertPractices(own, cast),
    (own) => insertEditorial(own, cast),
    async (own) => insertFiles(own, storage, cast, await drawing),
    (own) => insertSharing(own, cast),
    (own) => insertOwnAccounts(own, cast),
    (own) => insertMissions(own, cast),
    (own) => insertIdeas(own, cast),
    (own) => insertTurns(own, cast),
    (own) => linkEditorial(own, cast),
    // Last: it counts what all the others told.
    (own) => insertObjectiveDays(own, cast),
  ]
  for (const [index, part] of parts.entries()) {
    await part(trx)
    onProgress((index + 1) / (parts.length + 1))
  }
}

/** The planner looks at what is there now, rather than at the empty tables of a moment ago. */
async function analyse(database: Database): Promise<void> {
  await database.writePool.query('analyze')
}
