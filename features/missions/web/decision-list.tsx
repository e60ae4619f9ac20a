import { useFormat, useText } from '#platform/web/i18n.ts'
import { Link } from '#platform/web/router.tsx'
import { Badge } from '#ui/badge.tsx'
import { SectionHead } from '#ui/section-head.tsx'
import type { Decision } from '../contract.ts'
import { OUTCOMES } from '../rules/kinds.ts'

const LOOK = { changed: 'brand', kept: 'ok', not_now: 'neutral' } as const

/** What was decided, point by point, and why: what those who tested were waiting for. */
export function DecisionList({ decision }: { decision: Decision }) {
  const text = useText()
  const format = useFormat()
  const order = ['changed', ...OUTCOMES.filter((one) => one !== 'changed')] as const
  return (
    <section className="stack stack-4 ms-decision">
      <SectionHead title={text('missions.decision.title')} />
      {decision.words && <p>{decision.words}</p>}
      <ul className="list">
        {order.flatMap((outcome) =>
          decision.points
            .filter((one) => one.outcome === outcome)
            .map((one) => (
              <li key={one.id} className="stack stack-1">
                <p className="row g2 wrap">
                  <Badge kind={LOOK[one.outcome]}>{text(`missions.outcome.${one.outcome}`)}</Badge>
                  <span className="b">{one.point}</span>
                </p>
                <p className="ink2">{one.why}</p>
              </li>
            )),
        )}
      </ul>
      <p className="sm ink2">
        {decision.publishedAt &&
          text('missions.decision.by', {
            name: decision.publishedBy ?? text('missions.decision.team'),
            day: format.day(decision.publishedAt),
          })}{' '}
        {decision.postId && (
          <Link className="link" to={`/publications/${decision.postId}`}>
            {text('missions.decision.seePost')}
          </Link>
        )}
      </p>
    </section>
  )
}
