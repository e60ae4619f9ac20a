import { Camera, Paperclip } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useText, useTimeZone } from '#platform/web/i18n.ts'
import type { RichDoc } from '#platform/contract/rich-text.ts'
import { fromZoned, toZoned } from '#platform/web/zone-time.ts'
import { TextField } from '#ui/text-field.tsx'
import type { Attachment, PostKind, Practice } from '../../contract.ts'
import { LIMITS } from '../../rules/limits.ts'
import { AttachmentsField, type FileAddress } from '../attachments-field.tsx'
import { FilePick } from '../file-pick.tsx'
import { PollFields } from '../poll-fields.tsx'
import { PracticeFields } from '../practice-fields.tsx'
import { RecipientsField } from '../recipients-field.tsx'
import { RichEditor } from '../rich-editor.tsx'
import { arrived, onTheWay, useUploads } from '../use-uploads.ts'
import '../composer.css'

/** What a post of any kind says and shows. */
export interface WrittenPost {
  title: string
  body: RichDoc
  practice: Practice
  poll: { options: string[]; choice: 'single' | 'multiple'; anonymous: boolean; closesAt: string | null }
  attachments: readonly Attachment[]
  recipients: { id: string; label: string; photoFileId: string | null }[]
}

/** The fields of the composer, for a text that is prepared elsewhere: whoever draws them keeps what is written. */
export function WrittenFields({
  kind,
  spaceId,
  content,
  address,
  onChange,
  onWaiting,
}: {
  kind: PostKind
  spaceId: string
  content: WrittenPost
  /** Where its files are read from, before a post shows them. */
  address: FileAddress
  onChange: (part: Partial<WrittenPost>) => void
  /** Files are on their way, or have all arrived. */
  onWaiting: (waiting: boolean) => void
}) {
  const text = useText()
  const timeZone = useTimeZone()
  const uploads = useCarriedFiles(content.attachments, onChange, onWaiting)
  const none = () => undefined
  const { closesAt, ...poll } = content.poll
  return (
    <div className="compose__b">
      {kind === 'kudos' && (
        <RecipientsField
          spaceId={spaceId}
          chosen={content.recipients}
          error={undefined}
          onChange={(recipients) => onChange({ recipients })}
        />
      )}
      {kind !== 'message' && kind !== 'kudos' && (
        <TextField
          label={text(`posts.compose.title.${kind}`)}
          value={content.title}
          maxLength={LIMITS.title}
          onChange={(event) => onChange({ title: event.target.value })}
        />
      )}
      {kind === 'practice' && (
        <PracticeFields
          practice={content.practice}
          fault={none}
          onChange={(practice) => onChange({ practice })}
        />
      )}
      {kind === 'poll' && (
        <PollFields
          poll={{ ...poll, closesAt: closesAt ? toZoned(new Date(closesAt), timeZone) : '' }}
          fault={none}
          onChange={(next) => onChange({ poll: { ...next, closesAt: fromZoned(next.closesAt, timeZone) } })}
        />
      )}
      <RichEditor
        doc={content.body}
        spaceId={spaceId}
        label={text(`posts.compose.body.${kind}`)}
        invalid={false}
        describedBy=""
        autoFocus={false}
        onChange={(body) => onChange({ body })}
        onFiles={(files) => void uploads.add(files)}
      />
      <AttachmentsField uploads={uploads} address={address} captions={false} />
      <div className="row g1">
        <FilePick
          accept="image/*,video/*"
          icon={Camera}
          label={text('posts.compose.add_photo')}
          onFiles={uploads.add}
        />
        <FilePick icon={Paperclip} label={text('posts.compose.add_file')} onFiles={uploads.add} />
      </div>
    </div>
  )
}

/** Files leave as soon as they are chosen; what has arrived, and its words, is told to whoever keeps the text. */
function useCarriedFiles(
  initial: readonly Attachment[],
  onChange: (part: Partial<WrittenPost>) => void,
  onWaiting: (waiting: boolean) => void,
) {
  const uploads = useUploads(initial)
  const { files } = uploads
  const told = useRef({ attachments: JSON.stringify(initial), waiting: false })
  useEffect(() => {
    const [attachments, waiting] = [arrived(files), onTheWay(files)]
    const now = { attachments: JSON.stringify(attachments), waiting }
    const before = told.current
    told.current = now
    if (now.attachments !== before.attachments) onChange({ attachments })
    if (now.waiting !== before.waiting) onWaiting(waiting)
  }, [files, onChange, onWaiting])
  return uploads
}
