import { type SubmitEvent, useState } from 'react'
import { useAudiences } from '#features/audiences/web/public/audience-data.ts'
import { useText } from '#platform/web/i18n.ts'
import { useMe } from '#platform/web/me.ts'
import { Button } from '#ui/button.tsx'
import { RadioGroup } from '#ui/radio-group.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { Switch } from '#ui/switch.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { Group } from '../contract.ts'

export interface GroupWords {
  name: string
  description: string
  openness: Group['openness']
  isDefault: boolean
  audienceId: string | null
}

const OPENNESS: Group['openness'][] = ['open', 'closed', 'secret']

/** What a group is and who comes in. */
export function GroupForm({
  start,
  submitLabel,
  busy,
  onSubmit,
}: {
  start?: GroupWords
  submitLabel: string
  busy: boolean
  onSubmit: (words: GroupWords) => void
}) {
  const text = useText()
  const me = useMe()
  const writesAudiences = !me.outside && (me.standing === 'animator' || me.standing === 'administrator')
  const [words, setWords] = useState<GroupWords>(
    start ?? { name: '', description: '', openness: 'open', isDefault: false, audienceId: null },
  )
  const put = (part: Partial<GroupWords>) => setWords((before) => ({ ...before, ...part }))
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    onSubmit(words)
  }
  return (
    <form className="stack stack-6 narrow" onSubmit={submit}>
      <TextField
        label={text('communities.group.name')}
        required
        maxLength={80}
        value={words.name}
        onChange={(event) => put({ name: event.target.value })}
      />
      <TextArea
        label={text('communities.group.description')}
        optional={`(${text('platform.optional')})`}
        maxLength={500}
        value={words.description}
        onChange={(event) => put({ description: event.target.value })}
      />
      <RadioGroup<Group['openness']>
        legend={text('communities.group.openness')}
        value={words.openness}
        onChange={(openness) => put({ openness })}
        options={OPENNESS.map((value) => ({
          value,
          label: text(`spaces.openness.${value}`),
          hint: text(`communities.group.opennessHint.${value}`),
        }))}
      />
      <Switch
        label={text('communities.group.default')}
        hint={text('communities.group.defaultHint')}
        checked={words.isDefault}
        onChange={(isDefault) => put({ isDefault })}
      />
      {writesAudiences && (
        <AudienceField audienceId={words.audienceId} onChange={(audienceId) => put({ audienceId })} />
      )}
      <Button kind="accent" type="submit" busy={busy}>
        {submitLabel}
      </Button>
    </form>
  )
}

function AudienceField({
  audienceId,
  onChange,
}: {
  audienceId: string | null
  onChange: (id: string | null) => void
}) {
  const text = useText()
  const query = useAudiences()
  const audiences = query.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <div className="stack stack-2">
      <SelectField
        label={text('communities.group.audience')}
        hint={text('communities.group.audienceHint')}
        value={audienceId ?? ''}
        options={[
          { value: '', label: text('communities.group.byHand') },
          ...audiences.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(event) => onChange(event.target.value || null)}
      />
      {query.hasNextPage && (
        <Button
          kind="ghost"
          size="s"
          onClick={() => void query.fetchNextPage()}
          busy={query.isFetchingNextPage}
        >
          {text('communities.audience.more')}
        </Button>
      )}
    </div>
  )
}
