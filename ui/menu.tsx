import { Check } from 'lucide-react'
import {
  useId,
  useRef,
  useState,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type ToggleEvent,
} from 'react'
import { classNames } from './class-names.ts'
import type { Icon } from './icon.tsx'
import { hideUntilPlaced, useAnchored } from './use-anchored.ts'

export type MenuItem = {
  key: string
  label: ReactNode
  /** The text used by type-ahead when the label is not plain text. */
  text?: string
  icon?: Icon
  onSelect?: () => void
  /** A real address: the entry is then a link; `onSelect` takes over a plain click. */
  href?: string
  danger?: boolean
  disabled?: boolean
  shortcut?: string
  /** Given on every entry of a choice: the chosen one is ticked. */
  checked?: boolean
  separatorBefore?: boolean
}

export type MenuProps = {
  /** Read aloud as the name of the list, and of the button when it only holds an icon. */
  label: string
  items: readonly MenuItem[]
  /** What is inside the button; its look is `buttonClassName`. */
  children: ReactNode
  buttonClassName?: string
  buttonLabel?: string
  align?: 'start' | 'end'
}

export function Menu({
  label,
  items,
  children,
  buttonClassName = 'ib',
  buttonLabel,
  align = 'start',
}: MenuProps) {
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const list = useRef<HTMLUListElement>(null)
  const [open, setOpen] = useState(false)
  const openAtEnd = useRef(false)
  const place = useAnchored(button, list, open, align)

  const toggled = (event: ToggleEvent<HTMLUListElement>) => {
    const nowOpen = event.newState === 'open'
    setOpen(nowOpen)
    if (!nowOpen) return
    place()
    const entries = entriesOf(list.current)
    ;(openAtEnd.current ? entries.at(-1) : (checkedOf(entries) ?? entries[0]))?.focus()
    openAtEnd.current = false
  }
  const close = () => {
    list.current?.hidePopover()
    button.current?.focus()
  }
  const openByKey = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    event.preventDefault()
    openAtEnd.current = event.key === 'ArrowUp'
    list.current?.showPopover()
  }
  return (
    <>
      <button
        ref={button}
        type="button"
        className={buttonClassName}
        aria-label={buttonLabel}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={id}
        popoverTarget={id}
        onKeyDown={openByKey}
      >
        {children}
      </button>
      <ul
        ref={list}
        id={id}
        popover="auto"
        role="menu"
        aria-label={label}
        className="menu"
        onBeforeToggle={hideUntilPlaced}
        onToggle={toggled}
        onKeyDown={(event) => moveInMenu(event, list.current, close)}
      >
        {items.map((item) => (
          <Entry key={item.key} item={item} close={close} />
        ))}
      </ul>
    </>
  )
}

function Entry({ item, close }: { item: MenuItem; close: () => void }) {
  const Glyph = item.icon
  const shared = {
    role: item.checked === undefined ? 'menuitem' : 'menuitemradio',
    tabIndex: -1,
    className: classNames('menu__i', item.danger && 'menu__i--bad'),
    'aria-checked': item.checked,
    'aria-disabled': item.disabled || undefined,
    'data-text': item.text ?? (typeof item.label === 'string' ? item.label : undefined),
  }
  const choose = (event: MouseEvent) => {
    if (item.disabled) return event.preventDefault()
    if (item.href && (event.metaKey || event.ctrlKey || event.shiftKey)) return
    if (item.href && item.onSelect) event.preventDefault()
    close()
    item.onSelect?.()
  }
  const content = (
    <>
      {Glyph && <Glyph className="i" aria-hidden />}
      <span className="grow">{item.label}</span>
      {item.checked && <Check className="i menu__ok" aria-hidden />}
      {item.shortcut && <span className="kbd">{item.shortcut}</span>}
    </>
  )
  return (
    <>
      {item.separatorBefore && <li role="separator" className="menu__sep" />}
      <li role="none">
        {item.href ? (
          <a {...shared} href={item.href} onClick={choose}>
            {content}
          </a>
        ) : (
          <button {...shared} type="button" onClick={choose}>
            {content}
          </button>
        )}
      </li>
    </>
  )
}

function entriesOf(list: HTMLElement | null): HTMLElement[] {
  return list ? Array.from(list.querySelectorAll<HTMLElement>('.menu__i')) : []
}

function checkedOf(entries: HTMLElement[]): HTMLElement | undefined {
  return entries.find((entry) => entry.getAttribute('aria-checked') === 'true')
}

function moveInMenu(event: KeyboardEvent, list: HTMLElement | null, close: () => void) {
  const entries = entriesOf(list)
  const at = entries.findIndex((entry) => entry === document.activeElement)
  const target = targetOf(event, entries, at)
  if (event.key === 'Escape' || event.key === 'Tab') {
    if (event.key === 'Escape') event.preventDefault()
    event.stopPropagation()
    close()
  } else if (target) {
    event.preventDefault()
    target.focus()
  }
}

function targetOf(event: KeyboardEvent, entries: HTMLElement[], at: number): HTMLElement | undefined {
  const count = entries.length
  if (event.key === 'ArrowDown') return entries[(at + 1) % count]
  if (event.key === 'ArrowUp') return entries[(at - 1 + count) % count]
  if (event.key === 'Home') return entries[0]
  if (event.key === 'End') return entries.at(-1)
  if (event.key.length !== 1 || event.key === ' ' || event.ctrlKey || event.metaKey) return undefined
  const wanted = event.key.toLocaleLowerCase()
  const after = [...entries.slice(at + 1), ...entries.slice(0, at + 1)]
  return after.find((entry) => (entry.dataset.text ?? '').toLocaleLowerCase().startsWith(wanted))
}
