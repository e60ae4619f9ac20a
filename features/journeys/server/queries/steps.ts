import { type Db, sql } from '#platform/server/db.ts'
import type { StepDetails, StepKind } from '../../rules/steps.ts'

export interface WayStep {
  id: string
  kind: StepKind
  title: string
  words: string
  dueDays: number | null
  compulsory: boolean
  minutes: number | null
  details: StepDetails
  dueAt: string | null
  doneAt: string | null
  /** What the data says, whether or not it was written down. */
  seen: boolean
}

/**
 * The steps of somebody's way, in order. A step removed since is left out; what they did of it is kept all the same.
 * What is seen in the data: a valid signature, a passed quiz, a held call, a gathering they came to, first words, a
 * filled profile, a published first contribution.
 */
export const wayOf = (db: Db, ambassadorId: string): Promise<WayStep[]> =>
  db.rows<WayStep>(sql`
    select t.id, t.kind, t.title, t.words, t.due_days as "dueDays", t.compulsory, t.minutes, t.details,
      coalesce(a.onboarding_since, a.created_at) + make_interval(days => t.due_days) as "dueAt", p.done_at as "doneAt",
      case
        when t.kind = 'sign' then exists (
          select 1 from charter_signatures g join charters ch on ch.id = g.charter_id
          where ch.space_id = s.id and g.member_id = a.member_id and g.withdrawn_at is null and g.signed_at > now() - interval '365 days'
            and ch.version >= (select max(m.version) from charters m where m.space_id = s.id and m.material))
        when t.kind = 'learn' then exists (
          select 1 from quiz_tries q where q.ambassador_id = a.id and q.step_id = t.id and q.passed)
        when t.kind = 'call' then exists (
          select 1 from call_slots c where c.ambassador_id = a.id and c.held_at is not null)
        when t.kind = 'meeting' and t.details->>'with' = 'founding' then exists (
          select 1 from gatherings h join gathering_answers n on n.gathering_id = h.id and n.member_id = a.member_id
          where h.programme_id = a.programme_id and h.kind = 'founding' and h.held_at is not null and n.came in ('on_site', 'online'))
        when t.kind = 'do' and t.details->>'task' = 'profile' then m.photo_file_id is not null and m.about <> ''
        when t.kind = 'do' and t.details->>'task' = 'introduce' then
          exists (select 1 from posts w join spaces k on k.id = w.space_id
            where w.author_id = a.member_id and w.withdrawn_at is null and (k.id = s.id or k.parent_id = s.id))
          or exists (select 1 from comments w join spaces k on k.id = w.space_id
            where w.author_id = a.member_id and w.withdrawn_at is null and (k.id = s.id or k.parent_id = s.id))
        when t.kind = 'first_contribution' then exists (
          select 1 from first_drafts d where d.ambassador_id = a.id and d.published_at is not null)
        else false
      end as seen
    from ambassadors a join members m on m.id = a.member_id join programmes g on g.id = a.programme_id join spaces s on s.id = g.space_id
    join journey_steps t on t.programme_id = a.programme_id and t.removed_at is null
    left join journey_progress p on p.ambassador_id = a.id and p.step_id = t.id
    where a.id = ${ambassadorId} order by t.position, t.id`)

/** Whether the compulsory steps are all done; a journey without any is never complete by itself. */
export const isComplete = (steps: Pick<WayStep, 'compulsory' | 'doneAt'>[]): boolean => {
  const asked = steps.filter((step) => step.compulsory)
  return asked.length > 0 && asked.every((step) => step.doneAt !== null)
}
