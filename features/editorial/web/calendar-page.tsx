import {
  CalendarArrowDown,
  ChevronLeft,
  ChevronRight,
  Ellipsis,
  Plus,
  Rss,
  SlidersHorizontal,
} from 'lucide-react'
import { useState } from 'react'
import { Await } from '#platform/web/await.tsx'
import { useText, useTimeZone } from '#platform/web/i18n.ts'
import { useGo, useParam, useSearchParam } from '#platform/web/router.tsx'
import { dayIn } from '#platform/web/zone-time.ts'
import { Button } from '#ui/button.tsx'
import { classNames } from '#ui/class-names.ts'
import { Chip, ChipRow } from '#ui/chip.tsx'
import { iconButtonClass, IconButton } from '#ui/icon-button.tsx'
import { Menu } from '#ui/menu.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Segmented } from '#ui/segmented.tsx'
import { Switch } from '#ui/switch.tsx'
import { showToast } from '#ui/toast-store.ts'
import type { Calendar, Slot } from '../contract.ts'
import { addDays, addMonths, type Day, firstOfMonth, mondayOf } from '../rules/days.ts'
import { type Channel, CHANNELS } from '../rules/states.ts'
import { Agenda } from './agenda.tsx'
import { CalendarSide } from './calendar-side.tsx'
import { channelIcons } from './channels.ts'
import { useDayWords } from './day-words.ts'
import { DragBoard } from './drag-board.tsx'
import { type Move, useCalendar, useMove } from './editorial-data.ts'
import { EditorialTabs } from './editorial-tabs.tsx'
import { FeedDialog } from './feed-dialog.tsx'
import { ImportDialog } from './import-dialog.tsx'
import { MonthGrid } from './month-grid.tsx'
import { PlaceDialog } from './place-dialog.tsx'
import { SettingsDialog } from './settings-dialog.tsx'
import { SlotDialog } from './slot-dialog.tsx'
import { SlotTable } from './slot-table.tsx'
import { useWide } from './use-wide.ts'
import './editorial.css'

const VIEWS = ['month', 'week', 'list'] as const
type View = (typeof VIEWS)[number]
const isView = (view: string | null): view is View => VIEWS.includes(view as View)
const isDay = (day: string | null): day is Day =>
  /^\d{4}-\d{2}-\d{2}$/.test(day ?? '') && !Number.isNaN(Date.parse(`${day}`))

const LIST_DAYS = 63

/** The days that a view holds around one day. */
function periodOf(view: View, day: Day): { from: Day; to: Day } {
  if (view === 'week') return { from: mondayOf(day), to: addDays(mondayOf(day), 6) }
  if (view === 'list') return { from: day, to: addDays(day, LIST_DAYS) }
  const first = firstOfMonth(day)
  const last = addDays(addMonths(first, 1), -1)
  return { from: mondayOf(first), to: addDays(mondayOf(last), 6) }
}

const stepOf = (view: View, day: Day, step: 1 | -1): Day =>
  view === 'month'
    ? addMonths(firstOfMonth(day), step)
    : addDays(day, step * (view === 'week' ? 7 : LIST_DAYS))

/** What will be said, and when. `?vue=` month, week or list, `?jour=` around which day. */
export function CalendarPage() {
  const spaceId = useParam('id')
  const asked = useSearchParam('vue')
  const around = useSearchParam('jour')
  const view = isView(asked) ? asked : 'month'
  const timeZone = useTimeZone()
  const [opened] = useState(() => new Date())
  const day = isDay(around) ? around : dayIn(opened, timeZone)
  const { from, to } = periodOf(view, day)
  const query = useCalendar(spaceId, from, to)
  return <Await query={query}>{(calendar) => <Told calendar={calendar} view={view} day={day} />}</Await>
}

type Opened =
  { what: 'new'; day: Day | null } | { what: 'place'; slot: Slot } | { what: 'settings' | 'feed' | 'import' }

function Told({ calendar, view, day }: { calendar: Calendar; view: View; day: Day }) {
  const text = useText()
  const go = useGo()
  const words = useDayWords()
  const wide = useWide()
  const [opened, setOpened] = useState<Opened | null>(null)
  const [channel, setChannel] = useState<Channel | null>(null)
  const [by, setBy] = useState<'channel' | 'theme'>('channel')
  const [holidays, setHolidays] = useState(true)
  const [activity, setActivity] = useState(true)
  const { from, to } = periodOf(view, day)
  const move = useMove(calendar.spaceId, moved)
  function moved({ slot, day: laid }: Move) {
    const undo = () =>
      move({
        slot: { ...slot, day: laid },
        day: slot.day,
        ...(slot.minutes === null ? {} : { minutes: slot.minutes }),
      })
    showToast({
      message: laid
        ? text('editorial.moved', { title: slot.title, day: words.long(laid) })
        : text('editorial.unplaced', { title: slot.title }),
      action: { label: text('platform.cancel'), onAct: undo },
    })
  }
  const show = (next: { view?: View; day?: Day }) =>
    go(`/communautes/${calendar.spaceId}/calendrier?vue=${next.view ?? view}&jour=${next.day ?? day}`)
  const slots = calendar.slots.filter((slot) => !channel || slot.channel === channel)
  const mondays: Day[] = []
  for (let monday = mondayOf(from); monday <= to; monday = addDays(monday, 7)) mondays.push(monday)
  const look = { themes: calendar.themes, by, onPlace: (slot: Slot) => setOpened({ what: 'place', slot }) }
  const add = (chosen: Day | null) => setOpened({ what: 'new', day: chosen })
  const parts = { calendar, mondays, slots, look, shown: { holidays, activity }, onAdd: add }
  const title =
    view === 'month'
      ? words.month(day)
      : text('editorial.week_days', { from: words.short(from), to: words.short(to) })
  return (
    <>
      <PageHead
        eyebrow={text('editorial.eyebrow', { name: calendar.name })}
        title={title}
        actions={
          <div className="row g2 wrap">
            <IconButton
              icon={ChevronLeft}
              kind="line"
              label={text(`editorial.before.${view}`)}
              onClick={() => show({ day: stepOf(view, day, -1) })}
            />
            <Button onClick={() => show({ day: calendar.today })}>{text('editorial.today')}</Button>
            <IconButton
              icon={ChevronRight}
              kind="line"
              label={text(`editorial.after.${view}`)}
              onClick={() => show({ day: stepOf(view, day, 1) })}
            />
            <Segmented
              label={text('editorial.view.label')}
              options={VIEWS.map((value) => ({ value, label: text(`editorial.view.${value}`) }))}
              value={view}
              onChange={(next) => show({ view: next })}
            />
            {calendar.can.shape && (
              <Button kind="accent" icon={Plus} onClick={() => add(null)}>
                {text('editorial.add')}
              </Button>
            )}
            <More shapes={calendar.can.shape} onOpen={setOpened} />
          </div>
        }
      />
      {calendar.can.shape && <EditorialTabs spaceId={calendar.spaceId} current="calendar" />}
      <div className="ecalf">
        <ChipRow label={text('editorial.field.channel')}>
          {CHANNELS.map((one) => (
            <Chip
              key={one}
              icon={channelIcons[one]}
              pressed={channel === one}
              onClick={() => setChannel(channel === one ? null : one)}
            >
              {text(`editorial.channel.${one}`)}
            </Chip>
          ))}
        </ChipRow>
        <div className="row g4 wrap">
          {calendar.themes.length > 0 && (
            <Segmented
              label={text('editorial.colours.label')}
              options={(['channel', 'theme'] as const).map((value) => ({
                value,
                label: text(`editorial.colours.${value}`),
              }))}
              value={by}
              onChange={setBy}
            />
          )}
          <Switch label={text('editorial.show.holidays')} checked={holidays} onChange={setHolidays} />
          {calendar.can.shape && (
            <Switch label={text('editorial.show.activity')} checked={activity} onChange={setActivity} />
          )}
        </div>
      </div>
      <DragBoard onMove={(slot, laid) => move({ slot, day: laid })}>
        <div className={classNames('ecal__b', !calendar.can.shape && 'ecal__b--read')}>
          <div>
            {view === 'list' ? (
              <SlotTable calendar={calendar} slots={slots} look={look} />
            ) : wide ? (
              <MonthGrid {...parts} month={view === 'month' ? day.slice(0, 7) : null} />
            ) : (
              <Agenda {...parts} />
            )}
          </div>
          {calendar.can.shape && <CalendarSide calendar={calendar} look={look} />}
        </div>
      </DragBoard>
      <Dialogs calendar={calendar} opened={opened} onMove={move} onClose={() => setOpened(null)} />
    </>
  )
}

function More({ shapes, onOpen }: { shapes: boolean; onOpen: (opened: Opened) => void }) {
  const text = useText()
  const items = [
    { key: 'feed', label: text('editorial.feed.open'), icon: Rss, onSelect: () => onOpen({ what: 'feed' }) },
    ...(shapes
      ? [
          {
            key: 'import',
            label: text('editorial.import.open'),
            icon: CalendarArrowDown,
            onSelect: () => onOpen({ what: 'import' }),
          },
          {
            key: 'settings',
            label: text('editorial.settings.open'),
            icon: SlidersHorizontal,
            onSelect: () => onOpen({ what: 'settings' }),
          },
        ]
      : []),
  ]
  return (
    <Menu
      label={text('editorial.more')}
      buttonLabel={text('editorial.more')}
      align="end"
      items={items}
      buttonClassName={iconButtonClass('line')}
    >
      <Ellipsis className="i" aria-hidden />
    </Menu>
  )
}

function Dialogs({
  calendar,
  opened,
  onMove,
  onClose,
}: {
  calendar: Calendar
  opened: Opened | null
  onMove: (move: Move) => void
  onClose: () => void
}) {
  const { spaceId } = calendar
  switch (opened?.what) {
    case 'new':
      return <SlotDialog calendar={calendar} day={opened.day} onClose={onClose} />
    case 'place':
      return (
        <PlaceDialog
          slot={opened.slot}
          today={calendar.today}
          onPlace={(day, minutes) => onMove({ slot: opened.slot, day, minutes })}
          onClose={onClose}
        />
      )
    case 'settings':
      return <SettingsDialog calendar={calendar} onClose={onClose} />
    case 'feed':
      return <FeedDialog spaceId={spaceId} onClose={onClose} />
    case 'import':
      return <ImportDialog spaceId={spaceId} onClose={onClose} />
    default:
      return null
  }
}
