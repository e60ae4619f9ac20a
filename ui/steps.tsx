import type { ReactNode } from 'react'

export type Step = { key: string; label: ReactNode; state: 'done' | 'current' | 'todo' }

/** Five at most; each says what is done there. `words.done` is read after the name of a step behind. */
export function Steps({
  label,
  steps,
  words,
}: {
  label: string
  steps: readonly Step[]
  words: { done: string }
}) {
  return (
    <ol className="steps" aria-label={label}>
      {steps.map((step) => (
        <li
          key={step.key}
          className={step.state === 'done' ? 'done' : undefined}
          aria-current={step.state === 'current' ? 'step' : undefined}
        >
          <span className="steps__l">{step.label}</span>
          {step.state === 'done' && <span className="vh">, {words.done}</span>}
        </li>
      ))}
    </ol>
  )
}
