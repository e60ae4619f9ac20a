import {
  DndContext,
  type DragEndEvent,
  PointerSensor,
  rectIntersection,
  useDraggable,
  useDroppable,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import { useQueryClient } from '@tanstack/react-query'
import { ArrowDown, ArrowUp, GripVertical, Pencil, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Await } from '#platform/web/await.tsx'
import { call } from '#platform/web/call.ts'
import { useLanguage, useText } from '#platform/web/i18n.ts'
import { Link, useParam } from '#platform/web/router.tsx'
import { Button } from '#ui/button.tsx'
import { drawnOver, overAim, useCarryKeys } from '#ui/carry-keys.ts'
import { classNames } from '#ui/class-names.ts'
import { ConfirmDialog } from '#ui/confirm-dialog.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { PageHead } from '#ui/page-head.tsx'
import {
  copyModel,
  type EditedJourney,
  type EditedStep,
  MODELS,
  orderSteps,
  removeStep,
} from '../contract.ts'
import { editedKey, useAct, useEditedJourney } from './journey-data.ts'
import { KeeperTabs } from './keeper-tabs.tsx'
import './journeys.css'
import { StepForm } from './step-form.tsx'

/** The journey as those who animate shape it: begun from a ready-made one, ordered by hand or by buttons. */
export function EditJourneyPage() {
  const programmeId = useParam('id')
  const query = useEditedJourney(programmeId)
  return <Await query={query}>{(journey) => <Page journey={journey} />}</Await>
}

function Page({ journey }: { journey: EditedJourney }) {
  const text = useText()
  const { programmeId, steps, underWay } = journey
  const [form, setForm] = useState<EditedStep | 'new' | null>(null)
  const lead =
    underWay === null || underWay > 0 ? text('journeys.edit.leadUnderWay') : text('journeys.edit.lead')
  return (
    <>
      <PageHead
        eyebrow={<Link to={`/programmes/${programmeId}`}>{journey.programme}</Link>}
        title={text('journeys.edit.title')}
        lead={lead}
      />
      <KeeperTabs programmeId={programmeId} current="edit" />
      {steps.length === 0 ? (
        <Begin programmeId={programmeId} onOwn={() => setForm('new')} />
      ) : (
        <div className="stack stack-5 jrn">
          <Order journey={journey} onEdit={setForm} />
          <p>
            <Button kind="accent" icon={Plus} onClick={() => setForm('new')}>
              {text('journeys.edit.add')}
            </Button>
          </p>
        </div>
      )}
      {form && (
        <StepForm
          programmeId={programmeId}
          step={form === 'new' ? null : form}
          onClose={() => setForm(null)}
        />
      )}
    </>
  )
}

function Begin({ programmeId, onOwn }: { programmeId: string; onOwn: () => void }) {
  const text = useText()
  const language = useLanguage()
  const copy = useAct((model: (typeof MODELS)[number]) =>
    call(copyModel, { params: { id: programmeId }, body: { model, language } }),
  )
  return (
    <section className="stack stack-5 jrn">
      <p>{text('journeys.edit.beginWhy')}</p>
      <ul className="slots">
        {MODELS.map((model, at) => (
          <li key={model} className="slot">
            <h2 className="h3">{text(`journeys.edit.model.${model}.title`)}</h2>
            <p className="ink2">{text(`journeys.edit.model.${model}.text`)}</p>
            <p>
              <Button
                kind={at === 0 ? 'accent' : 'soft'}
                busy={copy.isPending && copy.variables === model}
                aria-label={text(`journeys.edit.model.${model}.use`)}
                onClick={() => copy.mutate(model)}
              >
                {text('journeys.edit.use')}
              </Button>
            </p>
          </li>
        ))}
      </ul>
      <p>
        <Button kind="ghost" icon={Plus} onClick={onOwn}>
          {text('journeys.edit.own')}
        </Button>
      </p>
    </section>
  )
}

/** The order one sees is the order one has just asked for; the server confirms it, or it comes back. */
function useOrder(journey: EditedJourney) {
  const queries = useQueryClient()
  const save = useAct((stepIds: string[]) =>
    call(orderSteps, { params: { id: journey.programmeId }, body: { stepIds } }),
  )
  return (from: number, to: number) => {
    if (from === to || to < 0 || to >= journey.steps.length) return
    const steps = [...journey.steps]
    const [moved] = steps.splice(from, 1)
    if (!moved) return
    steps.splice(to, 0, moved)
    queries.setQueryData(editedKey(journey.programmeId), { ...journey, steps })
    save.mutate(steps.map((step) => step.id))
  }
}

function Order({ journey, onEdit }: { journey: EditedJourney; onEdit: (step: EditedStep) => void }) {
  const text = useText()
  const { steps } = journey
  const move = useOrder(journey)
  const [said, setSaid] = useState('')
  const { sensor: keys, aim } = useCarryKeys<string>({
    // One press, one rung: the list is all there is to go through.
    next: (code, before, { id }) => {
      const rung = code === 'ArrowDown' ? 1 : code === 'ArrowUp' ? -1 : 0
      return rung === 0 ? undefined : steps[clamped(place(before ?? id) + rung, steps.length)]?.id
    },
    drawn: drawnOver,
  })
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 6 } }), keys)
  const place = (id: string | number | undefined) => steps.findIndex((step) => step.id === id)
  const titleOf = (id: string | number) => steps[place(id)]?.title ?? ''
  const shift = (from: number, to: number) => {
    const step = steps[from]
    if (!step || to < 0 || to >= steps.length) return
    move(from, to)
    setSaid(text('journeys.edit.moved', { title: step.title, at: to + 1, all: steps.length }))
  }
  const onDragEnd = ({ active, over }: DragEndEvent) => {
    const to = aim.current ?? over?.id
    if (to !== undefined) shift(place(active.id), place(to))
  }
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={overAim(aim, rectIntersection)}
      onDragEnd={onDragEnd}
      accessibility={{
        restoreFocus: false,
        screenReaderInstructions: { draggable: text('journeys.edit.dragHow') },
        announcements: {
          onDragStart: ({ active }) => text('journeys.edit.picked', { title: titleOf(active.id) }),
          onDragOver: ({ active, over }) =>
            over
              ? text('journeys.edit.over', {
                  title: titleOf(active.id),
                  at: place(over.id) + 1,
                  all: steps.length,
                })
              : '',
          onDragEnd: ({ active, over }) => {
            const to = aim.current ?? over?.id
            return to === undefined
              ? text('journeys.edit.notMoved')
              : text('journeys.edit.moved', {
                  title: titleOf(active.id),
                  at: place(to) + 1,
                  all: steps.length,
                })
          },
          onDragCancel: () => text('journeys.edit.notMoved'),
        },
      }}
    >
      <ol className="eds" aria-label={text('journeys.edit.list')}>
        {steps.map((step, at) => (
          <Row
            key={step.id}
            step={step}
            at={at}
            all={steps.length}
            onMove={(to) => shift(at, to)}
            onEdit={() => onEdit(step)}
          />
        ))}
      </ol>
      <p className="vh" role="status">
        {said}
      </p>
    </DndContext>
  )
}

const clamped = (at: number, all: number) => Math.max(0, Math.min(all - 1, at))

function Row({
  step,
  at,
  all,
  onMove,
  onEdit,
}: {
  step: EditedStep
  at: number
  all: number
  onMove: (to: number) => void
  onEdit: () => void
}) {
  const text = useText()
  const { attributes, listeners, setNodeRef: heldBy, isDragging } = useDraggable({ id: step.id })
  const { setNodeRef: placedBy, isOver } = useDroppable({ id: step.id })
  const [removing, setRemoving] = useState(false)
  const remove = useAct(
    () => call(removeStep, { params: { id: step.id } }),
    () => setRemoving(false),
  )
  const meta = [
    text(`journeys.kind.${step.kind}`),
    step.dueDays === null
      ? text('journeys.edit.whenever')
      : text('journeys.edit.within', { count: step.dueDays }),
    !step.compulsory && text('journeys.optional'),
  ]
    .filter(Boolean)
    .join(' · ')
  return (
    <li
      ref={placedBy}
      className={classNames('ed', isOver && !isDragging && 'ed--over', isDragging && 'ed--held')}
    >
      <button
        type="button"
        className="ed__h"
        ref={heldBy}
        {...attributes}
        {...listeners}
        aria-label={text('journeys.edit.drag', { title: step.title })}
        aria-roledescription={text('journeys.edit.draggable')}
      >
        <GripVertical className="i" aria-hidden />
      </button>
      <div className="grow ed__t">
        <p className="b">
          {at + 1}. {step.title}
        </p>
        <p className="sm ink2">{meta}</p>
      </div>
      <div className="row wrap">
        {at > 0 && (
          <IconButton
            icon={ArrowUp}
            label={text('journeys.edit.up', { title: step.title })}
            onClick={() => onMove(at - 1)}
          />
        )}
        {at < all - 1 && (
          <IconButton
            icon={ArrowDown}
            label={text('journeys.edit.down', { title: step.title })}
            onClick={() => onMove(at + 1)}
          />
        )}
        <IconButton
          icon={Pencil}
          label={text('journeys.edit.change', { title: step.title })}
          onClick={onEdit}
        />
        <IconButton
          icon={Trash2}
          label={text('journeys.edit.remove', { title: step.title })}
          onClick={() => setRemoving(true)}
        />
      </div>
      <ConfirmDialog
        open={removing}
        title={text('journeys.edit.removeTitle', { title: step.title })}
        confirmLabel={text('journeys.edit.removeIt')}
        keepLabel={text('journeys.edit.keepIt')}
        busy={remove.isPending}
        onConfirm={() => remove.mutate(undefined)}
        onClose={() => setRemoving(false)}
      >
        <p>{text('journeys.edit.removeWhy')}</p>
      </ConfirmDialog>
    </li>
  )
}
