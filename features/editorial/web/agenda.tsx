import { useText } from '#platform/web/i18n.ts'
import { Button } from '#ui/button.tsx'
import { classNames } from '#ui/class-names.ts'
import type { Calendar, Slot } from '../contract.ts'
import { addDays, type Day } from '../rules/days.ts'
import { isOver } from '../rules/states.ts'
import { useDayWords } from './day-words.ts'
import { dayPlace, DropPlace } from './drag-board.tsx'
import { Expected, type Shown, useOverlayName } from './month-grid.tsx'
import { type ItemLook, SlotItem } from './slot-item.tsx'

const WEEK = [0, 1, 2, 3, 4, 5, 6]

/** The same weeks in one column, for a hand: days that hold something, and the empty ones together. */
export function Agenda({
  calendar,
  mondays,
  slots,
  look,
  shown,
  onAdd,
}: {
  calendar: Calendar
  mondays: readonly Day[]
  slots: readonly Slot[]
  look: ItemLook
  shown: Shown
  onAdd: (day: Day) => void
}) {
  const text = useText()
  const { short } = useDayWords()
  const nameOf = useOverlayName()
  return mondays.map((monday) => {
    const sunday = addDays(monday, 6)
    const week = calendar.weeks.find((one) => one.monday === monday)
    const over = calendar.overlay.filter(({ firstDay, lastDay }) => firstDay <= sunday && lastDay >= monday)
    const title = text('editorial.week_days', { from: short(monday), to: short(sunday) })
    return (
      <section key={monday} className="eag" aria-label={title}>
        <div className="eag__h">
          <h2 className="h4">{title}</h2>
          {shown.holidays &&
            over.map((one) => (
              <span
                key={`${one.kind} ${one.zone} ${one.name} ${one.firstDay}`}
                className={classNames('ezt', `ezo--${one.zone ? one.zone.toLowerCase() : one.kind}`)}
              >
                {nameOf(one)}
              </span>
            ))}
          {shown.activity && week && week.expected !== null && <Expected share={week.expected} />}
        </div>
        {stretches(monday, slots, calendar.today).map(({ first, days, own }) => (
          <DropPlace
            key={first}
            id={dayPlace(first)}
            className={classNames('eag__d', own.length === 0 && 'eag__gap')}
          >
            {own.length > 0 ? (
              <>
                <DayHead day={first} today={calendar.today} />
                <div className="eag__i">
                  {own.map((slot) => (
                    <div key={slot.id} className="row g2">
                      <div className="grow">
                        <SlotItem slot={slot} look={look} tall />
                      </div>
                      {slot.can.move && !isOver(slot.state) && (
                        <Button size="s" onClick={() => look.onPlace(slot)}>
                          {text('editorial.move')}
                        </Button>
                      )}
                    </div>
                  ))}
                </div>
              </>
            ) : (
              <Empty first={first} days={days} calendar={calendar} onAdd={onAdd} />
            )}
          </DropPlace>
        ))}
      </section>
    )
  })
}

function DayHead({ day, today }: { day: Day; today: Day }) {
  const { shortWeekday } = useDayWords()
  return (
    <span className="eag__n" aria-current={day === today ? 'date' : undefined}>
      <span className="xs">{shortWeekday(day)}</span>
      <span className="num">{Number(day.slice(8))}</span>
    </span>
  )
}

function Empty({
  first,
  days,
  calendar,
  onAdd,
}: {
  first: Day
  days: number
  calendar: Calendar
  onAdd: (day: Day) => void
}) {
  const text = useText()
  const { long } = useDayWords()
  const from = first < calendar.today ? calendar.today : first
  const waiting = calendar.tray[0]
  return (
    <>
      <span className="eag__n">
        <span className="num">{Number(first.slice(8))}</span>
      </span>
      <span className="grow">
        <b>{text('editorial.empty_days', { count: days })}</b>
        {waiting && (
          <span className="sm mut eag__w">{text('editorial.would_fit', { title: waiting.title })}</span>
        )}
      </span>
      {calendar.can.shape && (
        <Button size="s" onClick={() => onAdd(from)}>
          {text('editorial.place')}
          <span className="vh"> {long(from)}</span>
        </Button>
      )}
    </>
  )
}

interface Stretch {
  first: Day
  days: number
  own: Slot[]
}

/** Days that hold something, one by one; empty ones to come in a row together. */
function stretches(monday: Day, slots: readonly Slot[], today: Day): Stretch[] {
  const list: Stretch[] = []
  for (const index of WEEK) {
    const day = addDays(monday, index)
    const own = slots.filter((slot) => slot.day === day)
    const last = list.at(-1)
    if (own.length === 0 && day < today) continue
    if (own.length === 0 && last?.own.length === 0) last.days += 1
    else list.push({ first: day, days: 1, own })
  }
  return list
}
