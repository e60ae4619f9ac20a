import { type KeyboardEvent, useEffect, useRef } from 'react'
import { faceOf, nameOf } from '#features/reactions/web/public/face.ts'
import { useText } from '#platform/web/i18n.ts'
import { useMe } from '#platform/web/me.ts'
import { Avatar } from '#ui/avatar.tsx'
import { Banner } from '#ui/banner.tsx'
import { Chip } from '#ui/chip.tsx'
import { FieldNote } from '#ui/field.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import { KINDS } from '../contract.ts'
import { LIMITS } from '../rules/limits.ts'
import { AttachmentsField } from './attachments-field.tsx'
import { PollFields } from './poll-fields.tsx'
import { kindIcons } from './post-kind.ts'
import { PracticeFields } from './practice-fields.tsx'
import { RecipientsField } from './recipients-field.tsx'
import { RichEditor } from './rich-editor.tsx'
import type { Composer } from './use-composer.ts'
import './composer.css'

/** Who, where, what kind, then what there is to say. */
export function ComposerFields({ composer, autoFocus = false }: { composer: Composer; autoFocus?: boolean }) {
  const text = useText()
  const { content, change, fault } = composer
  const form = useRef<HTMLDivElement>(null)
  const publishByKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    composer.submit()
  }
  useEffect(() => {
    if (composer.lack) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [composer.lack])
  const titled = content.kind !== 'message' && content.kind !== 'kudos'
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- Ctrl+Enter from any field inside
    <div className="compose__b" ref={form} onKeyDown={publishByKey}>
      <Writer composer={composer} />
      {!composer.revised && <Kinds composer={composer} />}
      {composer.problem && <Banner kind="bad">{composer.problem}</Banner>}
      {content.kind === 'kudos' && !composer.revised && (
        <RecipientsField
          spaceId={composer.spaceId}
          chosen={content.recipients}
          error={fault('recipientIds')}
          onChange={(recipients) => change({ recipients })}
        />
      )}
      {titled && (
        <TextField
          label={text(`posts.compose.title.${content.kind}`)}
          value={content.title}
          maxLength={LIMITS.title}
          data-autofocus={autoFocus || undefined}
          error={fault('title')}
          onChange={(event) => change({ title: event.target.value })}
        />
      )}
      {content.kind === 'practice' && (
        <PracticeFields
          practice={content.practice}
          fault={fault}
          onChange={(practice) => change({ practice })}
        />
      )}
      {content.kind === 'poll' && !composer.revised && (
        <PollFields poll={content.poll} fault={fault} onChange={(poll) => change({ poll })} />
      )}
      <RichEditor
        doc={content.body}
        spaceId={composer.spaceId}
        label={text(`posts.compose.body.${content.kind}`)}
        invalid={fault('body') !== undefined}
        describedBy="composer-body-note"
        autoFocus={autoFocus && !titled}
        onChange={(body) => change({ body })}
        onFiles={(files) => void composer.uploads.add(files)}
      />
      <FieldNote id="composer-body-note" error={fault('body')} />
      <AttachmentsField uploads={composer.uploads} />
    </div>
  )
}

function Writer({ composer }: { composer: Composer }) {
  const text = useText()
  const me = useMe()
  return (
    <div className="row row--t compose__w">
      <Avatar {...faceOf(me)} />
      <div className="grow">
        <p className="who__n">{nameOf(me)}</p>
        {composer.revised ? (
          <p className="sm mut">{composer.revised.spaceName}</p>
        ) : (
          <SelectField
            label={text('posts.compose.space')}
            hideLabel
            value={composer.spaceId ?? ''}
            options={composer.spaces.map((space) => ({ value: space.id, label: space.name }))}
            {...(composer.spaceId ? {} : { placeholder: text('posts.compose.choose_space') })}
            onChange={(event) => composer.choosePlace(event.target.value || null)}
          />
        )}
      </div>
    </div>
  )
}

function Kinds({ composer }: { composer: Composer }) {
  const text = useText()
  return (
    <div className="sheet__k" role="group" aria-label={text('posts.kind_of_post')} tabIndex={0}>
      {KINDS.map((kind) => (
        <Chip
          key={kind}
          pressed={composer.content.kind === kind}
          {...(kind === 'message' ? {} : { icon: kindIcons[kind] })}
          onClick={() => composer.change({ kind })}
        >
          {text(`posts.kind.${kind}`)}
        </Chip>
      ))}
    </div>
  )
}
