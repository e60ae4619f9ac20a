import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Subject } from '#features/reactions/web/public/subject-menu.ts'
import { call } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { Banner } from '#ui/banner.tsx'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { showToast } from '#ui/toast-store.ts'
import { hide, type Reason } from '../contract.ts'
import { moderationKey, refreshSubject } from './public/moderation-desk.tsx'
import { ReasonFields } from './reason-fields.tsx'

/** Hides with a reason that the author reads; it can be shown again. */
export function HideDialog({
  subject,
  suggested = null,
  onClose,
}: {
  subject: Pick<Subject, 'kind' | 'id' | 'authorName'>
  /** What most of those who reported said. */
  suggested?: Reason | null
  onClose: () => void
}) {
  const text = useText()
  const queries = useQueryClient()
  const [reason, setReason] = useState<Reason | null>(suggested)
  const [note, setNote] = useState('')
  const act = useMutation({
    mutationFn: (given: Reason) =>
      call(hide, {
        params: { subjectId: subject.id },
        body: { reason: given, ...(note.trim() ? { note: note.trim() } : {}) },
      }),
    onSuccess: () => {
      refreshSubject(queries, subject.kind, subject.id)
      void queries.invalidateQueries({ queryKey: moderationKey })
      showToast({ message: text('moderation.hidden') })
      onClose()
    },
  })
  return (
    <Dialog
      open
      onClose={onClose}
      closeOutside={false}
      title={text('moderation.hide_title', { name: subject.authorName })}
      closeLabel={text('platform.cancel')}
      actions={
        <Button
          kind="danger"
          busy={act.isPending}
          {...(reason ? {} : { disabledReason: text('moderation.choose_reason') })}
          onClick={() => reason && act.mutate(reason)}
        >
          {text('moderation.hide')}
        </Button>
      }
    >
      <p>{text('moderation.hide_how')}</p>
      {act.error && <Banner kind="bad">{act.error.message}</Banner>}
      <ReasonFields
        reason={reason}
        note={note}
        noteLabel={text('moderation.note_author')}
        onReason={setReason}
        onNote={setNote}
      />
    </Dialog>
  )
}
