import { Plus, Vote } from 'lucide-react'
import { useState } from 'react'
import { Await } from '#platform/web/await.tsx'
import { useFormat, useText } from '#platform/web/i18n.ts'
import { Link, useParam } from '#platform/web/router.tsx'
import { Badge } from '#ui/badge.tsx'
import { Button } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { ListSkeleton } from '#ui/skeleton.tsx'
import type { Board, RoundCard } from '../contract.ts'
import { addressOf, IdeasTabs, More, useRoundEnd } from './idea-parts.tsx'
import { useBoard, useRounds } from './ideas-data.ts'
import { RoundDialog } from './round-dialog.tsx'

/** The rounds of a programme: the one under way, those prepared, the results of the others. */
export function RoundsPage() {
  const programmeId = useParam('id')
  const query = useBoard(programmeId)
  return <Await query={query}>{(board) => <Rounds key={board.programmeId} board={board} />}</Await>
}

function Rounds({ board }: { board: Board }) {
  const text = useText()
  const [preparing, setPreparing] = useState(false)
  const { programmeId, can } = board
  const query = useRounds(programmeId)
  const prepare = (
    <Button kind="accent" icon={Plus} onClick={() => setPreparing(true)}>
      {text('ideas.round.prepare')}
    </Button>
  )
  return (
    <>
      <PageHead
        eyebrow={
          <Link className="link" to={`/programmes/${programmeId}`}>
            {board.programmeName}
          </Link>
        }
        title={text('ideas.round.page')}
        lead={text('ideas.round.lead')}
        actions={can.shape && prepare}
      />
      <IdeasTabs programmeId={programmeId} current="rounds" />
      <div className="stack stack-4 ids">
        <Await query={query} skeleton={<ListSkeleton label={text('platform.loading')} rows={3} />}>
          {({ pages }) => {
            const rounds = pages.flatMap((page) => page.items)
            if (rounds.length === 0)
              return (
                <Empty icon={Vote} title={text('ideas.round.none.title')}>
                  <p>{text(can.shape ? 'ideas.round.none.shape' : 'ideas.round.none.read')}</p>
                </Empty>
              )
            return (
              <>
                <ul className="list" aria-label={text('ideas.round.page')}>
                  {rounds.map((round) => (
                    <RoundRow key={round.id} round={round} />
                  ))}
                </ul>
                <More query={query} />
              </>
            )
          }}
        </Await>
      </div>
      {preparing && <RoundDialog programmeId={programmeId} onClose={() => setPreparing(false)} />}
    </>
  )
}

export function RoundState({ state }: { state: RoundCard['state'] }) {
  const text = useText()
  const kind = state === 'open' ? 'ok' : state === 'draft' ? 'warn' : 'neutral'
  return <Badge kind={kind}>{text(`ideas.round.state.${state}`)}</Badge>
}

function RoundRow({ round }: { round: RoundCard }) {
  const text = useText()
  const format = useFormat()
  const end = useRoundEnd()
  const when = round.closedAt
    ? text('ideas.round.closedOn', { day: format.day(round.closedAt) })
    : text('ideas.round.until', { end: end(round.closesOn) })
  const facts = [
    when,
    text('ideas.round.ideas', { count: round.ideaCount }),
    ...(round.voters === null ? [] : [text('ideas.round.voters', { count: round.voters })]),
  ]
  return (
    <li className="idr">
      <div className="idr__t">
        <Link className="idr__a b" to={`${addressOf(round.programmeId)}/tours/${round.id}`}>
          {round.name}
        </Link>
        <p className="sm ink2">{facts.join(' · ')}</p>
      </div>
      <RoundState state={round.state} />
    </li>
  )
}
