import { findPeople } from '#features/people/contract.ts'
import { call, fileUrl } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { useMe } from '#platform/web/me.ts'
import { Avatar } from '#ui/avatar.tsx'
import { Combobox, type ComboboxOption, type ComboboxWords } from '#ui/combobox.tsx'
import type { Recipient } from './composer-start.ts'

interface PersonOption extends ComboboxOption {
  photoFileId: string | null
}

function useComboboxWords(): ComboboxWords {
  const text = useText()
  return {
    loading: text('platform.loading'),
    nothing: text('posts.search.nobody'),
    failed: text('platform.unreachable.title'),
    results: (count) => text('comments.mention.found', { count }),
    remove: (label) => text('posts.compose.take_away', { label }),
  }
}

const optionOf = ({ id, label, photoFileId }: Recipient, description?: string): PersonOption => ({
  id,
  label,
  photoFileId,
  ...(description ? { description } : {}),
  picture: <Avatar name={label} src={photoFileId ? fileUrl(photoFileId, 'w320') : null} size={24} />,
})

/** Whom the kudos honours: people of that space, one or several, never oneself. */
export function RecipientsField({
  spaceId,
  chosen,
  error,
  onChange,
}: {
  spaceId: string | null
  chosen: readonly Recipient[]
  error: string | undefined
  onChange: (chosen: Recipient[]) => void
}) {
  const text = useText()
  const me = useMe()
  const words = useComboboxWords()
  const search = async (typed: string, signal: AbortSignal) => {
    const query = {
      limit: 8,
      ...(typed.trim() ? { search: typed.trim() } : {}),
      ...(spaceId ? { spaceId } : {}),
    }
    const found = await call(findPeople, { query }, { signal })
    return found.items
      .filter((person) => person.id !== me.id)
      .map(({ id, givenName, familyName, photoFileId, job, site }) =>
        optionOf(
          { id, label: `${givenName} ${familyName}`, photoFileId },
          [job, site].filter(Boolean).join(', '),
        ),
      )
  }
  return (
    <Combobox<PersonOption>
      multiple
      label={text('posts.compose.recipients')}
      placeholder={text('posts.compose.recipients_hint')}
      error={error}
      words={words}
      selected={chosen.map((person) => optionOf(person))}
      search={search}
      onChange={(people) =>
        onChange(people.map(({ id, label, photoFileId }) => ({ id, label, photoFileId })))
      }
    />
  )
}
