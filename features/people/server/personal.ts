import { part, type PersonalOffer } from '#platform/server/personal.ts'
import { sql } from '#platform/server/db.ts'

export const personal: PersonalOffer = {
  parts: [
    part(
      'people.profile',
      ['members.id', 'members.organization_id'],
      (me) => sql`
      select m.given_name as "givenName", m.family_name as "familyName", m.email, m.staff_number as "staffNumber", m.phone, m.job, m.department,
        m.site, m.level, o.name as organization, m.school_zone as "schoolZone", m.interests, m.hired_on as "hiredOn", m.left_on as "leftOn",
        m.language, m.gender, m.about as words, m.standing as role, m.status as state, m.theme, m.arrived_at as "arrivedAt", m.created_at as at,
        m.closed_at as "closedAt"
      from members m join organizations o on o.id = m.organization_id where m.id = ${me}`,
    ),
    part(
      'people.managers',
      ['members.manager_id'],
      (me) => sql`
      select 'manager' as role, b.given_name || ' ' || b.family_name as person from members m join members b on b.id = m.manager_id where m.id = ${me}
      union all
      select 'managed', m.given_name || ' ' || m.family_name from members m where m.manager_id = ${me} order by 1, 2`,
    ),
  ],
}
