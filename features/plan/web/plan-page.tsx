import { CalendarRange } from 'lucide-react'
import { useState } from 'react'
import { AnimateTabs } from '#features/seasons/web/public/animate-tabs.tsx'
import { addDays, mondayOf } from '#features/seasons/rules/days.ts'
import { Await } from '#platform/web/await.tsx'
import { useText } from '#platform/web/i18n.ts'
import { useParam } from '#platform/web/router.tsx'
import { Button } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { SectionHead } from '#ui/section-head.tsx'
import { Segmented } from '#ui/segmented.tsx'
import type { Plan, PlanAction } from '../contract.ts'
import { followingMoves, moved, type Move } from '../rules/moves.ts'
import { ActionDialog } from './action-dialog.tsx'
import { ActionsTable } from './actions-table.tsx'
import { FollowDialog } from './follow-dialog.tsx'
import { Gantt } from './gantt.tsx'
import { ObjectivesSection } from './objectives-section.tsx'
import { calendarOf, datedOf, useMoves, usePlan } from './plan-data.ts'
import { TemplateDialog } from './template-dialog.tsx'
import { WeekList } from './week-list.tsx'
import './plan.css'

/** What is said to whom, when and by whom; and whether the objectives it serves are on their way. */
export function PlanPage() {
  const spaceId = useParam('id')
  return <Await query={usePlan(spaceId)}>{(plan) => <Told plan={plan} />}</Await>
}

type Opened = { kind: 'action'; id: string } | { kind: 'new' } | { kind: 'template' } | null

function Told({ plan }: { plan: Plan }) {
  const text = useText()
  const [opened, setOpened] = useState<Opened>(null)
  const [view, setView] = useState<'gantt' | 'table'>('gantt')
  const { proposed, setProposed, propose, moveBy, moves } = useProposal(plan)
  const some = plan.actions.length > 0
  const shape = plan.can.shape
  const template = () => setOpened({ kind: 'template' })
  const open = (action: PlanAction) => setOpened({ kind: 'action', id: action.id })
  const action = opened?.kind === 'action' ? plan.actions.find((one) => one.id === opened.id) : undefined
  return (
    <>
      <PageHead
        eyebrow={text('plan.eyebrow', { name: plan.name })}
        title={useSentence(plan)}
        lead={useLead(plan)}
        actions={
          shape &&
          some && (
            <>
              <Button kind="line" onClick={template}>
                {text('plan.actions.template')}
              </Button>
              <Button kind="accent" onClick={() => setOpened({ kind: 'new' })}>
                {text('plan.actions.add')}
              </Button>
            </>
          )
        }
      />
      {shape && <AnimateTabs spaceId={plan.spaceId} current="plan" />}
      <div className="pln">
        {plan.scope === 'all' && <ObjectivesSection plan={plan} />}
        <section aria-labelledby="plan-actions">
          <div className="pln__head">
            <SectionHead level={2} id="plan-actions" title={text('plan.actions.title')} />
            {some && (
              <Segmented
                label={text('plan.actions.view')}
                options={(['gantt', 'table'] as const).map((value) => ({
                  value,
                  label: text(`plan.actions.${value}`),
                }))}
                value={view}
                onChange={setView}
              />
            )}
          </div>
          {!some && (
            <Empty
              icon={CalendarRange}
              title={text('plan.actions.none')}
              action={
                shape && (
                  <div className="row wrap g3">
                    <Button kind="accent" onClick={template}>
                      {text('plan.actions.template')}
                    </Button>
                    <Button kind="line" onClick={() => setOpened({ kind: 'new' })}>
                      {text('plan.actions.add')}
                    </Button>
                  </div>
                )
              }
            >
              <p>{text('plan.actions.noneWhy')}</p>
            </Empty>
          )}
          {some && view === 'gantt' && (
            <>
              <Gantt plan={plan} onOpen={open} onMove={moveBy} />
              <WeekList plan={plan} onOpen={open} />
            </>
          )}
          {some && view === 'table' && <ActionsTable plan={plan} onOpen={open} />}
        </section>
      </div>
      {(action || opened?.kind === 'new') && (
        <ActionDialog
          key={action?.id ?? 'new'}
          plan={plan}
          action={action ?? null}
          onClose={() => setOpened(null)}
          onMove={(days) => {
            setOpened(null)
            if (action) moveBy(action, days)
          }}
          onDates={propose}
        />
      )}
      {opened?.kind === 'template' && <TemplateDialog plan={plan} onClose={() => setOpened(null)} />}
      {proposed && (
        <FollowDialog
          plan={plan}
          following={proposed.following}
          onClose={() => setProposed(null)}
          onChoose={(all) => {
            const list = [...(proposed.saved ? [] : [proposed.move]), ...(all ? proposed.following : [])]
            setProposed(null)
            if (list.length > 0) moves.mutate(list)
          }}
        />
      )}
    </>
  )
}

interface Proposed {
  move: Move
  following: Move[]
  /** Its own new dates are saved already. */
  saved: boolean
}

/** Moving an action proposes to move those that wait for it; without any, it just moves. */
function useProposal(plan: Plan) {
  const [proposed, setProposed] = useState<Proposed | null>(null)
  const moves = useMoves(plan)
  const dated = plan.actions.map(datedOf)
  const calendar = calendarOf(plan)
  const propose = (move: Move) => {
    const following = followingMoves(dated, move, calendar)
    if (following.length > 0) setProposed({ move, following, saved: true })
  }
  const moveBy = (action: PlanAction, days: number) => {
    if (days === 0) return
    const move = moved(datedOf(action), days, calendar)
    const following = followingMoves(dated, move, calendar)
    if (following.length > 0) setProposed({ move, following, saved: false })
    else moves.mutate([move])
  }
  return { proposed, setProposed, propose, moveBy, moves }
}

function useSentence({ actions, scope, today }: Plan): string {
  const text = useText()
  if (actions.length === 0) return text('plan.sentence.empty')
  if (scope === 'own') return text('plan.sentence.own')
  const late = actions.filter((one) => one.timing === 'late').length
  if (late > 0) return text('plan.sentence.late', { count: late })
  const sunday = addDays(mondayOf(today), 6)
  const due = actions.filter((one) => one.timing !== 'settled' && one.endsOn <= sunday).length
  return due > 0 ? text('plan.sentence.week', { count: due }) : text('plan.sentence.fine')
}

function useLead({ actions, scope, coverage, can }: Plan): string | undefined {
  const text = useText()
  if (actions.length === 0) return can.shape ? text('plan.lead.empty') : undefined
  if (scope === 'own') return text('plan.lead.own')
  return text('plan.lead.covered', { count: coverage.covered, covered: coverage.covered })
}
