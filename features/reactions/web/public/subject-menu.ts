import { createContext, useContext } from 'react'
import type { Icon } from '#ui/icon.tsx'

/** A post or a comment, as what acts on both of them needs to know it. */
export interface Subject {
  kind: 'post' | 'comment'
  id: string
  spaceId: string
  /** I wrote it. */
  mine: boolean
  hidden: boolean
  moderate: boolean
  authorName: string
}

export interface SubjectEntry {
  key: string
  label: string
  icon: Icon
  danger?: boolean
  onSelect: () => void
}

/** Entries that features standing after this one add to the menus: reporting, hiding. The application fills it. */
export const SubjectMenuContext = createContext<(subject: Subject) => SubjectEntry[]>(() => [])

export const useSubjectEntries = (): ((subject: Subject) => SubjectEntry[]) => useContext(SubjectMenuContext)
