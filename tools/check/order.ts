/** Features in the order in which they may know each other: one imports those before it, never those after. */
export const ORDER = [
  'network',
  'organizations',
  'spaces',
  'files',
  'people',
  'sessions',
  'audiences',
  'reactions',
  'comments',
  'posts',
  'notifications',
  'moderation',
  'communities',
  'invitations',
  'imports',
  'insights',
  'cockpit',
  'administration',
  'demonstration',
] as const

/** Commands that the owner of a table offers to features after it, in their own transaction. */
export const OFFERED: Record<string, string[]> = {
  '*': ['queries', 'policy', 'subjects', 'offers'],
  spaces: ['commands'],
  sessions: ['commands', 'checked-body', 'guesses', 'password-rules'],
  people: ['commands'],
  files: ['commands'],
  organizations: ['commands'],
  network: ['commands', 'set-up-code'],
  audiences: ['commands', 'jobs', 'uses'],
  communities: ['commands'],
  invitations: ['commands'],
}
