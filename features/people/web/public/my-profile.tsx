import './people.css'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { uploadFile } from '#features/files/web/public/upload.ts'
import { fieldError, FormProblem } from '#features/network/web/public/form-problem.tsx'
import { Await } from '#platform/web/await.tsx'
import { call, fileUrl, Refused } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { Button } from '#ui/button.tsx'
import { PhotoPicker } from '#ui/photo-picker.tsx'
import { RadioGroup } from '#ui/radio-group.tsx'
import { ListSkeleton } from '#ui/skeleton.tsx'
import { TagInput } from '#ui/tag-input.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { TextField } from '#ui/text-field.tsx'
import { type Me, readMe } from '../../contract.ts'
import { fullName } from './person-link.tsx'
import { useChangeMe } from './use-change-me.ts'

/** What others see of me: my face, a few words, what I like. */
export function MyProfile() {
  const text = useText()
  const me = useQuery({ queryKey: ['people', 'me'], queryFn: () => call(readMe, {}), staleTime: 300_000 })
  return (
    <Await query={me} skeleton={<ListSkeleton label={text('platform.loading')} />}>
      {(found) => (
        <div className="stack stack-6">
          <MyPhoto me={found} />
          <Words key={found.id} me={found} />
        </div>
      )}
    </Await>
  )
}

function MyPhoto({ me }: { me: Me }) {
  const text = useText()
  const change = useChangeMe()
  const send = useMutation({
    mutationFn: async (file: File) => {
      const { id } = await uploadFile(file, { use: 'portrait' })
      await change.mutateAsync({ photoFileId: id })
    },
  })
  const error = send.error ?? change.error
  return (
    <PhotoPicker
      label={text('people.me.photo')}
      hint={text('people.me.photo_hint')}
      name={fullName(me)}
      src={me.photoFileId ? fileUrl(me.photoFileId, 'w320') : null}
      words={{
        choose: text('people.me.photo_choose'),
        change: text('people.me.photo_change'),
        remove: text('people.me.photo_remove'),
      }}
      busy={send.isPending}
      error={error && (error instanceof Refused ? error.message : text('people.me.photo_failed'))}
      onPick={(file) => send.mutate(file)}
      onRemove={() => change.mutate({ photoFileId: null })}
    />
  )
}

const GENDERS = ['feminine', 'masculine', 'none'] as const

function Words({ me }: { me: Me }) {
  const text = useText()
  const change = useChangeMe()
  const [about, setAbout] = useState(me.about)
  const [interests, setInterests] = useState(me.interests)
  const [phone, setPhone] = useState(me.phone ?? '')
  const [gender, setGender] = useState<(typeof GENDERS)[number]>(me.gender ?? 'none')
  const save = () =>
    change.mutate({ about, interests, phone: phone || null, gender: gender === 'none' ? null : gender })
  return (
    <form
      className="stack stack-6"
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <TextArea
        label={text('people.me.about')}
        hint={text('people.me.about_hint')}
        error={fieldError(change.error, 'about')}
        maxLength={600}
        remaining={(left) => text('people.me.remaining', { count: left })}
        value={about}
        onChange={(event) => setAbout(event.target.value)}
      />
      <TagInput
        label={text('people.me.interests')}
        hint={text('people.me.interests_hint')}
        tags={interests}
        onChange={setInterests}
        words={{
          loading: text('platform.loading'),
          nothing: text('people.me.interests_none'),
          failed: text('platform.unreachable.title'),
          results: (count) => text('people.me.interests_results', { count }),
          remove: (label) => text('people.me.interests_remove', { label }),
        }}
      />
      <TextField
        label={text('people.profile.phone')}
        optional={`(${text('platform.optional')})`}
        type="tel"
        autoComplete="tel"
        maxLength={30}
        value={phone}
        onChange={(event) => setPhone(event.target.value)}
      />
      <RadioGroup
        legend={text('people.me.gender')}
        hint={text('people.me.gender_hint')}
        options={GENDERS.map((value) => ({ value, label: text(`people.me.gender_${value}`) }))}
        value={gender}
        onChange={setGender}
      />
      <FormProblem error={change.error} fields={['about']} />
      <Button type="submit" kind="accent" busy={change.isPending}>
        {text('people.me.save')}
      </Button>
    </form>
  )
}
