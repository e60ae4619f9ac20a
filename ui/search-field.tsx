import { Search } from 'lucide-react'
import type { ComponentProps } from 'react'
import { classNames } from './class-names.ts'

export type SearchFieldProps = Omit<ComponentProps<'input'>, 'type' | 'onChange' | 'onSubmit'> & {
  label: string
  onSearchChange?: (text: string) => void
  onSubmit?: (text: string) => void
  full?: boolean
}

export function SearchField({
  label,
  onSearchChange,
  onSubmit,
  full,
  placeholder,
  ...input
}: SearchFieldProps) {
  return (
    <form
      role="search"
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault()
        const typed = new FormData(event.currentTarget).get('search')
        onSubmit?.(typeof typed === 'string' ? typed : '')
      }}
    >
      <label className={classNames('search', full && 'search--full')}>
        <Search className="i" aria-hidden />
        <span className="vh">{label}</span>
        <input
          name="search"
          enterKeyHint="search"
          autoComplete="off"
          {...input}
          className="input"
          type="search"
          placeholder={placeholder ?? label}
          onChange={(event) => onSearchChange?.(event.target.value)}
        />
      </label>
    </form>
  )
}
