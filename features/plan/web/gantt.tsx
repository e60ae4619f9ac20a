import {
  DndContext,
  type DragEndEvent,
  PointerSensor,
  useDraggable,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import { type RefObject, useEffect, useRef } from 'react'
import { useText } from '#platform/web/i18n.ts'
import { useCarryKeys } from '#ui/carry-keys.ts'
import { classNames } from '#ui/class-names.ts'
import type { Plan, PlanAction } from '../contract.ts'
import { moved } from '../rules/moves.ts'
import { ownerName } from './action-words.tsx'
import { useDayWords } from './day-words.ts'
import { calendarOf, datedOf } from './plan-data.ts'
import { DAY_WIDTH, ROW_HEIGHT, type Span, spanOf, type Timeline, timelineOf, waitsOf } from './timeline.ts'

type Dragged = Pick<DragEndEvent, 'active'>

/** Days between where it was and where it is held. */
function heldDays({ active }: Dragged): number {
  const { initial, translated } = active.rect.current
  return initial && translated ? daysIn({ x: translated.left - initial.left }) : 0
}

interface GanttProps {
  plan: Plan
  onOpen: (action: PlanAction) => void
  onMove: (action: PlanAction, days: number) => void
}

const daysIn = (delta: { x: number }) => Math.round(delta.x / DAY_WIDTH)

const STEPS: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1 }

/** Arrows move by a day, up and down do nothing; the timeline follows what is carried. */
function useHeldDays(scroller: RefObject<HTMLDivElement | null>) {
  const scrolled = useRef(0)
  return useCarryKeys<number>({
    next: (code, before) => {
      if (before === null) scrolled.current = scroller.current?.scrollLeft ?? 0
      const step = STEPS[code]
      return step && (before ?? 0) + step
    },
    drawn: (days, { from }) => {
      const pane = scroller.current
      if (!pane) return { x: days * DAY_WIDTH, y: 0 }
      const box = pane.getBoundingClientRect()
      const left = from.left - box.left + scrolled.current + days * DAY_WIDTH
      const room = Math.max(0, box.width - Math.min(from.width, box.width / 2))
      pane.scrollTo({ left: Math.max(left - room, Math.min(pane.scrollLeft, left)), behavior: 'instant' })
      return { x: days * DAY_WIDTH - (pane.scrollLeft - scrolled.current), y: 0 }
    },
  })
}

/** Actions over the weeks: holidays behind, today across, what waits for what between them. */
export function Gantt({ plan, onOpen, onMove }: GanttProps) {
  const text = useText()
  const { shortDay } = useDayWords()
  const timeline = timelineOf(plan)
  const scroller = useRef<HTMLDivElement>(null)
  const { sensor: keys, aim } = useHeldDays(scroller)
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 5 } }), keys)
  const start = timeline.left(plan.today)
  useEffect(() => {
    scroller.current?.scrollTo({ left: Math.max(0, start - 120) })
  }, [start])
  const actionOf = (id: string | number) => plan.actions.find((one) => one.id === id)
  const words = useAnnouncements(plan, aim)
  return (
    <DndContext
      sensors={sensors}
      accessibility={words}
      onDragEnd={({ active, delta }: DragEndEvent) => {
        const action = actionOf(active.id)
        if (action) onMove(action, aim.current ?? daysIn(delta))
      }}
    >
      <div className="gan" style={{ '--row': `${ROW_HEIGHT}px` }}>
        <div
          className="gan__scroll"
          ref={scroller}
          role="group"
          tabIndex={0}
          aria-label={text('plan.gantt.label', {
            from: shortDay(timeline.from),
            to: shortDay(timeline.to),
          })}
        >
          <div className="gan__body" style={{ width: timeline.width }}>
            <Head timeline={timeline} today={plan.today} />
            <div className="gan__rows" style={{ height: plan.actions.length * ROW_HEIGHT }}>
              <Behind plan={plan} timeline={timeline} />
              <svg
                className="gan__waits"
                width={timeline.width}
                height={plan.actions.length * ROW_HEIGHT}
                aria-hidden
              >
                {waitsOf(timeline, plan.actions).map((wait) => (
                  <path key={wait.key} d={wait.path} className={wait.broken ? 'is-broken' : undefined} />
                ))}
              </svg>
              {plan.actions.map((action, index) => (
                <Bar
                  key={action.id}
                  action={action}
                  top={index * ROW_HEIGHT}
                  span={spanOf(timeline, action.id, action.startsOn, action.endsOn)}
                  movable={plan.can.shape}
                  onOpen={() => onOpen(action)}
                />
              ))}
            </div>
          </div>
        </div>
        {plan.can.shape && <p className="xs mut">{text('plan.gantt.help')}</p>}
      </div>
    </DndContext>
  )
}

function Head({ timeline, today }: { timeline: Timeline; today: string }) {
  const text = useText()
  const { shortDay } = useDayWords()
  return (
    <div className="gan__head" aria-hidden>
      {timeline.weeks.map((week) => (
        <span key={week} style={{ left: timeline.left(week) }}>
          {shortDay(week)}
        </span>
      ))}
      <span className="gan__today" style={{ left: timeline.left(today) }}>
        {text('plan.gantt.today')}
      </span>
    </div>
  )
}

/** Weeks, school holidays, public holidays and the company's own days; today. */
function Behind({ plan, timeline }: { plan: Plan; timeline: Timeline }) {
  const { overlay, today } = plan
  const spans = (kind: string, list: (Span | null)[]) =>
    list.map(
      (span) =>
        span && (
          <span
            key={`${kind} ${span.key}`}
            aria-hidden
            className={`gan__b gan__b--${kind}`}
            style={{ left: span.left, width: span.width }}
          />
        ),
    )
  return (
    <>
      {timeline.weeks.map((week) => (
        <span key={week} aria-hidden className="gan__w" style={{ left: timeline.left(week) }} />
      ))}
      {spans(
        'school',
        overlay.school.map((one) =>
          spanOf(timeline, `${one.zone}${one.firstDay}`, one.firstDay, one.lastDay),
        ),
      )}
      {spans(
        'public',
        overlay.publicHolidays.map((one) => spanOf(timeline, one.day + one.name, one.day, one.day)),
      )}
      {spans(
        'own',
        overlay.blocked.map((one) => spanOf(timeline, one.id, one.firstDay, one.lastDay)),
      )}
      <span aria-hidden className="gan__line" style={{ left: timeline.left(today) }} />
    </>
  )
}

function Bar({
  action,
  top,
  span,
  movable,
  onOpen,
}: {
  action: PlanAction
  top: number
  span: Span | null
  movable: boolean
  onOpen: () => void
}) {
  const text = useText()
  const { day } = useDayWords()
  const { attributes, listeners, setNodeRef, transform, isDragging } = useDraggable({
    id: action.id,
    disabled: !movable,
  })
  if (!span) return null
  const shift = transform ? Math.round(transform.x / DAY_WIDTH) * DAY_WIDTH : 0
  const state = action.timing === 'late' ? text('plan.timing.late') : text(`plan.state.${action.state}`)
  return (
    <button
      {...(movable ? { ...listeners, 'aria-describedby': attributes['aria-describedby'] } : {})}
      type="button"
      ref={setNodeRef}
      className={classNames('gan__bar', `gan__bar--${action.timing}`, isDragging && 'is-dragged')}
      style={{ left: span.left + shift, top, '--w': `${span.width}px` }}
      onClick={onOpen}
    >
      <span className="gan__fill" aria-hidden />
      <span className="gan__t">
        {action.title}
        {action.owner && <span className="mut"> · {ownerName(action)}</span>}
      </span>
      <span className="vh">
        {text('plan.gantt.bar', { from: day(action.startsOn), to: day(action.endsOn), state })}
      </span>
    </button>
  )
}

function useAnnouncements(plan: Plan, aim: RefObject<number | null>) {
  const text = useText()
  const { day } = useDayWords()
  const calendar = calendarOf(plan)
  const about = (id: string | number, days: number) => {
    const action = plan.actions.find((one) => one.id === id)
    if (!action) return undefined
    const dates = days === 0 ? action : moved(datedOf(action), days, calendar)
    return { title: action.title, from: day(dates.startsOn), to: day(dates.endsOn) }
  }
  const held = (dragged: Dragged) => aim.current ?? heldDays(dragged)
  return {
    restoreFocus: false,
    screenReaderInstructions: { draggable: text('plan.gantt.help') },
    announcements: {
      onDragStart: ({ active }: Dragged) => text('plan.gantt.picked', about(active.id, 0)),
      onDragMove: (dragged: Dragged) => text('plan.gantt.over', about(dragged.active.id, held(dragged))),
      onDragOver: () => undefined,
      onDragEnd: (dragged: Dragged) => text('plan.gantt.dropped', about(dragged.active.id, held(dragged))),
      onDragCancel: ({ active }: Dragged) => text('plan.gantt.cancelled', about(active.id, 0)),
    },
  }
}
