import { useState } from 'react'
import { fieldError, FormProblem } from '#features/network/web/public/form-problem.tsx'
import { call } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { RadioGroup } from '#ui/radio-group.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { showToast } from '#ui/toast-store.ts'
import { answerIdea, type Idea } from '../contract.ts'
import { ANSWERS, hasEnded, type IdeaAnswer, LIMITS } from '../rules/statuses.ts'
import { useIdeasAct } from './ideas-data.ts'

/** What becomes of an idea: never without its why, which is what its author reads. */
export function AnswerDialog({ idea, onClose }: { idea: Idea; onClose: () => void }) {
  const text = useText()
  const choices = ANSWERS.filter((status) => status !== idea.status)
  const [status, setStatus] = useState<IdeaAnswer | null>(null)
  const [why, setWhy] = useState('')
  const answer = useIdeasAct(
    (chosen: IdeaAnswer) =>
      call(answerIdea, { params: { id: idea.id }, body: { status: chosen, why: why.trim() } }),
    () => {
      showToast({ message: text('ideas.answer.done') })
      onClose()
    },
  )
  const reason = !status
    ? text('ideas.answer.choose')
    : why.trim()
      ? undefined
      : text('ideas.answer.whyNeeded')
  const givesBack = status !== null && hasEnded(status) && idea.ballot !== null
  return (
    <Dialog
      open
      onClose={onClose}
      closeOutside={false}
      title={text('ideas.answer.title')}
      closeLabel={text('platform.close')}
    >
      <form
        className="stack stack-4"
        onSubmit={(event) => {
          event.preventDefault()
          if (status && !reason) answer.mutate(status)
        }}
      >
        <RadioGroup
          legend={text('ideas.answer.what')}
          options={choices.map((value) => ({
            value,
            label: text(`ideas.status.${value}`),
            hint: text(`ideas.statusHint.${value}`),
          }))}
          value={status}
          onChange={setStatus}
        />
        <TextArea
          label={text('ideas.answer.why')}
          hint={text('ideas.answer.whyHint')}
          error={fieldError(answer.error, 'why')}
          required
          rows={3}
          maxLength={LIMITS.why}
          value={why}
          onChange={(event) => setWhy(event.target.value)}
        />
        {givesBack && <p className="sm ink2">{text('ideas.answer.givesBack')}</p>}
        <FormProblem error={answer.error} fields={['why']} />
        <div>
          <Button
            type="submit"
            kind="primary"
            busy={answer.isPending}
            {...(reason ? { disabledReason: reason } : {})}
          >
            {text('ideas.answer.send')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
