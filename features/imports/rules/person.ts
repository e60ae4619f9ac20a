export const FIELDS = [
  'staffNumber',
  'familyName',
  'givenName',
  'fullName',
  'fullNameFamilyFirst',
  'email',
  'phone',
  'organization',
  'site',
  'schoolZone',
  'department',
  'job',
  'level',
  'manager',
  'managerEmail',
  'hiredOn',
  'leftOn',
  'interests',
  'language',
] as const

/** What a column of the file can feed. */
export type FieldName = (typeof FIELDS)[number]

/** Days are 'YYYY-MM-DD'; `managerRef` is a staff number or an e-mail address, as the file gave it. */
export type Person = {
  staffNumber: string | null
  email: string | null
  givenName: string
  familyName: string
  phone: string | null
  organization: string | null
  site: string | null
  schoolZone: string | null
  department: string | null
  job: string | null
  level: string | null
  managerRef: string | null
  hiredOn: string | null
  leftOn: string | null
  interests: string[]
  language: 'fr' | 'en' | null
}
