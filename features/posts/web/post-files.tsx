import { Download, FileText } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { fileUrl } from '#platform/web/call.ts'
import { useFormat, useText } from '#platform/web/i18n.ts'
import { classNames } from '#ui/class-names.ts'
import type { Attachment } from '../contract.ts'
import { PHOTO_SIZES, photoSet, photosOf } from '../rules/photos.ts'

const Lightbox = lazy(async () => ({ default: (await import('./lightbox.tsx')).Lightbox }))
const SHOWN = 4
const TALLEST = 4 / 5
const WIDEST = 2

/** Photos first, then videos, then documents, whatever order they were added in. `seenFirst`: on the first screen. */
export function PostFiles({
  attachments,
  seenFirst = false,
}: {
  attachments: readonly Attachment[]
  seenFirst?: boolean
}) {
  const images = photosOf(attachments)
  const videos = attachments.filter((file) => file.mediaType.startsWith('video/'))
  const others = attachments.filter((file) => !images.includes(file) && !videos.includes(file))
  return (
    <>
      {images.length > 0 && <Photos images={images} seenFirst={seenFirst} />}
      {videos.map((video) => (
        <Video key={video.fileId} video={video} />
      ))}
      {others.length > 0 && <Documents files={others} />}
    </>
  )
}

function Photos({ images, seenFirst }: { images: readonly Attachment[]; seenFirst: boolean }) {
  const text = useText()
  const [open, setOpen] = useState<number | null>(null)
  const shown = images.slice(0, SHOWN)
  const hidden = images.length - shown.length
  const [first] = images
  const ratio =
    images.length === 1 && first?.width && first.height
      ? Math.min(WIDEST, Math.max(TALLEST, first.width / first.height))
      : 3 / 2
  return (
    <div
      className={classNames('post__m', 'photos', `photos--${shown.length}`)}
      style={{ aspectRatio: String(ratio) }}
    >
      {shown.map((image, index) => (
        <button key={image.fileId} type="button" className="photos__i" onClick={() => setOpen(index)}>
          <img
            className="art"
            src={fileUrl(image.fileId, 'w640')}
            srcSet={photoSet((width) => fileUrl(image.fileId, width))}
            sizes={PHOTO_SIZES}
            alt={image.alt || text('posts.photo', { number: index + 1 })}
            {...(seenFirst && index === 0
              ? { fetchPriority: 'high' as const }
              : { loading: 'lazy' as const })}
            decoding="async"
          />
          {hidden > 0 && index === shown.length - 1 && <span className="photos__n">+{hidden}</span>}
        </button>
      ))}
      {open !== null && (
        <Suspense>
          <Lightbox images={images} start={open} onClose={() => setOpen(null)} />
        </Suspense>
      )}
    </div>
  )
}

/** The frame a moment after the start stands for the film: the very first is often black. */
const SHOWN_AT = '#t=0.5'

function Video({ video }: { video: Attachment }) {
  const text = useText()
  return (
    <div className="post__m">
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- the track is there as soon as its author gave one */}
      <video
        className="post__v"
        src={`${fileUrl(video.fileId)}${SHOWN_AT}`}
        aria-label={video.alt || video.name}
        controls
        playsInline
        preload="metadata"
      >
        {video.captions && (
          <track
            default
            kind="captions"
            src={fileUrl(video.fileId, 'captions')}
            srcLang={video.captions}
            label={text(`posts.captions.${video.captions}`)}
          />
        )}
      </video>
    </div>
  )
}

function Documents({ files }: { files: readonly Attachment[] }) {
  const text = useText()
  const weight = useWeight()
  return (
    <ul className="docs" aria-label={text('posts.documents')}>
      {files.map((file) => (
        <li key={file.fileId}>
          <a className="docs__i" href={fileUrl(file.fileId)} download={file.name}>
            <FileText className="i" aria-hidden />
            <span className="grow">
              <span className="sm b filerow__n">{file.name}</span>
              <span className="xs mut">{weight(file.bytes)}</span>
            </span>
            <Download className="i i--s" aria-label={text('posts.download')} />
          </a>
        </li>
      ))}
    </ul>
  )
}

/** "1,4 Mo" in French, "1.4 MB" in English. */
export function useWeight(): (bytes: number) => string {
  const text = useText()
  const { number } = useFormat()
  return (bytes) =>
    bytes < 1_000_000
      ? text('posts.kilobytes', { size: number(Math.max(1, Math.round(bytes / 1000))) })
      : text('posts.megabytes', { size: number(Math.round(bytes / 100_000) / 10) })
}
