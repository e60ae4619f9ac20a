import { useEffect, useState } from 'react'
import { useAudiences } from '#features/audiences/web/public/audience-data.ts'
import { fieldError } from '#features/network/web/public/form-problem.tsx'
import { findPeople } from '#features/people/contract.ts'
import { call, fileUrl, newId } from '#platform/web/call.ts'
import { useFormat, useText } from '#platform/web/i18n.ts'
import { Link } from '#platform/web/router.tsx'
import { Avatar } from '#ui/avatar.tsx'
import { Combobox, type ComboboxOption } from '#ui/combobox.tsx'
import { RadioGroup } from '#ui/radio-group.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { Choice, Guest } from '../contract.ts'
import { fullName } from './invitation-data.ts'

export interface ChosenAudience {
  id: string
  name: string
  count: number
}

const MODES = ['byAudience', 'byPeople', 'byGuest'] as const
type Mode = (typeof MODES)[number]

/** An audience, people of the directory, or somebody from outside. */
export function ChooseWhom({
  own,
  onChoose,
  error,
}: {
  own: ChosenAudience | null
  onChoose: (choice: Choice | null) => void
  error: unknown
}) {
  const text = useText()
  const [mode, setMode] = useState<Mode>('byAudience')
  const choose = (next: Mode) => {
    setMode(next)
    onChoose(null)
  }
  return (
    <div className="stack stack-6">
      <RadioGroup
        legend={text('invitations.invite.whom')}
        value={mode}
        onChange={choose}
        options={MODES.map((value) => ({
          value,
          label: text(`invitations.invite.${value}`),
          hint: text(`invitations.invite.${value}Hint`),
        }))}
      />
      {mode === 'byAudience' && <OneAudience own={own} onChoose={onChoose} />}
      {mode === 'byPeople' && <SomePeople onChoose={onChoose} />}
      {mode === 'byGuest' && <OneGuest onChoose={onChoose} error={error} />}
    </div>
  )
}

type Chosen = (choice: Choice | null) => void

/** The audience of the community first; the others for those who may read them. */
function OneAudience({ own, onChoose }: { own: ChosenAudience | null; onChoose: Chosen }) {
  const text = useText()
  const format = useFormat()
  const saved = useAudiences()
  useAllPages(saved)
  const [chosen, setChosen] = useState('')
  const others = (saved.data?.pages ?? [])
    .flatMap((page) => page.items)
    .filter((audience) => audience.id !== own?.id)
  const all: ChosenAudience[] = [...(own ? [own] : []), ...others]
  if (all.length === 0 && !saved.isPending)
    return (
      <p className="ink2">
        {text('invitations.invite.noAudience')}{' '}
        <Link className="link" to="/publics/creer">
          {text('invitations.invite.makeAudience')}
        </Link>
      </p>
    )
  return (
    <SelectField
      label={text('invitations.invite.audience')}
      placeholder={text('invitations.invite.chooseAudience')}
      value={chosen}
      disabled={saved.isPending && !own}
      options={all.map(({ id, name, count }) => ({ value: id, label: `${name} (${format.number(count)})` }))}
      onChange={(event) => {
        setChosen(event.target.value)
        onChoose(event.target.value ? { audienceId: event.target.value } : null)
      }}
    />
  )
}

/** Pages of audiences are small: the next ones come by themselves until the list is whole. */
function useAllPages(saved: ReturnType<typeof useAudiences>): void {
  const { hasNextPage, isFetching, fetchNextPage } = saved
  useEffect(() => {
    if (hasNextPage && !isFetching) void fetchNextPage()
  }, [hasNextPage, isFetching, fetchNextPage])
}

function SomePeople({ onChoose }: { onChoose: Chosen }) {
  const text = useText()
  const [selected, setSelected] = useState<readonly ComboboxOption[]>([])
  const search = async (query: string, signal: AbortSignal): Promise<ComboboxOption[]> => {
    const page = await call(findPeople, { query: { search: query, limit: 8 } }, { signal })
    return page.items.map((person) => ({
      id: person.id,
      label: fullName(person),
      description: [person.job, person.site].filter(Boolean).join(', '),
      picture: (
        <Avatar
          name={fullName(person)}
          src={person.photoFileId && fileUrl(person.photoFileId, 'w320')}
          size={32}
        />
      ),
    }))
  }
  return (
    <Combobox
      multiple
      label={text('invitations.invite.people')}
      placeholder={text('invitations.invite.searchPeople')}
      selected={selected}
      search={search}
      onChange={(people) => {
        setSelected(people)
        onChoose(people.length > 0 ? { memberIds: people.map((person) => person.id) } : null)
      }}
      words={{
        loading: text('invitations.invite.peopleWords.loading'),
        nothing: text('invitations.invite.peopleWords.nothing'),
        failed: text('invitations.invite.peopleWords.failed'),
        results: (count) => text('invitations.invite.peopleWords.results', { count }),
        remove: (label) => text('invitations.invite.peopleWords.remove', { label }),
      }}
    />
  )
}

const WAIT = 400

function OneGuest({ onChoose, error }: { onChoose: Chosen; error: unknown }) {
  const text = useText()
  const [guest, setGuest] = useState<Guest>(() => ({ id: newId(), givenName: '', familyName: '', email: '' }))
  useEffect(() => {
    const whole = guest.givenName.trim() && guest.familyName.trim()
    const email = guest.email?.trim()
    const usable = whole && (!email || /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(email))
    const timer = setTimeout(
      () =>
        onChoose(
          usable
            ? {
                guests: [
                  {
                    ...guest,
                    givenName: guest.givenName.trim(),
                    familyName: guest.familyName.trim(),
                    email: email || null,
                  },
                ],
              }
            : null,
        ),
      WAIT,
    )
    return () => clearTimeout(timer)
  }, [guest, onChoose])
  const field = (name: 'givenName' | 'familyName' | 'email') => ({
    label: text(`invitations.invite.${name}`),
    value: guest[name] ?? '',
    onChange: (event: { target: { value: string } }) => setGuest({ ...guest, [name]: event.target.value }),
  })
  return (
    <div className="stack">
      <TextField {...field('givenName')} required maxLength={80} autoComplete="off" />
      <TextField {...field('familyName')} required maxLength={80} autoComplete="off" />
      <TextField
        {...field('email')}
        type="email"
        maxLength={254}
        autoComplete="off"
        optional={`(${text('platform.optional')})`}
        hint={text('invitations.invite.emailHint')}
        error={fieldError(error, 'email')}
      />
    </div>
  )
}
