import type { Actor } from '#platform/server/actor.ts'
import { sql, type Trx } from '#platform/server/db.ts'
import { conflict } from '#platform/server/errors.ts'
import { words } from '#platform/server/words.ts'
import { done, type Language } from '#platform/contract/schema.ts'
import { findNetwork } from '#features/network/server/queries.ts'
import { notifyNews } from '#features/notifications/server/offers.ts'
import { isServing } from '#features/programme/rules/lifecycle.ts'
import type { AmbassadorState } from '#features/programme/contract.ts'
import { moveAmbassador } from '#features/programme/server/commands/life-line.ts'
import { keepersOf } from '#features/programme/server/policy.ts'
import type { MyJourney } from '../../contract.ts'
import { declaredByOneself } from '../../rules/steps.ts'
import { ownWay, servingAs, stepIn } from '../policy.ts'
import { myJourney } from '../queries/my-journey.ts'
import { isComplete, wayOf } from '../queries/steps.ts'

/** One change at a time on one person's way. */
export async function lockWay(trx: Trx, ambassadorId: string): Promise<void> {
  await trx.run(
    sql`insert into journey_courses (ambassador_id) values (${ambassadorId}) on conflict do nothing`,
  )
  await trx.row(sql`select 1 from journey_courses where ambassador_id = ${ambassadorId} for update`)
}

const noteDone = (trx: Trx, ambassadorId: string, stepIds: string[]) =>
  trx.run(sql`
    insert into journey_progress (ambassador_id, step_id, done_at)
    select ${ambassadorId}, id, now() from unnest(${stepIds}::uuid[]) id order by id
    on conflict (ambassador_id, step_id) do update set done_at = excluded.done_at where journey_progress.done_at is null`)

interface Walker {
  ambassadorId: string
  state: AmbassadorState
  memberId: string
  programmeId: string
  spaceId: string
  programme: string
  name: string
  completedAt: string | null
}

const walkerOf = (trx: Trx, ambassadorId: string) =>
  trx.row<Walker>(sql`
    select a.id as "ambassadorId", a.state, a.member_id as "memberId", a.programme_id as "programmeId", g.space_id as "spaceId",
      g.name as programme, m.given_name || ' ' || m.family_name as name, c.completed_at as "completedAt"
    from ambassadors a join programmes g on g.id = a.programme_id join members m on m.id = a.member_id
    join journey_courses c on c.ambassador_id = a.id where a.id = ${ambassadorId}`)

/** Writes down what the data says is done; once every compulsory step is, the person takes up their role. */
export async function settle(trx: Trx, by: Actor | null, ambassadorId: string): Promise<void> {
  await lockWay(trx, ambassadorId)
  const person = await walkerOf(trx, ambassadorId)
  if (!person || !isServing(person.state)) return
  const steps = await wayOf(trx, ambassadorId)
  const seen = steps.filter((step) => step.seen && step.doneAt === null)
  if (seen.length > 0)
    await noteDone(
      trx,
      ambassadorId,
      seen.map((step) => step.id),
    )
  const now = steps.map((step) => ({ ...step, doneAt: step.doneAt ?? (step.seen ? 'now' : null) }))
  if (person.completedAt !== null || !isComplete(now)) return
  await trx.run(sql`update journey_courses set completed_at = now() where ambassador_id = ${ambassadorId}`)
  // On a pause the role waits: it is taken up at the return.
  if (person.state === 'onboarding') await takeUp(trx, by, person)
}

/** Back from a pause: whoever finished their journey meanwhile takes up the role now. */
export async function resume(trx: Trx, by: Actor | null, ambassadorId: string): Promise<void> {
  const person = await walkerOf(trx, ambassadorId)
  if (person?.state === 'onboarding' && person.completedAt !== null) await takeUp(trx, by, person)
}

async function takeUp(
  trx: Trx,
  by: Actor | null,
  { ambassadorId, programmeId, programme, name, memberId, spaceId }: Walker,
): Promise<void> {
  const { language } = await findNetwork(trx)
  await moveAmbassador(trx, by, ambassadorId, 'active', words(language)('journeys.whyActive'))
  const keepers = await keepersOf(trx, programmeId)
  await notifyNews(
    trx,
    [
      {
        memberId,
        says: (language) => words(language)('journeys.news.complete', { programme }),
        path: `/programmes/${programmeId}/parcours`,
      },
      ...keepers
        .filter((id) => id !== memberId)
        .map((id) => ({
          memberId: id,
          says: (language: Language) => words(language)('journeys.news.completeOf', { programme, name }),
          path: `/programmes/${programmeId}/ambassadeurs/${ambassadorId}`,
        })),
    ],
    { spaceId, actorId: null },
  )
}

/** The ways of a member that lead through a space or the community above it. */
export async function settleMember(
  trx: Trx,
  by: Actor | null,
  memberId: string,
  spaceId: string,
): Promise<void> {
  const rows = await trx.rows<{ id: string }>(sql`
    select a.id from ambassadors a join programmes g on g.id = a.programme_id
    join spaces s on s.id = ${spaceId} and g.space_id in (s.id, s.parent_id)
    where a.member_id = ${memberId} and a.state in ('onboarding', 'active', 'paused', 'handing_over')
      and exists (select 1 from journeys j where j.programme_id = a.programme_id)
      and not exists (select 1 from journey_courses c where c.ambassador_id = a.id and c.completed_at is not null)
    order by a.id`)
  for (const { id } of rows) await settle(trx, by, id)
}

export async function noteJourney(trx: Trx, actor: Actor, programmeId: string): Promise<MyJourney> {
  const { ambassadorId } = await ownWay(trx, actor, programmeId)
  await settle(trx, actor, ambassadorId)
  return myJourney(trx, actor, programmeId)
}

export async function tickStep(trx: Trx, actor: Actor, stepId: string): Promise<MyJourney> {
  const { step, place } = await stepIn(trx, actor, stepId)
  const ambassadorId = servingAs(place)
  if (!declaredByOneself(step.kind, step.details)) throw conflict('step.not_ticked')
  await lockWay(trx, ambassadorId)
  if (step.kind === 'meeting') {
    const buddy = await trx.row(sql`select 1 from journey_buddies where ambassador_id = ${ambassadorId}`)
    if (!buddy) throw conflict('step.no_buddy')
  }
  await noteDone(trx, ambassadorId, [stepId])
  await settle(trx, actor, ambassadorId)
  return myJourney(trx, actor, step.programmeId)
}

export async function setJourneyMail(trx: Trx, actor: Actor, programmeId: string, wanted: boolean) {
  const { ambassadorId } = await ownWay(trx, actor, programmeId)
  await lockWay(trx, ambassadorId)
  await trx.run(sql`update journey_courses set by_mail = ${wanted} where ambassador_id = ${ambassadorId}`)
  return done
}
