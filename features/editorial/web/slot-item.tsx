import { useDraggable } from '@dnd-kit/core'
import { GripVertical, MessageCircleQuestion, Repeat, TriangleAlert } from 'lucide-react'
import { nameOf } from '#features/reactions/web/public/face.ts'
import { useText } from '#platform/web/i18n.ts'
import { Link } from '#platform/web/router.tsx'
import { classNames } from '#ui/class-names.ts'
import type { Slot, Theme } from '../contract.ts'
import { isOver } from '../rules/states.ts'
import { channelIcons, channelTones, stateIcons } from './channels.ts'
import { useDayWords } from './day-words.ts'

export interface ItemLook {
  themes: readonly Theme[]
  by: 'channel' | 'theme'
  /** The button beside the drag: it opens the choice of a day. */
  onPlace: (slot: Slot) => void
}

export const slotAddress = (slot: Slot) =>
  slot.state === 'published' && slot.postId
    ? `/publications/${slot.postId}`
    : `/communautes/${slot.spaceId}/calendrier/${slot.id}`

/** A slot: its channel by the edge and the sign, its hour, its title, its state in a word. */
export function SlotItem({ slot, look, tall = false }: { slot: Slot; look: ItemLook; tall?: boolean }) {
  const text = useText()
  const { hour } = useDayWords()
  const movable = slot.can.move && !isOver(slot.state)
  const Channel = channelIcons[slot.channel]
  const State = stateIcons[slot.state]
  const theme = look.themes.find((one) => one.id === slot.themeId)
  const tone = look.by === 'theme' ? (theme?.tone ?? 0) : channelTones[slot.channel]
  const { setNodeRef, attributes, listeners, transform, isDragging } = useDraggable({
    id: slot.id,
    data: { slot },
    disabled: !movable,
    attributes: { roleDescription: text('editorial.drag.role') },
  })
  const carried = transform ? { transform: `translate3d(${transform.x}px, ${transform.y}px, 0)` } : undefined
  return (
    <article
      ref={setNodeRef}
      className={classNames(
        'ei',
        `ei--t${tone}`,
        (slot.state === 'idea' || slot.state === 'drafted') && 'ei--draft',
        isDragging && 'ei--carried',
        tall && 'ei--tall',
      )}
      style={carried}
    >
      {movable && (
        <button
          type="button"
          className="ei__g"
          data-grip={slot.id}
          {...attributes}
          {...listeners}
          aria-label={text('editorial.move_named', { title: slot.title })}
          onClick={() => look.onPlace(slot)}
        >
          <GripVertical className="i" aria-hidden />
        </button>
      )}
      <div className="ei__t">
        <p className="ei__k">
          <Channel className="i" aria-hidden />
          <span className="vh">{text(`editorial.channel.${slot.channel}`)}, </span>
          {slot.minutes !== null && slot.day && <span>{hour(slot.minutes)}</span>}
          {slot.seriesId && <Repeat className="i" aria-label={text('editorial.repeats')} role="img" />}
          {slot.rereads > 0 && (
            <MessageCircleQuestion className="i" aria-label={text('editorial.reread_asked')} role="img" />
          )}
          {slot.failure && (
            <TriangleAlert className="i ei__w" aria-label={text('editorial.failed')} role="img" />
          )}
        </p>
        <Link className="ei__n" to={slotAddress(slot)} title={slot.title}>
          {slot.title}
        </Link>
        <p className="ei__s">
          <State className="i" aria-hidden />
          {text(`editorial.state.${slot.state}`)}
          {look.by === 'theme' && theme && <span> · {theme.name}</span>}
          {slot.turn?.holder && <span> · {nameOf(slot.turn.holder)}</span>}
        </p>
      </div>
    </article>
  )
}
