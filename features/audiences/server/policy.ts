import type { Actor } from '#platform/server/actor.ts'
import { join, raw, sql, type Sql } from '#platform/server/db.ts'
import type { Clause, Rule } from '../contract.ts'
import type { AttributeName } from '../rules/attributes.ts'
import { outsidersNamed } from '../rules/clauses.ts'

/** Those who animate the network write audiences; never somebody from outside. */
export const canWriteAudiences = (actor: Actor) =>
  !actor.outside && (actor.standing === 'animator' || actor.standing === 'administrator')

const COLUMNS: Record<Exclude<AttributeName, 'interests' | 'email' | 'hired'>, Sql> = {
  job: raw('m.job'),
  department: raw('m.department'),
  site: raw('m.site'),
  organization: raw('m.organization_id::text'),
  level: raw('m.level'),
  schoolZone: raw('m.school_zone'),
  standing: raw('m.standing'),
  status: raw('m.status'),
  language: raw("coalesce(m.language, '')"),
}

function condition(clause: Clause): Sql {
  const { attribute } = clause
  if (attribute === 'interests') return sql`m.interests && ${clause.includes ?? []}::text[]`
  if (attribute === 'email')
    return sql`(case when m.email is null then 'no' else 'yes' end) = any(${clause.is ?? []}::text[])`
  if (attribute === 'hired')
    return clause.since ? sql`m.hired_on >= ${clause.since}::date` : sql`m.hired_on < ${clause.before}::date`
  return clause.is
    ? sql`${COLUMNS[attribute]} = any(${clause.is}::text[])`
    : sql`${COLUMNS[attribute]} <> all(${clause.isNot ?? []}::text[])`
}

const FROM_OUTSIDE = sql`(m.standing = 'guest' or exists (select 1 from organizations o where o.id = m.organization_id and o.outside))`

/** True for a row of `members m` whom the rule speaks of. Closed accounts never; people from outside only when named. */
export function matching(rule: Rule): Sql {
  const { organizationIds, guests } = outsidersNamed(rule)
  const conditions = [
    sql`m.status <> 'closed'`,
    sql`(not ${FROM_OUTSIDE} or m.organization_id = any(${organizationIds.filter(isUuid)}::uuid[]) or (${guests} and m.standing = 'guest'))`,
    ...rule.all.map(condition),
    ...(rule.any ?? []).map((clauses) => sql`(${join(clauses.map(condition), ' or ')})`),
  ]
  return sql`(${join(conditions, ' and ')})`
}

const isUuid = (value: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value)
