import { useText } from '#platform/web/i18n.ts'
import { DataTable } from '#ui/data-table.tsx'
import type { Plan, PlanAction } from '../contract.ts'
import { ownerName, StateBadge, useDates } from './action-words.tsx'
import { useObjectiveWords } from './objectives-section.tsx'

export function ActionsTable({ plan, onOpen }: { plan: Plan; onOpen: (action: PlanAction) => void }) {
  const text = useText()
  const dates = useDates()
  const objectiveWords = useObjectiveWords()
  const titleOf = (id: string) => plan.actions.find((one) => one.id === id)?.title ?? ''
  const objectiveOf = (id: string | null) => {
    const found = plan.objectives.find((one) => one.curve.objective.id === id)
    return found ? objectiveWords(found.curve.objective) : ''
  }
  const all = plan.scope === 'all'
  return (
    <DataTable
      caption={text('plan.actions.caption')}
      stack
      rows={plan.actions}
      rowKey={(one) => one.id}
      columns={[
        {
          key: 'what',
          head: text('plan.actions.what'),
          rowHead: true,
          cell: (one) => (
            <button type="button" className="link pln__open" onClick={() => onOpen(one)}>
              {one.title}
            </button>
          ),
        },
        {
          key: 'when',
          head: text('plan.actions.when'),
          cell: (one) => <span className="pln__when">{dates(one)}</span>,
        },
        {
          key: 'who',
          head: text('plan.actions.who'),
          cell: (one) => ownerName(one) ?? <span className="mut">{text('plan.actions.nobody')}</span>,
        },
        { key: 'state', head: text('plan.actions.state'), cell: (one) => <StateBadge action={one} /> },
        {
          key: 'channel',
          head: text('plan.actions.channel'),
          cell: (one) => text(`plan.channel.${one.channel}`),
        },
        ...(all
          ? [
              {
                key: 'objective',
                head: text('plan.actions.objective'),
                cell: (one: PlanAction) => objectiveOf(one.objectiveId),
              },
              {
                key: 'needs',
                head: text('plan.actions.needs'),
                cell: (one: PlanAction) => one.needs.map(titleOf).join(', '),
              },
            ]
          : []),
      ]}
    />
  )
}
