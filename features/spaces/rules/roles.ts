export const ROLES = ['member', 'sponsor', 'ambassador', 'moderator', 'animator', 'lead'] as const
export type Role = (typeof ROLES)[number]

/** Powers grow in this order; a sponsor and an ambassador speak louder but decide no more than a member. */
const POWER: Record<Role, number> = {
  member: 0,
  sponsor: 0,
  ambassador: 0,
  moderator: 1,
  animator: 2,
  lead: 3,
}

export const atLeast = (role: Role | null, needed: Role): boolean =>
  role !== null && POWER[role] >= POWER[needed]

export const stronger = (one: Role | null, other: Role | null): Role | null => {
  if (one === null || other === null) return one ?? other
  return POWER[other] > POWER[one] ? other : one
}
