import { type Db, sql } from '#platform/server/db.ts'
import { OPEN_STATUSES, WAITING_DAYS } from '../../rules/statuses.ts'

export interface IdeaSums {
  /** Not ended, and not put aside. */
  open: number
  /** Nobody answered them for more than thirty days. */
  waiting: number
  /** Told as shipped in the last ninety days. */
  shipped: number
  round: { id: string; programmeId: string; name: string; closesOn: string } | null
}

/** The backlogs of all programmes of a community, in figures: no name, no vote. */
export async function ideaFacts(db: Db, spaceId: string): Promise<IdeaSums> {
  const row = await db.row<Omit<IdeaSums, 'round'>>(sql`
    select (count(*) filter (where i.status = any(${[...OPEN_STATUSES]}::text[])))::int as open,
      (count(*) filter (where i.status = 'new' and i.status_at < now() - make_interval(days => ${WAITING_DAYS})))::int as waiting,
      (count(*) filter (where i.status = 'shipped' and i.status_at > now() - interval '90 days'))::int as shipped
    from ideas i join programmes g on g.id = i.programme_id where g.space_id = ${spaceId} and g.state <> 'draft'`)
  const round = await db.row<NonNullable<IdeaSums['round']>>(sql`
    select r.id, r.programme_id as "programmeId", r.name, r.closes_on as "closesOn"
    from idea_rounds r join programmes g on g.id = r.programme_id
    where g.space_id = ${spaceId} and g.state <> 'draft' and r.state = 'open' order by r.closes_on, r.id limit 1`)
  return { ...(row ?? { open: 0, waiting: 0, shipped: 0 }), round: round ?? null }
}
