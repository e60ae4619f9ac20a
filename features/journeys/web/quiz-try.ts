import { useEffect, useState } from 'react'
import { call, newId } from '#platform/web/call.ts'
import { onItsWay, sendQuickly } from '#platform/web/sending.ts'
import { beginTry } from '../contract.ts'

export const ANSWER = 'journeys.answer'
export interface Given {
  questionId: string
  options: string[]
}

const keyOf = (stepId: string) => `elan.quiz.${stepId}`

/** The try under way on this device: answers kept for later belong to it, also after a reload. */
function kept(stepId: string): string | null {
  try {
    return sessionStorage.getItem(keyOf(stepId))
  } catch {
    return null
  }
}

function keep(stepId: string, tryId: string): void {
  try {
    sessionStorage.setItem(keyOf(stepId), tryId)
  } catch {
    // Storage full or forbidden: the try lives as long as the screen.
  }
}

/** The question whose answer waits for the network. */
function questionWaiting(tryId: string | null): string | null {
  const one = tryId && onItsWay().findLast(({ about }) => about?.kind === ANSWER && about.scope === tryId)
  return one ? ((one.about?.preview as Given | undefined)?.questionId ?? null) : null
}

/** It has been answered to the end: the next one is another. */
export function newTry(stepId: string): void {
  try {
    sessionStorage.removeItem(keyOf(stepId))
  } catch {
    // Nothing was kept.
  }
}

/** A try, from its first question, or from where it was left. */
export function useTry(stepId: string, questions: readonly { id: string }[]) {
  const [before] = useState(() => kept(stepId))
  const [tryId, setTryId] = useState(() => before ?? newId())
  const [waiting] = useState(() => questionWaiting(before))
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      questions.findIndex((one) => one.id === waiting),
    ),
  )
  const last = questions.length - 1
  useEffect(() => {
    if (!before || waiting) return
    // Asked of the server, which keeps the answers: how many of them it has.
    call(beginTry, { params: { id: stepId, tryId: before } })
      .then(({ answered }) => setAt(Math.min(answered, last)))
      .catch(() => {})
  }, [before, waiting, stepId, last])
  return {
    tryId,
    at,
    setAt,
    /** Goes before the first answer, in the same lane. */
    begin: () => {
      if (at > 0) return
      keep(stepId, tryId)
      const about = { kind: 'journeys.try', scope: tryId }
      sendQuickly(beginTry, { params: { id: stepId, tryId } }, `try/${tryId}`, about, {
        lane: `quiz/${tryId}`,
      }).catch(() => {})
    },
    again: () => {
      newTry(stepId)
      setTryId(newId())
      setAt(0)
    },
  }
}
