import { LayoutGrid, List } from 'lucide-react'
import { useDeferredValue, useEffect, useState } from 'react'
import { PersonPicker, type PickedPerson } from '#features/communities/web/public/person-picker.tsx'
import { faceOf, nameOf } from '#features/reactions/web/public/face.ts'
import { Await } from '#platform/web/await.tsx'
import { call } from '#platform/web/call.ts'
import { useFormat, useText } from '#platform/web/i18n.ts'
import { Link, useParam } from '#platform/web/router.tsx'
import { Badge } from '#ui/badge.tsx'
import { Button } from '#ui/button.tsx'
import { Checkbox } from '#ui/checkbox.tsx'
import { type Column, DataTable } from '#ui/data-table.tsx'
import { Empty } from '#ui/empty.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { SearchField } from '#ui/search-field.tsx'
import { Segmented } from '#ui/segmented.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { ListSkeleton } from '#ui/skeleton.tsx'
import { Who } from '#ui/who.tsx'
import {
  type AmbassadorRow,
  type AmbassadorState,
  type Board,
  type Filter,
  inviteAmbassador,
  type Programme,
} from '../contract.ts'
import { STATES } from '../rules/lifecycle.ts'
import { useAmbassadors, useBoard, useProgramme } from './programme-data.ts'
import type { FurtherColumn } from './public/further-column.ts'
import { Letters } from './letters.tsx'
import { ProgrammeTabs } from './programme-tabs.tsx'
import { SeveralBar } from './several-bar.tsx'
import { STATE_KINDS } from './state-kinds.ts'
import { WordDialog } from './word-dialog.tsx'
import './programme.css'

/** Where each person stands, for those who follow the programme by name. */
export function BoardPage({ further = [] }: { further?: readonly FurtherColumn[] }) {
  const programmeId = useParam('id')
  const programme = useProgramme(programmeId)
  const board = useBoard(programmeId)
  return (
    <Await query={programme}>
      {(one) => (
        <Await query={board}>
          {(found) => <FollowUp key={one.id} programme={one} board={found} further={further} />}
        </Await>
      )}
    </Await>
  )
}

type View = 'board' | 'table' | 'letters'
const NOTHING: ReadonlySet<string> = new Set()

function FollowUp({
  programme,
  board,
  further,
}: {
  programme: Programme
  board: Board
  further: readonly FurtherColumn[]
}) {
  const text = useText()
  const [view, setView] = useState<View>('board')
  const [circleId, setCircleId] = useState('')
  const [site, setSite] = useState('')
  const [state, setState] = useState('')
  const [narrowed, narrow] = useState<Readonly<Record<string, string>>>({})
  const [search, setSearch] = useState('')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(NOTHING)
  const asked = useDeferredValue(search.trim())
  const filter: Filter = {
    ...(circleId ? { circleId } : {}),
    ...(site ? { site } : {}),
    ...(asked ? { search: asked } : {}),
  }
  const toggle = (id: string) =>
    setChosen((before) =>
      before.has(id) ? new Set([...before].filter((one) => one !== id)) : new Set([...before, id]),
    )
  const choice = { chosen, toggle }
  return (
    <div className="stack stack-6">
      <PageHead
        title={text('programme.board.title')}
        eyebrow={programme.name}
        lead={
          board.seats === null
            ? text('programme.board.serving', { count: board.serving })
            : text('programme.board.seats', {
                count: board.serving,
                seats: board.seats,
                waiting: text('programme.board.waiting', { count: board.waiting }),
              })
        }
        actions={<Invite programme={programme} />}
      />
      <ProgrammeTabs programme={programme} current="board" />
      <Segmented
        label={text('programme.board.view')}
        value={view}
        onChange={setView}
        options={[
          { value: 'board', label: text('programme.board.asBoard') },
          { value: 'table', label: text('programme.board.asTable') },
          { value: 'letters', label: text('programme.letters.view') },
        ]}
      />
      {view === 'letters' && <Letters programmeId={programme.id} />}
      {view !== 'letters' && (
        <div className="prg-filters">
          <SearchField full label={text('programme.board.search')} onSearchChange={setSearch} />
          <SelectField
            label={text('programme.board.circle')}
            value={circleId}
            options={[
              { value: '', label: text('programme.board.allCircles') },
              ...board.circles.map((circle) => ({ value: circle.id, label: circle.name })),
            ]}
            onChange={(event) => setCircleId(event.target.value)}
          />
          <SelectField
            label={text('programme.board.site')}
            value={site}
            options={[
              { value: '', label: text('programme.board.allSites') },
              ...board.sites.map((one) => ({ value: one, label: one })),
            ]}
            onChange={(event) => setSite(event.target.value)}
          />
          {view === 'table' && (
            <SelectField
              label={text('programme.board.state')}
              value={state}
              options={[
                { value: '', label: text('programme.board.allStates') },
                ...STATES.map((one) => ({ value: one, label: text(`programme.states.${one}`) })),
              ]}
              onChange={(event) => setState(event.target.value)}
            />
          )}
          {view === 'table' &&
            further.map(({ key, head, filter: { all, options } }) => (
              <SelectField
                key={key}
                label={head}
                value={narrowed[key] ?? ''}
                options={[{ value: '', label: all }, ...options]}
                onChange={(event) => narrow({ ...narrowed, [key]: event.target.value })}
              />
            ))}
        </div>
      )}
      {view !== 'letters' && chosen.size > 0 && (
        <SeveralBar
          programmeId={programme.id}
          circles={board.circles}
          ids={[...chosen]}
          onClear={() => setChosen(NOTHING)}
        />
      )}
      {view === 'board' && <Columns programme={programme} board={board} filter={filter} {...choice} />}
      {view === 'table' && (
        <Table
          programme={programme}
          filter={{ ...filter, ...(state ? { state: state as AmbassadorState } : {}) }}
          further={further}
          narrowed={narrowed}
          {...choice}
        />
      )}
    </div>
  )
}

interface Choice {
  chosen: ReadonlySet<string>
  toggle: (id: string) => void
}

function Columns({
  programme,
  board,
  filter,
  ...choice
}: { programme: Programme; board: Board; filter: Filter } & Choice) {
  const shown = board.counts.filter(({ count }) => count > 0)
  const text = useText()
  if (shown.length === 0)
    return (
      <Empty icon={LayoutGrid} title={text('programme.board.empty')}>
        <p>{text('programme.board.emptyWhy')}</p>
      </Empty>
    )
  return (
    <div className="prg-board">
      {shown.map(({ state, count }) => (
        <StateColumn
          key={state}
          programme={programme}
          state={state}
          count={count}
          filter={filter}
          {...choice}
        />
      ))}
    </div>
  )
}

const IN_COLUMN = 12

function StateColumn({
  programme,
  state,
  count,
  filter,
  chosen,
  toggle,
}: { programme: Programme; state: AmbassadorState; count: number; filter: Filter } & Choice) {
  const text = useText()
  const query = useAmbassadors(programme.id, { ...filter, state }, IN_COLUMN)
  const filtered = Object.keys(filter).length > 0
  return (
    <section className="prg-col" aria-labelledby={`state-${state}`}>
      <h2 className="h4 row g2" id={`state-${state}`}>
        {text(`programme.states.${state}`)}
        {!filtered && <span className="mut">{count}</span>}
      </h2>
      <p className="xs mut">{text(`programme.statesHint.${state}`)}</p>
      <Await query={query} skeleton={<ListSkeleton label={text('platform.loading')} rows={3} />}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.items)
          return rows.length === 0 ? (
            <p className="sm ink2">{text('programme.board.noneHere')}</p>
          ) : (
            <ul className="prg-cards">
              {rows.map((row) => (
                <li key={row.id} className="prg-card">
                  <Checkbox
                    label={
                      <span className="vh">
                        {text('programme.board.choose', { name: nameOf(row.person) })}
                      </span>
                    }
                    checked={chosen.has(row.id)}
                    onChange={() => toggle(row.id)}
                  />
                  <div className="grow">
                    <Who
                      person={faceOf(row.person, 32)}
                      meta={[row.circle ?? row.person.site, row.person.job].filter(Boolean).join(', ')}
                    >
                      <Link to={`/programmes/${programme.id}/ambassadeurs/${row.id}`}>
                        {nameOf(row.person)}
                      </Link>
                    </Who>
                    <RowNote row={row} />
                  </div>
                </li>
              ))}
            </ul>
          )
        }}
      </Await>
      {query.hasNextPage && (
        <Button size="s" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {text('platform.more')}
        </Button>
      )}
    </section>
  )
}

/** What matters about somebody in this state. */
function RowNote({ row }: { row: AmbassadorRow }) {
  const text = useText()
  const format = useFormat()
  const note =
    row.state === 'paused' && row.pausedUntil
      ? text('programme.board.until', { day: format.shortDay(`${row.pausedUntil}T12:00:00Z`) })
      : row.leaveUntil
        ? text('programme.board.leave', { day: format.shortDay(`${row.leaveUntil}T12:00:00Z`) })
        : row.waiting
          ? text('programme.board.rank', { count: row.waiting })
          : row.state === 'candidate' && row.manager
            ? text(`programme.board.manager.${row.manager}`)
            : text('programme.board.since', { day: format.shortDay(row.since) })
  return <p className="xs mut">{note}</p>
}

function Table({
  programme,
  filter,
  further,
  narrowed,
  chosen,
  toggle,
}: {
  programme: Programme
  filter: Filter
  further: readonly FurtherColumn[]
  narrowed: Readonly<Record<string, string>>
} & Choice) {
  const text = useText()
  const format = useFormat()
  const query = useAmbassadors(programme.id, filter, 50)
  const narrow = further.filter(({ key }) => narrowed[key])
  const keeps = ({ id }: AmbassadorRow) =>
    narrow.every(({ key, filter: { keeps: keep } }) => keep(id, narrowed[key] ?? ''))
  // What another feature filters by is not known to the pages: all of them are read, then narrowed.
  const { hasNextPage, isFetchingNextPage, isError, fetchNextPage } = query
  const reading = narrow.length > 0 && hasNextPage && !isError
  useEffect(() => {
    if (reading && !isFetchingNextPage) void fetchNextPage()
  }, [reading, isFetchingNextPage, fetchNextPage])
  const columns: Column<AmbassadorRow>[] = [
    {
      key: 'choose',
      head: <span className="vh">{text('programme.board.chooseHead')}</span>,
      cell: (row) => (
        <Checkbox
          label={<span className="vh">{text('programme.board.choose', { name: nameOf(row.person) })}</span>}
          checked={chosen.has(row.id)}
          onChange={() => toggle(row.id)}
        />
      ),
    },
    {
      key: 'name',
      head: text('programme.board.name'),
      rowHead: true,
      cell: (row) => (
        <Link className="link" to={`/programmes/${programme.id}/ambassadeurs/${row.id}`}>
          {nameOf(row.person)}
        </Link>
      ),
    },
    {
      key: 'state',
      head: text('programme.board.state'),
      cell: (row) => (
        <>
          <Badge kind={STATE_KINDS[row.state]}>{text(`programme.states.${row.state}`)}</Badge>
          {(row.pausedUntil ?? row.leaveUntil) && <RowNote row={row} />}
        </>
      ),
    },
    { key: 'circle', head: text('programme.board.circle'), cell: (row) => row.circle ?? '' },
    { key: 'site', head: text('programme.board.site'), cell: (row) => row.person.site },
    { key: 'since', head: text('programme.board.sinceHead'), cell: (row) => format.day(row.since) },
    ...further.map(({ key, head, cell }): Column<AmbassadorRow> => ({
      key,
      head,
      cell: (row) => cell(row.id),
    })),
  ]
  return (
    <Await query={query} skeleton={<ListSkeleton label={text('platform.loading')} rows={8} />}>
      {({ pages }) => {
        const rows = pages.flatMap((page) => page.items).filter(keeps)
        if (rows.length === 0 && reading) return <ListSkeleton label={text('platform.loading')} rows={8} />
        if (rows.length === 0) return <Empty icon={List} title={text('programme.board.noneFound')} />
        return (
          <div className="stack stack-4">
            <DataTable
              caption={text('programme.board.title')}
              columns={columns}
              rows={rows}
              rowKey={(row) => row.id}
              isSelected={(row) => chosen.has(row.id)}
            />
            {query.hasNextPage && (
              <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                {text('platform.more')}
              </Button>
            )}
          </div>
        )
      }}
    </Await>
  )
}

function Invite({ programme }: { programme: Programme }) {
  const text = useText()
  const [open, setOpen] = useState(false)
  const [picked, setPicked] = useState<PickedPerson | null>(null)
  if (!programme.byInvitation || programme.state !== 'open') return null
  return (
    <>
      <Button kind="accent" onClick={() => setOpen(true)}>
        {text('programme.invite.open')}
      </Button>
      {open && (
        <WordDialog
          title={text('programme.invite.title')}
          why={text('programme.invite.why')}
          label={text('programme.invite.words')}
          confirmLabel={text('programme.invite.send')}
          says={text('programme.invite.done')}
          onClose={() => {
            setOpen(false)
            setPicked(null)
          }}
          onSend={({ word }) =>
            picked
              ? call(inviteAmbassador, {
                  params: { id: programme.id, memberId: picked.id },
                  body: { words: word },
                })
              : Promise.reject(new Error('nobody chosen'))
          }
        >
          <PersonPicker label={text('programme.nominate.who')} picked={picked} onPick={setPicked} />
        </WordDialog>
      )}
    </>
  )
}
