import type { Column } from '../contract.ts'
import type { KnownPerson } from '../rules/cross-check.ts'
import type { FieldName } from '../rules/person.ts'
import type { Problem } from '../rules/problem.ts'
import type { UnreadableCode } from '../rules/unreadable-file.ts'

export type FileFormat = { kind: 'csv' | 'xlsx'; delimiter: string; encoding: string | null }

/** What the thread that reads is asked; `only`: give back the cells of these lines, and nothing else. */
export type ReadingTask = {
  path: string
  bytes: number
  today: string
  mapping: (FieldName | null)[] | null
  /** Fields given the column of this name, before anything is proposed for it. */
  named: readonly (readonly [FieldName, string])[]
  only: number[] | null
}

/** Each message but the last waits for its answer: the reader never runs ahead of the database. */
export type FromReader =
  | { kind: 'columns'; columns: Column[]; missing: FieldName[] }
  | { kind: 'rows'; copy: Uint8Array; lines: number; share: number | null }
  | { kind: 'managers'; refs: string[] }
  | { kind: 'late'; rejected: Problem[]; warnings: Problem[]; released: number[] }
  | { kind: 'cells'; lines: { line: number; cells: string[] }[] }
  | { kind: 'done'; lines: number; people: number; blank: number; format: FileFormat }
  | { kind: 'unreadable'; code: UnreadableCode; detail: string }

export type ToReader = { known?: KnownPerson[] }
