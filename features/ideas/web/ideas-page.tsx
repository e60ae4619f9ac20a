import { BookPlus, Ellipsis, Lightbulb, ListChecks, PenLine, Search, Users } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { Await } from '#platform/web/await.tsx'
import { useText } from '#platform/web/i18n.ts'
import { Link, useGo, useParam, useSearchParam } from '#platform/web/router.tsx'
import { Button } from '#ui/button.tsx'
import { Chip, ChipRow } from '#ui/chip.tsx'
import { Empty } from '#ui/empty.tsx'
import { Menu } from '#ui/menu.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { SearchField } from '#ui/search-field.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { ListSkeleton } from '#ui/skeleton.tsx'
import type { Board } from '../contract.ts'
import { isOpen, STATUSES } from '../rules/statuses.ts'
import { addressOf, IdeaRow, IdeasTabs, More } from './idea-parts.tsx'
import { type Asked, type Order, useBoard, useIdeas, useVoting } from './ideas-data.ts'
import { PostsDialog } from './posts-dialog.tsx'
import { RoundBanner } from './round-banner.tsx'
import { TeamDialog } from './team-dialog.tsx'
import { ValueChart } from './value-chart.tsx'
import { WriteDialog } from './write-dialog.tsx'

/** The backlog: what ambassadors would see done, what becomes of it, and where their votes go. */
export function IdeasPage() {
  const programmeId = useParam('id')
  const query = useBoard(programmeId)
  return <Await query={query}>{(board) => <Backlog key={board.programmeId} board={board} />}</Await>
}

type Opened = 'write' | 'posts' | 'team' | null

function Backlog({ board }: { board: Board }) {
  const text = useText()
  const [opened, setOpened] = useState<Opened>(null)
  const close = () => setOpened(null)
  const view = useSearchParam('vue') === 'valeur' ? 'value' : 'list'
  const { programmeId, can } = board
  return (
    <>
      <PageHead
        eyebrow={
          <Link className="link" to={`/programmes/${programmeId}`}>
            {board.programmeName}
          </Link>
        }
        title={text('ideas.page')}
        lead={text('ideas.lead')}
        actions={<Acts board={board} onOpen={setOpened} />}
      />
      <IdeasTabs programmeId={programmeId} current={view} />
      {view === 'value' ? (
        <ValueChart board={board} onTeam={() => setOpened('team')} />
      ) : (
        <List board={board} />
      )}
      {opened === 'write' && can.write && <WriteDialog programmeId={programmeId} onClose={close} />}
      {opened === 'posts' && <PostsDialog programmeId={programmeId} onClose={close} />}
      {opened === 'team' && <TeamDialog board={board} onClose={close} />}
    </>
  )
}

function Acts({ board, onOpen }: { board: Board; onOpen: (what: Opened) => void }) {
  const text = useText()
  const go = useGo()
  const { can } = board
  const rounds = `${addressOf(board.programmeId)}/tours`
  return (
    <div className="row g2 wrap">
      {can.write && (
        <Button kind="accent" icon={PenLine} onClick={() => onOpen('write')}>
          {text('ideas.write.title')}
        </Button>
      )}
      {can.shape && (
        <Menu
          label={text('ideas.acts')}
          buttonLabel={text('ideas.acts')}
          align="end"
          items={[
            {
              key: 'posts',
              label: text('ideas.posts.title'),
              icon: BookPlus,
              onSelect: () => onOpen('posts'),
            },
            {
              key: 'rounds',
              label: text('ideas.round.prepare'),
              icon: ListChecks,
              href: rounds,
              onSelect: () => go(rounds),
            },
            { key: 'team', label: text('ideas.team.title'), icon: Users, onSelect: () => onOpen('team') },
          ]}
        >
          <Ellipsis className="i" aria-hidden />
        </Menu>
      )}
    </div>
  )
}

const ANY: Asked = { status: 'open', search: '', order: 'recent', inRound: false }
const ORDERS: Order[] = ['recent', 'votes', 'value', 'effort']

function List({ board }: { board: Board }) {
  const text = useText()
  const { programmeId, round } = board
  const [asked, setAsked] = useState<Asked>({ ...ANY, inRound: round !== null && board.can.vote })
  const [turn, setTurn] = useState(0)
  const voting = useVoting(programmeId, round)
  const settled = { ...asked, search: useDeferredValue(asked.search.trim()) }
  const query = useIdeas(programmeId, settled)
  const set = (part: Partial<Asked>) => setAsked((before) => ({ ...before, ...part }))
  const count = (of: (status: Board['counts'][number]['status']) => boolean) =>
    board.counts.filter((one) => of(one.status)).reduce((sum, one) => sum + one.ideas, 0)
  const ended = STATUSES.filter((status) => !isOpen(status) && status !== 'merged')
  const clear = () => {
    setAsked({ ...ANY, status: 'all' })
    setTurn(turn + 1)
  }
  const filtered = settled.search !== '' || settled.status !== 'all' || settled.inRound
  return (
    <div className="stack stack-6 ids">
      {round && <RoundBanner round={round} voting={voting} />}
      <div className="stack stack-3">
        <ChipRow label={text('ideas.filter')}>
          {round && (
            <Chip pressed={asked.inRound} onClick={() => set({ inRound: true, status: 'open' })}>
              {text('ideas.counted', { name: text('ideas.inRound'), count: roundCount(round) })}
            </Chip>
          )}
          <Chip
            pressed={asked.status === 'open' && !asked.inRound}
            onClick={() => set({ status: 'open', inRound: false })}
          >
            {text('ideas.counted', { name: text('ideas.open'), count: count(isOpen) })}
          </Chip>
          {STATUSES.filter((status) => isOpen(status) || ended.includes(status)).map((status) => {
            const ideas = count((one) => one === status)
            if (ideas === 0) return null
            return (
              <Chip
                key={status}
                pressed={asked.status === status}
                onClick={() => set({ status, inRound: false })}
              >
                {text('ideas.counted', { name: text(`ideas.status.${status}`), count: ideas })}
              </Chip>
            )
          })}
          <Chip pressed={asked.status === 'all'} onClick={() => set({ status: 'all', inRound: false })}>
            {text('ideas.all')}
          </Chip>
        </ChipRow>
        <div className="ids__f">
          <SearchField
            key={turn}
            full
            label={text('ideas.search')}
            onSearchChange={(search) => set({ search })}
          />
          <SelectField
            label={text('ideas.order.label')}
            value={asked.order}
            options={ORDERS.map((value) => ({ value, label: text(`ideas.order.${value}`) }))}
            onChange={(event) => set({ order: event.target.value as Order })}
          />
        </div>
      </div>
      <Await query={query} skeleton={<ListSkeleton label={text('platform.loading')} rows={6} />}>
        {({ pages }) => {
          const ideas = pages.flatMap((page) => page.items)
          if (ideas.length === 0) return <Nothing filtered={filtered} onClear={clear} board={board} />
          return (
            <>
              <ul className="list" aria-label={text('ideas.page')}>
                {ideas.map((idea) => (
                  <IdeaRow key={idea.id} programmeId={programmeId} idea={idea} voting={voting} />
                ))}
              </ul>
              <More query={query} />
            </>
          )
        }}
      </Await>
    </div>
  )
}

const roundCount = (round: NonNullable<Board['round']>) => round.ideas.filter((one) => !one.left).length

function Nothing({ filtered, onClear, board }: { filtered: boolean; onClear: () => void; board: Board }) {
  const text = useText()
  if (filtered && board.counts.length > 0)
    return (
      <Empty
        icon={Search}
        title={text('ideas.nothing.title')}
        action={<Button onClick={onClear}>{text('ideas.nothing.clear')}</Button>}
      >
        <p>{text('ideas.nothing.why')}</p>
      </Empty>
    )
  return (
    <Empty icon={Lightbulb} title={text('ideas.none.title')}>
      <p>{text(board.can.write ? 'ideas.none.write' : 'ideas.none.read')}</p>
    </Empty>
  )
}
