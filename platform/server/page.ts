import { invalid } from './errors.ts'

/** Keyset cursors: opaque to the client, the sort key of the last row to us. */
export const writeCursor = (...parts: (string | number)[]) =>
  Buffer.from(JSON.stringify(parts)).toString('base64url')

export function readCursor(cursor: string | undefined, size: number): string[] | null {
  if (!cursor) return null
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    const fine =
      Array.isArray(parts) && parts.length === size && parts.every((part) => typeof part !== 'object')
    if (fine) return parts.map(String)
  } catch {
    // Falls through to the refusal: a cursor nobody gave is the caller's mistake, not ours.
  }
  throw invalid('platform.cursor', { field: 'cursor' })
}

/** Cuts a page out of one row more than asked for. */
export function pageOf<R>(
  rows: R[],
  limit: number,
  cursorOf: (row: R) => string,
): { items: R[]; next: string | null } {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, next: rows.length > limit && last ? cursorOf(last) : null }
}
