import type { Actor } from '#platform/server/actor.ts'
import { type Db, sql, type Trx } from '#platform/server/db.ts'
import { allow, conflict, notFound } from '#platform/server/errors.ts'
import { words } from '#platform/server/words.ts'
import { notifyNews } from '#features/notifications/server/offers.ts'
import { ambassadorFile, type AmbassadorFile, canKeep } from '#features/programme/server/policy.ts'
import { isServing } from '#features/programme/rules/lifecycle.ts'
import type { Face, JourneyInFile } from '../../contract.ts'
import { face } from '../faces.ts'
import { journeyInFile } from '../queries/my-journey.ts'
import { nameOf } from './calls.ts'
import { lockWay } from './progress.ts'

async function keptFile(db: Db, actor: Actor, ambassadorId: string): Promise<AmbassadorFile> {
  const file = await ambassadorFile(db, actor, ambassadorId)
  allow(canKeep(file.place), 'buddy.name')
  return file
}

interface Choice {
  ambassadorId: string
  person: Face
  near: 'circle' | 'site' | 'none'
}

/** Those who know the role already, those nearby first; then those who take it up too: in a new programme nobody knows it yet. */
export async function buddyChoices(db: Db, actor: Actor, ambassadorId: string): Promise<Choice[]> {
  const { place } = await keptFile(db, actor, ambassadorId)
  return db.rows<Choice>(sql`
    select b.id as "ambassadorId", ${face('m')} as person,
      case when b.circle_id = own.circle_id then 'circle' when m.site <> '' and m.site = om.site then 'site' else 'none' end as near
    from ambassadors own join members om on om.id = own.member_id
    join ambassadors b on b.programme_id = ${place.programmeId} and b.id <> own.id and b.state in ('active', 'onboarding')
    join members m on m.id = b.member_id and m.status <> 'closed'
    where own.id = ${ambassadorId}
    order by b.state = 'onboarding', case when b.circle_id = own.circle_id then 0 when m.site <> '' and m.site = om.site then 1 else 2 end,
      (select count(*) from journey_buddies y where y.buddy_id = b.id), m.family_name, m.given_name limit 40`)
}

export async function nameBuddy(
  trx: Trx,
  actor: Actor,
  ambassadorId: string,
  buddyId: string,
): Promise<JourneyInFile> {
  const file = await keptFile(trx, actor, ambassadorId)
  if (!isServing(file.state)) throw conflict('buddy.not_serving')
  const buddy = await trx.row<{ memberId: string; programmeId: string; state: 'active' }>(
    sql`select member_id as "memberId", programme_id as "programmeId", state from ambassadors where id = ${buddyId}`,
  )
  if (!buddy || buddy.programmeId !== file.place.programmeId) throw notFound('ambassador.not_found')
  if (buddyId === ambassadorId) throw conflict('buddy.self')
  if (!isServing(buddy.state)) throw conflict('buddy.not_serving')
  await lockWay(trx, ambassadorId)
  const named = await trx.run(sql`
    insert into journey_buddies (ambassador_id, buddy_id, named_by) values (${ambassadorId}, ${buddyId}, ${actor.id})
    on conflict (ambassador_id) do update set buddy_id = excluded.buddy_id, named_by = excluded.named_by, named_at = now()
    where journey_buddies.buddy_id <> excluded.buddy_id`)
  if (named > 0) {
    // What was shown to another buddy is not shown to this one unasked.
    await trx.run(
      sql`update first_drafts set shared_at = null where ambassador_id = ${ambassadorId} and published_at is null`,
    )
    await tellBoth(trx, actor, file, buddy.memberId)
  }
  return journeyInFile(trx, actor, ambassadorId)
}

async function tellBoth(trx: Trx, actor: Actor, file: AmbassadorFile, buddyMember: string): Promise<void> {
  const [own, buddy] = [await nameOf(trx, file.memberId), await nameOf(trx, buddyMember)]
  const path = `/programmes/${file.place.programmeId}/parcours`
  await notifyNews(
    trx,
    [
      {
        memberId: file.memberId,
        says: (language) => words(language)('journeys.news.yourBuddy', { name: buddy }),
        path,
      },
      {
        memberId: buddyMember,
        says: (language) => words(language)('journeys.news.buddyOf', { name: own }),
        path,
      },
    ],
    { spaceId: file.place.spaceId, actorId: actor.id },
  )
}
