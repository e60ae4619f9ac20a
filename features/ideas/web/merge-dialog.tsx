import { useState } from 'react'
import { fieldError, FormProblem } from '#features/network/web/public/form-problem.tsx'
import { call } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { Button } from '#ui/button.tsx'
import { Combobox, type ComboboxOption } from '#ui/combobox.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { showToast } from '#ui/toast-store.ts'
import { type Idea, mergeIdea, readIdeas } from '../contract.ts'
import { LIMITS } from '../rules/statuses.ts'
import { useChoiceWords } from './idea-parts.tsx'
import { useIdeasAct } from './ideas-data.ts'

/** Two that say the same become one: its votes and its author follow, and both are told. */
export function MergeDialog({ idea, onClose }: { idea: Idea; onClose: () => void }) {
  const text = useText()
  const words = useChoiceWords()
  const [into, setInto] = useState<ComboboxOption | null>(null)
  const [why, setWhy] = useState('')
  const merge = useIdeasAct(
    (intoId: string) => call(mergeIdea, { params: { id: idea.id }, body: { intoId, why: why.trim() } }),
    () => {
      showToast({ message: text('ideas.merge.done') })
      onClose()
    },
  )
  const search = async (typed: string, signal: AbortSignal) => {
    const query = { status: 'all' as const, limit: 9, ...(typed.trim() ? { search: typed.trim() } : {}) }
    const { items } = await call(readIdeas, { params: { id: idea.programmeId }, query }, { signal })
    return items
      .filter((one) => one.id !== idea.id)
      .map((one) => ({ id: one.id, label: one.title, description: text(`ideas.status.${one.status}`) }))
  }
  const reason = !into ? text('ideas.merge.choose') : why.trim() ? undefined : text('ideas.answer.whyNeeded')
  return (
    <Dialog
      open
      onClose={onClose}
      closeOutside={false}
      title={text('ideas.merge.title')}
      closeLabel={text('platform.close')}
    >
      <form
        className="stack stack-4"
        onSubmit={(event) => {
          event.preventDefault()
          if (into && !reason) merge.mutate(into.id)
        }}
      >
        <p className="ink2">{text('ideas.merge.lead', { title: idea.title })}</p>
        <Combobox<ComboboxOption>
          label={text('ideas.merge.into')}
          error={fieldError(merge.error, 'intoId')}
          words={words}
          selected={into ? [into] : []}
          search={search}
          onChange={([chosen]) => setInto(chosen ?? null)}
        />
        <TextArea
          label={text('ideas.answer.why')}
          hint={text('ideas.merge.whyHint')}
          error={fieldError(merge.error, 'why')}
          required
          rows={2}
          maxLength={LIMITS.why}
          value={why}
          onChange={(event) => setWhy(event.target.value)}
        />
        <FormProblem error={merge.error} fields={['why', 'intoId']} />
        <div>
          <Button
            type="submit"
            kind="primary"
            busy={merge.isPending}
            {...(reason ? { disabledReason: reason } : {})}
          >
            {text('ideas.merge.send')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
