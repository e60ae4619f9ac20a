import { ChevronLeft, ChevronRight, ChevronsLeft, ChevronsRight } from 'lucide-react'
import { type FormEvent, useId, useState } from 'react'
import { useText } from '#platform/web/i18n.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { TextField } from '#ui/text-field.tsx'
import type { Slot } from '../contract.ts'
import { addDays, type Day } from '../rules/days.ts'
import { fieldOf, minutesOf, useDayWords } from './day-words.ts'

const USUAL = 540

/** The gesture of dragging, with buttons and a date: a day before or after, a week before or after. */
export function PlaceDialog({
  slot,
  today,
  onPlace,
  onClose,
}: {
  slot: Slot
  today: Day
  onPlace: (day: Day | null, minutes: number) => void
  onClose: () => void
}) {
  const text = useText()
  const { long } = useDayWords()
  const form = useId()
  const [day, setDay] = useState(slot.day ?? addDays(today, 1))
  const [time, setTime] = useState(fieldOf(slot.minutes ?? USUAL))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onPlace(day, minutesOf(time))
    onClose()
  }
  const steps = [
    { by: -7, icon: ChevronsLeft, key: 'week_before' },
    { by: -1, icon: ChevronLeft, key: 'day_before' },
    { by: 1, icon: ChevronRight, key: 'day_after' },
    { by: 7, icon: ChevronsRight, key: 'week_after' },
  ] as const
  return (
    <Dialog
      open
      onClose={onClose}
      title={text(slot.day ? 'editorial.place_dialog.move' : 'editorial.place_dialog.place', {
        title: slot.title,
      })}
      closeLabel={text('platform.close')}
      actions={
        <>
          {slot.day && slot.state !== 'scheduled' && (
            <Button
              kind="ghost"
              onClick={() => {
                onPlace(null, minutesOf(time))
                onClose()
              }}
            >
              {text('editorial.place_dialog.unplace')}
            </Button>
          )}
          <Button kind="primary" type="submit" form={form}>
            {text('editorial.place_dialog.done')}
          </Button>
        </>
      }
    >
      <form id={form} className="stack stack-4" onSubmit={submit}>
        <div className="row g2">
          {steps.slice(0, 2).map((step) => (
            <IconButton
              key={step.key}
              icon={step.icon}
              kind="line"
              label={text(`editorial.place_dialog.${step.key}`)}
              onClick={() => setDay(addDays(day, step.by))}
            />
          ))}
          <p className="grow epd__d" role="status">
            {long(day)}
          </p>
          {steps.slice(2).map((step) => (
            <IconButton
              key={step.key}
              icon={step.icon}
              kind="line"
              label={text(`editorial.place_dialog.${step.key}`)}
              onClick={() => setDay(addDays(day, step.by))}
            />
          ))}
        </div>
        <TextField
          type="date"
          label={text('editorial.field.day')}
          value={day}
          required
          onChange={(event) => event.target.value && setDay(event.target.value)}
        />
        <TextField
          type="time"
          label={text('editorial.field.time')}
          hint={text('editorial.field.time_hint')}
          value={time}
          required
          onChange={(event) => event.target.value && setTime(event.target.value)}
        />
      </form>
    </Dialog>
  )
}
