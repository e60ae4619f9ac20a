import { findPeople, type PersonCard } from '#features/people/contract.ts'
import { call, fileUrl } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { Avatar } from '#ui/avatar.tsx'
import { Combobox, type ComboboxOption } from '#ui/combobox.tsx'
import { nearFirst } from '../near-first.ts'

export type PickedPerson = ComboboxOption & { person?: PersonCard }

interface PersonPickerProps {
  label: string
  hint?: string
  error?: string | undefined
  /** Those who have a seat there come first. */
  nearSpaceId?: string
  picked: PickedPerson | null
  onPick: (picked: PickedPerson | null) => void
}

const MOST = 8

/** Somebody of the network, found by name. */
export function PersonPicker({ label, hint, error, nearSpaceId, picked, onPick }: PersonPickerProps) {
  const text = useText()
  const search = async (typed: string, signal: AbortSignal): Promise<PickedPerson[]> => {
    const query = { limit: MOST, ...(typed.trim() ? { search: typed.trim() } : {}) }
    const find = (more: { spaceId?: string } = {}) =>
      call(findPeople, { query: { ...query, ...more } }, { signal })
    const [near, all] = await Promise.all([nearSpaceId ? find({ spaceId: nearSpaceId }) : null, find()])
    return nearFirst(near?.items ?? [], all.items, MOST).map((person) => ({
      id: person.id,
      label: `${person.givenName} ${person.familyName}`,
      description: [person.job, person.site].filter(Boolean).join(', '),
      picture: (
        <Avatar
          name={`${person.givenName} ${person.familyName}`}
          src={person.photoFileId && fileUrl(person.photoFileId, 'w320')}
          size={32}
        />
      ),
      person,
    }))
  }
  return (
    <Combobox<PickedPerson>
      label={label}
      hint={hint}
      error={error}
      placeholder={text('communities.people.search')}
      selected={picked ? [picked] : []}
      onChange={(selected) => onPick(selected.at(-1) ?? null)}
      search={search}
      words={{
        loading: text('communities.people.loading'),
        nothing: text('communities.people.nobody'),
        failed: text('platform.unreachable.title'),
        results: (count) => text('communities.people.found', { count }),
        remove: (name) => text('communities.people.remove', { name }),
      }}
    />
  )
}
