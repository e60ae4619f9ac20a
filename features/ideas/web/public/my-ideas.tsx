import { useText } from '#platform/web/i18n.ts'
import { Link } from '#platform/web/router.tsx'
import { SectionHead } from '#ui/section-head.tsx'
import { isOpen } from '../../rules/statuses.ts'
import { addressOf, useRoundEnd } from '../idea-parts.tsx'
import { useBoard } from '../ideas-data.ts'

/** For my page in a programme: the round under way, what I have left to give, the way to the backlog. */
export function MyIdeas({ programmeId }: { programmeId: string }) {
  const text = useText()
  const end = useRoundEnd()
  const { data: board } = useBoard(programmeId)
  // Whoever does not serve nor shape finds the backlog in the community; nothing is asked of them here.
  if (!board || (!board.can.write && !board.can.rate)) return null
  const { round, counts, can } = board
  const open = counts.filter((one) => isOpen(one.status)).reduce((sum, one) => sum + one.ideas, 0)
  const all = (
    <Link className="more" to={addressOf(programmeId)}>
      {text('ideas.mine.all')}
    </Link>
  )
  return (
    <section className="stack stack-3">
      <SectionHead title={text('ideas.mine.title')} more={all} />
      {round && can.vote && round.mine ? (
        <p>
          <Link className="link b" to={addressOf(programmeId)}>
            {round.mine.left > 0
              ? text('ideas.vote.left', { count: round.mine.left })
              : text('ideas.vote.allGiven')}
          </Link>{' '}
          {text('ideas.mine.round', { name: round.name, end: end(round.closesOn) })}
        </p>
      ) : (
        <p className="ink2">
          {open === 0 ? text('ideas.mine.none') : text('ideas.mine.open', { count: open })}
        </p>
      )}
    </section>
  )
}
