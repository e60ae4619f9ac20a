import type { StepKind } from '../rules/steps.ts'

/** A question as it is written here: the right answers begin with a star. */
export interface WrittenQuestion {
  ask: string
  options: readonly string[]
  why: string
}
export interface WrittenStep {
  kind: StepKind
  title: string
  words: string
  dueDays: number | null
  minutes: number
  optional?: true
  with?: 'buddy' | 'founding'
  task?: 'profile' | 'introduce' | 'install'
  text?: string
  lessons?: readonly { title: string; text: string }[]
  questions?: readonly WrittenQuestion[]
}
