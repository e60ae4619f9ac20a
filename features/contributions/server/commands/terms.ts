import { sql, type Trx } from '#platform/server/db.ts'
import { invalid } from '#platform/server/errors.ts'
import { type AmbassadorFile, servingIn } from '#features/programme/server/policy.ts'
import type { Terms } from '../../contract.ts'
import { addDays } from '../../rules/days.ts'
import type { ProposalKind } from '../../rules/proposals.ts'

const MOST_PAUSE_DAYS = 366

/** What its kind proposes, and nothing else. */
export async function checkedTerms(
  trx: Trx,
  file: AmbassadorFile,
  kind: ProposalKind,
  terms: Terms,
  today: string,
): Promise<Terms> {
  if (kind === 'nudge') return nudge(terms)
  if (kind === 'talk') return talk(terms)
  if (kind === 'pause') return pause(terms, today)
  if (kind === 'lighter') return lighter(trx, file, terms)
  if (kind === 'hand_over') return handOver(trx, file, terms)
  return {}
}

function nudge({ ideas = [] }: Terms): Terms {
  const given = ideas.map((idea) => idea.trim()).filter(Boolean)
  if (given.length === 0) throw invalid('proposal.ideas', { field: 'terms' })
  return { ideas: given }
}

function talk({ slots = [] }: Terms): Terms {
  const ahead = [...new Set(slots)].filter((slot) => Date.parse(slot) > Date.now()).sort()
  if (ahead.length === 0) throw invalid('proposal.slots', { field: 'terms' })
  return { slots: ahead }
}

function pause({ until }: Terms, today: string): Terms {
  if (!until || until <= today || until > addDays(today, MOST_PAUSE_DAYS))
    throw invalid('proposal.until', { field: 'terms' })
  return { until }
}

async function lighter(
  trx: Trx,
  file: AmbassadorFile,
  { contributionsPerMonth, hoursPerMonth }: Terms,
): Promise<Terms> {
  const row = await trx.row<{ agreed: number }>(sql`
    select coalesce(a.contributions_per_month, g.contributions_per_month) as agreed
    from ambassadors a join programmes g on g.id = a.programme_id where a.id = ${file.ambassadorId}`)
  const agreed = row?.agreed ?? 0
  if (
    contributionsPerMonth === undefined ||
    contributionsPerMonth === null ||
    contributionsPerMonth >= agreed
  )
    throw invalid('proposal.lighter', { field: 'terms', values: { agreed } })
  return { contributionsPerMonth, hoursPerMonth: hoursPerMonth ?? null }
}

async function handOver(trx: Trx, file: AmbassadorFile, { successorId }: Terms): Promise<Terms> {
  if (!successorId) return { successorId: null }
  const { programmeId } = file.place
  const successor = await trx.row(sql`
    select 1 from ambassadors a where a.id = ${successorId} and a.programme_id = ${programmeId} and a.id <> ${file.ambassadorId}
      and a.member_id in (${servingIn(programmeId)})`)
  if (!successor) throw invalid('proposal.successor', { field: 'terms' })
  return { successorId }
}
