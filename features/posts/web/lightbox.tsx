import { ChevronLeft, ChevronRight, X } from 'lucide-react'
import { type KeyboardEvent, useState } from 'react'
import { fileUrl } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { useModal } from '#ui/dialog.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import type { Attachment } from '../contract.ts'

/** Photos one by one, as large as the window; arrows turn, Escape leaves. */
export function Lightbox({
  images,
  start,
  onClose,
}: {
  images: readonly Attachment[]
  start: number
  onClose: () => void
}) {
  const text = useText()
  const dialog = useModal(true)
  const [at, setAt] = useState(start)
  const image = images[at]
  const turn = (step: number) => setAt((now) => (now + step + images.length) % images.length)
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'ArrowRight') turn(1)
    if (event.key === 'ArrowLeft') turn(-1)
  }
  if (!image) return null
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- arrows, beside the buttons
    <dialog
      ref={dialog}
      className="lightbox"
      aria-label={text('posts.photo_of', { number: at + 1, count: images.length })}
      onKeyDown={keys}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      <figure>
        <img
          src={fileUrl(image.fileId, 'w1280')}
          alt={image.alt || text('posts.photo', { number: at + 1 })}
        />
        <figcaption>
          <span className="vh" role="status">
            {text('posts.photo_of', { number: at + 1, count: images.length })}
          </span>
          {image.alt}
        </figcaption>
      </figure>
      {images.length > 1 && (
        <>
          <IconButton
            className="lightbox__p"
            kind="soft"
            icon={ChevronLeft}
            label={text('posts.photo_before')}
            onClick={() => turn(-1)}
          />
          <IconButton
            className="lightbox__n"
            kind="soft"
            icon={ChevronRight}
            label={text('posts.photo_after')}
            onClick={() => turn(1)}
          />
        </>
      )}
      <IconButton
        className="lightbox__x"
        kind="soft"
        icon={X}
        label={text('platform.close')}
        onClick={onClose}
      />
    </dialog>
  )
}
