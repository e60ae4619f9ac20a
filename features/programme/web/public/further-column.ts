import type { ReactNode } from 'react'

/** What a later feature says of each row ("last contribution"), and how it filters: composed in app/web. */
export interface FurtherColumn {
  key: string
  head: string
  cell: (ambassadorId: string) => ReactNode
  filter: {
    all: string
    options: { value: string; label: string }[]
    keeps: (ambassadorId: string, value: string) => boolean
  }
}
