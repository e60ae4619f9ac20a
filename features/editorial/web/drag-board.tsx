import {
  type Announcements,
  closestCenter,
  type CollisionDetection,
  DndContext,
  type DragEndEvent,
  MouseSensor,
  pointerWithin,
  TouchSensor,
  useDroppable,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import { type ReactNode, type RefObject, useEffect, useRef } from 'react'
import { useText } from '#platform/web/i18n.ts'
import { type Carried, drawnOver, overAim, useCarryKeys } from '#ui/carry-keys.ts'
import { classNames } from '#ui/class-names.ts'
import type { Slot } from '../contract.ts'
import { addDays, type Day } from '../rules/days.ts'
import { useDayWords } from './day-words.ts'

export const dayPlace = (day: Day) => `day:${day}`
const dayOf = (id: unknown): Day | null => /^day:(.+)$/.exec(String(id))?.[1] ?? null

const STEPS: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }

/** An arrow is a day, or a week up and down; where days are in one column, the next one that is shown. */
function nextPlace(code: string, before: string | null, { id, context }: Carried): string | undefined {
  const days = context.droppableContainers.getEnabled().flatMap((place) => dayOf(place.id) ?? [])
  days.sort((one, other) => one.localeCompare(other))
  const slot = context.draggableNodes.get(id)?.data.current?.slot as Slot | undefined
  const from = dayOf(before) ?? slot?.day ?? days[0]
  const step = STEPS[code]
  if (!from || !step) return undefined
  const wanted = addDays(from, step)
  const day =
    step > 0
      ? (days.find((one) => one >= wanted) ?? days.at(-1))
      : (days.findLast((one) => one <= wanted) ?? days[0])
  return day && dayPlace(day)
}

/** Under the pointer; by keyboard before any arrow, the nearest. */
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
  const { sensor: keys, aim } = useCarryKeys<string>({ next: nextPlace, drawn: drawnOver })
  const announcements = useAnnouncements(aim)
  const follow = useFollow()
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 6 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 240, tolerance: 8 } }),
    keys,
  )
  const end = ({ active, over }: DragEndEvent) => {
    const slot = active.data.current?.slot as Slot | undefined
    const place = aim.current ?? over?.id
    if (!slot || place === undefined) return
    const day = dayOf(place)
    if (day === slot.day || (day === null && place !== TRAY)) return
    if (aim.current !== null) follow(slot.id, aim.current)
    onMove(slot, day)
  }
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={overAim(aim, underHand)}
      onDragEnd={end}
      accessibility={{
        announcements,
        restoreFocus: false,
        screenReaderInstructions: { draggable: text('editorial.drag.instructions') },
      }}
    >
      {children}
    </DndContext>
  )
}

/** The slot is drawn anew in its day: the focus of who carried it by keyboard goes there with it. */
function useFollow() {
  const followed = useRef<{ id: string; place: string } | null>(null)
  useEffect(() => {
    const { id, place } = followed.current ?? {}
    const grip = document.querySelector<HTMLElement>(`[data-place="${place}"] [data-grip="${id}"]`)
    if (!grip) return
    followed.current = null
    if (document.activeElement === document.body) grip.focus()
  })
  return (id: string, place: string) => {
    followed.current = { id, place }
  }
}

export const TRAY = 'tray'

function useAnnouncements(aim: RefObject<string | null>): Announcements {
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
    onDragEnd: ({ active, over }) => {
      const place = aim.current ?? over?.id
      const title = titleOf(active.data.current)
      return place
        ? text('editorial.drag.laid', { title, place: placeOf(place) })
        : text('editorial.drag.back', { title })
    },
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
      data-place={id}
      className={classNames(className, isOver && 'ecd--drop')}
      {...(label ? { role: 'group', 'aria-label': label } : {})}
    >
      {children}
    </div>
  )
}
