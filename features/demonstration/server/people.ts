import { openNetwork } from '#features/network/server/commands.ts'
import { openOrganization } from '#features/organizations/server/commands.ts'
import type { Standing } from '#platform/server/actor.ts'
import type { Trx } from '#platform/server/db.ts'
import { network, organizations } from '../content/communities.ts'
import type { DemoPerson } from '../rules/workforce.ts'
import type { Cast } from './cast.ts'
import { insertRows } from './rows.ts'

/** The first row written: of two loads at the same moment, the second waits on it and is refused. */
export const openTheNetwork = (trx: Trx): Promise<void> =>
  openNetwork(trx, {
    name: network.name,
    color: network.accent.toLowerCase(),
    languages: [...network.languages],
    language: 'fr',
    timeZone: network.timeZone,
    schoolZones: [...network.schoolZones],
    demonstration: true,
  })

/** Beside their role in Tempo: who may administer the network, and who may begin communities. */
const standings = new Map<string | null, Standing>([
  ['bastien', 'administrator'],
  ['nadia', 'animator'],
  ['thomas', 'animator'],
])

const isPartner = (person: DemoPerson) =>
  organizations.some((one) => one.name === person.organization && one.kind === 'partner')

export async function insertPeople(trx: Trx, cast: Cast): Promise<void> {
  for (const { name, kind } of organizations)
    await openOrganization(trx, { id: cast.organizationId(name), name, outside: kind === 'partner' })
  const byNumber = new Map(cast.story.people.map((person) => [person.staffNumber, person]))
  const managerOf = (person: DemoPerson) => byNumber.get(person.manager ?? '')
  await insertRows(
    trx,
    'members',
    cast.story.people.map((person) => memberRow(cast, person, managerOf(person))),
  )
}

function memberRow(cast: Cast, person: DemoPerson, manager: DemoPerson | undefined) {
  const arrivedAt = cast.arrivedAt(person)
  return {
    id: cast.memberId(person),
    organization_id: cast.organizationId(person.organization),
    standing: isPartner(person) ? 'guest' : (standings.get(person.slug) ?? 'member'),
    status: arrivedAt ? 'active' : 'expected',
    staff_number: person.staffNumber,
    email: person.email,
    given_name: person.given,
    family_name: person.family,
    job: person.job,
    department: person.department,
    site: person.siteName,
    level: person.level,
    school_zone: person.schoolZone,
    interests: person.interests,
    manager_id: manager ? cast.memberId(manager) : null,
    hired_on: person.hiredOn,
    language: person.language,
    gender: person.gender === 'f' ? 'feminine' : 'masculine',
    arrived_at: arrivedAt,
    created_at: cast.opened,
  }
}
