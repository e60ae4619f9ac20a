import { v7 as uuid7 } from 'uuid'
import { sql } from '#platform/server/db.ts'
import type { AmbassadorState } from '#features/programme/contract.ts'
import type { Person, World } from './world.ts'

/** An open programme in a community; its expectations are those given, else the defaults of the table. */
export async function openProgramme(
  world: World,
  space: { id: string },
  facts: {
    name?: string
    seats?: number | null
    contributionsPerMonth?: number
    peerConfirmation?: boolean
    managerAgreement?: boolean
  } = {},
): Promise<{ id: string; spaceId: string }> {
  const id = uuid7()
  await world.server.database.transaction((trx) =>
    trx.run(sql`
      insert into programmes (id, space_id, name, seats, contributions_per_month, peer_confirmation, manager_agreement, state)
      values (${id}, ${space.id}, ${facts.name ?? 'Les Éclaireurs'}, ${facts.seats === undefined ? 15 : facts.seats},
        ${facts.contributionsPerMonth ?? 2}, ${facts.peerConfirmation ?? false}, ${facts.managerAgreement ?? false}, 'open')`),
  )
  return { id, spaceId: space.id }
}

/** Somebody's record in a programme, in any state, with a seat of ambassador where they serve. */
export async function ambassadorOf(
  world: World,
  programme: { id: string; spaceId: string },
  person: Person,
  state: AmbassadorState = 'active',
  facts: { circleId?: string; activeDaysAgo?: number } = {},
): Promise<{ id: string }> {
  const id = uuid7()
  const days = facts.activeDaysAgo ?? 90
  const serving = ['onboarding', 'active', 'paused', 'handing_over'].includes(state)
  await world.server.database.transaction((trx) =>
    trx.run(sql`
      insert into ambassadors (id, programme_id, member_id, circle_id, state, entered_by, onboarding_since, active_since)
      values (${id}, ${programme.id}, ${person.id}, ${facts.circleId ?? null}, ${state}, 'volunteering',
        now() - make_interval(days => ${days + 30}), case when ${state !== 'onboarding'} then now() - make_interval(days => ${days}) end)`),
  )
  if (serving) await world.seat({ id: programme.spaceId }, person, 'ambassador')
  return { id }
}
