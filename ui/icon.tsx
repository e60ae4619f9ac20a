import type { ComponentType } from 'react'

/** Any line icon, in practice one of lucide-react imported by name. */
export type Icon = ComponentType<{ className?: string; 'aria-hidden'?: boolean }>
