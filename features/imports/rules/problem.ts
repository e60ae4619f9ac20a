import type { FieldName } from './person.ts'

export const PROBLEM_CODES = [
  'line.truncated',
  'line.too_long',
  'line.too_large',
  'line.unclosed_quote',
  'key.missing',
  'field.required',
  'cell.formula',
  'cell.error',
  'cell.control_character',
  'cell.too_long',
  'staff_number.mangled',
  'staff_number.duplicate',
  'email.invalid',
  'email.duplicate',
  'name.unsplit',
  'date.impossible',
  'date.unreadable',
  'date.too_early',
  'date.too_late',
  'date.order',
  'interests.too_many',
  'manager.cycle',
  'manager.unknown',
  'manager.rejected',
  'phone.unreadable',
  'school_zone.unknown',
  'language.unknown',
  'name.garbled',
  'email.taken',
  'person.duplicate',
  'person.closed',
  'organization.kept',
  'left_on.past',
] as const

export type ProblemCode = (typeof PROBLEM_CODES)[number]

/** `otherLine` is the line this one collides with; `limit` is the bound that was crossed. */
export type Problem = {
  line: number
  field: FieldName | null
  code: ProblemCode
  value?: string
  otherLine?: number
  limit?: number | string
}

const SHOWN = 120

/** A value as it may be shown beside its problem: short, and without what would disturb the page. */
export function shown(value: string): string {
  const plain = value.replace(/[\p{Cc}\p{Cf}]/gu, ' ').trim()
  return plain.length > SHOWN ? `${plain.slice(0, SHOWN)}…` : plain
}

/** The text key of a problem and what its sentence is filled with; `field` is the field's name in words. */
export function wording({ code, value, otherLine, limit }: Problem, field: string) {
  return { key: `problem.${code.replaceAll('.', '_')}`, values: { value, line: otherLine, limit, field } }
}
