import { Check, X } from 'lucide-react'
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode, type RefObject } from 'react'
import { classNames } from './class-names.ts'
import { Field, type FieldControl, type FieldProps } from './field.tsx'
import { useAnchored } from './use-anchored.ts'
import { useOptions } from './use-options.ts'

export type ComboboxOption = { id: string; label: string; description?: string; picture?: ReactNode }

export type ComboboxWords = {
  loading: string
  nothing: string
  failed: string
  results: (count: number) => string
  remove: (label: string) => string
}

export type ComboboxProps<Option extends ComboboxOption> = FieldProps & {
  selected: readonly Option[]
  onChange: (selected: readonly Option[]) => void
  search: (query: string, signal: AbortSignal) => Promise<readonly Option[]> | readonly Option[]
  words: ComboboxWords
  multiple?: boolean
  placeholder?: string
  disabled?: boolean
  /** Makes an option from what was typed, when none fits. */
  create?: (typed: string) => Option | null
}

/** Beyond seven choices, a list becomes a search. One choice or several, options that may come from the server. */
export function Combobox<Option extends ComboboxOption>(props: ComboboxProps<Option>) {
  const { label, hint, error, optional, required, hideLabel, id } = props
  return (
    // Native "required" would look at the search text, not at the choice: the screen checks it.
    <Field {...{ label, hint, error, optional, hideLabel, id }}>
      {(control) => <Box {...props} control={{ ...control, required: undefined }} mandatory={required} />}
    </Field>
  )
}

function Box<Option extends ComboboxOption>({
  selected,
  onChange,
  search,
  words,
  multiple = false,
  placeholder,
  disabled,
  create,
  control,
  mandatory,
}: ComboboxProps<Option> & { control: FieldControl; mandatory?: boolean }) {
  const [typed, setTyped] = useState('')
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  const box = useRef<HTMLDivElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const { state, options } = useOptions(open ? typed : null, search)
  const chosenIds = new Set(selected.map((option) => option.id))
  const created = state === 'ready' && typed.trim() ? (create?.(typed.trim()) ?? null) : null
  const isNew = created && !options.some((option) => option.id === created.id) && !chosenIds.has(created.id)
  const shown = isNew ? [...options, created] : options
  const listId = `${control.id}-list`

  const choose = (option: Option) => {
    const rest = selected.filter((one) => one.id !== option.id)
    const already = rest.length < selected.length
    onChange(multiple ? (already ? rest : [...rest, option]) : [option])
    setTyped('')
    setActive(-1)
    if (!multiple) setOpen(false)
    input.current?.focus()
  }
  const remove = (option: Option) => {
    onChange(selected.filter((one) => one.id !== option.id))
    input.current?.focus()
  }
  const keys = (event: KeyboardEvent<HTMLInputElement>) => {
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (move) {
      event.preventDefault()
      setOpen(true)
      if (shown.length > 0)
        setActive((at) => (Math.max(at, move > 0 ? -1 : 0) + move + shown.length) % shown.length)
    } else if (event.key === 'Enter' && open) {
      // A word typed fast must not wait for the suggestions: it is made at once.
      const word = typed.trim()
      const pick = shown[active] ?? (word ? create?.(word) : null)
      if (pick || word) event.preventDefault()
      if (pick) choose(pick)
    } else if (event.key === 'Escape' && open) {
      event.preventDefault()
      event.stopPropagation()
      setOpen(false)
    } else if (event.key === 'Backspace' && typed === '' && selected.length > 0) {
      onChange(selected.slice(0, -1))
    }
  }
  return (
    <div
      ref={box}
      className={classNames('combo', disabled && 'is-off')}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false)
      }}
    >
      {selected.map((option) => (
        <Chosen
          key={option.id}
          option={option}
          words={words}
          disabled={disabled}
          onRemove={() => remove(option)}
        />
      ))}
      <input
        {...control}
        ref={input}
        className="combo__i"
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={open}
        aria-controls={listId}
        aria-required={mandatory}
        aria-activedescendant={open && active >= 0 ? `${listId}-${active}` : undefined}
        autoComplete="off"
        disabled={disabled}
        placeholder={selected.length > 0 ? undefined : placeholder}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          setOpen(true)
          setActive(create ? -1 : 0)
        }}
        onClick={() => setOpen(true)}
        onKeyDown={keys}
      />
      <List {...{ listId, open, box, shown, active, state, words, chosenIds, multiple, choose }} />
    </div>
  )
}

function Chosen({
  option,
  words,
  disabled,
  onRemove,
}: {
  option: ComboboxOption
  words: ComboboxWords
  disabled?: boolean
  onRemove: () => void
}) {
  return (
    <span className="combo__c">
      {option.picture}
      {option.label}
      <button type="button" aria-label={words.remove(option.label)} disabled={disabled} onClick={onRemove}>
        <X className="i i--s" aria-hidden />
      </button>
    </span>
  )
}

function List<Option extends ComboboxOption>({
  listId,
  open,
  box,
  shown,
  active,
  state,
  words,
  chosenIds,
  multiple,
  choose,
}: {
  listId: string
  open: boolean
  box: RefObject<HTMLDivElement | null>
  shown: readonly Option[]
  active: number
  state: string
  words: ComboboxWords
  chosenIds: ReadonlySet<string>
  multiple: boolean
  choose: (option: Option) => void
}) {
  const list = useRef<HTMLDivElement>(null)
  const place = useAnchored(box, list, open)
  useEffect(() => {
    const element = list.current
    if (!element) return
    if (open !== element.matches(':popover-open')) element.togglePopover(open)
    if (!open) return
    element.style.width = `${box.current?.offsetWidth ?? 0}px`
    place()
    element.querySelector(`[data-active]`)?.scrollIntoView({ block: 'nearest' })
  }, [open, shown, active, state, place, box])
  const note = state === 'loading' ? words.loading : state === 'failed' ? words.failed : words.nothing
  return (
    <>
      <div
        ref={list}
        className="menu combo__l"
        popover="manual"
        onMouseDown={(event) => event.preventDefault()}
      >
        <ul id={listId} role="listbox" aria-multiselectable={multiple || undefined}>
          {shown.map((option, index) => (
            <li
              key={option.id}
              id={`${listId}-${index}`}
              role="option"
              aria-selected={chosenIds.has(option.id)}
              data-active={index === active || undefined}
              className={classNames('menu__i', index === active && 'is-hover')}
              onClick={() => choose(option)}
            >
              {option.picture}
              <span className="grow">
                {option.label}
                {option.description && <span className="xs mut combo__d">{option.description}</span>}
              </span>
              {chosenIds.has(option.id) && <Check className="i menu__ok" aria-hidden />}
            </li>
          ))}
        </ul>
        {shown.length === 0 && <p className="sm mut combo__n">{note}</p>}
      </div>
      <span className="vh" role="status">
        {open && state !== 'loading' && (shown.length > 0 ? words.results(shown.length) : note)}
      </span>
    </>
  )
}
