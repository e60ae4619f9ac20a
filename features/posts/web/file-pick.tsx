import { type ChangeEvent, useRef } from 'react'
import { IconButton } from '#ui/icon-button.tsx'
import type { Icon } from '#ui/icon.tsx'

/** A button that opens the choice of files of this device. */
export function FilePick({
  accept,
  icon,
  label,
  onFiles,
}: {
  accept?: string
  icon: Icon
  label: string
  onFiles: (files: File[]) => void
}) {
  const input = useRef<HTMLInputElement>(null)
  const take = (event: ChangeEvent<HTMLInputElement>) => {
    onFiles(Array.from(event.target.files ?? []))
    event.target.value = ''
  }
  return (
    <>
      <IconButton icon={icon} label={label} onClick={() => input.current?.click()} />
      <input ref={input} type="file" hidden multiple accept={accept} onChange={take} />
    </>
  )
}
