import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import { FormProblem } from '#features/network/web/public/form-problem.tsx'
import { call, newId, Refused } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { Button } from '#ui/button.tsx'
import { Checkbox } from '#ui/checkbox.tsx'
import { ConfirmDialog } from '#ui/confirm-dialog.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { SectionHead } from '#ui/section-head.tsx'
import { Segmented } from '#ui/segmented.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { TextField } from '#ui/text-field.tsx'
import { showToast } from '#ui/toast-store.ts'
import { decide, type DecisionPoint, type TestResults } from '../contract.ts'
import { LIMITS, OUTCOMES } from '../rules/kinds.ts'
import { resultsKey } from './missions-data.ts'

const newPoint = (point = ''): DecisionPoint => ({ id: newId(), point, outcome: 'changed', why: '' })

/** Steps where something blocked or would help come first to mind: proposed as points, never imposed. */
const startOf = ({ decision, steps }: TestResults): DecisionPoint[] => {
  if (decision.points.length > 0) return decision.points
  const found = (steps ?? [])
    .filter((step) => step.blocks + step.wouldHelp > 0)
    .map((step) => newPoint(step.title))
  return found.length > 0 ? found : [newPoint()]
}

/** What is kept, what changes, what waits; each with its why, then published back. */
export function DecisionForm({ results }: { results: TestResults }) {
  const text = useText()
  const queries = useQueryClient()
  const { id } = results.mission
  const [points, setPoints] = useState(() => startOf(results))
  const [words, setWords] = useState(results.decision.words)
  const [post, setPost] = useState(false)
  const [postId] = useState(newId)
  const [asking, setAsking] = useState(false)
  const save = useMutation({
    mutationFn: (publish: boolean) =>
      call(decide, {
        params: { id },
        body: {
          words: words.trim(),
          points: points.filter((one) => one.point.trim()),
          publish,
          ...(publish && post ? { postId } : {}),
        },
      }),
    onSuccess: (after, publish) => {
      queries.setQueryData(resultsKey(id), after)
      void queries.invalidateQueries({ queryKey: ['missions'] })
      showToast({ message: text(publish ? 'missions.decide.published' : 'missions.decide.kept') })
    },
    onSettled: () => setAsking(false),
  })
  const patch = (at: number, part: Partial<DecisionPoint>) =>
    setPoints((before) => before.map((one, index) => (index === at ? { ...one, ...part } : one)))
  const kept = points.filter((one) => one.point.trim())
  const silent = kept.find((one) => !one.why.trim())
  const reason =
    kept.length === 0
      ? text('missions.decide.noPoint')
      : silent
        ? text('missions.decide.noWhy', { point: silent.point.trim() })
        : undefined
  const faultAt = (at: number) =>
    save.error instanceof Refused ? save.error.on(`points.${at}.why`) : undefined
  return (
    <section className="stack stack-6">
      <SectionHead title={text('missions.decide.title')} />
      <p className="ink2">{text('missions.decide.lead')}</p>
      <ol className="stack stack-4 ms-stepfields">
        {points.map((one, at) => (
          <li key={one.id} className="panel stack stack-3">
            <div className="row row--b g2">
              <div className="grow">
                <TextField
                  label={text('missions.decide.point', { at: at + 1 })}
                  maxLength={300}
                  value={one.point}
                  onChange={(event) => patch(at, { point: event.target.value })}
                />
              </div>
              {points.length > 1 && (
                <IconButton
                  icon={X}
                  label={text('missions.decide.remove', { at: at + 1 })}
                  onClick={() => setPoints((before) => before.filter((_, index) => index !== at))}
                />
              )}
            </div>
            <Segmented
              label={text('missions.decide.outcome', { at: at + 1 })}
              options={OUTCOMES.map((value) => ({ value, label: text(`missions.outcome.${value}`) }))}
              value={one.outcome}
              onChange={(outcome) => patch(at, { outcome })}
            />
            <TextArea
              label={text('missions.decide.why')}
              rows={2}
              maxLength={1000}
              value={one.why}
              {...(faultAt(at) ? { error: faultAt(at) } : {})}
              onChange={(event) => patch(at, { why: event.target.value })}
            />
          </li>
        ))}
      </ol>
      {points.length < LIMITS.points && (
        <div>
          <Button icon={Plus} onClick={() => setPoints((before) => [...before, newPoint()])}>
            {text('missions.decide.add')}
          </Button>
        </div>
      )}
      <TextArea
        label={text('missions.decide.words')}
        hint={text('missions.decide.wordsHint')}
        optional={`(${text('platform.optional')})`}
        rows={2}
        maxLength={1000}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      {results.can.post && (
        <Checkbox
          label={text('missions.decide.post')}
          hint={text('missions.decide.postHint')}
          checked={post}
          onChange={(event) => setPost(event.target.checked)}
        />
      )}
      <FormProblem error={save.error} fields={[]} />
      <div className="row g2 wrap">
        <Button kind="accent" disabledReason={reason} onClick={() => setAsking(true)}>
          {text('missions.decide.publish')}
        </Button>
        <Button kind="line" busy={save.isPending && !asking} onClick={() => save.mutate(false)}>
          {text('missions.decide.keep')}
        </Button>
      </div>
      <ConfirmDialog
        open={asking}
        title={text('missions.decide.confirm')}
        confirmLabel={text('missions.decide.publish')}
        keepLabel={text('missions.decide.notYet')}
        kind="primary"
        busy={save.isPending}
        onConfirm={() => save.mutate(true)}
        onClose={() => setAsking(false)}
      >
        <p>{text('missions.decide.confirmWhy', { count: results.testers })}</p>
      </ConfirmDialog>
    </section>
  )
}
