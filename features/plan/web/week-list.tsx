import { mondayOf } from '#features/seasons/rules/days.ts'
import { useText } from '#platform/web/i18n.ts'
import type { Plan, PlanAction } from '../contract.ts'
import { ownerName, StateBadge, useDates } from './action-words.tsx'
import { useDayWords } from './day-words.ts'

/** On a phone: what is late, then week by week. */
export function WeekList({ plan, onOpen }: { plan: Plan; onOpen: (action: PlanAction) => void }) {
  const text = useText()
  const { day } = useDayWords()
  const late = plan.actions.filter((one) => one.timing === 'late')
  const others = plan.actions.filter((one) => one.timing !== 'late')
  const weeks = [...new Set(others.map((one) => mondayOf(one.startsOn)))]
  const group = (key: string, title: string, actions: PlanAction[]) => (
    <section key={key} aria-label={title}>
      <h3 className="h4">{title}</h3>
      <ul className="list">
        {actions.map((action) => (
          <OneAction key={action.id} action={action} onOpen={() => onOpen(action)} />
        ))}
      </ul>
    </section>
  )
  return (
    <div className="pln__weeks">
      {late.length > 0 && group('late', text('plan.actions.lateGroup'), late)}
      {weeks.map((week) =>
        group(
          week,
          text('plan.actions.week', { day: day(week) }),
          others.filter((one) => mondayOf(one.startsOn) === week),
        ),
      )}
    </div>
  )
}

function OneAction({ action, onOpen }: { action: PlanAction; onOpen: () => void }) {
  const text = useText()
  const dates = useDates()
  return (
    <li>
      <button type="button" className="pln__item" onClick={onOpen}>
        <span className="grow">
          <span className="b">{action.title}</span>
          <span className="sm ink2">
            {dates(action)} · {text(`plan.channel.${action.channel}`)} ·{' '}
            {ownerName(action) ?? text('plan.actions.nobody')}
          </span>
        </span>
        <StateBadge action={action} />
      </button>
    </li>
  )
}
