import { useText } from '#platform/web/i18n.ts'
import { Link } from '#platform/web/router.tsx'
import { StrokesGauge } from '#ui/strokes-gauge.tsx'
import type { Round } from '../contract.ts'
import { addressOf, useRoundEnd } from './idea-parts.tsx'
import type { Voting } from './ideas-data.ts'

/** The round under way: until when, and how many votes I still have; it follows the list on a phone. */
export function RoundBanner({ round, voting }: { round: Round; voting: Voting | null }) {
  const text = useText()
  const end = useRoundEnd()
  return (
    <section className="idb" aria-label={text('ideas.round.underWay', { name: round.name })}>
      <div className="stack stack-1 grow">
        <p className="h4">
          <Link className="link" to={`${addressOf(round.programmeId)}/tours/${round.id}`}>
            {round.name}
          </Link>
        </p>
        <p className="sm ink2">
          {text('ideas.round.until', { end: end(round.closesOn) })}{' '}
          <span className="only-d">{text(round.showsTotals ? 'ideas.round.shown' : 'ideas.round.kept')}</span>
        </p>
      </div>
      {voting && (
        <div className="idb__v">
          <p className="b" role="status">
            {voting.left > 0 ? text('ideas.vote.left', { count: voting.left }) : text('ideas.vote.allGiven')}
          </p>
          <StrokesGauge value={voting.left} max={round.votesEach} />
        </div>
      )}
    </section>
  )
}
