import { CalendarPlus } from 'lucide-react'
import { Await } from '#platform/web/await.tsx'
import { addressOf, call } from '#platform/web/call.ts'
import { useFormat, useText } from '#platform/web/i18n.ts'
import { Button, buttonClass } from '#ui/button.tsx'
import { ListSkeleton } from '#ui/skeleton.tsx'
import { Who } from '#ui/who.tsx'
import {
  bookSlot,
  cancelBooking,
  type MyJourney,
  type MyStep,
  readSlotCalendar,
  type Slot,
} from '../contract.ts'
import { CallNotes } from './call-notes.tsx'
import { faceOf, nameOf } from './faces.ts'
import { useAct, useSlots } from './journey-data.ts'

/** Times to choose from; once booked, the call, its notes, and other times if that one no longer suits. */
export function CallStep({ journey, step }: { journey: MyJourney; step: MyStep }) {
  const text = useText()
  const query = useSlots(journey.programmeId)
  const book = useAct((id: string) => call(bookSlot, { params: { id } }))
  return (
    <Await query={query} skeleton={<ListSkeleton label={text('platform.loading')} rows={2} />}>
      {({ open }) => {
        const mine = open.filter((slot) => slot.mine)
        const free = open.filter((slot) => !slot.mine)
        const held = mine.some((slot) => slot.heldAt) || step.doneAt !== null
        return (
          <>
            {mine.map((slot) => (
              <Booked key={slot.id} slot={slot} />
            ))}
            {!held && free.length === 0 && mine.length === 0 && <p>{text('journeys.call.none')}</p>}
            {!held && free.length > 0 && (
              <>
                {mine.length > 0 && <h3 className="h4">{text('journeys.call.other')}</h3>}
                <ul className="slots">
                  {free.map((slot, at) => (
                    <li key={slot.id}>
                      <Free
                        slot={slot}
                        first={at === 0 && mine.length === 0}
                        busy={book.isPending && book.variables === slot.id}
                        onBook={() => book.mutate(slot.id)}
                      />
                    </li>
                  ))}
                </ul>
              </>
            )}
          </>
        )
      }}
    </Await>
  )
}

function Free({
  slot,
  first,
  busy,
  onBook,
}: {
  slot: Slot
  first: boolean
  busy: boolean
  onBook: () => void
}) {
  const text = useText()
  const { weekdayTime: day } = useFormat()
  return (
    <div className="slot">
      <p className="b">{day(slot.startsAt)}</p>
      <p className="sm ink2">{[nameOf(slot.lead), slot.place].filter(Boolean).join(', ')}</p>
      <Button
        kind={first ? 'accent' : 'soft'}
        size="s"
        busy={busy}
        aria-label={text('journeys.call.bookAt', { at: day(slot.startsAt) })}
        onClick={onBook}
      >
        {text('journeys.call.book')}
      </Button>
    </div>
  )
}

function Booked({ slot }: { slot: Slot }) {
  const text = useText()
  const { weekdayTime: day } = useFormat()
  const cancel = useAct(() => call(cancelBooking, { params: { id: slot.id } }))
  return (
    <div className="slot slot--mine">
      <Who person={{ ...faceOf(slot.lead), size: 48 }} meta={slot.place}>
        {text(slot.heldAt ? 'journeys.call.held' : 'journeys.call.with', {
          name: nameOf(slot.lead),
          at: day(slot.startsAt),
        })}
      </Who>
      {!slot.heldAt && (
        <div className="row g2 wrap">
          <a
            className={buttonClass({ kind: 'line', size: 's' })}
            href={addressOf(readSlotCalendar, { params: { id: slot.id } })}
          >
            <CalendarPlus className="i" aria-hidden />
            {text('journeys.call.calendar')}
          </a>
          <Button kind="ghost" size="s" busy={cancel.isPending} onClick={() => cancel.mutate(undefined)}>
            {text('journeys.call.cancel')}
          </Button>
        </div>
      )}
      <CallNotes slotId={slot.id} />
    </div>
  )
}
