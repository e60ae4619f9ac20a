import { fileUrl } from '#platform/web/call.ts'
import type { AvatarProps, AvatarSize } from '#ui/avatar.tsx'
import type { StackedPerson } from '#ui/avatar-stack.tsx'

export interface Named {
  givenName: string
  familyName: string
  photoFileId: string | null
}

export const nameOf = (person: { givenName: string; familyName: string }): string =>
  `${person.givenName} ${person.familyName}`.trim()

/** What ui needs to draw somebody. */
export const faceOf = (person: Named, size: AvatarSize = 44): AvatarProps => ({
  name: nameOf(person),
  src: person.photoFileId ? fileUrl(person.photoFileId, 'w320') : null,
  size,
})

export const stackedOf = (person: Named & { id: string }): StackedPerson => ({
  id: person.id,
  name: nameOf(person),
  src: person.photoFileId ? fileUrl(person.photoFileId, 'w320') : null,
})
