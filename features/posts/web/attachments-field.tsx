import { FileText, X } from 'lucide-react'
import { fileUrl } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { Button } from '#ui/button.tsx'
import { FileRow } from '#ui/file-row.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { ProgressBar } from '#ui/progress-bar.tsx'
import { TextField } from '#ui/text-field.tsx'
import { CaptionsField } from './captions-field.tsx'
import { LIMITS } from '../rules/limits.ts'
import type { Carried, useUploads } from './use-uploads.ts'

export type FileAddress = (fileId: string, variant?: 'w320' | 'w640' | 'w1280') => string
type Uploads = ReturnType<typeof useUploads>

/** Photos and videos as they will be seen, with their words for those who do not see them; documents by name. */
export function AttachmentsField({
  uploads,
  address = fileUrl,
  captions = true,
}: {
  uploads: Uploads
  /** Where a file is read from, when it has a door of its own. */
  address?: FileAddress
  captions?: boolean
}) {
  return uploads.files.map((file) =>
    /^(image|video)\//.test(file.mediaType) ? (
      <Picture key={file.key} file={file} uploads={uploads} address={address} captions={captions} />
    ) : (
      <Document key={file.key} file={file} uploads={uploads} />
    ),
  )
}

function Picture({
  file,
  uploads,
  address,
  captions,
}: {
  file: Carried
  uploads: Uploads
  address: FileAddress
  captions: boolean
}) {
  const text = useText()
  const video = file.mediaType.startsWith('video/')
  const kept = file.attachment ? address(file.attachment.fileId, video ? undefined : 'w640') : null
  const src = file.preview ?? kept
  return (
    <div className="stack stack-2">
      <div className="sheet__p">
        {src && video && (
          <video
            className="post__v"
            src={src}
            controls
            muted
            playsInline
            preload="metadata"
            aria-label={file.name}
          />
        )}
        {src && !video && (
          <img className="art" src={src} alt={text('posts.compose.preview', { name: file.name })} />
        )}
        <IconButton
          icon={X}
          label={text('posts.compose.remove_file', { name: file.name })}
          onClick={() => uploads.remove(file.key)}
        />
      </div>
      <Way file={file} uploads={uploads} />
      <TextField
        label={text(video ? 'posts.compose.describe_video' : 'posts.compose.describe_photo')}
        optional={text('posts.compose.describe_why')}
        maxLength={LIMITS.alt}
        value={file.alt}
        onChange={(event) => uploads.describe(file.key, event.target.value)}
      />
      {video && captions && file.attachment && (
        <CaptionsField attachment={file.attachment} onChange={(given) => uploads.caption(file.key, given)} />
      )}
    </div>
  )
}

/** How far it is, or what went wrong. */
function Way({ file, uploads }: { file: Carried; uploads: Uploads }) {
  const text = useText()
  if (file.problem)
    return (
      <p className="sm down row wrap g2" role="alert">
        {file.problem}
        <Button size="s" onClick={() => uploads.retry(file)}>
          {text('platform.retry')}
        </Button>
      </p>
    )
  if (file.attachment) return null
  return (
    <ProgressBar
      value={file.progress * 100}
      label={text('posts.compose.sending_file', { name: file.name })}
      thin
    />
  )
}

function Document({ file, uploads }: { file: Carried; uploads: Uploads }) {
  const text = useText()
  const onWay = !file.attachment && !file.problem
  return (
    <FileRow
      name={file.name}
      icon={FileText}
      {...(onWay ? { progress: file.progress * 100 } : {})}
      {...(file.attachment ? { done: text('posts.compose.added') } : {})}
      error={
        file.problem && (
          <>
            {file.problem}{' '}
            <button type="button" className="link" onClick={() => uploads.retry(file)}>
              {text('platform.retry')}
            </button>
          </>
        )
      }
      removeLabel={text('posts.compose.remove_file', { name: file.name })}
      onRemove={() => uploads.remove(file.key)}
    />
  )
}
