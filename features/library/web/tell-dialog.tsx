import { useState } from 'react'
import { fieldError, FormProblem } from '#features/network/web/public/form-problem.tsx'
import { call } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { TextField } from '#ui/text-field.tsx'
import { showToast } from '#ui/toast-store.ts'
import { type LibraryPractice, takeBackResult, tellResult } from '../contract.ts'
import { LIMITS } from '../rules/limits.ts'
import { useLibraryAct } from './library-data.ts'

const EMPTY = { before: '', after: '', words: '' }

/** What doing it too changed for me: one line before, one after, a few words. */
export function TellDialog({ practice, onClose }: { practice: LibraryPractice; onClose: () => void }) {
  const text = useText()
  const [told, setTold] = useState(practice.mine ?? EMPTY)
  const params = { postId: practice.postId }
  const tell = useLibraryAct(
    () => call(tellResult, { params, body: told }),
    () => {
      showToast({ message: text('library.told') })
      onClose()
    },
  )
  const takeBack = useLibraryAct(
    () => call(takeBackResult, { params }),
    () => {
      showToast({ message: text('library.taken_back') })
      onClose()
    },
  )
  return (
    <Dialog
      open
      onClose={onClose}
      closeOutside={false}
      title={text('library.tell')}
      closeLabel={text('platform.close')}
    >
      <form
        className="stack stack-4"
        onSubmit={(event) => {
          event.preventDefault()
          tell.mutate(undefined)
        }}
      >
        <p className="b">{practice.title}</p>
        {(['before', 'after'] as const).map((part) => (
          <TextField
            key={part}
            label={text(`library.${part}`)}
            hint={text(`library.${part}_hint`)}
            error={fieldError(tell.error, part)}
            maxLength={LIMITS.comparison}
            value={told[part]}
            onChange={(event) => setTold({ ...told, [part]: event.target.value })}
          />
        ))}
        <TextArea
          label={text('library.words')}
          hint={text('library.words_hint')}
          rows={3}
          maxLength={LIMITS.words}
          value={told.words}
          onChange={(event) => setTold({ ...told, words: event.target.value })}
        />
        <FormProblem error={tell.error} fields={['before', 'after']} />
        <div className="row wrap g2">
          <Button type="submit" kind="primary" busy={tell.isPending}>
            {text('library.save')}
          </Button>
          {practice.mine && (
            <Button kind="ghost" busy={takeBack.isPending} onClick={() => takeBack.mutate(undefined)}>
              {text('library.take_back')}
            </Button>
          )}
        </div>
      </form>
    </Dialog>
  )
}
