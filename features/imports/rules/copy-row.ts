import type { Person } from './person.ts'
import type { Problem } from './problem.ts'

/** Columns of a staged line, in the order in which `copyRow` writes them. */
export const STAGED_COLUMNS = [
  'line',
  'id',
  'staff_number',
  'email',
  'given_name',
  'family_name',
  'phone',
  'organization',
  'site',
  'school_zone',
  'department',
  'job',
  'level',
  'manager_ref',
  'hired_on',
  'left_on',
  'interests',
  'language',
  'warnings',
  'problems',
  'cells',
] as const

export type StagedPerson = { line: number; id: string; person: Person; warnings: Problem[] }
export type StagedRefusal = {
  line: number
  id: string
  staffNumber: string | null
  email: string | null
  problems: Problem[]
  cells: readonly string[] | null
}

const NULL = '\\N'

/** A line of COPY's text format. */
export function personRow({ line, id, person, warnings }: StagedPerson): string {
  return (
    `${line}\t${id}\t${text(person.staffNumber)}\t${text(person.email)}\t${text(person.givenName)}\t` +
    `${text(person.familyName)}\t${text(person.phone)}\t${text(person.organization)}\t${text(person.site)}\t` +
    `${text(person.schoolZone)}\t${text(person.department)}\t${text(person.job)}\t${text(person.level)}\t` +
    `${text(person.managerRef)}\t${text(person.hiredOn)}\t${text(person.leftOn)}\t` +
    `${person.interests.length > 0 ? list(person.interests) : NULL}\t${text(person.language)}\t` +
    `${warnings.length > 0 ? text(jsonOf(warnings)) : NULL}\t${NULL}\t${NULL}\n`
  )
}

export function refusalRow({ line, id, staffNumber, email, problems, cells }: StagedRefusal): string {
  const empty = `${NULL}\t`.repeat(STAGED_COLUMNS.length - 6)
  return (
    `${line}\t${id}\t${text(staffNumber)}\t${text(email)}\t${empty}` +
    `${text(jsonOf(problems))}\t${cells ? list(cells) : NULL}\n`
  )
}

/** Problems as PostgreSQL takes them: it refuses halves of characters and NUL. */
export const jsonOf = (problems: readonly Problem[]): string =>
  JSON.stringify(problems, (_key, value: unknown) => (typeof value === 'string' ? storable(value) : value))

/** Text that the database can hold. */
export const storable = (value: string): string => value.toWellFormed().replaceAll('\0', '')

const SPECIAL = /[\\\t\n\r\0]/
const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
  '\0': '',
}

function text(value: string | null): string {
  if (value === null) return NULL
  return SPECIAL.test(value) ? value.replace(/[\\\t\n\r\0]/g, (sign) => ESCAPES[sign] ?? '') : value
}

/** A text[] literal: quoted for the array, then for COPY. */
const list = (values: readonly string[]): string =>
  text(`{${values.map((value) => `"${value.replace(/["\\]/g, '\\$&')}"`).join(',')}}`)
