import type { Actor } from '#platform/server/actor.ts'
import { insertOnce, sql, type Trx } from '#platform/server/db.ts'
import { allow, conflict, invalid } from '#platform/server/errors.ts'
import { seatInCommunity } from '#features/communities/server/policy.ts'
import { canAnimate } from '#features/spaces/server/policy.ts'
import type { Programme, ProgrammeDraft } from '../../contract.ts'
import { canShape, placeIn } from '../policy.ts'
import { findProgramme } from '../queries.ts'
import { fillSeats } from './life-line.ts'

export async function setProgramme(
  trx: Trx,
  actor: Actor,
  id: string,
  draft: ProgrammeDraft,
): Promise<Programme> {
  allow(canAnimate(await seatInCommunity(trx, actor, draft.spaceId)), 'programme.shape')
  await insertOnce(trx, 'programmes', {
    id,
    space_id: draft.spaceId,
    name: draft.name.trim(),
    created_by: actor.id,
  })
  const place = await placeIn(trx, actor, id)
  allow(canShape(place), 'programme.shape')
  if (place.spaceId !== draft.spaceId) throw conflict('programme.elsewhere')
  const before = await findProgramme(trx, actor, id)
  const next = { ...before, ...draft }
  if (next.startsOn && next.endsOn && next.endsOn <= next.startsOn)
    throw invalid('programme.dates', { field: 'endsOn' })
  await trx.run(sql`
    update programmes set name = ${next.name.trim()}, mission = ${next.mission.trim()},
      contributions_per_month = ${next.contributionsPerMonth}, hours_per_month = ${next.hoursPerMonth},
      gatherings_per_year = ${next.gatheringsPerYear}, seats = ${next.seats}, by_volunteering = ${next.byVolunteering},
      by_nomination = ${next.byNomination}, by_invitation = ${next.byInvitation},
      manager_agreement = ${next.managerAgreement}, peer_confirmation = ${next.peerConfirmation},
      lead_picture = ${next.leadPicture}, state = ${next.state}, starts_on = ${next.startsOn}, ends_on = ${next.endsOn}
    where id = ${id}`)
  // More seats than before: those who wait come in.
  await fillSeats(trx, id)
  return findProgramme(trx, actor, id)
}
