import { fileUrl } from '#platform/web/call.ts'
import type { AvatarProps, RoleSign } from '#ui/avatar.tsx'

export const fullName = (person: { givenName: string; familyName: string }) =>
  `${person.givenName} ${person.familyName}`.trim()

const SIGNS: Record<string, RoleSign> = {
  ambassador: 'ambassador',
  animator: 'animator',
  lead: 'animator',
  sponsor: 'sponsor',
}

/** A face with the sign of its role. */
export const faceOf = (
  person: { givenName: string; familyName: string; photoFileId: string | null },
  size: AvatarProps['size'] = 44,
  role?: string | null,
): AvatarProps => ({
  name: fullName(person),
  src: person.photoFileId && fileUrl(person.photoFileId, 'w320'),
  size,
  sign: role ? (SIGNS[role] ?? null) : null,
})

/** 'Éclaireuse' when the person's own feminine is known. */
export const roleKey = (role: string, gender?: string | null) =>
  `spaces.role.${role}${role === 'ambassador' && gender === 'feminine' ? '_feminine' : ''}`
