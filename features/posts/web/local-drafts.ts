import type { Composed } from './composer-start.ts'

/** A draft on this device, until the server has it. */
export interface LocalDraft {
  id: string
  spaceId: string | null
  content: Composed
  updatedAt: string
}

const PREFIX = 'elan.draft.'

export function keepLocalDraft(draft: LocalDraft): void {
  try {
    localStorage.setItem(PREFIX + draft.id, JSON.stringify(draft))
  } catch {
    // Storage full or forbidden: the server's copy is the only one.
  }
}

export const dropLocalDraft = (id: string): void => localStorage.removeItem(PREFIX + id)

export function localDraft(id: string): LocalDraft | null {
  try {
    return JSON.parse(localStorage.getItem(PREFIX + id) ?? 'null') as LocalDraft | null
  } catch {
    return null
  }
}

export const localDrafts = (): LocalDraft[] =>
  Object.keys(localStorage)
    .filter((key) => key.startsWith(PREFIX))
    .flatMap((key) => localDraft(key.slice(PREFIX.length)) ?? [])
    .toSorted((one, other) => other.updatedAt.localeCompare(one.updatedAt))
