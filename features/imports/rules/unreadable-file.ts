export const UNREADABLE_CODES = [
  'file.empty',
  'file.no_line',
  'file.too_large',
  'file.damaged',
  'file.old_excel',
  'file.not_a_directory',
  'file.no_such_column',
] as const

export type UnreadableCode = (typeof UNREADABLE_CODES)[number]

/** The whole file cannot be read: not one line of it, as opposed to a rejected line. */
export class UnreadableFile extends Error {
  readonly code: UnreadableCode
  readonly detail: string

  constructor(code: UnreadableCode, detail = '') {
    super(detail ? `${code}: ${detail}` : code)
    this.name = 'UnreadableFile'
    this.code = code
    this.detail = detail
  }
}
