import type { Body } from '#platform/contract/endpoint.ts'
import type { Actor } from '#platform/server/actor.ts'
import { sql, type Trx } from '#platform/server/db.ts'
import { invalid, notFound, Refusal } from '#platform/server/errors.ts'
import { problemText } from '#platform/server/words.ts'
import type { actOnSeveral as contract } from '../../contract.ts'
import { keepingIn } from '../policy.ts'
import { decideCandidacy } from './entering.ts'
import { endPause, pauseAmbassador, thankAmbassador } from './keeping.ts'
import { holdProgramme } from './life-line.ts'

type Acts = Body<typeof contract>

/** One after the other, each whole or not at all: somebody's refusal undoes nobody else's step. */
export async function actOnSeveral(trx: Trx, actor: Actor, programmeId: string, acts: Acts) {
  await keepingIn(trx, actor, programmeId)
  await holdProgramme(trx, programmeId)
  if (acts.act === 'circle') await mustBeHere(trx, programmeId, acts.circleId ?? null)
  if (acts.act === 'pause' && !acts.until) throw invalid('ambassador.pause_day', { field: 'until' })
  if (acts.act === 'thank' && !acts.word?.trim()) throw invalid('ambassador.thanks_word', { field: 'word' })
  const results = []
  for (const ambassadorId of new Set(acts.ambassadorIds)) {
    const problem = await apart(trx, actor, () => actOn(trx, actor, programmeId, ambassadorId, acts))
    results.push({ ambassadorId, done: problem === null, problem })
  }
  return { results }
}

/** Under a savepoint: what was begun for this person is undone when it is refused. */
async function apart(trx: Trx, actor: Actor, work: () => Promise<void>): Promise<string | null> {
  await trx.client.query('savepoint one_person')
  try {
    await work()
    await trx.client.query('release savepoint one_person')
    return null
  } catch (error) {
    await trx.client.query('rollback to savepoint one_person')
    if (error instanceof Refusal) return problemText(actor.language, error.code, error.values)
    throw error
  }
}

async function mustBeHere(trx: Trx, programmeId: string, circleId: string | null): Promise<void> {
  if (circleId === null) return
  const circle = await trx.row(
    sql`select 1 from circles where id = ${circleId} and programme_id = ${programmeId}`,
  )
  if (!circle) throw notFound('circle.not_found', { field: 'circleId' })
}

async function actOn(
  trx: Trx,
  actor: Actor,
  programmeId: string,
  ambassadorId: string,
  { act, circleId = null, until = '', word = '' }: Acts,
): Promise<void> {
  const here = await trx.row(
    sql`select 1 from ambassadors where id = ${ambassadorId} and programme_id = ${programmeId}`,
  )
  if (!here) throw notFound('ambassador.not_found')
  if (act === 'circle')
    await trx.run(sql`update ambassadors set circle_id = ${circleId} where id = ${ambassadorId}`)
  else if (act === 'accept' || act === 'decline')
    await decideCandidacy(trx, actor, ambassadorId, { yes: act === 'accept', word })
  else if (act === 'pause') await pauseAmbassador(trx, actor, ambassadorId, until, word)
  else if (act === 'come_back') await endPause(trx, actor, ambassadorId)
  else await thankAmbassador(trx, actor, ambassadorId, word)
}
