import { useEffect } from 'react'
import { noteVisit } from '#features/insights/contract.ts'
import { call } from '#platform/web/call.ts'
import { usePath } from '#platform/web/router.tsx'

const told = new Set<string>()

/** Opening a space counts one visit of its day, without a name; told once by this screen, and never insisted upon. */
export function useVisit(): void {
  const spaceId = /^\/(?:espaces|communautes)\/([0-9a-f-]{36})/.exec(usePath())?.[1]
  useEffect(() => {
    const key = `${spaceId} ${new Date().toDateString()}`
    if (!spaceId || told.has(key)) return
    told.add(key)
    void call(noteVisit, { params: { id: spaceId } }).catch(() => {})
  }, [spaceId])
}
