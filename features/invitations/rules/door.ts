export interface CodeFacts {
  kind: 'personal' | 'shared'
  uses: number
  maxUses: number
  expired: boolean
  withdrawn: boolean
  /** The community is archived. */
  archived: boolean
  /** Of a personal code: the invitation was accepted. */
  accepted: boolean
}

/** 'used': a genuine personal code whose person is in; 'closed' says no more than an unknown code would. */
export function doorOf(code: CodeFacts): 'open' | 'used' | 'closed' {
  if (code.archived) return 'closed'
  if (code.kind === 'personal' && code.accepted) return 'used'
  return code.withdrawn || code.expired || code.uses >= code.maxUses ? 'closed' : 'open'
}
