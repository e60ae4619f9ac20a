import { fileUrl } from '#platform/web/call.ts'
import type { Face } from '../contract.ts'

export const nameOf = (face: Pick<Face, 'givenName' | 'familyName'>) =>
  `${face.givenName} ${face.familyName}`.trim()
export const faceOf = (face: Face) => ({
  name: nameOf(face),
  src: face.photoFileId ? fileUrl(face.photoFileId, 'w320') : null,
})
