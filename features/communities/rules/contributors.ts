import type { Role } from '#features/spaces/rules/roles.ts'

/**
 * Whom the cap counts. In a community of ambassadors, everybody but those who lead, animate, moderate or sponsor it;
 * elsewhere the ambassadors alone, so that a cap of eighty ambassadors does not close the door to members.
 */
export const contributorRoles = (kind: string): Role[] =>
  kind === 'ambassadors' ? ['member', 'ambassador'] : ['ambassador']
