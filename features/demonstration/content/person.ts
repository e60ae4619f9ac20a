import type { SiteKey } from './sites.ts'

export type DemoRole = 'member' | 'ambassador' | 'moderator' | 'animator' | 'lead' | 'sponsor'

/** A person whose name, desk and face are written by hand; the rest of the company is drawn from names.ts. */
export type NamedPerson = {
  slug: string
  given: string
  family: string
  site: SiteKey
  department: string
  job: string
  team: 'A' | 'B' | 'nuit' | 'journée'
  role: DemoRole
  gender: 'f' | 'm'
  language: 'fr' | 'en'
  organization: 'Aubrelle SAS' | 'Aubrelle Pose' | 'Aubrelle Export Ltd' | 'Scierie Morvannel'
  portrait: string | null
  /** Arrived in the last days, and nobody has said hello yet. */
  newcomer?: true
}
