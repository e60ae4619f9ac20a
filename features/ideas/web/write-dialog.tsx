import { useState } from 'react'
import { fieldError, FormProblem } from '#features/network/web/public/form-problem.tsx'
import { call, newId } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { useGo } from '#platform/web/router.tsx'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { TextField } from '#ui/text-field.tsx'
import { showToast } from '#ui/toast-store.ts'
import { type Idea, setIdea } from '../contract.ts'
import { LIMITS } from '../rules/statuses.ts'
import { addressOf } from './idea-parts.tsx'
import { useIdeasAct } from './ideas-data.ts'

/** An idea in one's own words, or one reworded: its title, what it is, what it would change. */
export function WriteDialog({
  programmeId,
  idea,
  onClose,
}: {
  programmeId: string
  idea?: Idea
  onClose: () => void
}) {
  const text = useText()
  const go = useGo()
  const [id] = useState(() => idea?.id ?? newId())
  const [said, setSaid] = useState({
    title: idea?.title ?? '',
    words: idea?.words ?? '',
    change: idea?.change ?? '',
  })
  const save = useIdeasAct(
    () => call(setIdea, { params: { id }, body: { programmeId, ...said } }),
    () => {
      showToast({ message: text(idea ? 'platform.saved' : 'ideas.write.done') })
      onClose()
      if (!idea) go(`${addressOf(programmeId)}/${id}`)
    },
  )
  const optional = `(${text('platform.optional')})`
  return (
    <Dialog
      open
      onClose={onClose}
      closeOutside={false}
      title={text(idea ? 'ideas.write.edit' : 'ideas.write.title')}
      closeLabel={text('platform.close')}
    >
      <form
        className="stack stack-4"
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate(undefined)
        }}
      >
        <TextField
          label={text('ideas.write.name')}
          hint={text('ideas.write.nameHint')}
          error={fieldError(save.error, 'title')}
          required
          data-autofocus
          maxLength={LIMITS.title}
          value={said.title}
          onChange={(event) => setSaid({ ...said, title: event.target.value })}
        />
        {(!idea || !idea.fromPost) && (
          <TextArea
            label={text('ideas.write.words')}
            hint={text('ideas.write.wordsHint')}
            optional={optional}
            rows={4}
            maxLength={LIMITS.words}
            value={said.words}
            onChange={(event) => setSaid({ ...said, words: event.target.value })}
          />
        )}
        <TextArea
          label={text('ideas.write.change')}
          hint={text('ideas.write.changeHint')}
          optional={optional}
          rows={2}
          maxLength={LIMITS.change}
          value={said.change}
          onChange={(event) => setSaid({ ...said, change: event.target.value })}
        />
        <FormProblem error={save.error} fields={['title']} />
        <div>
          <Button type="submit" kind="primary" busy={save.isPending}>
            {text(idea ? 'ideas.save' : 'ideas.write.send')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
