import type { Static } from '#platform/contract/schema.ts'
import type { Actor } from '#platform/server/actor.ts'
import { type Db, sql, type Sql } from '#platform/server/db.ts'
import { forbidden, notFound } from '#platform/server/errors.ts'
import { pageOf, readCursor, writeCursor } from '#platform/server/page.ts'
import type { Incident, IncidentLine } from '../../contract.ts'
import { readsIncidents, type RosterPlace, rosterPlace, serves } from '../policy.ts'

const incidentsWhere = (db: Db, where: Sql, limit: number) =>
  db.rows<Incident>(sql`
    select i.id, i.opened_at as "openedAt", i.closed_at as "closedAt",
      (select coalesce(jsonb_agg(jsonb_build_object('id', l.id, 'kind', l.kind, 'amount', l.amount, 'words', l.words,
        'by', coalesce(m.given_name || ' ' || m.family_name, ''), 'at', l.at) order by l.id), '[]')
        from turn_incident_lines l left join members m on m.id = l.by_id where l.incident_id = i.id) as lines
    from turn_incidents i left join turns t on t.id = i.turn_id where ${where} order by i.opened_at desc, i.id desc limit ${limit}`)

/** Those of the turns one held; the person on duty and the leads read them all. */
const concerning = (place: RosterPlace, actor: Actor): Sql => sql`
  i.programme_id = ${place.programmeId} and (${readsIncidents(place)} or t.member_id = ${actor.id} or i.opened_by = ${actor.id})`

export const openIncident = async (db: Db, place: RosterPlace, actor: Actor): Promise<Incident | null> =>
  asRead((await incidentsWhere(db, sql`i.closed_at is null and ${concerning(place, actor)}`, 1))[0]) ?? null

/** The rows of JSON say their time as PostgreSQL does. */
function asRead(incident: Incident | undefined): Incident | undefined {
  if (!incident) return undefined
  const lines: Static<typeof IncidentLine>[] = incident.lines.map((line) => ({
    ...line,
    at: new Date(line.at).toISOString(),
  }))
  return { ...incident, lines }
}

export async function findIncident(db: Db, place: RosterPlace, actor: Actor, id: string): Promise<Incident> {
  const [incident] = await incidentsWhere(db, sql`i.id = ${id} and ${concerning(place, actor)}`, 1)
  const read = asRead(incident)
  if (!read) throw notFound('incident.not_found')
  return read
}

export async function incidentsPage(
  db: Db,
  actor: Actor,
  programmeId: string,
  query: { cursor?: string | undefined; limit?: number | undefined },
) {
  const place = await rosterPlace(db, actor, programmeId)
  if (!readsIncidents(place) && !serves(place)) throw forbidden('incident.forbidden')
  const limit = query.limit ?? 20
  const from = readCursor(query.cursor, 2)
  const after = from ? sql`and (i.opened_at, i.id) < (${from[0]}::timestamptz, ${from[1]}::uuid)` : sql``
  const rows = await incidentsWhere(db, sql`${concerning(place, actor)} ${after}`, limit + 1)
  const page = pageOf(rows, limit, (row) => writeCursor(row.openedAt, row.id))
  return { ...page, items: page.items.flatMap((one) => asRead(one) ?? []) }
}
