import type { Language } from '#platform/contract/schema.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'
import type { Labels } from './shape.ts'

export const LABELS: Record<Language, Labels> = { fr, en }
