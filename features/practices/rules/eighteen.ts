import { a1 } from './a1.ts'
import { a2 } from './a2.ts'
import { a3 } from './a3.ts'
import { a4 } from './a4.ts'
import { a5 } from './a5.ts'
import { a6 } from './a6.ts'
import { a7 } from './a7.ts'
import { a8 } from './a8.ts'
import { a9 } from './a9.ts'
import { b1 } from './b1.ts'
import { b2 } from './b2.ts'
import { b3 } from './b3.ts'
import { b4 } from './b4.ts'
import { b5 } from './b5.ts'
import { b6 } from './b6.ts'
import { b7 } from './b7.ts'
import { b8 } from './b8.ts'
import { b9 } from './b9.ts'
import type { Limit, Verdict } from './practice.ts'

/** The eighteen: nine of ambassadors (A), nine of internal communities (B). One file for each. */
export const RULES = { a1, a2, a3, a4, a5, a6, a7, a8, a9, b1, b2, b3, b4, b5, b6, b7, b8, b9 } as const
export type Code = keyof typeof RULES
export const CODES = [
  'a1',
  'a2',
  'a3',
  'a4',
  'a5',
  'a6',
  'a7',
  'a8',
  'a9',
  'b1',
  'b2',
  'b3',
  'b4',
  'b5',
  'b6',
  'b7',
  'b8',
  'b9',
] as const satisfies Code[]

/** What each rule is told. */
export type Facts = { [C in Code]: Parameters<(typeof RULES)[C]['judge']>[0] }

/** The limits of a practice: those a community chose, else its own. */
export function limitsOf(code: Code, chosen: Record<string, number>): Record<string, number> {
  const limits: Record<string, Limit> = RULES[code].limits
  return Object.fromEntries(Object.entries(limits).map(([name, { value }]) => [name, chosen[name] ?? value]))
}

export function judge<C extends Code>(
  code: C,
  facts: Facts[C],
  chosen: Record<string, number> = {},
): Verdict {
  const rule = RULES[code] as { judge(facts: Facts[C], limit: Record<string, number>): Verdict }
  return rule.judge(facts, limitsOf(code, chosen))
}

/** The name of a limit that this practice does not have, or whose value is out of its bounds; null when all are fine. */
export function wrongLimit(code: Code, chosen: Record<string, number>): string | null {
  const limits: Record<string, Limit> = RULES[code].limits
  for (const [name, value] of Object.entries(chosen)) {
    const limit = limits[name]
    if (!limit || value < limit.least || value > limit.most) return name
    if (limit.unit !== 'share' && !Number.isInteger(value)) return name
  }
  return null
}
