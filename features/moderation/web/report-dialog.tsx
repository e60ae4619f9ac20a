import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { Subject } from '#features/reactions/web/public/subject-menu.ts'
import { newId } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { giveUp, send } from '#platform/web/sending.ts'
import { Banner } from '#ui/banner.tsx'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { showToast } from '#ui/toast-store.ts'
import { type Reason, report } from '../contract.ts'
import { ReasonFields } from './reason-fields.tsx'

/** Tells the moderators; who reported is never told. */
export function ReportDialog({ subject, onClose }: { subject: Subject; onClose: () => void }) {
  const text = useText()
  const [id] = useState(newId)
  const [reason, setReason] = useState<Reason | null>(null)
  const [note, setNote] = useState('')
  const tell = useMutation({
    mutationFn: (given: Reason) =>
      send(
        report,
        {
          params: { id },
          body: { subjectId: subject.id, reason: given, ...(note.trim() ? { note: note.trim() } : {}) },
        },
        id,
        { kind: 'report' },
      ),
    onSuccess: () => {
      showToast({ message: text('moderation.reported') })
      onClose()
    },
    onError: () => giveUp(id),
  })
  return (
    <Dialog
      open
      onClose={onClose}
      closeOutside={false}
      title={text(subject.kind === 'post' ? 'moderation.report_post' : 'moderation.report_comment')}
      closeLabel={text('platform.cancel')}
      actions={
        <Button
          kind="primary"
          busy={tell.isPending}
          {...(reason ? {} : { disabledReason: text('moderation.choose_reason') })}
          onClick={() => reason && tell.mutate(reason)}
        >
          {text('moderation.send_report')}
        </Button>
      }
    >
      <p>{text('moderation.report_how')}</p>
      {tell.error && <Banner kind="bad">{tell.error.message}</Banner>}
      <ReasonFields
        reason={reason}
        note={note}
        noteLabel={text('moderation.note_report')}
        onReason={setReason}
        onNote={setNote}
      />
    </Dialog>
  )
}
