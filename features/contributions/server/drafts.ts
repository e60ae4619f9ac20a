import type { Language } from '#platform/contract/schema.ts'
import type { Actor } from '#platform/server/actor.ts'
import { type Db, sql } from '#platform/server/db.ts'
import { allow } from '#platform/server/errors.ts'
import { words } from '#platform/server/words.ts'
import { findNetwork } from '#features/network/server/queries.ts'
import { languagesOf } from '#features/notifications/server/offers.ts'
import { ambassadorFile } from '#features/programme/server/policy.ts'
import type { ProposalDrafts, Standing } from '../contract.ts'
import { addDays } from '../rules/days.ts'
import {
  DRAFTS,
  easyThings,
  firstProposal,
  MOST_SLOTS,
  type ProposalKind,
  PROPOSALS,
  saysFact,
} from '../rules/proposals.ts'
import { clockOf, instantOf, leavingAt } from '../rules/quiet.ts'
import { canPropose } from './policy.ts'
import { byName, faceJson } from './queries/people.ts'
import { standingOfOne } from './queries/standings.ts'
import { reasonText } from './reason-text.ts'
import { seasonOf } from './season.ts'

interface Facts {
  name: string
  by: string
  programme: string
  likes: string[]
  before: ProposalKind[]
  months: number
  done: number
}

/** What a keeper may start from. Worked out when asked for; nothing is kept, nothing is sent. */
export async function draftsFor(
  db: Db,
  actor: Actor,
  ambassadorId: string,
  now = new Date(),
): Promise<ProposalDrafts> {
  const file = await ambassadorFile(db, actor, ambassadorId)
  allow(canPropose(file), 'proposal.make')
  const { timeZone } = await findNetwork(db)
  const language = (await languagesOf(db, [file.memberId])).get(file.memberId) ?? 'fr'
  const facts = await factsOf(db, actor, ambassadorId)
  const standing = await standingOfOne(db, ambassadorId, now)
  const { nextWorkingDay } = await seasonOf(db, clockOf(now, timeZone).day)
  const leaving = leavingAt(now, timeZone, nextWorkingDay)
  return {
    first: firstProposal(standing.state ?? 'fading', facts.before),
    drafts: PROPOSALS.map((kind) => ({ kind, variants: variantsOf(kind, language, facts, standing) })),
    ideas: easyThings(facts.likes).map((key) => words(language)(`contributions.ideas.${key}`)),
    slots: slotsAfter(clockOf(leaving.at, timeZone).day, timeZone, nextWorkingDay),
    successors: await successorsOf(db, file.place.programmeId, ambassadorId),
    leavesAt: leaving.now ? null : leaving.at.toISOString(),
  }
}

async function factsOf(db: Db, actor: Actor, ambassadorId: string): Promise<Facts> {
  const row = await db.row<Facts>(sql`
    select m.given_name as name, (select given_name from members where id = ${actor.id}) as by, g.name as programme, a.likes,
      coalesce((select array_agg(o.kind order by o.made_at) from proposals o where o.ambassador_id = a.id
        and o.stage in ('sent', 'answered', 'settled') and o.made_at > now() - interval '6 months'), '{}') as before,
      greatest(1, extract(year from age(now(), coalesce(a.active_since, now()))) * 12 + extract(month from age(now(), coalesce(a.active_since, now()))))::int as months,
      (select count(*)::int from contributions c where c.ambassador_id = a.id and c.state = 'counted') as done
    from ambassadors a join programmes g on g.id = a.programme_id join members m on m.id = a.member_id where a.id = ${ambassadorId}`)
  if (!row) throw new Error(`no ambassador ${ambassadorId}`)
  return row
}

/** Several, since no two people are written to alike; each with the first name and what is true of this person. */
function variantsOf(kind: ProposalKind, language: Language, facts: Facts, standing: Standing): string[] {
  const text = words(language)
  const { name, by, programme } = facts
  const values = {
    name,
    by,
    programme,
    fact: saysFact(standing.code) ? reasonText(language, standing) : text('contributions.draft.no_fact'),
    served: text('contributions.draft.served', { count: facts.months }),
    done: text('contributions.draft.done', { count: facts.done }),
  }
  return Array.from({ length: DRAFTS }, (_, index) =>
    text(`contributions.draft.${kind}.${index + 1}`, values),
  )
}

const HOURS = [10, 14, 11, 15, 10]

/** Half an hour of the next working days, mornings and afternoons in turn. */
function slotsAfter(day: string, timeZone: string, nextWorkingDay: (day: string) => string): string[] {
  const slots: string[] = []
  let next = day
  for (const hour of HOURS.slice(0, MOST_SLOTS)) {
    next = nextWorkingDay(addDays(next, 1))
    slots.push(instantOf(next, hour, timeZone).toISOString())
  }
  return slots
}

/** Those who could take over: people who are taking up the role, and those of the same circle; by name. */
async function successorsOf(db: Db, programmeId: string, ambassadorId: string) {
  return db.rows<ProposalDrafts['successors'][number]>(sql`
    select a.id as "ambassadorId", ${faceJson} as person from ambassadors a join members m on m.id = a.member_id and m.status = 'active'
    where a.programme_id = ${programmeId} and a.id <> ${ambassadorId} and (a.state = 'onboarding'
      or (a.state = 'active' and a.circle_id = (select own.circle_id from ambassadors own where own.id = ${ambassadorId})))
    order by ${byName} limit 40`)
}
