import { findPeople } from '#features/people/contract.ts'
import type { Space } from '#features/spaces/contract.ts'
import { call } from '#platform/web/call.ts'

/** Somebody or a space that a text may name. */
export interface Mentionable {
  id: string
  kind: 'member' | 'space'
  label: string
  detail: string
  photoFileId: string | null
}

const MOST = 6
const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** People of this space first, then my own spaces that carry the words. */
export async function findMentionables(
  typed: string,
  spaceId: string | null,
  mine: readonly Space[],
  signal?: AbortSignal,
): Promise<Mentionable[]> {
  const search = typed.trim()
  const query = { limit: MOST, ...(search ? { search } : {}), ...(spaceId ? { spaceId } : {}) }
  const people = await call(findPeople, { query }, signal ? { signal } : {})
  const spaces = mine
    .filter((space) => search !== '' && plain(space.name).includes(plain(search)))
    .slice(0, 3)
  return [
    ...people.items.map((person) => ({
      id: person.id,
      kind: 'member' as const,
      label: `${person.givenName} ${person.familyName}`.trim(),
      detail: [person.job, person.site].filter(Boolean).join(', '),
      photoFileId: person.photoFileId,
    })),
    ...spaces.map((space) => ({
      id: space.id,
      kind: 'space' as const,
      label: space.name,
      detail: '',
      photoFileId: space.coverFileId,
    })),
  ]
}
