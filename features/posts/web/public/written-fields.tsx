import { useText } from '#platform/web/i18n.ts'
import type { RichDoc } from '#platform/contract/rich-text.ts'
import { TextField } from '#ui/text-field.tsx'
import type { PostKind, Practice } from '../../contract.ts'
import { LIMITS } from '../../rules/limits.ts'
import { PollFields } from '../poll-fields.tsx'
import { PracticeFields } from '../practice-fields.tsx'
import { RecipientsField } from '../recipients-field.tsx'
import { RichEditor } from '../rich-editor.tsx'
import '../composer.css'

/** What a post of any kind says, files apart. */
export interface WrittenPost {
  title: string
  body: RichDoc
  practice: Practice
  poll: { options: string[]; choice: 'single' | 'multiple'; anonymous: boolean }
  recipients: { id: string; label: string; photoFileId: string | null }[]
}

/** The fields of the composer, for a text that is prepared elsewhere: whoever draws them keeps what is written. */
export function WrittenFields({
  kind,
  spaceId,
  content,
  onChange,
}: {
  kind: PostKind
  spaceId: string
  content: WrittenPost
  onChange: (part: Partial<WrittenPost>) => void
}) {
  const text = useText()
  const none = () => undefined
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
          poll={{ ...content.poll, closesAt: '' }}
          fault={none}
          onChange={({ options, choice, anonymous }) => onChange({ poll: { options, choice, anonymous } })}
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
        onFiles={none}
      />
    </div>
  )
}
