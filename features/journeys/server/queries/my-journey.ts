import type { Actor } from '#platform/server/actor.ts'
import { type Db, sql } from '#platform/server/db.ts'
import { notFound } from '#platform/server/errors.ts'
import { ambassadorFile, canKeep, keepersOf } from '#features/programme/server/policy.ts'
import type { Face, JourneyInFile, MyJourney, MyStep } from '../../contract.ts'
import { declaredByOneself } from '../../rules/steps.ts'
import { face, facesOf } from '../faces.ts'
import { ownWay } from '../policy.ts'
import { type WayStep, wayOf } from './steps.ts'

/** What a step shows to whoever walks it: of a question, neither the right answer nor why. */
function shown({ details, ...step }: WayStep): MyStep {
  const { questions, ...open } = details
  const { id, kind, title, words, dueDays, compulsory, minutes, dueAt, doneAt } = step
  return {
    id,
    kind,
    title,
    words,
    dueDays,
    compulsory,
    minutes,
    dueAt,
    doneAt,
    seen: step.seen && doneAt === null,
    mineToTick: doneAt === null && declaredByOneself(kind, details),
    details: {
      ...open,
      ...(questions
        ? {
            questions: questions.map(({ id: questionId, ask, options, right }) => ({
              id: questionId,
              ask,
              several: right.length > 1,
              options: options.map((option) => ({ id: option.id, label: option.label })),
            })),
          }
        : {}),
    },
  }
}

interface Head {
  spaceId: string
  programme: string
  state: MyJourney['state']
  since: string
  completedAt: string | null
  byMail: boolean
  hasMail: boolean
  buddy: Face | null
}

export async function myJourney(db: Db, actor: Actor, programmeId: string): Promise<MyJourney> {
  const { ambassadorId } = await ownWay(db, actor, programmeId)
  const head = await db.row<Head>(sql`
    select g.space_id as "spaceId", g.name as programme, a.state, coalesce(a.onboarding_since, a.created_at) as since,
      c.completed_at as "completedAt", coalesce(c.by_mail, false) as "byMail", m.email is not null as "hasMail", ${buddyOf} as buddy
    from ambassadors a join programmes g on g.id = a.programme_id join members m on m.id = a.member_id
    left join journey_courses c on c.ambassador_id = a.id where a.id = ${ambassadorId}`)
  if (!head) throw notFound('ambassador.not_found')
  const steps = await wayOf(db, ambassadorId)
  return {
    programmeId,
    ambassadorId,
    ...head,
    steps: steps.map(shown),
    keepers: await facesOf(db, await keepersOf(db, programmeId)),
    toReread: await db.rows(sql`
      select d.id, ${face('w')} as author, d.title from first_drafts d join ambassadors o on o.id = d.ambassador_id
      join members w on w.id = o.member_id join journey_buddies y on y.ambassador_id = o.id and y.buddy_id = ${ambassadorId}
      where d.shared_at is not null and d.published_at is null order by d.shared_at`),
    founding:
      (await db.row<{ id: string; title: string; startsAt: string; place: string }>(sql`
        select h.id, h.title, h.starts_at as "startsAt", h.place from gatherings h join ambassadors a on a.id = ${ambassadorId}
        where h.programme_id = a.programme_id and h.kind = 'founding' and h.cancelled_at is null and h.held_at is null and h.ends_at > now()
          and (h.circle_id is null or h.circle_id = a.circle_id)
        order by h.starts_at limit 1`)) ?? null,
  }
}

/** Over `ambassadors a`: the buddy of somebody, if they still serve. */
const buddyOf = sql`(
  select ${face('bm')} from journey_buddies y join ambassadors b on b.id = y.buddy_id and b.state in ('onboarding', 'active', 'paused', 'handing_over')
  join members bm on bm.id = b.member_id and bm.status <> 'closed' where y.ambassador_id = a.id)`

export async function journeyInFile(db: Db, actor: Actor, ambassadorId: string): Promise<JourneyInFile> {
  const file = await ambassadorFile(db, actor, ambassadorId)
  const head = await db.row<Pick<JourneyInFile, 'since' | 'completedAt' | 'buddy' | 'call'>>(sql`
    select a.onboarding_since as since, c.completed_at as "completedAt", ${buddyOf} as buddy,
      (select jsonb_build_object('id', k.id, 'startsAt', to_char(k.starts_at, 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'lead', ${face('lm')},
          'heldAt', to_char(k.held_at, 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))
        from call_slots k join members lm on lm.id = k.lead_id where k.ambassador_id = a.id and k.withdrawn_at is null
        order by k.starts_at desc limit 1) as call
    from ambassadors a left join journey_courses c on c.ambassador_id = a.id where a.id = ${ambassadorId}`)
  if (!head) throw notFound('ambassador.not_found')
  const steps = await wayOf(db, ambassadorId)
  return {
    ...head,
    steps: steps.map(({ id, kind, title, compulsory, dueAt, doneAt }) => ({
      id,
      kind,
      title,
      compulsory,
      dueAt,
      doneAt,
    })),
    can: { nameBuddy: canKeep(file.place) },
  }
}
