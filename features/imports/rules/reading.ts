import type { ProblemCode } from './problem.ts'

/** What a cell says once understood, or why it cannot be; `kept` problems leave the field empty, not the line. */
export type Reading<T> = { value: T } | { code: ProblemCode; limit?: number | string; kept?: true }

export const read = <T>(value: T): Reading<T> => ({ value })
