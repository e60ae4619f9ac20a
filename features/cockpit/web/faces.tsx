import { fileUrl } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { AvatarStack } from '#ui/avatar-stack.tsx'
import type { Face } from '../contract.ts'

export const nameOf = (face: Pick<Face, 'givenName' | 'familyName'>) =>
  `${face.givenName} ${face.familyName}`.trim()
export const photoOf = (face: Pick<Face, 'photoFileId'>) =>
  face.photoFileId ? fileUrl(face.photoFileId, 'w320') : null

/** A few faces and given names, and how many more. */
export function Faces({
  people,
  count,
  many = false,
}: {
  people: readonly Face[]
  count: number
  /** More than anybody counted. */
  many?: boolean
}) {
  const text = useText()
  if (people.length === 0) return null
  const names = people.map((face) => face.givenName).join(', ')
  const more = Math.max(0, count - people.length)
  return (
    <p className="row g2 sm ink2 td__f">
      <AvatarStack
        people={people.map((face) => ({ id: face.id, name: nameOf(face), src: photoOf(face) }))}
        more={many ? 0 : more}
      />
      <span>
        {many
          ? text('cockpit.namesMore', { names })
          : more > 0
            ? text('cockpit.names', { names, count: more })
            : names}
      </span>
    </p>
  )
}
