import { part, type PersonalOffer } from '#platform/server/personal.ts'
import { sql } from '#platform/server/db.ts'

export const personal: PersonalOffer = {
  parts: [
    part(
      'plan.actions',
      ['plan_actions.owner_id', 'plan_actions.created_by', 'plan_applications.applied_by'],
      (me) => sql`
      select a.created_at as at, s.name as place, a.title, a.state, concat_ws(', ', case when a.owner_id = ${me} then 'owner' end,
        case when a.created_by = ${me} then 'creator' end) as role, a.starts_on as day, a.ends_on as until
      from plan_actions a join spaces s on s.id = a.space_id where a.owner_id = ${me} or a.created_by = ${me}
      union all
      select p.applied_at, s.name, p.template, 'applied', 'creator', p.starts_on, null from plan_applications p join spaces s on s.id = p.space_id
      where p.applied_by = ${me} order by 1`,
    ),
  ],
}
