import { ChevronLeft } from 'lucide-react'
import { useState } from 'react'
import { PersonPicker } from '#features/communities/web/public/person-picker.tsx'
import { KINDS, type PostKind } from '#features/posts/contract.ts'
import { faceOf, nameOf } from '#features/reactions/web/public/face.ts'
import { Await } from '#platform/web/await.tsx'
import { call } from '#platform/web/call.ts'
import { useText, useTimeZone } from '#platform/web/i18n.ts'
import { dayIn } from '#platform/web/zone-time.ts'
import { Link, useParam } from '#platform/web/router.tsx'
import { Avatar } from '#ui/avatar.tsx'
import { Badge } from '#ui/badge.tsx'
import { Banner } from '#ui/banner.tsx'
import { Button, buttonClass } from '#ui/button.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { showToast } from '#ui/toast-store.ts'
import { changeSlot, moveSlot, type SlotChange, type SlotSheet } from '../contract.ts'
import { isOver, isReminded, type SlotState } from '../rules/states.ts'
import { channelIcons, stateIcons } from './channels.ts'
import { useDayWords } from './day-words.ts'
import { useEditorialAct, useSlot } from './editorial-data.ts'
import { PlaceDialog } from './place-dialog.tsx'
import { SlotElsewhere } from './slot-link.tsx'
import { SlotRemarks, SlotVersions } from './slot-remarks.tsx'
import { SlotWriting } from './slot-writing.tsx'
import './editorial.css'

/** One slot: its text written together, its hour, and the step to take. */
export function SlotPage() {
  const id = useParam('slotId')
  const query = useSlot(id)
  return <Await query={query}>{(sheet) => <Told key={sheet.id} sheet={sheet} />}</Await>
}

function Told({ sheet }: { sheet: SlotSheet }) {
  const text = useText()
  const State = stateIcons[sheet.state]
  return (
    <>
      <PageHead
        eyebrow={
          <Link
            className="quiet row g1"
            to={`/communautes/${sheet.spaceId}/calendrier${sheet.day ? `?jour=${sheet.day}` : ''}`}
          >
            <ChevronLeft className="i i--s" aria-hidden />
            {text('editorial.eyebrow', { name: sheet.communityName })}
          </Link>
        }
        title={sheet.title}
        lead={sheet.brief || undefined}
      />
      <p>
        <Badge
          kind={
            sheet.state === 'published' || sheet.state === 'held'
              ? 'ok'
              : sheet.state === 'scheduled'
                ? 'info'
                : 'neutral'
          }
          icon={State}
        >
          {text(`editorial.state.${sheet.state}`)}
        </Badge>
      </p>
      {sheet.failure && <Banner kind="bad">{text('editorial.slot.failed', { why: sheet.failure })}</Banner>}
      <div className="esl">
        <div className="stack stack-8">
          {sheet.state === 'published' ? (
            <Published sheet={sheet} />
          ) : sheet.state === 'held' ? (
            <p>{text('editorial.slot.held')}</p>
          ) : sheet.kind === 'post' ? (
            <SlotWriting sheet={sheet} />
          ) : (
            <SlotElsewhere sheet={sheet} />
          )}
        </div>
        <Facts sheet={sheet} />
        <div className="stack stack-8">
          <SlotRemarks sheet={sheet} />
          <SlotVersions sheet={sheet} />
        </div>
      </div>
    </>
  )
}

function Published({ sheet }: { sheet: SlotSheet }) {
  const text = useText()
  return (
    <section className="stack stack-3">
      <p>{text(sheet.kind === 'share' ? 'editorial.slot.kit_opened' : 'editorial.slot.published')}</p>
      {sheet.kit && (
        <p>
          <Link className={buttonClass({ kind: 'primary' })} to={`/kits/${sheet.kit.id}`}>
            {text('editorial.slot.kit_see')}
          </Link>
        </p>
      )}
      {sheet.postId && (
        <p>
          <Link className={buttonClass({ kind: 'primary' })} to={`/publications/${sheet.postId}`}>
            {text('editorial.slot.open_post')}
          </Link>
        </p>
      )}
    </section>
  )
}

function Facts({ sheet }: { sheet: SlotSheet }) {
  const text = useText()
  const { long, hour } = useDayWords()
  const [placing, setPlacing] = useState(false)
  const [naming, setNaming] = useState(false)
  const timeZone = useTimeZone()
  const [today] = useState(() => dayIn(new Date(), timeZone))
  const change = useEditorialAct((body: SlotChange) => call(changeSlot, { params: { id: sheet.id }, body }))
  const Channel = channelIcons[sheet.channel]
  const open = !isOver(sheet.state) || sheet.state === 'dropped'
  return (
    <aside className="esl__f stack stack-5" aria-label={text('editorial.slot.facts')}>
      {sheet.can.move && sheet.state !== 'published' && (
        <Steps sheet={sheet} onPlace={() => setPlacing(true)} />
      )}
      <div className="stack stack-2">
        <p className="sm mut">{text('editorial.slot.when')}</p>
        <p className="b">
          {sheet.day
            ? text('editorial.slot.at', { day: long(sheet.day), hour: hour(sheet.minutes ?? 540) })
            : text('editorial.slot.no_day')}
        </p>
        {sheet.can.move && open && (
          <Button size="s" onClick={() => setPlacing(true)}>
            {text(sheet.day ? 'editorial.move' : 'editorial.place')}
          </Button>
        )}
      </div>
      <div>
        <p className="sm mut">{text('editorial.slot.where')}</p>
        <p className="row g2">
          <Channel className="i" aria-hidden />
          {text(`editorial.channel.${sheet.channel}`)}, {sheet.placeName}
        </p>
      </div>
      <div className="stack stack-2">
        <p className="sm mut">{text('editorial.slot.in_name_of')}</p>
        {sheet.owner ? (
          <p className="row g2">
            <Avatar {...faceOf(sheet.owner, 32)} />
            {nameOf(sheet.owner)}
          </p>
        ) : (
          <p>{text('editorial.nobody')}</p>
        )}
        {sheet.can.shape && open && !naming && (
          <Button size="s" onClick={() => setNaming(true)}>
            {text('editorial.slot.change_owner')}
          </Button>
        )}
        {naming && (
          <PersonPicker
            label={text('editorial.field.owner')}
            picked={null}
            onPick={(picked) => {
              if (picked) change.mutate({ ownerId: picked.id })
              setNaming(false)
            }}
          />
        )}
      </div>
      {sheet.kind === 'post' && sheet.can.move && open && (
        <SelectField
          label={text('editorial.field.post_kind')}
          value={sheet.postKind}
          options={KINDS.map((value) => ({ value, label: text(`posts.kind.${value}`) }))}
          onChange={(event) => change.mutate({ postKind: event.target.value as PostKind })}
        />
      )}
      {placing && (
        <PlaceDialog
          slot={sheet}
          today={today}
          onPlace={(day, minutes) => change.mutate({ day, minutes })}
          onClose={() => setPlacing(false)}
        />
      )}
    </aside>
  )
}

/** What happens at its hour; for what is reminded, the page says it already. */
const soonOf = ({ kind }: SlotSheet) =>
  kind === 'post' ? 'editorial.slot.leaves_alone' : kind === 'share' ? 'editorial.slot.kit_will_open' : null
const scheduleOf = ({ kind }: SlotSheet) =>
  kind === 'post'
    ? 'editorial.step.schedule'
    : kind === 'share'
      ? 'editorial.step.schedule_share'
      : 'editorial.step.schedule_reminder'

/** The one step that matters wears the accent; the others are there, quietly. */
function Steps({ sheet, onPlace }: { sheet: SlotSheet; onPlace: () => void }) {
  const text = useText()
  const { long, hour } = useDayWords()
  const move = useEditorialAct<SlotState, { state: string }>(
    (state) =>
      call(moveSlot, { params: { id: sheet.id }, body: { state: state as Exclude<SlotState, 'published'> } }),
    (slot) => {
      if (slot.state === 'scheduled')
        showToast({
          message: text('editorial.slot.scheduled', {
            day: long(sheet.day ?? ''),
            hour: hour(sheet.minutes ?? 540),
          }),
        })
    },
  )
  const [now] = useState(() => Date.now())
  // Its hour has come: what the calendar does not do by itself is said to be held by somebody.
  const mayHold = isReminded(sheet.kind) && sheet.at !== null && Date.parse(sheet.at) <= now
  const soon = soonOf(sheet)
  const why = sheet.lacks ?? (sheet.owner ? undefined : text('editorial.slot.no_owner'))
  if (sheet.state === 'scheduled')
    return (
      <div className="stack stack-2">
        {soon && <p className="sm ink2">{text(soon)}</p>}
        {mayHold && (
          <Button full kind="accent" busy={move.isPending} onClick={() => move.mutate('held')}>
            {text('editorial.step.held')}
          </Button>
        )}
        <Button full busy={move.isPending} onClick={() => move.mutate('ready')}>
          {text('editorial.step.unschedule')}
        </Button>
        <Button full kind="ghost" onClick={() => move.mutate('dropped')}>
          {text('editorial.step.drop')}
        </Button>
      </div>
    )
  if (sheet.state === 'held')
    return (
      <Button full busy={move.isPending} onClick={() => move.mutate('ready')}>
        {text('editorial.step.not_held')}
      </Button>
    )
  if (sheet.state === 'dropped')
    return (
      <Button full kind="primary" busy={move.isPending} onClick={() => move.mutate('idea')}>
        {text('editorial.step.take_back')}
      </Button>
    )
  return (
    <div className="stack stack-2">
      {mayHold ? (
        <Button full kind="accent" busy={move.isPending} onClick={() => move.mutate('held')}>
          {text('editorial.step.held')}
        </Button>
      ) : sheet.day ? (
        <Button
          full
          kind="accent"
          busy={move.isPending}
          {...(why ? { disabledReason: why } : {})}
          onClick={() => move.mutate('scheduled')}
        >
          {text(scheduleOf(sheet))}
        </Button>
      ) : (
        <Button full kind="accent" onClick={onPlace}>
          {text('editorial.slot.choose_day')}
        </Button>
      )}
      {sheet.state !== 'ready' && (
        <Button
          full
          {...(sheet.lacks ? { disabledReason: sheet.lacks } : {})}
          onClick={() => move.mutate('ready')}
        >
          {text('editorial.step.ready')}
        </Button>
      )}
      {sheet.state === 'ready' && (
        <Button full onClick={() => move.mutate('drafted')}>
          {text('editorial.step.draft')}
        </Button>
      )}
      <Button full kind="ghost" onClick={() => move.mutate('dropped')}>
        {text('editorial.step.drop')}
      </Button>
    </div>
  )
}
