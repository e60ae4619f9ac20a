import { useFormat, useText } from '#platform/web/i18n.ts'
import { DataTable } from '#ui/data-table.tsx'
import { SectionHead } from '#ui/section-head.tsx'
import type { Season } from '../contract.ts'

type Compared = NonNullable<Season['backtest']>['naive']
type Other = 'naive' | 'lastYear'

/** Whether the forecast was right, said first in a sentence, also when it was not. */
export function BacktestSection({ season: { backtest } }: { season: Season }) {
  const text = useText()
  return (
    <section aria-labelledby="season-backtest">
      <SectionHead
        level={2}
        id="season-backtest"
        title={text('seasons.backtest.title')}
        note={text('seasons.backtest.note')}
      />
      {backtest ? (
        <>
          <Verdict other="naive" compared={backtest.naive} />
          {backtest.lastYear && <Verdict other="lastYear" compared={backtest.lastYear} />}
          <ErrorsTable backtest={backtest} />
        </>
      ) : (
        <p className="ink2">{text('seasons.backtest.none')}</p>
      )}
    </section>
  )
}

function Verdict({ other, compared }: { other: Other; compared: Compared }) {
  const text = useText()
  const { percent } = useFormat()
  return (
    <p className="sea__v">
      {text(`seasons.backtest.${compared.verdict}`, {
        other: text(`seasons.backtest.${other}`),
        ours: percent(compared.ours.wape),
        theirs: percent(compared.theirs.wape),
      })}
    </p>
  )
}

function ErrorsTable({ backtest }: { backtest: NonNullable<Season['backtest']> }) {
  const text = useText()
  const { number, percent } = useFormat()
  const { naive, lastYear } = backtest
  const row = (key: 'ours' | 'oursYear' | Other, errors: Compared['ours'], points: number) => ({
    key,
    name: text(`seasons.backtest.${key}`),
    ...errors,
    points,
  })
  const rows = [
    row('ours', naive.ours, naive.points),
    row('naive', naive.theirs, naive.points),
    ...(lastYear
      ? [row('oursYear', lastYear.ours, lastYear.points), row('lastYear', lastYear.theirs, lastYear.points)]
      : []),
  ]
  return (
    <DataTable
      caption={text('seasons.backtest.table')}
      rows={rows}
      rowKey={(one) => one.key}
      columns={[
        { key: 'name', head: text('seasons.backtest.method'), cell: (one) => one.name, rowHead: true },
        {
          key: 'mae',
          head: text('seasons.backtest.mae'),
          cell: (one) => number(Math.round(one.mae)),
          figure: true,
        },
        { key: 'wape', head: text('seasons.backtest.wape'), cell: (one) => percent(one.wape), figure: true },
        { key: 'mape', head: text('seasons.backtest.mape'), cell: (one) => percent(one.mape), figure: true },
        {
          key: 'points',
          head: text('seasons.backtest.points'),
          cell: (one) => number(one.points),
          figure: true,
        },
      ]}
    />
  )
}
