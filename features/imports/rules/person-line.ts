import { readInterests, readLanguage, readLevel, readSchoolZone } from './attributes.ts'
import { readDay, readLastDay, yearsAfter } from './calendar-day.ts'
import {
  MISSING_CELL,
  cellText,
  hasControlCharacter,
  isSimpleCell,
  isSpreadsheetError,
  runsAsFormula,
  unguarded,
} from './cell.ts'
import type { Mapping } from './columns.ts'
import { readEmail } from './email.ts'
import { isGarbled, mendCase, splitFullName } from './names.ts'
import type { FieldName, Person } from './person.ts'
import { readPhone } from './phone.ts'
import { shown } from './problem.ts'
import type { Problem, ProblemCode } from './problem.ts'
import { read } from './reading.ts'
import type { Reading } from './reading.ts'
import type { Damage } from './row.ts'

/** `columns` is how many cells a line must have (`headerWidth`); `today` is 'YYYY-MM-DD'. */
export type LineContext = { line: number; columns: number; today: string; damage?: Damage }

/**
 * `warnings` leave a field empty (or as it came) and keep the person. A rejected line says which keys it
 * held when they could be read, so that those who name it as their manager can be told why.
 */
export type LineReading =
  | { kind: 'blank' }
  | { kind: 'person'; person: Person; warnings: Problem[] }
  | { kind: 'rejected'; problems: Problem[]; staffNumber: string | null; email: string | null }

const NAME_LIMIT = 80

/** Longest value of each field, in characters. */
export const LIMITS: { readonly [F in FieldName]?: number } = {
  staffNumber: 64,
  familyName: NAME_LIMIT,
  givenName: NAME_LIMIT,
  fullName: 2 * NAME_LIMIT,
  fullNameFamilyFirst: 2 * NAME_LIMIT,
  phone: 40,
  organization: 120,
  site: 200,
  schoolZone: 80,
  department: 200,
  job: 200,
  level: 100,
  manager: 254,
  hiredOn: 40,
  leftOn: 40,
  interests: 4000,
  language: 40,
}

const HIRE_HORIZON_YEARS = 2
const LEAVE_HORIZON_YEARS = 10

type Draft = { -readonly [F in keyof Person]?: Person[F] }

/** One line of the file as a person, or everything that is wrong with it. */
export function readPersonLine(
  cells: readonly string[],
  mapping: Mapping,
  context: LineContext,
): LineReading {
  if (context.damage) return rejected([{ line: context.line, field: null, code: context.damage }], {})
  if (cells.every((cell) => cell.trim() === '')) return { kind: 'blank' }
  const draft: Draft = {}
  const problems: Problem[] = []
  const warnings: Problem[] = []
  for (let column = 0; column < mapping.length; column++) {
    const field = mapping[column]
    if (!field) continue
    const raw = cells[column]
    if (!raw) continue
    const fault = readCell(field, unguarded(raw), draft, context)
    if (fault) (fault.kept ? warnings : problems).push(problemOf(context.line, field, fault, raw))
  }
  const misshapen = shapeProblem(cells, mapping, context)
  if (misshapen) return rejected([misshapen], draft)
  problems.push(...wholeProblems(draft, problems, mapping, context.line))
  warnings.push(...garbledNames(draft, context.line))
  return problems.length > 0
    ? rejected(problems, draft)
    : { kind: 'person', person: personOf(draft), warnings }
}

type Fault = { code: ProblemCode; limit?: number | string; kept?: true }

function readCell(field: FieldName, raw: string, draft: Draft, { today }: LineContext): Fault | null {
  const simple = isSimpleCell(raw)
  if (!simple && runsAsFormula(raw)) return { code: 'cell.formula' }
  const text = simple ? raw : cellText(raw)
  if (text === '') return null
  if (!simple && hasControlCharacter(text)) return { code: 'cell.control_character' }
  if (!simple && isSpreadsheetError(text)) return { code: 'cell.error' }
  const limit = LIMITS[field]
  if (limit && text.length > limit) return { code: 'cell.too_long', limit }
  return understand(field, text, draft, today)
}

function understand(field: FieldName, text: string, draft: Draft, today: string): Fault | null {
  switch (field) {
    case 'familyName':
    case 'givenName':
      return keep(draft, field, read(mendCase(text)))
    case 'fullName':
    case 'fullNameFamilyFirst':
      return keepBothNames(draft, text, field === 'fullNameFamilyFirst')
    case 'staffNumber':
      return keep(draft, field, readStaffNumber(text))
    case 'email':
      return keep(draft, field, readEmail(text))
    case 'phone':
      return keep(draft, field, readPhone(text))
    case 'schoolZone':
      return keep(draft, field, readSchoolZone(text))
    case 'level':
      return keep(draft, field, read(readLevel(text)))
    case 'manager':
      return keep(draft, 'managerRef', readManager(text))
    case 'managerEmail':
      return draft.managerRef ? null : keep(draft, 'managerRef', readEmail(text))
    case 'hiredOn':
      return keep(draft, field, readDay(text, yearsAfter(today, HIRE_HORIZON_YEARS)))
    case 'leftOn':
      return keep(draft, field, readLastDay(text, yearsAfter(today, LEAVE_HORIZON_YEARS)))
    case 'interests':
      return keep(draft, field, readInterests(text))
    case 'language':
      return keep(draft, field, readLanguage(text))
    default:
      return keep(draft, field, read(text))
  }
}

function keep<F extends keyof Person>(draft: Draft, field: F, reading: Reading<Person[F]>): Fault | null {
  if ('code' in reading) return reading
  draft[field] = reading.value
  return null
}

function keepBothNames(draft: Draft, text: string, familyFirst: boolean): Fault | null {
  const split = splitFullName(text, familyFirst)
  if (!split) return { code: 'name.unsplit' }
  draft.givenName ??= mendCase(split.givenName)
  draft.familyName ??= mendCase(split.familyName)
  return null
}

/** Kept as text: zeros in front count. A spreadsheet that took it for a number has lost digits (`1,23E+11`). */
function readStaffNumber(text: string): Reading<string> {
  return /^\d+(?:[.,]\d+)?E\+\d+$/i.test(text) ? { code: 'staff_number.mangled' } : read(text)
}

const readManager = (text: string) => (text.includes('@') ? readEmail(text) : read(text))

/** A line cut short, or with more cells than the header has columns. */
function shapeProblem(
  cells: readonly string[],
  mapping: Mapping,
  { line, columns }: LineContext,
): Problem | null {
  const missing = cells.indexOf(MISSING_CELL)
  const end = missing < 0 ? cells.length : missing
  if (end < columns) return { line, field: mapping[end] ?? null, code: 'line.truncated', limit: columns }
  if (cells.length <= mapping.length || cells.slice(mapping.length).every((cell) => cell.trim() === ''))
    return null
  return { line, field: null, code: 'line.too_long', limit: columns }
}

function wholeProblems(draft: Draft, found: readonly Problem[], mapping: Mapping, line: number): Problem[] {
  const problems: Problem[] = []
  const told = (...fields: FieldName[]) => found.some(({ field }) => field !== null && fields.includes(field))
  if (!draft.staffNumber && !draft.email && !told('staffNumber', 'email')) {
    const field = mapping.includes('staffNumber') ? 'staffNumber' : 'email'
    problems.push({ line, field, code: 'key.missing' })
  }
  for (const field of ['familyName', 'givenName'] as const) {
    const name = draft[field]
    if (name && name.length > NAME_LIMIT)
      problems.push({ line, field, code: 'cell.too_long', value: shown(name), limit: NAME_LIMIT })
    if (name || told(field, 'fullName', 'fullNameFamilyFirst')) continue
    problems.push({ line, field, code: 'field.required' })
  }
  if (draft.hiredOn && draft.leftOn && draft.leftOn < draft.hiredOn) {
    problems.push({ line, field: 'leftOn', code: 'date.order', value: draft.leftOn, limit: draft.hiredOn })
  }
  return problems
}

function garbledNames(draft: Draft, line: number): Problem[] {
  const problems: Problem[] = []
  for (const field of ['familyName', 'givenName'] as const) {
    const value = draft[field]
    if (value && isGarbled(value)) problems.push({ line, field, code: 'name.garbled', value: shown(value) })
  }
  return problems
}

function problemOf(line: number, field: FieldName, { code, limit }: Fault, raw: string): Problem {
  const problem: Problem = { line, field, code, value: shown(raw) }
  if (limit !== undefined) problem.limit = limit
  return problem
}

function rejected(problems: Problem[], { staffNumber = null, email = null }: Draft): LineReading {
  return { kind: 'rejected', problems, staffNumber, email }
}

function personOf(draft: Draft): Person {
  return {
    staffNumber: draft.staffNumber ?? null,
    email: draft.email ?? null,
    givenName: draft.givenName ?? '',
    familyName: draft.familyName ?? '',
    phone: draft.phone ?? null,
    organization: draft.organization ?? null,
    site: draft.site ?? null,
    schoolZone: draft.schoolZone ?? null,
    department: draft.department ?? null,
    job: draft.job ?? null,
    level: draft.level ?? null,
    managerRef: draft.managerRef ?? null,
    hiredOn: draft.hiredOn ?? null,
    leftOn: draft.leftOn ?? null,
    interests: draft.interests ?? [],
    language: draft.language ?? null,
  }
}
