import { CalendarDays } from 'lucide-react'
import { nameOf } from '#features/reactions/web/public/face.ts'
import { useText } from '#platform/web/i18n.ts'
import { Link } from '#platform/web/router.tsx'
import { Button } from '#ui/button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { Empty } from '#ui/empty.tsx'
import type { Calendar, Slot } from '../contract.ts'
import { isOver } from '../rules/states.ts'
import { useDayWords } from './day-words.ts'
import { type ItemLook, slotAddress } from './slot-item.tsx'

/** Every slot of the period, a line each. */
export function SlotTable({
  calendar,
  slots,
  look,
}: {
  calendar: Calendar
  slots: readonly Slot[]
  look: ItemLook
}) {
  const text = useText()
  const { brief, hour } = useDayWords()
  if (slots.length === 0)
    return (
      <Empty icon={CalendarDays} title={text('editorial.list.empty')}>
        <p>{text(calendar.can.shape ? 'editorial.list.empty_shape' : 'editorial.list.empty_read')}</p>
      </Empty>
    )
  return (
    <DataTable
      caption={text('editorial.list.caption')}
      stack
      rowKey={(slot) => slot.id}
      rows={slots}
      columns={[
        {
          key: 'when',
          head: text('editorial.field.day'),
          cell: (slot) => (
            <span className="nw">
              {slot.day && brief(slot.day)}
              {slot.minutes !== null && `, ${hour(slot.minutes)}`}
            </span>
          ),
        },
        {
          key: 'title',
          head: text('editorial.field.title'),
          rowHead: true,
          cell: (slot) => (
            <Link className="link" to={slotAddress(slot)}>
              {slot.title}
            </Link>
          ),
        },
        {
          key: 'state',
          head: text('editorial.field.state'),
          cell: (slot) => text(`editorial.state.${slot.state}`),
        },
        {
          key: 'channel',
          head: text('editorial.field.channel'),
          cell: (slot) => text(`editorial.channel.${slot.channel}`),
        },
        { key: 'place', head: text('editorial.field.place'), cell: (slot) => slot.placeName },
        {
          key: 'owner',
          head: text('editorial.field.owner_short'),
          cell: (slot) => (slot.owner ? nameOf(slot.owner) : text('editorial.nobody')),
        },
        {
          key: 'act',
          head: <span className="vh">{text('editorial.move')}</span>,
          cell: (slot) =>
            slot.can.move && !isOver(slot.state) ? (
              <Button
                size="s"
                kind="ghost"
                aria-label={text('editorial.move_named', { title: slot.title })}
                onClick={() => look.onPlace(slot)}
              >
                {text('editorial.move')}
              </Button>
            ) : null,
        },
      ]}
    />
  )
}
