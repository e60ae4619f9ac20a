import { type FormEvent, useId, useState } from 'react'
import { FormProblem } from '#features/network/web/public/form-problem.tsx'
import { call, newId } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { Button } from '#ui/button.tsx'
import { Checkbox } from '#ui/checkbox.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { raiseIncident, type Roster } from '../contract.ts'
import { OnDutyLine } from './code-section.tsx'
import { useTurnAct } from './turn-data.ts'

/** One press stops everything; words may come later. */
export function IncidentDialog({ roster, onClose }: { roster: Roster; onClose: () => void }) {
  const text = useText()
  const form = useId()
  const [id] = useState(newId)
  const [words, write] = useState('')
  const [hide, setHide] = useState(false)
  const raise = useTurnAct(
    () => call(raiseIncident, { params: { id }, body: { programmeId: roster.programmeId, words, hide } }),
    { quiet: true, onDone: onClose },
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    raise.mutate(undefined)
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={text('turns.incident.title')}
      closeLabel={text('platform.close')}
      actions={
        <Button type="submit" form={form} kind="danger" busy={raise.isPending}>
          {text('turns.incident.stop')}
        </Button>
      }
    >
      <form id={form} className="stack stack-4" onSubmit={submit}>
        <p>{text('turns.incident.what')}</p>
        <OnDutyLine roster={roster} />
        <Checkbox
          label={text('turns.incident.hide')}
          hint={text('turns.incident.hideHint')}
          checked={hide}
          onChange={(event) => setHide(event.target.checked)}
        />
        <TextArea
          label={text('turns.incident.words')}
          optional={`(${text('platform.optional')})`}
          rows={2}
          maxLength={2000}
          value={words}
          onChange={(event) => write(event.target.value)}
        />
        <FormProblem error={raise.error} />
      </form>
    </Dialog>
  )
}
