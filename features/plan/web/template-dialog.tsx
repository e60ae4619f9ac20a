import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { addDays, mondayOf } from '#features/seasons/rules/days.ts'
import { FormProblem } from '#features/network/web/public/form-problem.tsx'
import { Await } from '#platform/web/await.tsx'
import { call, newId } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { RadioGroup } from '#ui/radio-group.tsx'
import { ListSkeleton } from '#ui/skeleton.tsx'
import { TextField } from '#ui/text-field.tsx'
import { showToast } from '#ui/toast-store.ts'
import { applyTemplate, type Plan, readTemplates, type Template } from '../contract.ts'
import { useDayWords } from './day-words.ts'
import { usePlanAct } from './plan-data.ts'

const DAY = /^\d{4}-\d{2}-\d{2}$/

/** A ready-made plan from a day: what it would add is shown before it is added. */
export function TemplateDialog({ plan, onClose }: { plan: Plan; onClose: () => void }) {
  const text = useText()
  const [id] = useState(newId)
  const [from, setFrom] = useState(() => addDays(mondayOf(plan.today), 7))
  const [chosen, setChosen] = useState<Template['key']>('launch')
  const templates = useQuery({
    queryKey: ['plan', 'templates', plan.spaceId, from],
    enabled: DAY.test(from),
    queryFn: () => call(readTemplates, { params: { id: plan.spaceId }, query: { from } }),
    placeholderData: (before) => before,
  })
  const apply = usePlanAct(
    plan.spaceId,
    () =>
      call(applyTemplate, {
        params: { id: plan.spaceId, applicationId: id },
        body: { template: chosen, startsOn: from },
      }),
    {
      quiet: true,
      onDone: () => {
        showToast({ message: text('plan.template.applied') })
        onClose()
      },
    },
  )
  return (
    <Dialog
      open
      size="wide"
      onClose={onClose}
      closeOutside={false}
      title={text('plan.template.title')}
      closeLabel={text('plan.template.close')}
      actions={
        <Button
          kind="primary"
          busy={apply.isPending}
          disabled={!DAY.test(from)}
          onClick={() => apply.mutate(undefined)}
        >
          {text('plan.template.apply')}
        </Button>
      }
    >
      <Await query={templates} skeleton={<ListSkeleton label={text('platform.loading')} />}>
        {({ items }) => (
          <div className="stack stack-4">
            <RadioGroup
              legend={text('plan.template.which')}
              options={items.map((one) => ({
                value: one.key,
                label: one.name,
                hint: one.about,
              }))}
              value={chosen}
              onChange={(value) => setChosen(value as Template['key'])}
            />
            <TextField
              label={text('plan.template.start')}
              type="date"
              value={from}
              onChange={(event) => setFrom(event.target.value)}
            />
            <Preview template={items.find((one) => one.key === chosen)} />
            <FormProblem error={apply.error} />
          </div>
        )}
      </Await>
    </Dialog>
  )
}

const SHOWN = 6

function Preview({ template }: { template: Template | undefined }) {
  const text = useText()
  const { shortDay } = useDayWords()
  if (!template) return null
  const { actions } = template
  return (
    <section aria-label={text('plan.template.preview')}>
      <h3 className="h4">{text('plan.template.preview')}</h3>
      <ol className="pln__moves">
        {actions.slice(0, SHOWN).map((one) => (
          <li key={one.title}>
            <span className="num sm">{shortDay(one.startsOn)}</span> {one.title}
          </li>
        ))}
      </ol>
      {actions.length > SHOWN && (
        <p className="sm ink2">{text('plan.template.more', { count: actions.length - SHOWN })}</p>
      )}
    </section>
  )
}
