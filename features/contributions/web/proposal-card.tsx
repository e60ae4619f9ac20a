import type { ReactNode } from 'react'
import { useFormat, useText } from '#platform/web/i18n.ts'
import { Badge } from '#ui/badge.tsx'
import type { Proposal } from '../contract.ts'
import { nameOf, useReason, useShortDate } from './follow-up-data.ts'

/** One conversation: what was proposed and why, what was answered, how it ended. The person and keepers read the same. */
export function ProposalCard({ proposal, children }: { proposal: Proposal; children?: ReactNode }) {
  const text = useText()
  const reason = useReason()
  const { message, answer, answerWords, note, by, kind } = proposal
  return (
    <article className="ctb-talk" aria-label={text(`contributions.proposal.kind.${kind}`)}>
      <header className="row sb wrap g2">
        <h3 className="h4">{text(`contributions.proposal.kind.${kind}`)}</h3>
        <Stage proposal={proposal} />
      </header>
      <p className="sm mut">
        {by
          ? text('contributions.proposal.from', { name: nameOf(by) })
          : text('contributions.proposal.fromNobody')}
        {' · '}
        {text('contributions.proposal.thatDay', { reason: reason(proposal.standing) })}
      </p>
      {message && <p className="ctb-talk__m">{message}</p>}
      <TermsOf proposal={proposal} />
      {answer && (
        <div className="ctb-talk__a">
          <p className="b">
            {text('contributions.proposal.answered', {
              answer: text(`contributions.proposal.answer.${answer}`),
            })}
          </p>
          <Chosen proposal={proposal} />
          {answerWords && <p className="ctb-talk__m">{answerWords}</p>}
        </div>
      )}
      {note && <p className="sm">{text('contributions.proposal.note', { note })}</p>}
      {children}
    </article>
  )
}

function Stage({ proposal }: { proposal: Proposal }) {
  const text = useText()
  const format = useFormat()
  const shortDate = useShortDate()
  const { stage, outcome } = proposal
  const at: Record<Proposal['stage'], string | null> = {
    planned: proposal.leavesAt && format.dayTime(proposal.leavesAt),
    sent: proposal.sentAt && format.day(proposal.sentAt),
    answered: proposal.answeredAt && format.day(proposal.answeredAt),
    settled: proposal.settledAt && format.day(proposal.settledAt),
    postponed: proposal.until && shortDate(proposal.until),
    set_aside: format.day(proposal.madeAt),
  }
  return (
    <span className="row wrap g2">
      <span className="xs mut">
        {text(`contributions.proposal.stage.${stage}`, { day: at[stage] ?? '' })}
      </span>
      {outcome && (
        <Badge kind={outcome === 'done' ? 'ok' : 'neutral'}>
          {text(`contributions.proposal.outcome.${outcome}`)}
        </Badge>
      )}
    </span>
  )
}

function TermsOf({ proposal: { kind, terms, successor } }: { proposal: Proposal }) {
  const text = useText()
  const format = useFormat()
  const shortDate = useShortDate()
  if (kind === 'nudge' && terms.ideas)
    return (
      <ul className="ctb-ideas">
        {terms.ideas.map((idea) => (
          <li key={idea}>{idea}</li>
        ))}
      </ul>
    )
  if (kind === 'talk' && terms.slots)
    return <p className="sm ink2">{terms.slots.map((slot) => format.dayTime(slot)).join(' · ')}</p>
  if (kind === 'pause' && terms.until)
    return <p className="b">{text('contributions.proposal.terms.until', { day: shortDate(terms.until) })}</p>
  if (kind === 'lighter' && typeof terms.contributionsPerMonth === 'number')
    return (
      <p className="b">
        {text('contributions.proposal.terms.lighter', { count: terms.contributionsPerMonth })}
      </p>
    )
  if (successor)
    return <p className="b">{text('contributions.proposal.terms.successor', { name: nameOf(successor) })}</p>
  return null
}

function Chosen({ proposal: { slot, wall } }: { proposal: Proposal }) {
  const text = useText()
  const format = useFormat()
  return (
    <>
      {slot && <p className="sm">{text('contributions.proposal.slot', { at: format.dayTime(slot) })}</p>}
      {wall && <p className="sm">{text('contributions.proposal.terms.wall')}</p>}
    </>
  )
}
