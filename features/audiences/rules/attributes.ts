/** What a rule may speak of. */
export const ATTRIBUTES = [
  'job',
  'department',
  'site',
  'organization',
  'level',
  'schoolZone',
  'interests',
  'standing',
  'status',
  'language',
  'email',
  'hired',
] as const
export type AttributeName = (typeof ATTRIBUTES)[number]

export const VERBS = ['is', 'isNot', 'includes', 'since', 'before'] as const
export type Verb = (typeof VERBS)[number]

/** What may be said of each: an e-mail is there or not, a day is before or after. */
export const verbsOf = (attribute: AttributeName): readonly Verb[] => {
  if (attribute === 'interests') return ['includes']
  if (attribute === 'hired') return ['since', 'before']
  return attribute === 'email' ? ['is'] : ['is', 'isNot']
}
