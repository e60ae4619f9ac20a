import type { Trx } from '#platform/server/db.ts'
import { drafts, requests, type Request } from '../content/wishes.ts'
import { said } from '../rules/bodies.ts'
import { uuid7 } from '../rules/random.ts'
import type { Cast } from './cast.ts'
import { insertRows } from './rows.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

export const requestedAt = (cast: Cast, { daysAgo, by }: Request) =>
  new Date(cast.now.getTime() - daysAgo * DAY_MS - cast.draw(`request/${by}`).next() * 6 * HOUR_MS)

export async function insertRequests(trx: Trx, cast: Cast): Promise<void> {
  await insertRows(
    trx,
    'join_requests',
    requests.map((request) => {
      const at = requestedAt(cast, request)
      return {
        id: uuid7(`${cast.seed}/request/${request.by}`, at),
        space_id: cast.spaceId(request.space),
        member_id: cast.memberId(cast.bySlug(request.by)),
        note: request.note,
        state: 'asked',
        asked_at: at,
      }
    }),
  )
}

/** As the composer leaves them. */
export async function insertDrafts(trx: Trx, cast: Cast): Promise<void> {
  await insertRows(
    trx,
    'drafts',
    drafts.map(({ by, space, kind, title, text, hoursAgo }) => {
      const at = new Date(cast.now.getTime() - hoursAgo * HOUR_MS)
      const spaceId = cast.spaceId(space)
      return {
        id: uuid7(`${cast.seed}/draft/${by}`, at),
        member_id: cast.memberId(cast.bySlug(by)),
        space_id: spaceId,
        content: { spaceId, kind, title, body: said(text) },
        updated_at: at,
      }
    }),
  )
}
