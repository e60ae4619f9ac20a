import { useState } from 'react'
import { call, newId } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { RadioGroup } from '#ui/radio-group.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { TextField } from '#ui/text-field.tsx'
import { restProposal } from '../contract.ts'
import type { ProposalKind } from '../rules/proposals.ts'
import { useAct, useProblem } from './follow-up-data.ts'

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const FORTNIGHT = 14

/** Not now, or not at all: with a reason, which its person reads too. */
export function RestDialog({
  ambassadorId,
  kind,
  onClose,
}: {
  ambassadorId: string
  kind: ProposalKind
  onClose: () => void
}) {
  const text = useText()
  const problem = useProblem()
  const [id] = useState(newId)
  const [how, setHow] = useState<'later' | 'aside'>('later')
  const [until, setUntil] = useState(() => inDays(FORTNIGHT))
  const [note, setNote] = useState('')
  const act = useAct(
    () =>
      call(restProposal, {
        params: { id },
        body: { ambassadorId, kind, note, until: how === 'later' ? until : null },
      }),
    { quiet: true, onDone: onClose },
  )
  return (
    <Dialog
      open
      onClose={onClose}
      closeOutside={false}
      title={text('contributions.rest.title')}
      closeLabel={text('platform.close')}
      actions={
        <>
          <Button kind="soft" onClick={onClose}>
            {text('platform.cancel')}
          </Button>
          <Button
            kind="primary"
            busy={act.isPending}
            disabledReason={note.trim() ? undefined : text('contributions.rest.needNote')}
            onClick={() => act.mutate(undefined)}
          >
            {text('contributions.rest.keep')}
          </Button>
        </>
      }
    >
      <div className="stack stack-4">
        <RadioGroup
          legend={text('contributions.rest.how')}
          options={[
            { value: 'later', label: text('contributions.rest.later') },
            {
              value: 'aside',
              label: text('contributions.rest.aside'),
              hint: text('contributions.rest.asideHint'),
            },
          ]}
          value={how}
          onChange={setHow}
        />
        {how === 'later' && (
          <TextField
            type="date"
            label={text('contributions.rest.until')}
            value={until}
            onChange={(event) => setUntil(event.target.value)}
          />
        )}
        <TextArea
          label={text('contributions.rest.note')}
          hint={text('contributions.rest.noteHint')}
          maxLength={500}
          rows={2}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        {problem(act.error) && (
          <p className="err" role="alert">
            {problem(act.error)}
          </p>
        )}
      </div>
    </Dialog>
  )
}
