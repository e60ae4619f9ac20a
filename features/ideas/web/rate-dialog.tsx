import { useState } from 'react'
import { FormProblem } from '#features/network/web/public/form-problem.tsx'
import { call } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { RadioGroup } from '#ui/radio-group.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { showToast } from '#ui/toast-store.ts'
import { type Idea, rateIdea } from '../contract.ts'
import { LIMITS } from '../rules/statuses.ts'
import { useIdeasAct } from './ideas-data.ts'

const LEVELS = ['1', '2', '3', '4', '5'] as const
type Level = (typeof LEVELS)[number]

/** What the team says together: how much it asks, how much it brings, in a word why. */
export function RateDialog({ idea, onClose }: { idea: Idea; onClose: () => void }) {
  const text = useText()
  const start = (of: number | undefined) => LEVELS.find((one) => Number(one) === of) ?? null
  const [effort, setEffort] = useState<Level | null>(start(idea.rating?.effort))
  const [value, setValue] = useState<Level | null>(start(idea.rating?.value))
  const [words, setWords] = useState(idea.rating?.words ?? '')
  const rate = useIdeasAct(
    () =>
      call(rateIdea, {
        params: { id: idea.id },
        body: { effort: Number(effort), value: Number(value), words: words.trim() },
      }),
    () => {
      showToast({ message: text('platform.saved') })
      onClose()
    },
  )
  const reason = effort && value ? undefined : text('ideas.rate.both')
  return (
    <Dialog
      open
      onClose={onClose}
      closeOutside={false}
      title={text('ideas.rate.title')}
      closeLabel={text('platform.close')}
    >
      <form
        className="stack stack-4"
        onSubmit={(event) => {
          event.preventDefault()
          if (!reason) rate.mutate(undefined)
        }}
      >
        <RadioGroup
          legend={text('ideas.rate.value')}
          options={LEVELS.map((level) => ({ value: level, label: text(`ideas.rate.valueOf.${level}`) }))}
          value={value}
          onChange={setValue}
        />
        <RadioGroup
          legend={text('ideas.rate.effort')}
          options={LEVELS.map((level) => ({ value: level, label: text(`ideas.rate.effortOf.${level}`) }))}
          value={effort}
          onChange={setEffort}
        />
        <TextArea
          label={text('ideas.rate.words')}
          hint={text('ideas.rate.wordsHint')}
          optional={`(${text('platform.optional')})`}
          rows={2}
          maxLength={LIMITS.ratingWords}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <FormProblem error={rate.error} />
        <div>
          <Button
            type="submit"
            kind="primary"
            busy={rate.isPending}
            {...(reason ? { disabledReason: reason } : {})}
          >
            {text('ideas.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
