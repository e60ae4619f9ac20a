import { Combobox, type ComboboxWords } from './combobox.tsx'
import type { FieldProps } from './field.tsx'

/** Short words typed one after the other, with suggestions when there are some. */
export function TagInput({
  tags,
  onChange,
  suggestions,
  words,
  placeholder,
  most = 20,
  ...field
}: FieldProps & {
  tags: readonly string[]
  onChange: (tags: string[]) => void
  suggestions?: readonly string[]
  words: ComboboxWords
  placeholder?: string
  most?: number
}) {
  const option = (tag: string) => ({ id: tag.toLocaleLowerCase(), label: tag })
  return (
    <Combobox
      {...field}
      multiple
      words={words}
      placeholder={placeholder}
      selected={tags.map(option)}
      onChange={(chosen) => onChange(chosen.slice(0, most).map((one) => one.label))}
      search={(query) => (suggestions ?? []).filter((tag) => fits(tag, query)).map(option)}
      create={(typed) => option(typed.replace(/^#/, ''))}
    />
  )
}

function fits(tag: string, query: string): boolean {
  return bare(tag).includes(bare(query))
}

/** Without accents or capitals: "ecole" finds "École". */
function bare(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase()
}
