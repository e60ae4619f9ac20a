export interface Labels {
  title: string
  lead: string[]
  contents: string
  table: string
  files: string
  noFile: string
  nothing: string
  yes: string
  no: string
  others: { title: string; lines: string[] }
  /** Of each part of features' personal.ts, by its key. */
  parts: Record<string, string>
  /** Where something has to be known to read it. */
  notes: Record<string, string>
  fields: Record<string, string>
  /** Codes of the database, where a word says more. */
  values: Record<string, string>
}
