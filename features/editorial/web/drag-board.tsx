import {
  type Announcements,
  closestCenter,
  type CollisionDetection,
  DndContext,
  type DragEndEvent,
  type KeyboardCoordinateGetter,
  KeyboardSensor,
  MouseSensor,
  pointerWithin,
  TouchSensor,
  useDroppable,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import type { ReactNode } from 'react'
import { useText } from '#platform/web/i18n.ts'
import { classNames } from '#ui/class-names.ts'
import type { Slot } from '../contract.ts'
import { addDays, type Day } from '../rules/days.ts'
import { useDayWords } from './day-words.ts'

export const dayPlace = (day: Day) => `day:${day}`
const dayOf = (id: unknown): Day | null => /^day:(.+)$/.exec(String(id))?.[1] ?? null

const STEPS: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }

/** An arrow is a day, or a week up and down; where days are in one column, the next one that is shown. */
const byDays: KeyboardCoordinateGetter = (event, { context }) => {
  const step = STEPS[event.code]
  const { active, over, droppableRects, collisionRect } = context
  if (!step || !collisionRect) return undefined
  event.preventDefault()
  const days = [...droppableRects.keys()].map(dayOf).filter((day) => day !== null)
  days.sort((one, other) => one.localeCompare(other))
  const slot = active?.data.current?.slot as Slot | undefined
  const from = dayOf(over?.id) ?? slot?.day ?? days[0] ?? ''
  const wanted = from ? addDays(from, step) : ''
  const target =
    step > 0
      ? (days.find((day) => day >= wanted) ?? days.at(-1))
      : (days.findLast((day) => day <= wanted) ?? days[0])
  const rect = target ? droppableRects.get(dayPlace(target)) : undefined
  if (!rect) return undefined
  return {
    x: rect.left + rect.width / 2 - collisionRect.width / 2,
    y: rect.top + rect.height / 2 - collisionRect.height / 2,
  }
}

/** Under the pointer; by keyboard, the nearest. */
const underHand: CollisionDetection = (args) => {
  const under = args.pointerCoordinates ? pointerWithin(args) : []
  return under.length > 0 ? under : args.pointerCoordinates ? [] : closestCenter(args)
}

/** Slots are carried to a day by mouse, by finger (a long press) or by keyboard; each step is said aloud. */
export function DragBoard({
  onMove,
  children,
}: {
  onMove: (slot: Slot, day: Day | null) => void
  children: ReactNode
}) {
  const text = useText()
  const announcements = useAnnouncements()
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 6 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 240, tolerance: 8 } }),
    useSensor(KeyboardSensor, { coordinateGetter: byDays, scrollBehavior: 'auto' }),
  )
  const end = ({ active, over, activatorEvent }: DragEndEvent) => {
    if (activatorEvent instanceof KeyboardEvent) followGrip(String(active.id))
    const slot = active.data.current?.slot as Slot | undefined
    if (!slot || !over) return
    const day = dayOf(over.id)
    if (day !== slot.day && (day !== null || over.id === TRAY)) onMove(slot, day)
  }
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={underHand}
      onDragEnd={end}
      accessibility={{
        announcements,
        screenReaderInstructions: { draggable: text('editorial.drag.instructions') },
      }}
    >
      {children}
    </DndContext>
  )
}

/** The slot is drawn anew in its day: the focus of who carried it by keyboard goes there with it. */
const followGrip = (slotId: string) =>
  void setTimeout(() => document.querySelector<HTMLElement>(`[data-grip="${slotId}"]`)?.focus(), SETTLES_MS)
const SETTLES_MS = 80

export const TRAY = 'tray'

function useAnnouncements(): Announcements {
  const text = useText()
  const { long } = useDayWords()
  const titleOf = (data: Record<string, unknown> | undefined) => (data?.slot as Slot | undefined)?.title ?? ''
  const placeOf = (id: unknown) => {
    const day = dayOf(id)
    return day ? long(day) : text('editorial.drag.tray')
  }
  return {
    onDragStart: ({ active }) => text('editorial.drag.taken', { title: titleOf(active.data.current) }),
    onDragOver: ({ over }) => (over ? text('editorial.drag.over', { place: placeOf(over.id) }) : undefined),
    onDragEnd: ({ active, over }) =>
      over
        ? text('editorial.drag.laid', { title: titleOf(active.data.current), place: placeOf(over.id) })
        : text('editorial.drag.back', { title: titleOf(active.data.current) }),
    onDragCancel: ({ active }) => text('editorial.drag.back', { title: titleOf(active.data.current) }),
  }
}

/** Where a slot may be laid: a day, or what waits for one. */
export function DropPlace({
  id,
  className,
  label,
  children,
}: {
  id: string
  className: string
  label?: string
  children: ReactNode
}) {
  const { setNodeRef, isOver } = useDroppable({ id })
  return (
    <div
      ref={setNodeRef}
      className={classNames(className, isOver && 'ecd--drop')}
      {...(label ? { role: 'group', 'aria-label': label } : {})}
    >
      {children}
    </div>
  )
}
