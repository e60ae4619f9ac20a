import type { Database, Db, Trx } from '#platform/server/db.ts'
import { empty, sql } from '#platform/server/db.ts'
import type { Rule } from '#features/audiences/contract.ts'
import { matching } from '#features/audiences/server/policy.ts'
import { seat, unseat } from '#features/spaces/server/commands.ts'
import { hasPlace, heldPlaces } from './commands/places.ts'

interface Linked {
  spaceId: string
  parentId: string | null
  rule: Rule
}

/** Seats given or taken in one transaction: a rule about everybody does not hold the space for minutes. */
const BATCH = 100

/** Groups with an audience, and launched communities that seat theirs without asking. */
const linkedSpaces = (db: Db): Promise<Linked[]> =>
  db.rows<Linked>(sql`
    select s.id as "spaceId", s.parent_id as "parentId", a.rule
    from spaces s
    left join groups g on g.space_id = s.id
    left join communities c on c.space_id = s.id and c.audience_seats and c.stage in ('launched', 'sustained')
    join audiences a on a.id = coalesce(g.audience_id, c.audience_id)
    where s.archived_at is null
    -- Communities first: their groups take their people.
    order by s.parent_id nulls first, s.id`)

/** Those who match come in; those who came that way, hold no other role and match no more go out. Seats given by hand stay. */
export async function refreshAudienceSeats(database: Database): Promise<void> {
  for (const linked of await linkedSpaces(database.db)) {
    await inBatches(database, await leaving(database.db, linked), (trx, memberId) =>
      unseat(trx, null, linked.spaceId, memberId),
    )
    await inBatches(database, await arriving(database.db, linked), (trx, memberId) =>
      seatIfPlace(trx, linked.spaceId, memberId),
    )
  }
}

const ids = (rows: { id: string }[]) => rows.map((row) => row.id)

const arriving = async (db: Db, { spaceId, parentId, rule }: Linked) =>
  ids(
    await db.rows<{ id: string }>(sql`
      select m.id from members m where ${matching(rule)}
      and not exists (select 1 from seats own where own.space_id = ${spaceId} and own.member_id = m.id)
      ${parentId ? sql`and exists (select 1 from seats up where up.space_id = ${parentId} and up.member_id = m.id)` : empty}
      order by m.id`),
  )

const leaving = async (db: Db, { spaceId, rule }: Linked) =>
  ids(
    await db.rows<{ id: string }>(sql`
      select own.member_id as id from seats own where own.space_id = ${spaceId} and own.via = 'audience' and own.role = 'member'
      and not exists (select 1 from members m where m.id = own.member_id and ${matching(rule)})`),
  )

async function seatIfPlace(trx: Trx, spaceId: string, memberId: string): Promise<void> {
  if (hasPlace(await heldPlaces(trx, spaceId))) await seat(trx, null, spaceId, memberId, 'member', 'audience')
}

async function inBatches(
  database: Database,
  memberIds: string[],
  act: (trx: Trx, memberId: string) => Promise<void>,
): Promise<void> {
  for (let start = 0; start < memberIds.length; start += BATCH) {
    await database.transaction(async (trx) => {
      for (const memberId of memberIds.slice(start, start + BATCH)) await act(trx, memberId)
    })
  }
}
