import { ObjectiveCurve } from '#features/insights/web/public/objective-drawing.tsx'
import { useFormat, useText } from '#platform/web/i18n.ts'
import { Link } from '#platform/web/router.tsx'
import { Badge, type BadgeKind } from '#ui/badge.tsx'
import { buttonClass } from '#ui/button.tsx'
import { SectionHead } from '#ui/section-head.tsx'
import type { Plan, PlanObjective } from '../contract.ts'
import { useDayWords } from './day-words.ts'

const KINDS: Record<PlanObjective['status'], BadgeKind> = {
  reached: 'ok',
  on_track: 'ok',
  at_risk: 'warn',
  late: 'bad',
  starting: 'info',
  silent: 'neutral',
}

/** What the plan is for: each objective measured, drawn, with where it leads. */
export function ObjectivesSection({ plan }: { plan: Plan }) {
  const text = useText()
  return (
    <section aria-labelledby="plan-objectives">
      <SectionHead level={2} id="plan-objectives" title={text('plan.objectives.title')} />
      {plan.objectives.length === 0 && <p className="ink2">{text('plan.objectives.none')}</p>}
      <div className="pln__objs">
        {plan.objectives.map((one) => (
          <OneObjective key={one.curve.objective.id} one={one} />
        ))}
      </div>
      {plan.can.shape && (
        <p>
          <Link
            to={`/communautes/${plan.spaceId}/preparer?etape=objectives`}
            className={buttonClass({ kind: 'ghost' })}
          >
            {text('plan.objectives.set')}
          </Link>
        </p>
      )}
    </section>
  )
}

function OneObjective({ one: { curve, status } }: { one: PlanObjective }) {
  const text = useText()
  const days = useDayWords()
  const { percent } = useFormat()
  const { objective, figure, projection } = curve
  return (
    <article className="panel pln__obj">
      <p className="row row--b g2">
        <Badge kind={KINDS[status]}>{text(`plan.status.${status}`)}</Badge>
      </p>
      <h3 className="h4">{useObjectiveWords()(objective)}</h3>
      <p className="sm ink2">
        {figure.value === null
          ? text('plan.objectives.silent')
          : text('plan.objectives.line', {
              value: percent(figure.value),
              target: percent(objective.target),
              deadline: days.day(objective.deadline),
            })}
        {projection && status !== 'reached' && (
          <> {text('plan.objectives.ahead', { share: percent(projection.atDeadline) })}</>
        )}
      </p>
      {curve.points.length > 0 && <ObjectiveCurve curve={curve} />}
    </article>
  )
}

/** "80 % of those invited have come in". */
export function useObjectiveWords(): (objective: { measure: string; target: number }) => string {
  const text = useText()
  const { percent } = useFormat()
  return ({ measure, target }) => text(`plan.measure.${measure}`, { target: percent(target) })
}
