import { useId } from 'react'
import { Await } from '#platform/web/await.tsx'
import { useFormat, useText } from '#platform/web/i18n.ts'
import { Link } from '#platform/web/router.tsx'
import { Curve } from '#ui/curve.tsx'
import { roundTop } from '#ui/curve-geometry.ts'
import { DataTable } from '#ui/data-table.tsx'
import { Kpi } from '#ui/kpi.tsx'
import { SectionHead } from '#ui/section-head.tsx'
import { PageSkeleton } from '#ui/skeleton.tsx'
import type { KitFigures as Figures } from '../contract.ts'
import { useKitFigures } from './share-data.ts'
import { useMoney, useNetworkName } from './share-words.ts'

/** What a kit brought: counts, a curve, and what it would have cost elsewhere with the sum written out. */
export function KitFigures({ kitId, programmeId }: { kitId: string; programmeId: string }) {
  const text = useText()
  const figures = useKitFigures(kitId, true)
  return (
    <Await query={figures} skeleton={<PageSkeleton label={text('platform.loading')} />}>
      {(found) => (
        <div className="stack stack-12">
          <Headline figures={found} />
          <Clicks days={found.days} />
          <ByNetwork figures={found} />
          <Value figures={found} programmeId={programmeId} />
        </div>
      )}
    </Await>
  )
}

function Headline({ figures }: { figures: Figures }) {
  const text = useText()
  const { number } = useFormat()
  const money = useMoney(figures.currency)
  return (
    <section aria-labelledby="brought" className="stack stack-4">
      <SectionHead
        id="brought"
        title={
          figures.visitors > 0
            ? text('sharing.figures.sentence', { count: figures.visitors })
            : text('sharing.figures.none')
        }
        note={text('sharing.figures.note')}
      />
      <div className="kpis">
        <Kpi
          label={text('sharing.figures.visitors')}
          value={number(figures.visitors)}
          note={text('sharing.figures.visitorsNote', { count: figures.clicks })}
        />
        <Kpi
          label={text('sharing.figures.shares')}
          value={
            figures.shares === null ? (
              <span className="h3">{text('sharing.figures.silent')}</span>
            ) : (
              number(figures.shares)
            )
          }
          note={
            figures.shares === null
              ? text('sharing.figures.silentWhy', { count: figures.threshold })
              : text('sharing.figures.sharesNote')
          }
        />
        <Kpi
          label={text('sharing.figures.value')}
          value={
            figures.value === null ? (
              <span className="h3">{text('sharing.figures.noRate')}</span>
            ) : (
              money(figures.value)
            )
          }
          note={text('sharing.figures.valueNote')}
        />
      </div>
    </section>
  )
}

const instant = (day: string) => Date.parse(`${day}T12:00:00Z`)

function Clicks({ days }: { days: Figures['days'] }) {
  const text = useText()
  const format = useFormat()
  const id = useId()
  const [first, last] = [days[0]?.day, days.at(-1)?.day]
  if (!first || !last || first === last) return null
  const top = roundTop(Math.max(4, ...days.map((one) => one.visitors)))
  const middle = days[Math.floor(days.length / 2)]?.day ?? first
  const ticks = days.length > 6 ? [first, middle, last] : [first, last]
  return (
    <section aria-labelledby={id}>
      <SectionHead id={id} title={text('sharing.figures.byDay')} />
      <Curve
        label={text('sharing.figures.curve', {
          from: format.day(`${first}T12:00:00Z`),
          to: format.day(`${last}T12:00:00Z`),
          most: format.number(Math.max(...days.map((one) => one.visitors))),
        })}
        series={[
          {
            key: 'visitors',
            points: days.map((one) => ({ x: instant(one.day), y: one.visitors })),
            tone: 3,
            area: true,
          },
        ]}
        x={[instant(first), instant(last)]}
        y={[0, top]}
        xTicks={ticks.map((day) => ({ at: instant(day), label: format.shortDay(`${day}T12:00:00Z`) }))}
        yTicks={[0, top / 2, top].map((at) => ({ at, label: format.number(at) }))}
        height={12}
        table={{
          summary: text('sharing.figures.table'),
          head: [text('sharing.figures.day'), text('sharing.figures.visitors')],
          rows: days.map((one) => [format.day(`${one.day}T12:00:00Z`), format.number(one.visitors)]),
        }}
      />
    </section>
  )
}

function ByNetwork({ figures }: { figures: Figures }) {
  const text = useText()
  const nameOf = useNetworkName()
  const { number } = useFormat()
  const money = useMoney(figures.currency)
  const rows = figures.networks.toSorted((a, b) => b.visitors - a.visitors)
  return (
    <section aria-labelledby="networks">
      <SectionHead
        id="networks"
        title={text('sharing.figures.byNetwork')}
        note={text('sharing.figures.who')}
      />
      <DataTable
        caption={text('sharing.figures.networkTable')}
        hideCaption
        rows={rows}
        rowKey={({ network }) => network}
        columns={[
          {
            key: 'network',
            head: text('sharing.figures.network'),
            rowHead: true,
            cell: ({ network }) => nameOf(network),
          },
          {
            key: 'visitors',
            head: text('sharing.figures.visitors'),
            figure: true,
            cell: ({ visitors }) => number(visitors),
          },
          {
            key: 'shares',
            head: text('sharing.figures.shares'),
            figure: true,
            cell: ({ shares }) =>
              shares === null ? text('sharing.figures.under', { count: figures.threshold }) : number(shares),
          },
          {
            key: 'value',
            head: text('sharing.figures.value'),
            figure: true,
            cell: ({ value }) => (value === null ? '—' : money(value)),
          },
        ]}
      />
    </section>
  )
}

/** The sum, written out, with its rates beside it: nobody has to take the figure on trust. */
function Value({ figures, programmeId }: { figures: Figures; programmeId: string }) {
  const text = useText()
  const nameOf = useNetworkName()
  const { number } = useFormat()
  const money = useMoney(figures.currency)
  const rated = figures.networks.filter(({ value }) => value !== null)
  return (
    <section aria-labelledby="value" className="panel stack stack-3">
      <div className="figt">
        <h2 className="h3" id="value">
          {text('sharing.figures.howValue')}
        </h2>
        <Link className="more" to={`/programmes/${programmeId}/partager/reglages`}>
          {text('sharing.figures.rates')}
        </Link>
      </div>
      <p className="shk__sum">{text('sharing.figures.formula')}</p>
      {rated.length > 0 ? (
        <ul className="list">
          {rated.map(({ network, visitors, cpc, value }) => (
            <li key={network} className="shk__line">
              {text('sharing.figures.sum', {
                network: nameOf(network),
                cpc: money(cpc ?? 0),
                clicks: number(visitors),
                value: money(value ?? 0),
              })}
            </li>
          ))}
        </ul>
      ) : (
        <p>{text('sharing.figures.noRates')}</p>
      )}
      <p className="sm ink2">{text('sharing.figures.impressions')}</p>
      <p className="sm ink2">{text('sharing.figures.caveat')}</p>
    </section>
  )
}
