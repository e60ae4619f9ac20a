import { type FormEvent, useId, useState } from 'react'
import { call, newId, Refused } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { Button } from '#ui/button.tsx'
import { Checkbox } from '#ui/checkbox.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { RadioGroup } from '#ui/radio-group.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { TextField } from '#ui/text-field.tsx'
import { type EditedStep, setStep, type StepDetails } from '../contract.ts'
import { KINDS, type StepKind } from '../rules/steps.ts'
import { useAct } from './journey-data.ts'
import { TrainingForm } from './training-form.tsx'

/** One step: its words, when it is due, and what its kind needs. */
export function StepForm({
  programmeId,
  step,
  onClose,
}: {
  programmeId: string
  step: EditedStep | null
  onClose: () => void
}) {
  const text = useText()
  const form = useId()
  const [id] = useState(() => step?.id ?? newId())
  const [kind, setKind] = useState<StepKind>(step?.kind ?? 'read')
  const [title, setTitle] = useState(step?.title ?? '')
  const [words, setWords] = useState(step?.words ?? '')
  const [due, setDue] = useState(step ? (step.dueDays?.toString() ?? '') : '14')
  const [minutes, setMinutes] = useState(step?.minutes?.toString() ?? '')
  const [compulsory, setCompulsory] = useState(step?.compulsory ?? true)
  const [details, setDetails] = useState<StepDetails>(step?.details ?? {})
  const numberOf = (typed: string) => (typed.trim() === '' ? null : Number(typed))
  const save = useAct(
    () =>
      call(setStep, {
        params: { id },
        body: {
          programmeId,
          kind,
          title: title.trim(),
          words,
          dueDays: numberOf(due),
          minutes: numberOf(minutes),
          compulsory,
          details,
        },
      }),
    onClose,
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (title.trim()) save.mutate(undefined)
  }
  const wrong = save.error instanceof Refused ? save.error.on('details') : undefined
  return (
    <Dialog
      open
      size="wide"
      closeOutside={false}
      onClose={onClose}
      title={text(step ? 'journeys.form.change' : 'journeys.form.add')}
      closeLabel={text('platform.close')}
      actions={
        <Button
          kind="primary"
          type="submit"
          form={form}
          busy={save.isPending}
          {...(title.trim() ? {} : { disabledReason: text('journeys.form.titleFirst') })}
        >
          {text('journeys.form.save')}
        </Button>
      }
    >
      <form id={form} className="stack stack-4" onSubmit={submit}>
        {!step && (
          <SelectField
            label={text('journeys.form.kind')}
            hint={text(`journeys.kindHint.${kind}`)}
            value={kind}
            options={KINDS.map((one) => ({ value: one, label: text(`journeys.kind.${one}`) }))}
            onChange={(event) => setKind(event.target.value as StepKind)}
          />
        )}
        <TextField
          label={text('journeys.form.title')}
          value={title}
          maxLength={120}
          data-autofocus
          onChange={(event) => setTitle(event.target.value)}
        />
        <TextArea
          label={text('journeys.form.words')}
          hint={text('journeys.form.wordsHint')}
          rows={3}
          maxLength={2000}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <div className="row row--t g4 wrap">
          <TextField
            label={text('journeys.form.due')}
            hint={text('journeys.form.dueHint')}
            type="number"
            min={0}
            max={365}
            value={due}
            onChange={(event) => setDue(event.target.value)}
          />
          <TextField
            label={text('journeys.form.minutes')}
            type="number"
            min={1}
            max={480}
            value={minutes}
            onChange={(event) => setMinutes(event.target.value)}
          />
        </div>
        <Checkbox
          label={text('journeys.form.compulsory')}
          hint={text('journeys.form.compulsoryHint')}
          checked={compulsory}
          onChange={(event) => setCompulsory(event.target.checked)}
        />
        <KindFields kind={kind} details={details} onChange={setDetails} />
        {wrong && (
          <p className="down" role="alert">
            {wrong}
          </p>
        )}
      </form>
    </Dialog>
  )
}

function KindFields({
  kind,
  details,
  onChange,
}: {
  kind: StepKind
  details: StepDetails
  onChange: (details: StepDetails) => void
}) {
  const text = useText()
  if (kind === 'meeting')
    return (
      <RadioGroup
        legend={text('journeys.form.with')}
        options={(['buddy', 'founding'] as const).map((value) => ({
          value,
          label: text(`journeys.form.with_${value}`),
        }))}
        value={details.with ?? 'buddy'}
        onChange={(value) => onChange({ ...details, with: value })}
      />
    )
  if (kind === 'do')
    return (
      <RadioGroup
        legend={text('journeys.form.task')}
        options={(['profile', 'introduce', 'install'] as const).map((value) => ({
          value,
          label: text(`journeys.form.task_${value}`),
        }))}
        value={details.task ?? 'profile'}
        onChange={(value) => onChange({ ...details, task: value })}
      />
    )
  if (kind === 'read')
    return (
      <>
        <TextArea
          label={text('journeys.form.text')}
          rows={6}
          maxLength={8000}
          value={details.text ?? ''}
          onChange={(event) => onChange({ ...details, text: event.target.value })}
        />
        <TextField
          label={text('journeys.form.link')}
          hint={text('journeys.form.linkHint')}
          maxLength={500}
          value={details.link ?? ''}
          onChange={(event) => onChange({ ...details, link: event.target.value })}
        />
      </>
    )
  return kind === 'learn' ? <TrainingForm details={details} onChange={onChange} /> : null
}
