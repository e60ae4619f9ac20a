import { useState } from 'react'
import { PersonPicker, type PickedPerson } from '#features/communities/web/public/person-picker.tsx'
import { fieldError, FormProblem, typedIn } from '#features/network/web/public/form-problem.tsx'
import { quietDay } from '#features/seasons/rules/calendar.ts'
import { call, newId } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { Button } from '#ui/button.tsx'
import { Checkbox } from '#ui/checkbox.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Segmented } from '#ui/segmented.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { TextField } from '#ui/text-field.tsx'
import { showToast } from '#ui/toast-store.ts'
import {
  type ActionDraft,
  dropAction,
  type Plan,
  type PlanAction,
  setAction,
  setActionState,
} from '../contract.ts'
import { CHANNELS } from '../rules/channels.ts'
import { followersOf } from '../rules/dependencies.ts'
import type { Move } from '../rules/moves.ts'
import { ownerName, StateBadge, useDates } from './action-words.tsx'
import { useObjectiveWords } from './objectives-section.tsx'
import { calendarOf, useAudiences, usePlanAct } from './plan-data.ts'

interface DialogProps {
  plan: Plan
  /** Null: a new one. */
  action: PlanAction | null
  onClose: () => void
  onMove: (days: number) => void
  /** Its dates were saved: what waits for it may follow. */
  onDates: (move: Move) => void
}

/** An action: its words, its people, its days, what it waits for; or, for its owner, where it stands. */
export function ActionDialog(props: DialogProps) {
  const text = useText()
  const { plan, action, onClose } = props
  if (plan.can.shape) return <Shaped {...props} />
  if (!action) return null
  return (
    <Dialog open onClose={onClose} title={action.title} closeLabel={text('plan.form.close')}>
      <Facts plan={plan} action={action} />
    </Dialog>
  )
}

function Facts({ plan, action }: { plan: Plan; action: PlanAction }) {
  const text = useText()
  const dates = useDates()
  return (
    <div className="stack stack-4">
      <p className="sm ink2">
        {dates(action)} · {text(`plan.channel.${action.channel}`)} ·{' '}
        {ownerName(action) ?? text('plan.actions.nobody')} <StateBadge action={action} />
      </p>
      {action.details && <p className="pln__details">{action.details}</p>}
      {action.mine && <StateChoice plan={plan} action={action} />}
    </div>
  )
}

function StateChoice({ plan, action }: { plan: Plan; action: PlanAction }) {
  const text = useText()
  const states = plan.can.shape
    ? (['todo', 'doing', 'done', 'dropped'] as const)
    : (['todo', 'doing', 'done'] as const)
  const save = usePlanAct(
    plan.spaceId,
    (state: PlanAction['state']) => call(setActionState, { params: { id: action.id }, body: { state } }),
    { onDone: () => showToast({ message: text('plan.form.stateSaved') }) },
  )
  return (
    <div>
      <p className="sm b">{text('plan.form.state')}</p>
      <Segmented<PlanAction['state']>
        label={text('plan.form.state')}
        options={states.map((value) => ({ value, label: text(`plan.state.${value}`) }))}
        value={action.state}
        onChange={(state) => save.mutate(state)}
      />
    </div>
  )
}

const FIELDS = ['title', 'ownerId', 'audienceId', 'objectiveId', 'startsOn', 'endsOn']
const MOVES = [
  ['earlier', -7],
  ['dayEarlier', -1],
  ['dayLater', 1],
  ['later', 7],
] as const

const pickedOf = (action: PlanAction | null): PickedPerson | null =>
  action?.owner ? { id: action.owner.id, label: ownerName(action) ?? '' } : null

function Shaped({ plan, action, onClose, onMove, onDates }: DialogProps) {
  const text = useText()
  const [id] = useState(() => action?.id ?? newId())
  const [owner, setOwner] = useState(() => pickedOf(action))
  const [startsOn, setStartsOn] = useState(action?.startsOn ?? plan.today)
  const [endsOn, setEndsOn] = useState(action?.endsOn ?? plan.today)
  const save = usePlanAct(plan.spaceId, (body: ActionDraft) => call(setAction, { params: { id }, body }), {
    quiet: true,
    onDone: (saved) => {
      showToast({ message: text('plan.form.saved') })
      onClose()
      if (action && (action.startsOn !== saved.startsOn || action.endsOn !== saved.endsOn))
        onDates({ id, startsOn: saved.startsOn, endsOn: saved.endsOn })
    },
  })
  const calendar = calendarOf(plan)
  const hint = (day: string) => (day && quietDay(day, calendar) ? text('plan.form.quiet') : undefined)
  return (
    <Dialog
      open
      size="wide"
      onClose={onClose}
      closeOutside={false}
      title={action ? action.title : text('plan.form.add')}
      closeLabel={text('plan.form.close')}
      actions={
        <>
          {action && <Drop plan={plan} action={action} onDone={onClose} />}
          <Button type="submit" form="plan-action" kind="primary" busy={save.isPending}>
            {text('plan.form.save')}
          </Button>
        </>
      }
    >
      {action && (
        <div className="pln__top">
          <StateChoice plan={plan} action={action} />
          <div>
            <p className="sm b">{text('plan.move.buttons')}</p>
            <div className="row wrap g2">
              {MOVES.map(([key, days]) => (
                <Button key={key} kind="soft" size="s" onClick={() => onMove(days)}>
                  {text(`plan.move.${key}`)}
                </Button>
              ))}
            </div>
          </div>
        </div>
      )}
      <form
        id="plan-action"
        className="pln__form"
        onSubmit={(event) => {
          const needs = new FormData(event.currentTarget)
            .getAll('needs')
            .filter((one) => typeof one === 'string')
          const typed = typedIn(event)
          save.mutate({
            spaceId: plan.spaceId,
            title: typed('title').trim(),
            details: typed('details'),
            channel: typed('channel') as PlanAction['channel'],
            ownerId: owner?.id ?? null,
            audienceId: typed('audienceId') || null,
            startsOn,
            endsOn,
            objectiveId: typed('objectiveId') || null,
            needs,
          })
        }}
      >
        <TextField
          label={text('plan.form.title')}
          name="title"
          required
          maxLength={120}
          defaultValue={action?.title}
          error={fieldError(save.error, 'title')}
        />
        <TextArea
          label={text('plan.form.details')}
          name="details"
          maxLength={2000}
          defaultValue={action?.details}
        />
        <div className="pln__two">
          <TextField
            label={text('plan.form.first')}
            type="date"
            required
            value={startsOn}
            onChange={(event) => {
              setStartsOn(event.target.value)
              if (event.target.value > endsOn) setEndsOn(event.target.value)
            }}
            hint={hint(startsOn)}
            error={fieldError(save.error, 'startsOn')}
          />
          <TextField
            label={text('plan.form.last')}
            type="date"
            required
            value={endsOn}
            onChange={(event) => setEndsOn(event.target.value)}
            hint={hint(endsOn)}
            error={fieldError(save.error, 'endsOn')}
          />
        </div>
        <PersonPicker
          label={text('plan.form.owner')}
          hint={text('plan.form.ownerHint')}
          error={fieldError(save.error, 'ownerId')}
          picked={owner}
          onPick={setOwner}
        />
        <Choices plan={plan} action={action} error={save.error} />
        <Needs plan={plan} action={action} />
        {fieldError(save.error, 'needs') && (
          <p className="err" role="alert">
            {fieldError(save.error, 'needs')}
          </p>
        )}
        <FormProblem error={save.error} fields={[...FIELDS, 'needs']} />
      </form>
    </Dialog>
  )
}

function Choices({ plan, action, error }: { plan: Plan; action: PlanAction | null; error: unknown }) {
  const text = useText()
  const objectiveWords = useObjectiveWords()
  const saved = useAudiences().data?.items ?? []
  const own = action?.audience
  const audiences = own && !saved.some((one) => one.id === own.id) ? [own, ...saved] : saved
  return (
    <>
      <div className="pln__two">
        <SelectField
          label={text('plan.form.channel')}
          name="channel"
          options={CHANNELS.map((value) => ({ value, label: text(`plan.channel.${value}`) }))}
          defaultValue={action?.channel ?? 'post'}
        />
        <SelectField
          // Its options come after the dialog: the choice is made again once they are there.
          key={audiences.length}
          label={text('plan.form.audience')}
          name="audienceId"
          options={[
            { value: '', label: text('plan.form.everybody') },
            ...audiences.map((one) => ({ value: one.id, label: one.name })),
          ]}
          defaultValue={own?.id ?? ''}
          error={fieldError(error, 'audienceId')}
        />
      </div>
      <SelectField
        label={text('plan.form.objective')}
        name="objectiveId"
        options={[
          { value: '', label: text('plan.form.noObjective') },
          ...plan.objectives.map(({ curve: { objective } }) => ({
            value: objective.id,
            label: objectiveWords(objective),
          })),
        ]}
        defaultValue={action?.objectiveId ?? ''}
        error={fieldError(error, 'objectiveId')}
      />
    </>
  )
}

/** Those that already wait for it are not offered: it would be a circle. */
function Needs({ plan, action }: { plan: Plan; action: PlanAction | null }) {
  const text = useText()
  const dates = useDates()
  const behind = new Set(action ? followersOf(plan.actions, action.id) : [])
  const offered = plan.actions.filter((one) => one.id !== action?.id && !behind.has(one.id))
  return (
    <fieldset className="pln__needs">
      <legend className="sm b">{text('plan.form.needs')}</legend>
      {offered.length === 0 && <p className="sm ink2">{text('plan.form.noNeeds')}</p>}
      <div className="pln__needs-list">
        {offered.map((one) => (
          <Checkbox
            key={one.id}
            name="needs"
            value={one.id}
            label={one.title}
            hint={dates(one)}
            defaultChecked={action?.needs.includes(one.id)}
          />
        ))}
      </div>
    </fieldset>
  )
}

function Drop({ plan, action, onDone }: { plan: Plan; action: PlanAction; onDone: () => void }) {
  const text = useText()
  const drop = usePlanAct(plan.spaceId, () => call(dropAction, { params: { id: action.id } }), {
    onDone: () => {
      showToast({ message: text('plan.form.dropped') })
      onDone()
    },
  })
  return (
    <Button kind="ghost" busy={drop.isPending} onClick={() => drop.mutate(undefined)}>
      {text('plan.form.drop')}
    </Button>
  )
}
