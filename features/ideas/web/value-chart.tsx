import { Scale } from 'lucide-react'
import { useState } from 'react'
import { useFormat, useText } from '#platform/web/i18n.ts'
import { Link } from '#platform/web/router.tsx'
import { Button } from '#ui/button.tsx'
import { type Column, DataTable, type Sort } from '#ui/data-table.tsx'
import { Empty } from '#ui/empty.tsx'
import type { Board, Point } from '../contract.ts'
import { QUADRANTS, quadrantOf } from '../rules/chart.ts'
import { addressOf, nameOf, StatusBadge } from './idea-parts.tsx'

const LEVELS = [1, 2, 3, 4, 5] as const
/** Each square of the chart holds that many names, the others are counted. */
const MOST_NAMES = 3

/** What each idea asks and brings, as the team says it: a drawing, and the same in a table. */
export function ValueChart({ board, onTeam }: { board: Board; onTeam: () => void }) {
  const text = useText()
  const { points, team } = board
  return (
    <div className="stack stack-8 ids">
      <div className="row g4 wrap">
        <p className="ink2 grow">
          {team.length > 0
            ? text('ideas.chart.team', { names: team.map(nameOf).join(', ') })
            : text('ideas.chart.noTeam')}
        </p>
        {board.can.shape && <Button onClick={onTeam}>{text('ideas.team.title')}</Button>}
      </div>
      {points.length === 0 ? (
        <Empty icon={Scale} title={text('ideas.chart.none.title')}>
          <p>{text(board.can.rate ? 'ideas.chart.none.rate' : 'ideas.chart.none.why')}</p>
        </Empty>
      ) : (
        <>
          <Drawing programmeId={board.programmeId} points={points} />
          <Priorities programmeId={board.programmeId} points={points} />
        </>
      )}
    </div>
  )
}

const left = (effort: number) => (effort - 1) * 20
const top = (value: number) => (5 - value) * 20

function Drawing({ programmeId, points }: { programmeId: string; points: readonly Point[] }) {
  const text = useText()
  const quick = points.filter((point) => quadrantOf(point) === 'quick').length
  return (
    <figure className="idc only-d">
      <p className="idc__y sm b" aria-hidden>
        {text('ideas.chart.value')}
      </p>
      <div className="idc__plot">
        <svg
          viewBox="0 0 100 100"
          preserveAspectRatio="none"
          role="img"
          aria-label={text('ideas.chart.says', { count: points.length, quick })}
        >
          <rect className="idc__best" x="0" y="0" width="40" height="60" />
          {[20, 40, 60, 80].map((at) => (
            <path key={at} className="idc__g" d={`M0 ${at}H100M${at} 0V100`} />
          ))}
          <path className="idc__c" d="M0 60H100M40 0V100" />
        </svg>
        {QUADRANTS.map((quadrant) => (
          <span key={quadrant} className={`idc__q idc__q--${quadrant}`} aria-hidden>
            {text(`ideas.chart.quadrant.${quadrant}`)}
          </span>
        ))}
        {LEVELS.flatMap((value) =>
          LEVELS.map((effort) => {
            const here = points.filter((point) => point.value === value && point.effort === effort)
            if (here.length === 0) return null
            return (
              <ul
                key={`${value}/${effort}`}
                className="idc__p"
                style={{ left: `${left(effort)}%`, top: `${top(value)}%` }}
                aria-label={text('ideas.rated', { value, effort })}
              >
                {here.slice(0, MOST_NAMES).map((point) => (
                  <li key={point.id}>
                    <Link className="idc__a" to={`${addressOf(programmeId)}/${point.id}`} title={point.title}>
                      <i aria-hidden />
                      <span>{point.title}</span>
                    </Link>
                  </li>
                ))}
                {here.length > MOST_NAMES && (
                  <li className="xs ink2">
                    {text('ideas.chart.others', { count: here.length - MOST_NAMES })}
                  </li>
                )}
              </ul>
            )
          }),
        )}
        {LEVELS.map((level) => (
          <span key={level} className="idc__ty num" aria-hidden style={{ top: `${top(level) + 10}%` }}>
            {level}
          </span>
        ))}
        {LEVELS.map((level) => (
          <span key={level} className="idc__tx num" aria-hidden style={{ left: `${left(level) + 10}%` }}>
            {level}
          </span>
        ))}
      </div>
      <p className="idc__x sm b" aria-hidden>
        {text('ideas.chart.effort')}
      </p>
    </figure>
  )
}

function Priorities({ programmeId, points }: { programmeId: string; points: readonly Point[] }) {
  const text = useText()
  const format = useFormat()
  const [sort, setSort] = useState<Sort>({ key: 'value', direction: 'descending' })
  const columns: Column<Point>[] = [
    {
      key: 'title',
      head: text('ideas.chart.idea'),
      rowHead: true,
      cell: (point) => (
        <Link className="link idc__n" to={`${addressOf(programmeId)}/${point.id}`}>
          {point.title}
        </Link>
      ),
    },
    {
      key: 'where',
      head: text('ideas.chart.where'),
      cell: (one) => text(`ideas.chart.quadrant.${quadrantOf(one)}`),
    },
    { key: 'status', head: text('ideas.statusHead'), cell: (one) => <StatusBadge status={one.status} /> },
    { key: 'value', head: text('ideas.chart.value'), figure: true, sortable: true, cell: (one) => one.value },
    {
      key: 'effort',
      head: text('ideas.chart.effort'),
      figure: true,
      sortable: true,
      cell: (one) => one.effort,
    },
    {
      key: 'votes',
      head: text('ideas.chart.votes'),
      figure: true,
      sortable: true,
      cell: (one) => (one.votes === null ? '–' : format.number(one.votes)),
    },
  ]
  const by = (point: Point) => point[sort.key as 'value' | 'effort' | 'votes'] ?? -1
  const way = sort.direction === 'ascending' ? 1 : -1
  const rows = points.toSorted((one, other) => way * (by(one) - by(other)) || one.effort - other.effort)
  return (
    <section className="stack stack-3">
      <h2 className="h3">{text('ideas.chart.table')}</h2>
      <DataTable
        caption={text('ideas.chart.table')}
        stack
        columns={columns}
        rows={rows}
        rowKey={(point) => point.id}
        sort={sort}
        onSort={setSort}
      />
    </section>
  )
}
