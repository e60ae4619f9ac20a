import type { SpaceKey } from '../spaces.ts'

/**
 * Pieces of everyday talk, put together by rules/tail.ts. In braces: {machine}, {piece}, {ref}, {hour}, {n}, {many},
 * {minutes}, {name} (a colleague of the same site), {other} (another site), {day}.
 */
export type Talk = {
  spaces: readonly SpaceKey[]
  machines: readonly string[]
  pieces: readonly string[]
  moments: readonly Moment[]
  closings: readonly string[]
  asks: readonly Ask[]
}

/** Something that happened, what may be added to it, and what colleagues may say to it. */
export type Moment = { says: string; adds: readonly string[]; hears: readonly string[] }

export type Ask = { title: string; text: string; answers: readonly string[]; thanks: string }
