import { Minus, TrendingDown, TrendingUp } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Icon } from './icon.tsx'

export type KpiDelta = {
  /** "+4 pts", "stable". */
  label: string
  direction: 'up' | 'down' | 'flat'
  /** Whether that is good news: fewer hours of waiting go down, and that is good. */
  good?: boolean
}

const icons: Record<KpiDelta['direction'], Icon> = { up: TrendingUp, down: TrendingDown, flat: Minus }

/** The value, the gap, the slope, and what it counts. With `onOpen` the label opens the detail. */
export function Kpi({
  label,
  value,
  unit,
  delta,
  trend,
  note,
  onOpen,
}: {
  label: string
  value: ReactNode
  unit?: string
  delta?: KpiDelta
  /** The last values, oldest first; a table elsewhere says the same. */
  trend?: readonly number[]
  note?: ReactNode
  onOpen?: () => void
}) {
  return (
    <div className="kpi">
      <p className="kpi__l">
        {onOpen ? (
          <button type="button" className="kpi__o" onClick={onOpen}>
            {label}
          </button>
        ) : (
          label
        )}
      </p>
      <p className="kpi__v">
        <span className="num">
          {value}
          {unit && <span className="u">{unit}</span>}
        </span>
      </p>
      {delta && <Delta {...delta} />}
      {trend && trend.length > 1 && <Spark values={trend} />}
      {note && <p className="xs mut">{note}</p>}
    </div>
  )
}

function Delta({ label, direction, good }: KpiDelta) {
  const Glyph = icons[direction]
  return (
    <p className={`kpi__d ${good === undefined ? 'flat' : good ? 'up' : 'down'}`}>
      <Glyph className="i" aria-hidden />
      {label}
    </p>
  )
}

function Spark({ values }: { values: readonly number[] }) {
  const low = Math.min(...values)
  const spread = Math.max(...values) - low || 1
  const step = 120 / (values.length - 1)
  const line = values.map((value, index) => {
    const y = 33 - ((value - low) / spread) * 28
    return `${(index * step).toFixed(1)} ${y.toFixed(1)}`
  })
  const path = `M${line.join('L')}`
  return (
    <svg className="spark" viewBox="0 0 120 36" preserveAspectRatio="none" aria-hidden>
      <path className="a" d={`${path}L120 36L0 36Z`} />
      <path d={path} />
    </svg>
  )
}
