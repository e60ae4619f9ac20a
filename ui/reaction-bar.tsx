import { ChevronDown, Hand, HandHeart, Heart, Lightbulb, PartyPopper } from 'lucide-react'
import {
  useEffect,
  useId,
  useRef,
  useState,
  type FocusEvent,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  type ToggleEvent,
} from 'react'
import { AvatarStack, type StackedPerson } from './avatar-stack.tsx'
import { classNames } from './class-names.ts'
import type { Icon } from './icon.tsx'
import { hideUntilPlaced, useAnchored } from './use-anchored.ts'
import { useLongPress } from './use-long-press.ts'

export type ReactionKind = 'like' | 'bravo' | 'useful' | 'thanks' | 'same'

export const reactionKinds: readonly ReactionKind[] = ['like', 'bravo', 'useful', 'thanks', 'same']

export const reactionIcons: Record<ReactionKind, Icon> = {
  like: Heart,
  bravo: PartyPopper,
  useful: Lightbulb,
  thanks: HandHeart,
  same: Hand,
}

export type ReactionWords = {
  kinds: Record<ReactionKind, string>
  /** Names the palette, and the small button that opens it: "Choisir un autre mot". */
  choose: string
}

export type ReactionBarProps = {
  mine: ReactionKind | null
  onReact: (kind: ReactionKind | null) => void
  words: ReactionWords
  /** The word offered first: "useful" suits a good practice. */
  suggested?: ReactionKind
  /** Comments and share: links and buttons dressed with the class "rx". */
  children?: ReactNode
  /** Who reacted, in words: "Clara et 86 autres"; often a button. */
  summary?: ReactNode
  people?: readonly StackedPerson[]
  disabled?: boolean
}

export function ReactionBar({
  mine,
  onReact,
  words,
  suggested = 'like',
  children,
  summary,
  people = [],
  disabled,
}: ReactionBarProps) {
  const id = useId()
  const main = useRef<HTMLButtonElement>(null)
  const palette = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState(false)
  const place = useAnchored(main, palette, open)
  const press = useLongPress(() => palette.current?.showPopover())
  const kind = mine ?? suggested
  // The icon rises once, because the person has just acted; not on every visit.
  const [fresh, setFresh] = useState(false)
  const react = (next: ReactionKind | null) => {
    setFresh(next !== null)
    onReact(next)
  }
  const Glyph = reactionIcons[kind]

  const toggled = (event: ToggleEvent<HTMLDivElement>) => {
    const nowOpen = event.newState === 'open'
    setOpen(nowOpen)
    if (!nowOpen) return
    place()
    const chosen = palette.current?.querySelector<HTMLElement>('[aria-pressed="true"]')
    ;(chosen ?? palette.current?.querySelector('button'))?.focus()
  }
  const close = () => {
    palette.current?.hidePopover()
    main.current?.focus()
  }
  usePressOutside(open, palette, close)
  // The focus gone elsewhere, the palette would stay over what one reads there.
  const left = ({ relatedTarget: to }: FocusEvent) => {
    if (!(to instanceof Element) || palette.current?.contains(to) || to.getAttribute('aria-controls') === id)
      return
    palette.current?.hidePopover()
  }
  const pick = (picked: ReactionKind) => {
    close()
    react(picked === mine ? null : picked)
  }
  return (
    <div className="react">
      <span className="rx__g">
        <button
          ref={main}
          type="button"
          className={classNames('rx', fresh && 'is-fresh')}
          aria-pressed={mine !== null}
          disabled={disabled}
          {...press.handlers}
          onClick={() => press.wasLong() || react(mine ? null : suggested)}
        >
          <Glyph className="i" aria-hidden />
          <span>{words.kinds[kind]}</span>
        </button>
        <button
          type="button"
          className="rx rx__more"
          aria-label={words.choose}
          aria-expanded={open}
          aria-controls={id}
          popoverTarget={id}
          disabled={disabled}
        >
          <ChevronDown className="i i--s" aria-hidden />
        </button>
      </span>
      <div
        ref={palette}
        id={id}
        className="rx__pal"
        popover="manual"
        role="group"
        aria-label={words.choose}
        onBeforeToggle={hideUntilPlaced}
        onToggle={toggled}
        onBlur={left}
        onKeyDown={(event) => (event.key === 'Escape' ? close() : moveInPalette(event, palette.current))}
      >
        {reactionKinds.map((one) => (
          <PaletteButton key={one} kind={one} word={words.kinds[one]} pressed={one === mine} onPick={pick} />
        ))}
      </div>
      {children}
      {summary && (
        <span className="rx__sum">
          <AvatarStack people={people} size={24} />
          {summary}
        </span>
      )}
    </div>
  )
}

/** Not a native light dismiss: it would close the palette as soon as the long press ends. */
function usePressOutside(open: boolean, inside: RefObject<HTMLElement | null>, onPress: () => void) {
  const act = useRef(onPress)
  useEffect(() => {
    act.current = onPress
  })
  useEffect(() => {
    if (!open) return
    const pressed = (event: PointerEvent) => {
      const group = inside.current?.parentElement?.querySelector('.rx__g')
      const target = event.target as Node
      if (!inside.current?.contains(target) && !group?.contains(target)) act.current()
    }
    document.addEventListener('pointerdown', pressed)
    return () => document.removeEventListener('pointerdown', pressed)
  }, [open, inside])
}

function PaletteButton({
  kind,
  word,
  pressed,
  onPick,
}: {
  kind: ReactionKind
  word: string
  pressed: boolean
  onPick: (kind: ReactionKind) => void
}) {
  const Glyph = reactionIcons[kind]
  return (
    <button type="button" aria-pressed={pressed} onClick={() => onPick(kind)}>
      <Glyph className="i" aria-hidden />
      {word}
    </button>
  )
}

function moveInPalette(event: KeyboardEvent, palette: HTMLElement | null) {
  const move = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
  if (!move || !palette) return
  event.preventDefault()
  const buttons = Array.from(palette.querySelectorAll('button'))
  const at = buttons.findIndex((button) => button === document.activeElement)
  buttons[(at + move + buttons.length) % buttons.length]?.focus()
}
