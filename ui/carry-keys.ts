import {
  type CollisionDetection,
  type SensorContext,
  type SensorInstance,
  type SensorProps,
  type Translate,
  type UniqueIdentifier,
  useSensor,
} from '@dnd-kit/core'
import { type RefObject, useEffect, useRef } from 'react'

/** What is carried, while it is: where it stood on the screen, and what the board knows of its places. */
export interface Carried {
  id: UniqueIdentifier
  /** Its own box, as it was taken. */
  from: DOMRect
  context: SensorContext
}

interface CarryOptions {
  take(keys: CarryKeys): void
  /** How far it is drawn from where it stood; null when the key leads nowhere. */
  step(code: string, carried: Carried): Translate | null
  lay(): void
}

const STARTS = ['Space', 'Enter']
const ARROWS = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']

/**
 * The keyboard carries: space or Enter takes and lays, arrows move, Escape gives up. It hears the keys of what it
 * took and of nothing else: as soon as the focus is elsewhere, everything is back and the keys are for the others.
 */
class CarryKeys implements SensorInstance {
  static activators = [
    {
      eventName: 'onKeyDown' as const,
      handler: ({ nativeEvent: event }: { nativeEvent: KeyboardEvent }) => {
        if (!STARTS.includes(event.code)) return false
        // A key held down has taken or laid already.
        event.preventDefault()
        return !event.repeat
      },
    },
  ]

  autoScrollEnabled = false
  readonly #props: SensorProps<CarryOptions>
  readonly #from: DOMRect
  readonly #heard = new AbortController()

  constructor(props: SensorProps<CarryOptions>) {
    this.#props = props
    this.#from = props.activeNode.node.current?.getBoundingClientRect() ?? new DOMRect()
    const { signal } = this.#heard
    document.addEventListener('keydown', (event) => this.#press(event), { signal })
    document.addEventListener('visibilitychange', () => this.letGo(), { signal })
    window.addEventListener('resize', () => this.letGo(), { signal })
    props.event.target?.addEventListener('focusout', () => this.letGo(), { signal })
    props.options.take(this)
    props.onStart({ x: 0, y: 0 })
  }

  /** Back where it was; nothing more is heard. */
  letGo(): void {
    if (this.#heard.signal.aborted) return
    this.#heard.abort()
    this.#props.onCancel()
    this.#props.options.lay()
  }

  #press(event: KeyboardEvent): void {
    const { event: taken, active, context, options, onMove, onEnd } = this.#props
    if (event === taken) return
    if (event.target !== taken.target) return this.letGo()
    if (event.code === 'Escape') {
      event.preventDefault()
      this.letGo()
    } else if (STARTS.includes(event.code)) {
      event.preventDefault()
      if (event.repeat) return
      this.#heard.abort()
      onEnd()
      options.lay()
      keepFocus(taken.target)
    } else if (ARROWS.includes(event.code)) {
      event.preventDefault()
      const moved = options.step(event.code, { id: active, from: this.#from, context: context.current })
      if (moved) onMove(moved)
    }
  }
}

/** Laid elsewhere, what was taken may be drawn anew and lose the focus; a focus that went elsewhere is left there. */
const keepFocus = (hand: EventTarget | null) =>
  requestAnimationFrame(() => {
    if (hand instanceof HTMLElement && document.activeElement === document.body) hand.focus()
  })

interface Carrying<Aim> {
  /** The next aim from the one before, null when it has not moved yet; undefined when the key leads nowhere. */
  next(code: string, before: Aim | null, carried: Carried): Aim | undefined
  /** How far from where it stood it is drawn at that aim. */
  drawn(aim: Aim, carried: Carried): Translate
}

/**
 * Carrying by keyboard whatever the hand's pace: where it goes is `aim`, renewed by each key at once, not by what
 * was drawn last. `aim` is null while nothing is carried by keyboard, and read at the end of a carrying. The board
 * itself leaves the focus alone (`accessibility.restoreFocus: false`).
 */
export function useCarryKeys<Aim>({ next, drawn }: Carrying<Aim>) {
  const aim = useRef<Aim | null>(null)
  const keys = useRef<CarryKeys | null>(null)
  useEffect(() => () => keys.current?.letGo(), [])
  const sensor = useSensor(CarryKeys, {
    take: (taken) => {
      keys.current = taken
      aim.current = null
    },
    step: (code, carried) => {
      const wanted = next(code, aim.current, carried)
      if (wanted === undefined) return null
      aim.current = wanted
      return drawn(wanted, carried)
    },
    lay: () => {
      keys.current = null
      aim.current = null
    },
  } satisfies CarryOptions)
  return { sensor, aim }
}

/** Drawn over the place aimed at, which is brought into view. */
export function drawnOver(place: UniqueIdentifier, { from, context }: Carried): Translate {
  const node = context.droppableContainers.get(place)?.node.current
  if (!node) return { x: 0, y: 0 }
  node.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' })
  const to = node.getBoundingClientRect()
  return {
    x: to.left + to.width / 2 - from.left - from.width / 2,
    y: to.top + to.height / 2 - from.top - from.height / 2,
  }
}

/** By keyboard, over what is aimed at; else as the board finds it. */
export const overAim =
  (aim: RefObject<UniqueIdentifier | null>, otherwise: CollisionDetection): CollisionDetection =>
  (found) =>
    aim.current === null ? otherwise(found) : [{ id: aim.current }]
