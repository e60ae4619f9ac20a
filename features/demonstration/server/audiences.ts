import type { Clause, Rule } from '#features/audiences/contract.ts'
import type { Trx } from '#platform/server/db.ts'
import { audiences, type DemoAudience } from '../content/communities.ts'
import { groups, type SpaceKey } from '../content/spaces.ts'
import { sites } from '../content/sites.ts'
import { uuid7 } from '../rules/random.ts'
import type { DemoPerson } from '../rules/workforce.ts'
import type { Cast } from './cast.ts'
import { insertRows } from './rows.ts'

export const audienceId = (cast: Cast, key: string) => uuid7(`${cast.seed}/audience/${key}`, cast.opened)

/** The groups that people of a site, or of the export company, join by themselves on arrival. */
const homes: Partial<Record<SpaceKey, DemoAudience>> = {
  ...Object.fromEntries(
    sites.map((site) => [
      site.key === 'lieusaint' ? 'chantier' : site.key,
      { key: `site-${site.key}`, name: `Site de ${site.name}`, rule: { sites: [site.key] } },
    ]),
  ),
  export: { key: 'export', name: 'Export team', rule: { organizations: ['Aubrelle Export Ltd'] } },
}

/** Joined on arrival, whatever the site; many have left it since. */
const FOR_EVERYBODY: SpaceKey = 'securite'

/** Whether the audience of that group speaks of that person; partners are named by none. */
export function isHome(space: SpaceKey, person: DemoPerson): boolean {
  const { sites: at, organizations: of } = homes[space]?.rule ?? {}
  if (person.organization === 'Scierie Morvannel') return false
  return (at?.includes(person.site) || of?.includes(person.organization)) ?? false
}

export async function insertAudiences(trx: Trx, cast: Cast): Promise<void> {
  const known = audiences.filter((audience) => !audience.rule.team)
  const own = Object.values(homes).filter((home) => !known.some((audience) => audience.key === home.key))
  await insertRows(
    trx,
    'audiences',
    [...known, ...own].map((audience) => ({
      id: audienceId(cast, audience.key),
      name: audience.name,
      rule: ruleOf(cast, audience.rule),
      created_by: cast.memberId(cast.bySlug('nadia')),
      created_at: cast.opened,
    })),
  )
}

export async function insertGroups(trx: Trx, cast: Cast): Promise<void> {
  await insertRows(
    trx,
    'groups',
    groups.map(({ key }) => ({
      space_id: cast.spaceId(key),
      is_default: key === FOR_EVERYBODY,
      audience_id: homes[key] ? audienceId(cast, homes[key].key) : null,
    })),
  )
}

function ruleOf(cast: Cast, rule: DemoAudience['rule']): Rule {
  const is = (attribute: Clause['attribute'], values: readonly string[] | undefined): Clause[] =>
    values ? [{ attribute, is: [...values] }] : []
  const siteNames = rule.sites?.map((key) => sites.find((site) => site.key === key)?.name ?? key)
  return {
    all: [
      ...is('site', siteNames),
      ...is('department', rule.departments),
      ...is('organization', rule.organizations?.map(cast.organizationId)),
      ...is('level', rule.levels),
      ...(rule.interests ? [{ attribute: 'interests' as const, includes: [...rule.interests] }] : []),
      ...is('email', rule.hasEmail === undefined ? undefined : [rule.hasEmail ? 'yes' : 'no']),
    ],
  }
}
