import { useState } from 'react'
import { Await } from '#platform/web/await.tsx'
import { call } from '#platform/web/call.ts'
import { useFormat, useText } from '#platform/web/i18n.ts'
import { Link, useGo, useParam } from '#platform/web/router.tsx'
import { Button, buttonClass } from '#ui/button.tsx'
import { ConfirmDialog } from '#ui/confirm-dialog.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { SectionHead } from '#ui/section-head.tsx'
import { showToast } from '#ui/toast-store.ts'
import { dropRound, type Round, turnRound } from '../contract.ts'
import { addressOf, StatusBadge, useRoundEnd } from './idea-parts.tsx'
import { useIdeasAct, useRound } from './ideas-data.ts'
import { RoundDialog } from './round-dialog.tsx'
import { RoundState } from './rounds-page.tsx'

/** One round: its rules while it is open, its results once it is over. */
export function RoundPage() {
  const query = useRound(useParam('roundId'))
  return <Await query={query}>{(round) => <OneRound key={round.id} round={round} />}</Await>
}

function OneRound({ round }: { round: Round }) {
  const text = useText()
  const format = useFormat()
  const end = useRoundEnd()
  const base = addressOf(round.programmeId)
  const lead = round.closedAt
    ? text('ideas.round.closedOn', { day: format.day(round.closedAt) })
    : text('ideas.round.until', { end: end(round.closesOn) })
  return (
    <>
      <PageHead
        eyebrow={
          <Link className="link" to={`${base}/tours`}>
            {text('ideas.round.page')}
          </Link>
        }
        title={round.name}
        lead={lead}
        actions={<RoundState state={round.state} />}
      />
      <div className="ido">
        <div className="stack stack-6">
          {round.state === 'open' && (
            <p>
              <Link className={buttonClass({ kind: round.can.vote ? 'accent' : 'soft' })} to={base}>
                {text(round.can.vote ? 'ideas.round.vote' : 'ideas.round.see')}
              </Link>
            </p>
          )}
          {round.state === 'closed' && (
            <p className="lead">
              {round.voters === null
                ? text('ideas.round.tooFew', { count: round.threshold })
                : text('ideas.round.tells', { count: round.voters })}
            </p>
          )}
          <RoundIdeas round={round} />
        </div>
        <div className="stack stack-6 ido__side">
          <Rules round={round} />
          {round.can.shape && round.state !== 'closed' && <Acts round={round} />}
        </div>
      </div>
    </>
  )
}

function RoundIdeas({ round }: { round: Round }) {
  const text = useText()
  const most = Math.max(1, ...round.ideas.map((one) => one.votes ?? 0))
  return (
    <section className="stack stack-3">
      <SectionHead
        title={
          round.voters !== null && round.state === 'closed'
            ? text('ideas.round.results')
            : text('ideas.round.ideas', { count: round.ideas.length })
        }
      />
      <ol className="list idk">
        {round.ideas.map((one) => (
          <li key={one.id} className="idr">
            {one.rank !== null && (
              <span className="idk__r num" aria-label={text('ideas.round.rank', { rank: one.rank })}>
                {one.rank}
              </span>
            )}
            <div className="idr__t grow">
              <Link className="idr__a b" to={`${addressOf(round.programmeId)}/${one.id}`}>
                {one.title}
              </Link>
              {one.votes !== null && (
                <>
                  <span className="idk__b" aria-hidden>
                    <i style={{ width: `${(100 * one.votes) / most}%` }} />
                  </span>
                  <p className="sm ink2">{text('ideas.votes', { count: one.votes })}</p>
                </>
              )}
              {one.left && <p className="sm ink2">{text('ideas.round.left')}</p>}
            </div>
            <StatusBadge status={one.status} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function Rules({ round }: { round: Round }) {
  const text = useText()
  return (
    <section className="panel stack stack-2" aria-label={text('ideas.round.rules')}>
      <h2 className="h4">{text('ideas.round.rules')}</h2>
      <p>{text('ideas.round.each', { count: round.votesEach, most: round.mostOnOne })}</p>
      <p>{text(round.showsTotals ? 'ideas.round.shown' : 'ideas.round.kept')}</p>
      <p className="sm ink2">{text('ideas.round.threshold', { count: round.threshold })}</p>
      <p className="sm ink2">{text('ideas.vote.secret')}</p>
    </section>
  )
}

function Acts({ round }: { round: Round }) {
  const text = useText()
  const go = useGo()
  const [opened, setOpened] = useState<'edit' | 'close' | null>(null)
  const turn = useIdeasAct(
    (state: 'open' | 'closed') => call(turnRound, { params: { id: round.id }, body: { state } }),
    (after) => {
      setOpened(null)
      showToast({ message: text(`ideas.round.turned.${after.state}`) })
    },
  )
  const drop = useIdeasAct(
    () => call(dropRound, { params: { id: round.id } }),
    () => go(`${addressOf(round.programmeId)}/tours`),
  )
  const few = round.state === 'open' && round.voters === null
  return (
    <section className="panel stack stack-3" aria-label={text('ideas.one.acts')}>
      <h2 className="h4">{text('ideas.one.acts')}</h2>
      {round.state === 'draft' && (
        <>
          {round.serving < round.threshold && (
            <p className="sm">
              {text('ideas.round.small', { count: round.serving, threshold: round.threshold })}
            </p>
          )}
          <Button kind="accent" full busy={turn.isPending} onClick={() => turn.mutate('open')}>
            {text('ideas.round.open')}
          </Button>
        </>
      )}
      <Button full onClick={() => setOpened('edit')}>
        {text('ideas.round.edit')}
      </Button>
      {round.state === 'open' ? (
        <Button kind="ghost" full onClick={() => setOpened('close')}>
          {text('ideas.round.close')}
        </Button>
      ) : (
        <Button kind="ghost" full busy={drop.isPending} onClick={() => drop.mutate(undefined)}>
          {text('ideas.round.drop')}
        </Button>
      )}
      {opened === 'edit' && (
        <RoundDialog programmeId={round.programmeId} round={round} onClose={() => setOpened(null)} />
      )}
      <ConfirmDialog
        open={opened === 'close'}
        title={text('ideas.round.closeTitle')}
        confirmLabel={text('ideas.round.close')}
        keepLabel={text('ideas.round.notYet')}
        kind="primary"
        busy={turn.isPending}
        onConfirm={() => turn.mutate('closed')}
        onClose={() => setOpened(null)}
      >
        <p>{few ? text('ideas.round.closeFew', { count: round.threshold }) : text('ideas.round.closeWhy')}</p>
      </ConfirmDialog>
    </section>
  )
}
