import { useText } from '#platform/web/i18n.ts'
import { classNames } from '#ui/class-names.ts'
import type { Calendar, Overlay, Slot } from '../contract.ts'
import { addDays, type Day } from '../rules/days.ts'
import { useDayWords } from './day-words.ts'
import { dayPlace, DropPlace } from './drag-board.tsx'
import { type ItemLook, SlotItem } from './slot-item.tsx'

const WEEK = [0, 1, 2, 3, 4, 5, 6]

export interface Shown {
  holidays: boolean
  activity: boolean
}

/** Weeks one under the other, with what lies over them; the days to fill are hatched. */
export function MonthGrid({
  calendar,
  mondays,
  month,
  slots,
  look,
  shown,
  onAdd,
}: {
  calendar: Calendar
  mondays: readonly Day[]
  /** The month in view, when it is one: other days are paler. */
  month: string | null
  slots: readonly Slot[]
  look: ItemLook
  shown: Shown
  onAdd: (day: Day) => void
}) {
  const text = useText()
  const { weekday, shortWeekday } = useDayWords()
  return (
    <div className={classNames('ecal', !calendar.can.shape && 'ecal--plain')}>
      <div className="ecw ecw--head" aria-hidden>
        {calendar.can.shape && (
          <div className="ecw__f xs mut">{shown.activity && text('editorial.expected.title')}</div>
        )}
        <div className="ecds">
          {WEEK.map((index) => (
            <span key={index} className="xs b ink2">
              {(index < 5 ? weekday : shortWeekday)(addDays(mondays[0] ?? '2026-01-05', index))}
            </span>
          ))}
        </div>
      </div>
      {mondays.map((monday) => (
        <WeekRow
          key={monday}
          calendar={calendar}
          monday={monday}
          month={month}
          slots={slots}
          look={look}
          shown={shown}
          onAdd={onAdd}
        />
      ))}
    </div>
  )
}

function WeekRow({
  calendar,
  monday,
  month,
  slots,
  look,
  shown,
  onAdd,
}: {
  calendar: Calendar
  monday: Day
  month: string | null
  slots: readonly Slot[]
  look: ItemLook
  shown: Shown
  onAdd: (day: Day) => void
}) {
  const text = useText()
  const { short, long, number } = useDayWords()
  const sunday = addDays(monday, 6)
  const week = calendar.weeks.find((one) => one.monday === monday)
  const over = shown.holidays
    ? calendar.overlay.filter(({ firstDay, lastDay }) => firstDay <= sunday && lastDay >= monday)
    : []
  return (
    <section
      className="ecw"
      aria-label={text('editorial.week_named', { from: short(monday), to: short(sunday) })}
    >
      {calendar.can.shape && <WeekHead week={week} today={calendar.today} shown={shown} />}
      <div className="ecw__d">
        {over.length > 0 && (
          <ul className="ecz" aria-label={text('editorial.overlay.title')}>
            {over.map((one) => (
              <OverlayBand
                key={`${one.kind} ${one.zone} ${one.name} ${one.firstDay}`}
                one={one}
                monday={monday}
              />
            ))}
          </ul>
        )}
        <div className="ecds">
          {WEEK.map((index) => {
            const day = addDays(monday, index)
            const own = slots.filter((slot) => slot.day === day)
            return (
              <DropPlace
                key={day}
                id={dayPlace(day)}
                label={long(day)}
                className={classNames(
                  'ecd',
                  index > 4 && 'ecd--we',
                  month !== null && !day.startsWith(month) && 'ecd--other',
                  week &&
                    week.planned === 0 &&
                    week.wanted > 0 &&
                    index < 5 &&
                    day >= calendar.today &&
                    'ecd--gap',
                )}
              >
                {calendar.can.shape ? (
                  <button
                    type="button"
                    className="ecd__n"
                    aria-current={day === calendar.today ? 'date' : undefined}
                    aria-label={text('editorial.add_on', { day: long(day) })}
                    onClick={() => onAdd(day)}
                  >
                    {number(day)}
                  </button>
                ) : (
                  <span className="ecd__n" aria-current={day === calendar.today ? 'date' : undefined}>
                    {number(day)}
                  </span>
                )}
                {own.map((slot) => (
                  <SlotItem key={slot.id} slot={slot} look={look} />
                ))}
              </DropPlace>
            )
          })}
        </div>
      </div>
    </section>
  )
}

function WeekHead({
  week,
  today,
  shown,
}: {
  week: Calendar['weeks'][number] | undefined
  today: Day
  shown: Shown
}) {
  const text = useText()
  if (!week) return <div className="ecw__f" />
  return (
    <div className="ecw__f">
      {shown.activity && week.expected !== null && <Expected share={week.expected} />}
      <span className="xs mut">
        {text(
          week.planned >= week.wanted || addDays(week.monday, 6) < today
            ? 'editorial.week.full'
            : 'editorial.week.thin',
          {
            planned: week.planned,
            wanted: week.wanted,
          },
        )}
      </span>
    </div>
  )
}

const STEADY = 0.05
const LOW = -0.1

/** Against an ordinary week, in words a screen reader says too. */
export function Expected({ share }: { share: number }) {
  const text = useText()
  const percent = Math.round(Math.abs(share) * 100)
  const words =
    Math.abs(share) < STEADY
      ? text('editorial.expected.steady')
      : text(share > 0 ? 'editorial.expected.more' : 'editorial.expected.less', { percent })
  return (
    <span className={classNames('num', 'ecw__n', share <= LOW && 'ecw__n--low')}>
      {words}
      <meter className="vh" min={0} max={150} value={Math.max(0, Math.round((1 + share) * 100))}>
        {words}
      </meter>
    </span>
  )
}

function OverlayBand({ one, monday }: { one: Overlay; monday: Day }) {
  const name = useOverlayName()
  const start = WEEK.find((index) => addDays(monday, index) >= one.firstDay) ?? 0
  const end = WEEK.findLast((index) => addDays(monday, index) <= one.lastDay) ?? 6
  return (
    <li
      title={name(one)}
      className={classNames('ezo', `ezo--${one.zone ? one.zone.toLowerCase() : one.kind}`)}
      style={{ gridColumn: `${start + 1} / ${end + 2}` }}
    >
      {name(one)}
    </li>
  )
}

/** French school holidays by the name they have in the reader's language, or as they are written. */
function schoolName(text: ReturnType<typeof useText>, written: string): string {
  const key = `insights.holidays.${written}`
  const name = text(key)
  return name === key ? written : name
}

export function useOverlayName(): (one: Overlay) => string {
  const text = useText()
  return (one) =>
    one.zone
      ? text('editorial.overlay.school', { zone: one.zone, name: schoolName(text, one.name) })
      : one.whose
        ? text(`editorial.overlay.${one.whose}`, { name: one.name })
        : one.name
}
