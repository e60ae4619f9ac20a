import type { Actor } from '#platform/server/actor.ts'
import { type Db, sql } from '#platform/server/db.ts'
import { allow, notFound } from '#platform/server/errors.ts'
import { ambassadorFile, keepersOf } from '#features/programme/server/policy.ts'
import type { FollowUp, LedgerLine } from '../../contract.ts'
import { canPropose } from '../policy.ts'
import { wholeLedger } from './ledger.ts'
import { byName, faceJson } from './people.ts'
import { proposalsOf } from './proposals.ts'
import { keptColumns, weightsIn } from './settings.ts'
import { standingOfOne } from './standings.ts'

type Row = Omit<FollowUp, 'own' | 'standing' | 'proposals' | 'seenBy' | 'can' | 'choices'> & {
  countSharing: boolean
  objectedAt: string | null
  objection: string
}

/** The same for its person and for the keepers: nothing is held that one of them would not see. */
export async function followUpOf(db: Db, actor: Actor, ambassadorId: string): Promise<FollowUp> {
  const file = await ambassadorFile(db, actor, ambassadorId)
  const row = await db.row<Row>(sql`
    select a.id as "ambassadorId", a.programme_id as "programmeId", g.name as "programmeName", ${faceJson} as person, a.state as "lifeState",
      a.active_since as "activeSince", a.likes,
      jsonb_build_object('contributionsPerMonth', coalesce(a.contributions_per_month, g.contributions_per_month),
        'hoursPerMonth', coalesce(a.hours_per_month, g.hours_per_month),
        'lighter', a.contributions_per_month is not null or a.hours_per_month is not null) as agreed,
      coalesce((select jsonb_agg(jsonb_build_object('from', l.starts_on, 'to', l.ends_on) order by l.starts_on desc) from ambassador_leaves l
        where l.ambassador_id = a.id), '[]') as leaves,
      coalesce(own.count_sharing, false) as "countSharing", own.objected_at as "objectedAt", coalesce(own.objection, '') as objection,
      ${keptColumns}
    from ambassadors a join programmes g on g.id = a.programme_id join members m on m.id = a.member_id
    left join follow_up_settings f on f.programme_id = g.id left join follow_up_choices own on own.ambassador_id = a.id
    where a.id = ${ambassadorId}`)
  if (!row) throw notFound('ambassador.not_found')
  const { countSharing, objectedAt, objection, ...rest } = row
  return {
    ...rest,
    own: file.own,
    standing: await standingOfOne(db, ambassadorId),
    proposals: await proposalsOf(db, ambassadorId, !file.own),
    choices: { countSharing, objectedAt, objection },
    seenBy: await seenBy(db, row.programmeId),
    can: { propose: canPropose(file) },
  }
}

async function seenBy(db: Db, programmeId: string): Promise<FollowUp['seenBy']> {
  const ids = await keepersOf(db, programmeId)
  const rows = await db.rows<{ face: FollowUp['seenBy'][number]; role: 'lead' | 'keeper' }>(sql`
    select ${faceJson} as face, case when n.role = 'lead' then 'lead' else 'keeper' end as role
    from members m join programmes g on g.id = ${programmeId} left join seats n on n.space_id = g.space_id and n.member_id = m.id
    where m.id = any(${ids}::uuid[]) order by ${byName}`)
  return rows.map(({ face, role }) => ({ ...face, role }))
}

/** Everything, in one file, for its own person alone: keepers read, they take nothing away. */
export async function exportOf(db: Db, actor: Actor, ambassadorId: string) {
  const file = await ambassadorFile(db, actor, ambassadorId)
  allow(file.own, 'follow_up.export')
  const followUp = await followUpOf(db, actor, ambassadorId)
  const ledger: LedgerLine[] = await wholeLedger(db, actor, ambassadorId)
  const steps = await db.rows(sql`
    select from_state as "from", to_state as "to", at, why from ambassador_steps where ambassador_id = ${ambassadorId} order by id`)
  const confirmed = await db.rows(sql`
    select d.answered_at as at, c.state from declarations d join contributions c on c.id = d.contribution_id
    join ambassadors a on a.id = c.ambassador_id and a.programme_id = ${followUp.programmeId}
    where d.peer_id = ${actor.id} and d.answered_at is not null order by d.answered_at`)
  return {
    exportedAt: new Date().toISOString(),
    followUp,
    ledger,
    lifeLine: steps,
    confirmedForOthers: confirmed,
    whatCounts: await weightsIn(db, followUp.programmeId),
  }
}
