import {
  DndContext,
  type DragEndEvent,
  MouseSensor,
  rectIntersection,
  TouchSensor,
  useDraggable,
  useDroppable,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import { GripVertical, Plus } from 'lucide-react'
import { useState } from 'react'
import { call } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { Link } from '#platform/web/router.tsx'
import { Avatar } from '#ui/avatar.tsx'
import { Button, buttonClass } from '#ui/button.tsx'
import { drawnOver, overAim, useCarryKeys } from '#ui/carry-keys.ts'
import { classNames } from '#ui/class-names.ts'
import { Empty } from '#ui/empty.tsx'
import { Menu, type MenuItem } from '#ui/menu.tsx'
import { showToast } from '#ui/toast-store.ts'
import { answerTurn, moveTurn, removeTurn, type Roster, takeTurn, type Turn } from '../contract.ts'
import { GiveDialog } from './give-dialog.tsx'
import { SwapDialog } from './swap-dialog.tsx'
import { nameOf, photoOf, useDays, useTurnAct } from './turn-data.ts'

const STEPS: Record<string, number> = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }

/** The weeks one after the other: carried by mouse, touch or keyboard by those who shape it, with buttons that do the same. */
export function RosterStrip({ roster }: { roster: Roster }) {
  const text = useText()
  const days = useDays()
  const { sensor: keys, aim } = useCarryKeys<string>({
    // One press, one turn among those that can still change hands.
    next: (code, before, { id }) => {
      const step = STEPS[code]
      const ahead = roster.turns.filter((turn) => turn.when === 'ahead')
      const at = ahead.findIndex((turn) => turn.id === (before ?? id))
      return step && at >= 0 ? ahead[Math.max(0, Math.min(ahead.length - 1, at + step))]?.id : undefined
    },
    drawn: drawnOver,
  })
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 8 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 250, tolerance: 8 } }),
    keys,
  )
  const move = useTurnAct(
    ({ id, otherId }: { id: string; otherId: string }) =>
      call(moveTurn, { params: { id }, body: { otherId } }),
    { onDone: () => showToast({ message: text('turns.roster.moved') }) },
  )
  const turnOf = (id: unknown) => roster.turns.find((turn) => turn.id === id)
  const label = (id: unknown) => {
    const turn = turnOf(id)
    return turn ? days.long(turn.startsOn) : ''
  }
  const drop = ({ active, over }: DragEndEvent) => {
    const [from, to] = [turnOf(active.id), turnOf(aim.current ?? over?.id)]
    if (from && to && from.id !== to.id && to.when === 'ahead') move.mutate({ id: from.id, otherId: to.id })
  }
  if (roster.turns.length === 0)
    return (
      <Empty
        title={text('turns.roster.none')}
        action={
          roster.can.shape && (
            <Link
              className={buttonClass({ kind: 'primary' })}
              to={`/programmes/${roster.programmeId}/prises-de-parole/regler`}
            >
              {text('turns.roster.begin')}
            </Link>
          )
        }
      >
        <p>{text('turns.roster.noneWhy')}</p>
      </Empty>
    )
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={overAim(aim, rectIntersection)}
      onDragEnd={drop}
      accessibility={{
        restoreFocus: false,
        screenReaderInstructions: { draggable: text('turns.drag.how') },
        announcements: {
          onDragStart: ({ active }) => text('turns.drag.taken', { day: label(active.id) }),
          onDragOver: ({ over }) => (over ? text('turns.drag.over', { day: label(over.id) }) : ''),
          onDragEnd: ({ over }) => {
            const day = label(aim.current ?? over?.id)
            return day ? text('turns.drag.dropped', { day }) : text('turns.drag.back')
          },
          onDragCancel: () => text('turns.drag.back'),
        },
      }}
    >
      <ol
        className="tour__strip"
        aria-label={text('turns.roster.title')}
        // Wider than a phone, and most cards hold no button: the keyboard scrolls it too.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
      >
        {roster.turns.map((turn) => (
          <TurnCard key={turn.id} roster={roster} turn={turn} onMove={move.mutate} />
        ))}
      </ol>
    </DndContext>
  )
}

type Move = (to: { id: string; otherId: string }) => void

function TurnCard({ roster, turn, onMove }: { roster: Roster; turn: Turn; onMove: Move }) {
  const text = useText()
  const days = useDays()
  const movable = roster.can.shape && turn.when === 'ahead'
  const {
    attributes,
    listeners,
    isDragging,
    transform,
    setNodeRef: dragged,
  } = useDraggable({
    id: turn.id,
    disabled: !movable || !turn.holder,
  })
  const { isOver, setNodeRef: dropped } = useDroppable({ id: turn.id, disabled: !movable })
  return (
    <li
      ref={dropped}
      className={classNames(
        'tour__card',
        turn.when === 'now' && 'tour__card--now',
        turn.mine && 'tour__card--mine',
        isOver && 'tour__card--over',
      )}
      aria-current={turn.when === 'now' ? 'true' : undefined}
    >
      <div
        ref={dragged}
        className={classNames('tour__card-in', isDragging && 'tour__card-in--up')}
        style={transform ? { transform: `translate3d(${transform.x}px, ${transform.y}px, 0)` } : undefined}
      >
        <p className="sm b">{text('turns.week', { week: turn.week })}</p>
        <p className="sm mut">{days.short(turn.startsOn)}</p>
        {turn.holder ? (
          <Avatar name={nameOf(turn.holder)} src={photoOf(turn.holder)} size={64} sign="ambassador" />
        ) : (
          <span className="tour__free" aria-hidden>
            <Plus className="i" />
          </span>
        )}
        <p className="b">
          {turn.mine ? text('turns.you') : (turn.holder?.givenName ?? text('turns.state.open'))}
        </p>
        <p className={classNames('xs', turn.state === 'proposed' ? 'tour__asked' : 'ink2')}>
          {text(
            `turns.state.${turn.when === 'now' && turn.state === 'confirmed' ? 'speaking' : turn.holder ? turn.state : 'free'}`,
          )}
        </p>
        <CardActions roster={roster} turn={turn} />
        {movable && (
          <div className="row g1">
            {turn.holder && (
              <button
                type="button"
                className="tour__grip"
                aria-label={text('turns.drag.grip', { day: days.long(turn.startsOn) })}
                {...attributes}
                {...listeners}
              >
                <GripVertical className="i" aria-hidden />
              </button>
            )}
            <ShapeMenu roster={roster} turn={turn} onMove={onMove} />
          </div>
        )}
      </div>
    </li>
  )
}

function CardActions({ roster, turn }: { roster: Roster; turn: Turn }) {
  const text = useText()
  const [swapping, setSwapping] = useState(false)
  const take = useTurnAct(() => call(takeTurn, { params: { id: turn.id } }), {
    onDone: () => showToast({ message: text('turns.taken') }),
  })
  const answer = useTurnAct((yes: boolean) => call(answerTurn, { params: { id: turn.id }, body: { yes } }))
  if (turn.when === 'past') return null
  if (turn.state === 'open' && roster.me.serves)
    return (
      <Button size="s" busy={take.isPending} onClick={() => take.mutate(undefined)}>
        {text('turns.take')}
      </Button>
    )
  if (turn.mine && turn.state === 'proposed')
    return (
      <div className="row g1 wrap tour__yes">
        <Button size="s" kind="primary" onClick={() => answer.mutate(true)}>
          {text('turns.yes')}
        </Button>
        <Button size="s" kind="ghost" onClick={() => answer.mutate(false)}>
          {text('turns.no')}
        </Button>
      </div>
    )
  if (!turn.mine || turn.when !== 'ahead') return null
  return (
    <>
      <Button size="s" kind="line" onClick={() => setSwapping(true)}>
        {text('turns.swap.action')}
      </Button>
      <Button size="s" kind="ghost" onClick={() => answer.mutate(false)}>
        {text('turns.giveBack')}
      </Button>
      {swapping && <SwapDialog roster={roster} turn={turn} onClose={() => setSwapping(false)} />}
    </>
  )
}

function ShapeMenu({ roster, turn, onMove }: { roster: Roster; turn: Turn; onMove: Move }) {
  const text = useText()
  const days = useDays()
  const [giving, setGiving] = useState(false)
  const remove = useTurnAct(() => call(removeTurn, { params: { id: turn.id } }))
  const ahead = roster.turns.filter((one) => one.when === 'ahead')
  const at = ahead.findIndex((one) => one.id === turn.id)
  const [before, after] = [ahead[at - 1], ahead[at + 1]]
  const swapWith = (other: Turn | undefined) => other && onMove({ id: turn.id, otherId: other.id })
  const items: MenuItem[] = [
    { key: 'give', label: text('turns.shape.give'), onSelect: () => setGiving(true) },
    { key: 'before', label: text('turns.shape.before'), disabled: !before, onSelect: () => swapWith(before) },
    { key: 'after', label: text('turns.shape.after'), disabled: !after, onSelect: () => swapWith(after) },
    {
      key: 'remove',
      label: text('turns.shape.remove'),
      danger: true,
      separatorBefore: true,
      onSelect: () => remove.mutate(undefined),
    },
  ]
  return (
    <>
      <Menu
        label={text('turns.shape.menu', { day: days.long(turn.startsOn) })}
        buttonLabel={text('turns.shape.menu', { day: days.long(turn.startsOn) })}
        items={items}
        buttonClassName={buttonClass({ kind: 'ghost', size: 's' })}
      >
        {text('turns.shape.move')}
      </Menu>
      {giving && <GiveDialog roster={roster} turn={turn} onClose={() => setGiving(false)} />}
    </>
  )
}
