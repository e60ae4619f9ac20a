import { type ReactNode, useId, useState } from 'react'
import { fieldError, FormProblem } from '#features/network/web/public/form-problem.tsx'
import { useText } from '#platform/web/i18n.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { TextField } from '#ui/text-field.tsx'
import { showToast } from '#ui/toast-store.ts'
import { useAct } from './programme-data.ts'

export interface Said {
  word: string
  until: string
}

/** It waits on this device for the network. */
const wasKept = (outcome: unknown): boolean =>
  typeof outcome === 'object' && outcome !== null && 'kept' in outcome && outcome.kept === true

/** One step with a few words, and a day where it takes one. */
export function WordDialog({
  title,
  why,
  label,
  hint,
  confirmLabel,
  withDay,
  required,
  says,
  suggestion = '',
  children,
  onSend,
  onClose,
}: {
  title: string
  why?: ReactNode
  label: string
  hint?: string
  confirmLabel: string
  withDay?: string
  required?: boolean
  says: string
  suggestion?: string
  children?: ReactNode
  onSend: (said: Said) => Promise<unknown>
  onClose: () => void
}) {
  const text = useText()
  const form = useId()
  const [word, setWord] = useState(suggestion)
  const [until, setUntil] = useState('')
  const send = useAct(onSend, {
    quiet: true,
    onDone: (outcome) => {
      showToast({ message: wasKept(outcome) ? text('platform.kept') : says })
      onClose()
    },
  })
  return (
    <Dialog
      open
      onClose={onClose}
      closeOutside={false}
      title={title}
      closeLabel={text('platform.close')}
      actions={
        <Button kind="primary" type="submit" form={form} busy={send.isPending}>
          {confirmLabel}
        </Button>
      }
    >
      <form
        id={form}
        className="stack stack-4"
        onSubmit={(event) => {
          event.preventDefault()
          send.mutate({ word: word.trim(), until })
        }}
      >
        {why && <p className="ink2">{why}</p>}
        {children}
        {withDay && (
          <TextField
            label={withDay}
            type="date"
            required
            value={until}
            error={fieldError(send.error, 'until')}
            onChange={(event) => setUntil(event.target.value)}
          />
        )}
        <TextArea
          label={label}
          hint={hint}
          rows={3}
          maxLength={1000}
          required={required}
          optional={required ? undefined : `(${text('platform.optional')})`}
          value={word}
          onChange={(event) => setWord(event.target.value)}
        />
        <FormProblem error={send.error} fields={['until']} />
      </form>
    </Dialog>
  )
}
