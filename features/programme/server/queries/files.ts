import type { Actor } from '#platform/server/actor.ts'
import { type Db, sql, type Sql } from '#platform/server/db.ts'
import { notFound } from '#platform/server/errors.ts'
import { pageOf, readCursor, writeCursor } from '#platform/server/page.ts'
import type { Agreement, AmbassadorFile, Leave, MissionLetter } from '../../contract.ts'
import { ambassadorFile, canKeep, keepingIn } from '../policy.ts'
import { circlesOf, leavesOf } from '../queries.ts'
import { keeperList, personJson, waitingRank } from './people.ts'

type FileRow = Omit<
  AmbassadorFile,
  'own' | 'steps' | 'leaves' | 'agreements' | 'letters' | 'keepers' | 'circle' | 'can'
> & { circleId: string | null }

/** Everything the programme holds about somebody, for them first. */
export async function fileOf(db: Db, actor: Actor, ambassadorId: string): Promise<AmbassadorFile> {
  const file = await ambassadorFile(db, actor, ambassadorId)
  const row = await db.row<FileRow>(sql`
    select a.id, a.programme_id as "programmeId", g.name as programme, ${personJson} as person, a.state, a.entered_by as "enteredBy",
      (select n.given_name || ' ' || n.family_name from members n where n.id = a.named_by) as "namedBy", a.words, a.likes,
      a.circle_id as "circleId", ${waitingRank} as waiting, a.paused_until as "pausedUntil", a.active_since as "activeSince",
      coalesce(a.contributions_per_month, g.contributions_per_month) as "contributionsPerMonth",
      coalesce(a.hours_per_month, g.hours_per_month) as "hoursPerMonth", g.gatherings_per_year as "gatheringsPerYear",
      (a.contributions_per_month is not null or a.hours_per_month is not null) as lighter,
      (select jsonb_build_object('ambassadorId', s.id, 'name', sm.given_name || ' ' || sm.family_name)
        from ambassadors s join members sm on sm.id = s.member_id where s.id = a.successor_id) as successor,
      a.wall, a.wall_words as "wallWords", g.manager_agreement as "managerAgreement"
    from ambassadors a join programmes g on g.id = a.programme_id join members m on m.id = a.member_id where a.id = ${ambassadorId}`)
  if (!row) throw notFound('ambassador.not_found')
  const { circleId, ...facts } = row
  const circle = circleId
    ? (await circlesOf(db, row.programmeId)).find((one) => one.id === circleId)
    : undefined
  return {
    ...facts,
    own: file.own,
    circle: circle ? { ...circle, programmeId: row.programmeId } : null,
    steps: await db.rows(sql`
      select st.from_state as "from", st.to_state as "to", st.at, by.given_name || ' ' || by.family_name as by, st.why
      from ambassador_steps st left join members by on by.id = st.by_id where st.ambassador_id = ${ambassadorId} order by st.id desc`),
    leaves: (await leavesOf(db, [ambassadorId])).map(({ id, startsOn, endsOn }): Leave => ({
      id,
      startsOn,
      endsOn,
    })),
    agreements: await agreementsOf(db, ambassadorId),
    letters: await db.rows<MissionLetter>(
      sql`select ${letterColumns} from mission_letters l where l.ambassador_id = ${ambassadorId} order by l.issued_at desc, l.id`,
    ),
    keepers: await keeperList(db, row.programmeId),
    can: { keep: canKeep(file.place) },
  }
}

const agreementColumns: Sql = sql`ag.id, ag.manager_name as "managerName", ag.manager_email is not null as "byMail", ag.asked_at as "askedAt",
  ag.expires_at as "expiresAt", (ag.answered_at is null and ag.expires_at <= now()) as expired, ag.answered_at as "answeredAt",
  ag.agreed, ag.words, ag.letter_id as "letterId"`

export const agreementsOf = (db: Db, ambassadorId: string): Promise<Agreement[]> =>
  db.rows<Agreement>(
    sql`select ${agreementColumns} from manager_agreements ag where ag.ambassador_id = ${ambassadorId} order by ag.asked_at desc, ag.id`,
  )

export async function findAgreement(db: Db, id: string): Promise<Agreement> {
  const row = await db.row<Agreement>(
    sql`select ${agreementColumns} from manager_agreements ag where ag.id = ${id}`,
  )
  if (!row) throw notFound('agreement.not_found')
  return row
}

const letterColumns: Sql = sql`l.id, l.facts, l.text_hash as "textHash", l.issued_at as "issuedAt",
  l.signed_by_ambassador_at as "signedByAmbassadorAt", l.signed_by_lead_at as "signedByLeadAt", l.signed_by_manager_at as "signedByManagerAt"`

export interface LetterRow extends MissionLetter {
  ambassadorId: string
}

/** A letter that its person and the keepers may read. */
export async function findLetter(db: Db, actor: Actor, id: string) {
  const letter = await letterFacts(db, id)
  const file = await ambassadorFile(db, actor, letter.ambassadorId).catch(() => {
    throw notFound('mission_letter.not_found')
  })
  return { letter, file }
}

export async function letterFacts(db: Db, id: string): Promise<LetterRow> {
  const letter = await db.row<LetterRow>(
    sql`select ${letterColumns}, l.ambassador_id as "ambassadorId" from mission_letters l where l.id = ${id}`,
  )
  if (!letter) throw notFound('mission_letter.not_found')
  return letter
}

export async function lettersPage(
  db: Db,
  actor: Actor,
  programmeId: string,
  query: { cursor?: string; limit?: number },
) {
  await keepingIn(db, actor, programmeId)
  const limit = query.limit ?? 50
  const after = readCursor(query.cursor, 2)
  const rows = await db.rows<LetterRow>(sql`
    select ${letterColumns}, l.ambassador_id as "ambassadorId" from mission_letters l join ambassadors a on a.id = l.ambassador_id
    where a.programme_id = ${programmeId} ${after ? sql`and (l.issued_at, l.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql``}
    order by l.issued_at desc, l.id desc limit ${limit + 1}`)
  return pageOf(rows, limit, (row) => writeCursor(row.issuedAt, row.id))
}
