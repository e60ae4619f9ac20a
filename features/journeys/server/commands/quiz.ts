import type { Actor } from '#platform/server/actor.ts'
import { sql, type Trx } from '#platform/server/db.ts'
import { conflict, notFound } from '#platform/server/errors.ts'
import { hasPassed, isRight, type StepDetails } from '../../rules/steps.ts'
import { servingAs, stepIn } from '../policy.ts'
import { lockWay, settle } from './progress.ts'

interface Try {
  id: string
  answers: Record<string, boolean>
  passed: boolean | null
}

/** As often as one likes: a new try forgets the one before, unless it had passed. */
export async function beginTry(trx: Trx, actor: Actor, stepId: string, tryId: string) {
  const { step, place } = await stepIn(trx, actor, stepId)
  const ambassadorId = servingAs(place)
  const questions = step.details.questions ?? []
  if (step.kind !== 'learn' || questions.length === 0) throw conflict('quiz.none')
  await lockWay(trx, ambassadorId)
  const taken = await trx.row(
    sql`select 1 from quiz_tries where id = ${tryId} and not (ambassador_id = ${ambassadorId} and step_id = ${stepId})`,
  )
  if (taken) throw notFound('quiz.not_found')
  await trx.run(sql`
    insert into quiz_tries (ambassador_id, step_id, id) values (${ambassadorId}, ${stepId}, ${tryId})
    on conflict (ambassador_id, step_id) do update set id = excluded.id, answers = '{}', passed = null, at = now()
    where quiz_tries.id <> excluded.id and quiz_tries.passed is not true`)
  const known = await trx.row<Try>(
    sql`select id, answers, passed from quiz_tries where ambassador_id = ${ambassadorId} and step_id = ${stepId}`,
  )
  return { answered: Object.keys(known?.answers ?? {}).length, asked: questions.length }
}

/** The first answer to a question counts in its try; asked again, the same verdict comes back. */
export async function answerQuestion(
  trx: Trx,
  actor: Actor,
  tryId: string,
  questionId: string,
  options: string[],
) {
  const found = await trx.row<Try & { ambassadorId: string; stepId: string; details: StepDetails }>(sql`
    select q.id, q.answers, q.passed, q.ambassador_id as "ambassadorId", q.step_id as "stepId", t.details
    from quiz_tries q join ambassadors a on a.id = q.ambassador_id join journey_steps t on t.id = q.step_id and t.removed_at is null
    where q.id = ${tryId} and a.member_id = ${actor.id} and a.state in ('onboarding', 'active', 'paused', 'handing_over') for update of q`)
  const questions = found?.details.questions ?? []
  const question = questions.find((one) => one.id === questionId)
  if (!found || !question) throw notFound('quiz.not_found')
  const answers = { ...found.answers, [questionId]: found.answers[questionId] ?? isRight(question, options) }
  const finished = questions.every((one) => one.id in answers)
  const right = questions.filter((one) => answers[one.id]).length
  const passed = finished
    ? found.passed === true || hasPassed(right, questions.length, found.details.passMark ?? 0)
    : null
  await trx.run(
    sql`update quiz_tries set answers = ${JSON.stringify(answers)}::jsonb, passed = ${passed} where id = ${tryId}`,
  )
  if (passed) await settle(trx, actor, found.ambassadorId)
  return {
    right: answers[questionId] ?? false,
    rightOptions: question.right,
    explanation: question.explanation,
    passed,
  }
}
