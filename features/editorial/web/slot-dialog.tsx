import { type FormEvent, useId, useState } from 'react'
import { PersonPicker, type PickedPerson } from '#features/communities/web/public/person-picker.tsx'
import { KINDS, type PostKind } from '#features/posts/contract.ts'
import { nameOf } from '#features/reactions/web/public/face.ts'
import { call, newId, type Refused } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { useMe } from '#platform/web/me.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { TextField } from '#ui/text-field.tsx'
import { type Calendar, createSlot, setSeries } from '../contract.ts'
import type { Day } from '../rules/days.ts'
import { weekdayOf } from '../rules/days.ts'
import { LIMITS } from '../rules/limits.ts'
import { type Channel, CHANNELS, SLOT_KINDS, type SlotKind, usualChannel } from '../rules/states.ts'
import { fieldOf, minutesOf, useDayWords } from './day-words.ts'
import { useEditorialAct } from './editorial-data.ts'

type Repeat = 'never' | 'week' | 'fortnight' | 'month'
const LAST_OF_MONTH = 5

/** Which one of its month a day is; past the fourth, the last. */
const nthOf = (day: Day) => Math.min(LAST_OF_MONTH, Math.ceil(Number(day.slice(8)) / 7))

/** A new slot, once or again and again. */
export function SlotDialog({
  calendar,
  day: given,
  onClose,
}: {
  calendar: Calendar
  day: Day | null
  onClose: () => void
}) {
  const text = useText()
  const me = useMe()
  const { weekday } = useDayWords()
  const form = useId()
  const [id] = useState(newId)
  const [title, setTitle] = useState('')
  const [kind, setKind] = useState<SlotKind>('post')
  const [channel, setChannel] = useState<Channel>('feed')
  const [postKind, setPostKind] = useState<PostKind>('message')
  const [placeId, setPlaceId] = useState(calendar.spaceId)
  const [themeId, setThemeId] = useState('')
  const [owner, setOwner] = useState<PickedPerson | null>({ id: me.id, label: nameOf(me) })
  const [day, setDay] = useState(given ?? '')
  const [time, setTime] = useState(fieldOf(540))
  const [brief, setBrief] = useState('')
  const [repeat, setRepeat] = useState<Repeat>('never')
  const [refused, setRefused] = useState<Refused | null>(null)
  const [lacks, setLacks] = useState(false)
  const common = {
    spaceId: calendar.spaceId,
    title: title.trim(),
    kind,
    channel,
    postKind,
    placeId,
    themeId: themeId || null,
    ownerId: owner?.id ?? null,
    brief: brief.trim(),
  }
  const create = useEditorialAct<void, unknown>(
    () =>
      repeat === 'never'
        ? call(createSlot, {
            params: { id },
            body: { ...common, ...(day ? { day, minutes: minutesOf(time) } : {}) },
          })
        : call(setSeries, {
            params: { id },
            body: {
              ...common,
              every: repeat,
              weekday: weekdayOf(day),
              nth: repeat === 'month' ? nthOf(day) : null,
              minutes: minutesOf(time),
              startsOn: day,
            },
          }),
    onClose,
    setRefused,
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setRefused(null)
    const missing = !title.trim() || (repeat !== 'never' && !day)
    setLacks(missing)
    if (!missing) create.mutate()
  }
  const fault = (field: string) => refused?.on(field)
  return (
    <Dialog
      open
      onClose={onClose}
      closeOutside={false}
      title={text('editorial.new.title')}
      closeLabel={text('platform.close')}
      actions={
        <Button kind="primary" type="submit" form={form} busy={create.isPending}>
          {text(repeat === 'never' ? 'editorial.new.create' : 'editorial.new.create_series')}
        </Button>
      }
    >
      <form id={form} className="stack stack-4" noValidate onSubmit={submit}>
        {refused && refused.fields.length === 0 && <p role="alert">{refused.message}</p>}
        <TextField
          label={text('editorial.field.title')}
          hint={text('editorial.field.title_hint')}
          value={title}
          maxLength={LIMITS.title}
          required
          data-autofocus
          error={fault('title') ?? (lacks && !title.trim() ? text('editorial.new.title_missing') : undefined)}
          onChange={(event) => setTitle(event.target.value)}
        />
        <div className="efs">
          <SelectField
            label={text('editorial.field.kind')}
            value={kind}
            options={SLOT_KINDS.map((value) => ({ value, label: text(`editorial.kind.${value}`) }))}
            onChange={(event) => {
              const next = event.target.value as SlotKind
              setKind(next)
              setChannel(usualChannel(next))
            }}
          />
          <SelectField
            label={text('editorial.field.channel')}
            value={channel}
            options={CHANNELS.map((value) => ({ value, label: text(`editorial.channel.${value}`) }))}
            onChange={(event) => setChannel(event.target.value as Channel)}
          />
          {kind === 'post' && (
            <SelectField
              label={text('editorial.field.post_kind')}
              value={postKind}
              options={KINDS.map((value) => ({ value, label: text(`posts.kind.${value}`) }))}
              onChange={(event) => setPostKind(event.target.value as PostKind)}
            />
          )}
          <SelectField
            label={text('editorial.field.place')}
            value={placeId}
            options={calendar.places.map((place) => ({ value: place.id, label: place.name }))}
            error={fault('placeId')}
            onChange={(event) => setPlaceId(event.target.value)}
          />
          {calendar.themes.length > 0 && (
            <SelectField
              label={text('editorial.field.theme')}
              value={themeId}
              options={[
                { value: '', label: text('editorial.field.no_theme') },
                ...calendar.themes.map((theme) => ({ value: theme.id, label: theme.name })),
              ]}
              onChange={(event) => setThemeId(event.target.value)}
            />
          )}
        </div>
        <PersonPicker
          label={text('editorial.field.owner')}
          hint={text('editorial.field.owner_hint')}
          picked={owner}
          error={fault('ownerId')}
          onPick={setOwner}
        />
        <div className="efs">
          <TextField
            type="date"
            label={text('editorial.field.day')}
            {...(repeat === 'never' ? { optional: `(${text('platform.optional')})` } : {})}
            value={day}
            error={
              fault('day') ??
              (lacks && repeat !== 'never' && !day ? text('editorial.new.day_missing') : undefined)
            }
            onChange={(event) => setDay(event.target.value)}
          />
          <TextField
            type="time"
            label={text('editorial.field.time')}
            value={time}
            onChange={(event) => setTime(event.target.value || fieldOf(540))}
          />
          <SelectField
            label={text('editorial.field.repeat')}
            value={repeat}
            options={(['never', 'week', 'fortnight', 'month'] as const).map((value) => ({
              value,
              label: text(`editorial.repeat.${value}`),
            }))}
            {...(repeat === 'month' && day
              ? { hint: text(`editorial.nth.${nthOf(day)}`, { weekday: weekday(day) }) }
              : {})}
            onChange={(event) => setRepeat(event.target.value as Repeat)}
          />
        </div>
        <TextArea
          label={text('editorial.field.brief')}
          optional={`(${text('platform.optional')})`}
          rows={2}
          value={brief}
          maxLength={LIMITS.brief}
          onChange={(event) => setBrief(event.target.value)}
        />
      </form>
    </Dialog>
  )
}
