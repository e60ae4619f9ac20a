import { ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { curvePath, inRange, placeLabels, type CurveFrame, type CurveSeries } from './curve-geometry.ts'

export type CurveTick = { at: number; label: string }
export type CurveTable = { summary: string; head: readonly string[]; rows: readonly (readonly string[])[] }

export type CurveProps = {
  /** The sentence that says what is drawn, for those who cannot see it. */
  label: string
  series: readonly CurveSeries[]
  /** Both ends of each axis; x is often a date in milliseconds. */
  x: readonly [number, number]
  y: readonly [number, number]
  xTicks: readonly CurveTick[]
  yTicks: readonly CurveTick[]
  target?: CurveTick
  today?: CurveTick
  /** Holidays and quiet seasons. */
  bands?: readonly { from: number; to: number; label: string }[]
  /** Between what and what a value may fall: drawn under the lines. */
  range?: readonly { x: number; low: number; high: number }[]
  /** Height of the drawing, in rem. */
  height?: number
  /** The same figures in rows: opened on demand. */
  table: CurveTable
}

const strokes = {
  actual: { strokeWidth: 3.5 },
  compared: { strokeWidth: 2.5, strokeDasharray: '7 5' },
  projection: { strokeWidth: 2.5, strokeDasharray: '6 5' },
  reference: { strokeWidth: 2, strokeDasharray: '2 6' },
}

export function Curve({ label, x, y, height = 15, table, ...parts }: CurveProps) {
  const frame: CurveFrame = { x, y, height: height * 16 }
  return (
    <figure className="curve">
      <div className="plotw">
        <div className="plot" style={{ '--h': `${height}rem` }} role="img" aria-label={label}>
          <Drawing frame={frame} {...parts} />
        </div>
      </div>
      <DataDetails table={table} />
    </figure>
  )
}

function Drawing({
  frame,
  series,
  xTicks,
  yTicks,
  target,
  today,
  bands = [],
  range = [],
}: Omit<CurveProps, 'label' | 'x' | 'y' | 'height' | 'table'> & { frame: CurveFrame }) {
  const left = (at: number) => inRange(at, frame.x)
  const top = (at: number) => 100 - inRange(at, frame.y)
  return (
    <>
      {bands.map((band) => {
        const from = left(band.from)
        const place = { left: `${from}%`, width: `${left(band.to) - from}%` }
        return <span key={`${band.from}-${band.label}`} aria-hidden className="plot__b" style={place} />
      })}
      <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden>
        {yTicks.map((tick) => (
          <path key={tick.at} className="gl" d={`M0 ${top(tick.at)}H100`} />
        ))}
        {range.length > 1 && <path className="rng" d={rangePath(range, left, top)} />}
        {target && <path className="gl goal" d={`M0 ${top(target.at)}H100`} />}
        {series.map((one) => (
          <Line key={one.key} series={one} frame={frame} />
        ))}
      </svg>
      {bands.map((band) => {
        const middle = { left: `${(left(band.from) + left(band.to)) / 2}%` }
        return (
          <span key={`${band.from}-${band.label}`} aria-hidden className="plot__bl" style={middle}>
            {band.label}
          </span>
        )
      })}
      <Axes {...{ xTicks, yTicks, target, left, top }} />
      {placeLabels(series, frame).map(({ key, text, tone, style }) => (
        <span key={key} aria-hidden className={`plot__l label-${tone}`} style={style}>
          {text}
        </span>
      ))}
      {series.map((one) => {
        const last = one.points.at(-1)
        if (!one.dot || !last || last.y === null) return null
        const place = { left: `${left(last.x)}%`, top: `${top(last.y)}%` }
        return <span key={one.key} aria-hidden className={`plot__dot dot-${one.tone}`} style={place} />
      })}
      {today && (
        <span aria-hidden className="plot__t" style={{ left: `${left(today.at)}%` }}>
          <span>{today.label}</span>
        </span>
      )}
    </>
  )
}

type Scale = (at: number) => number

function rangePath(range: NonNullable<CurveProps['range']>, left: Scale, top: Scale): string {
  const upper = range.map((point) => `${left(point.x)} ${top(point.high)}`)
  const lower = range.map((point) => `${left(point.x)} ${top(point.low)}`).reverse()
  return `M${[...upper, ...lower].join('L')}Z`
}

function Line({ series, frame }: { series: CurveSeries; frame: CurveFrame }) {
  const path = curvePath(series.points, frame)
  const first = series.points[0]
  const last = series.points.at(-1)
  return (
    <>
      {series.area && first && last && (
        <path
          className="ar"
          d={`${path}L${inRange(last.x, frame.x)} 100L${inRange(first.x, frame.x)} 100Z`}
        />
      )}
      <path className={`line-${series.tone}`} d={path} {...strokes[series.kind ?? 'actual']} />
    </>
  )
}

function Axes({
  xTicks,
  yTicks,
  target,
  left,
  top,
}: Pick<CurveProps, 'xTicks' | 'yTicks' | 'target'> & {
  left: (at: number) => number
  top: (at: number) => number
}) {
  const marks = target && !yTicks.some((tick) => tick.at === target.at) ? [...yTicks, target] : yTicks
  return (
    <>
      {marks.map((tick) => (
        <span key={tick.at} aria-hidden className="plot__y" style={{ top: `${top(tick.at)}%` }}>
          {tick.label}
        </span>
      ))}
      {xTicks.map((tick, index) => {
        const at = left(tick.at)
        const next = xTicks[index + 1]
        // Where the drawing is narrow, a date too near the next one gives way.
        const tight = index > 0 && next !== undefined && left(next.at) - at < 34
        // The first and last dates stay inside the frame.
        const transform = at < 4 ? 'none' : at > 96 ? 'translateX(-100%)' : undefined
        return (
          <span
            key={tick.at}
            aria-hidden
            className={classNames('plot__x', tight && 'is-tight')}
            style={{ left: `${at}%`, transform }}
          >
            {tick.label}
          </span>
        )
      })}
    </>
  )
}

/** The table behind a chart. */
export function DataDetails({ table, children }: { table: CurveTable; children?: ReactNode }) {
  const [rowHead, ...others] = table.head
  return (
    <details className="data">
      <summary>
        <ChevronDown className="i i--s" aria-hidden />
        {table.summary}
      </summary>
      <div className="scroll-x">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{rowHead}</th>
              {others.map((head) => (
                <th key={head} scope="col" className="r">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map(([name, ...cells]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {cells.map((cell, index) => (
                  <td key={index} className="r">
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {children}
    </details>
  )
}
