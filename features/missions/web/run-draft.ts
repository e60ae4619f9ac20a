import { useCallback, useEffect, useRef, useState } from 'react'
import { newId } from '#platform/web/call.ts'
import { giveUp, send } from '#platform/web/sending.ts'
import { answerStep, type TestAnswer, type TestRun } from '../contract.ts'

const WAIT = 500
const keyOf = (missionId: string) => `elan.test.${missionId}`

export const emptyAnswer = (stepId: string): TestAnswer => ({ stepId, verdict: null, words: '', fileIds: [] })

/** What this device wrote and the server has not confirmed: a reload, a cut lose nothing. */
function unsent(missionId: string): TestAnswer[] {
  try {
    return JSON.parse(localStorage.getItem(keyOf(missionId)) ?? '[]') as TestAnswer[]
  } catch {
    return []
  }
}

function keep(missionId: string, answers: TestAnswer[]): void {
  try {
    if (answers.length > 0) localStorage.setItem(keyOf(missionId), JSON.stringify(answers))
    else localStorage.removeItem(keyOf(missionId))
  } catch {
    // Storage full or forbidden: it still leaves from memory.
  }
}

/** Answers and the handing in of one test leave in their order, whatever the network. */
export const laneOf = (missionId: string) => `test/${missionId}`

/** One answer a step; each leaves by itself shortly after it was written. */
export function useRunDraft(run: TestRun) {
  const { missionId } = run
  const [answers, setAnswers] = useState<ReadonlyMap<string, TestAnswer>>(
    () => new Map([...run.answers, ...unsent(missionId)].map((one) => [one.stepId, one])),
  )
  const waiting = useRef(new Map<string, TestAnswer>(unsent(missionId).map((one) => [one.stepId, one])))
  const leaving = useRef(new Set<TestAnswer>())
  const timer = useRef(0)
  const [state, setState] = useState<'kept' | 'sending'>('kept')

  const flush = useCallback((): void => {
    clearTimeout(timer.current)
    for (const [stepId, answer] of waiting.current) {
      if (leaving.current.has(answer)) continue
      leaving.current.add(answer)
      const { verdict, words, fileIds } = answer
      const [id, params] = [newId(), { id: missionId, stepId }]
      const about = { kind: 'missions.answer', scope: missionId }
      send(answerStep, { params, body: { verdict, words, fileIds } }, id, about, { lane: laneOf(missionId) })
        .then(() => {
          if (waiting.current.get(stepId) === answer) waiting.current.delete(stepId)
          keep(missionId, [...waiting.current.values()])
          if (waiting.current.size === 0) setState('kept')
        })
        // What was written stays on this device: the handing in says what is wrong.
        .catch(() => giveUp(id))
        .finally(() => leaving.current.delete(answer))
    }
  }, [missionId])

  const write = (stepId: string, part: Partial<TestAnswer>) => {
    const answer = { ...(answers.get(stepId) ?? emptyAnswer(stepId)), ...part }
    setAnswers((before) => new Map(before).set(stepId, answer))
    waiting.current.set(stepId, answer)
    keep(missionId, [...waiting.current.values()])
    setState('sending')
    clearTimeout(timer.current)
    timer.current = window.setTimeout(flush, WAIT)
  }

  useEffect(() => {
    if (waiting.current.size > 0) flush()
    return flush
  }, [flush])

  return { answers, write, flush, state, forget: () => keep(missionId, []) }
}
