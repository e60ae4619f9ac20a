import type { ReactNode } from 'react'
import { fileUrl } from '#platform/web/call.ts'
import { Who } from '#ui/who.tsx'
import type { Face } from '../contract.ts'
import { nameOf } from './follow-up-data.ts'

/** A face, a name, where they work. */
export function PersonLine({
  person,
  meta,
  children,
}: {
  person: Face
  meta?: ReactNode
  children?: ReactNode
}) {
  return (
    <Who
      person={{
        name: nameOf(person),
        size: 40,
        ...(person.photoFileId ? { src: fileUrl(person.photoFileId, 'w320') } : {}),
      }}
      meta={meta ?? [person.job, person.site].filter(Boolean).join(', ')}
    >
      {children ?? nameOf(person)}
    </Who>
  )
}
