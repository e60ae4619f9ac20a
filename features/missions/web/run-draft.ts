import { useCallback, useEffect, useRef, useState } from 'react'
import { send } from '#platform/web/sending.ts'
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

/** One answer a step; each leaves by itself shortly after it was written, one request at a time. */
export function useRunDraft(run: TestRun) {
  const { missionId } = run
  const [answers, setAnswers] = useState<ReadonlyMap<string, TestAnswer>>(
    () => new Map([...run.answers, ...unsent(missionId)].map((one) => [one.stepId, one])),
  )
  const waiting = useRef(new Map<string, TestAnswer>(unsent(missionId).map((one) => [one.stepId, one])))
  const flight = useRef<Promise<void> | null>(null)
  const timer = useRef(0)
  const [state, setState] = useState<'kept' | 'sending'>('kept')

  const flush = useCallback((): Promise<void> => {
    clearTimeout(timer.current)
    if (flight.current) return flight.current
    const next = async () => {
      // One that is refused stays, and does not hold back the others.
      const refused = new Map<TestAnswer, unknown>()
      for (;;) {
        const entry = [...waiting.current].find(([, one]) => !refused.has(one))
        if (!entry) break
        const [stepId, answer] = entry
        const { verdict, words, fileIds } = answer
        const params = { id: missionId, stepId }
        try {
          await send(answerStep, { params, body: { verdict, words, fileIds } }, `test/${missionId}/${stepId}`)
          if (waiting.current.get(stepId) === answer) waiting.current.delete(stepId)
        } catch (error) {
          refused.set(answer, error)
        }
        keep(missionId, [...waiting.current.values()])
      }
      for (const error of refused.values()) throw error
      setState('kept')
    }
    flight.current = next().finally(() => (flight.current = null))
    return flight.current
  }, [missionId])

  const write = (stepId: string, part: Partial<TestAnswer>) => {
    const answer = { ...(answers.get(stepId) ?? emptyAnswer(stepId)), ...part }
    setAnswers((before) => new Map(before).set(stepId, answer))
    waiting.current.set(stepId, answer)
    keep(missionId, [...waiting.current.values()])
    setState('sending')
    clearTimeout(timer.current)
    timer.current = window.setTimeout(() => void flush().catch(() => {}), WAIT)
  }

  useEffect(() => {
    if (waiting.current.size > 0) void flush().catch(() => {})
    return () => void flush().catch(() => {})
  }, [flush])

  return { answers, write, flush, state, forget: () => keep(missionId, []) }
}
