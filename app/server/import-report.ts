import type { FileOutcome } from '#features/imports/server/file-import.ts'
import type { Language } from '#platform/contract/schema.ts'
import { words } from '#platform/server/words.ts'

/** What scripts read: one entry per rejected line, with its first problem; the others, when there are any, in `also`. */
export function reportOf({ counts, applied, rejected, warnings, organizations, columns }: FileOutcome) {
  const { create = 0, update = 0, unchanged = 0, absent = 0, blank = 0, left = 0 } = counts ?? {}
  return {
    create,
    update,
    unchanged,
    absent,
    rejected: rejected.map(({ line, problems: [first, ...others] }) => ({
      line,
      field: first?.field ?? null,
      code: first?.code ?? '',
      message: first?.message ?? '',
      ...(others.length > 0
        ? { also: others.map(({ field, code, message }) => ({ field, code, message })) }
        : {}),
    })),
    warnings: warnings.flatMap(({ line, problems }) =>
      problems.map(({ field, code, message }) => ({ line, field, code, message })),
    ),
    blank,
    left,
    applied,
    organizations,
    columns: columns.map(({ header, field }) => ({ header, field })),
  }
}

const SHOWN = 20

/** The same for somebody who reads a terminal: a sentence first. */
export function summaryOf(outcome: FileOutcome, language: Language): string[] {
  const text = words(language)
  const { counts, applied, rejected, organizations } = outcome
  if (!counts) return []
  const said = (key: string, count: number) => text(`imports.command.${key}`, { count })
  const outside = organizations.filter((one) => one.outside).map((one) => one.name)
  return [
    text(applied ? 'imports.command.applied' : 'imports.command.compared', {
      count: counts.create + counts.update + counts.unchanged,
    }),
    ...(['create', 'update', 'unchanged', 'absent', 'rejected', 'warnings'] as const).map(
      (key) => `  ${said(key, counts[key])}`,
    ),
    ...(outside.length > 0 ? [text('imports.command.outside', { names: outside.join(', ') })] : []),
    ...rejected
      .slice(0, SHOWN)
      .map(({ line, problems }) =>
        text('imports.command.line', { line, message: problems.map(({ message }) => message).join(' ') }),
      ),
    ...(rejected.length > SHOWN ? [text('imports.command.more', { count: rejected.length - SHOWN })] : []),
    ...(applied ? [] : [text('imports.command.nothing')]),
  ]
}
