export type CurveTone = 1 | 2 | 3 | 4 | 5 | 'ink' | 'mute'

export type CurveSeries = {
  key: string
  /** Written at the end of the line; none for a line that needs no name. */
  label?: string
  /** Oldest first; a null leaves a gap. */
  points: readonly { x: number; y: number | null }[]
  tone: CurveTone
  /** Actual is solid; compared, projection and reference differ by their dash as well as their colour. */
  kind?: 'actual' | 'compared' | 'projection' | 'reference'
  area?: boolean
  dot?: boolean
}

export type CurveFrame = { x: readonly [number, number]; y: readonly [number, number]; height: number }

const lineHeight = 17
const offset = 16

/** Where a value stands between both ends, from 0 to 100. */
export function inRange(value: number, [from, to]: readonly [number, number]): number {
  if (to === from) return 0
  return Math.round(((value - from) / (to - from)) * 10_000) / 100
}

export function curvePath(points: CurveSeries['points'], { x, y }: CurveFrame): string {
  let path = ''
  let pen = 'M'
  for (const point of points) {
    if (point.y === null) {
      pen = 'M'
      continue
    }
    path += `${pen}${inRange(point.x, x)} ${100 - inRange(point.y, y)}`
    pen = 'L'
  }
  return path
}

export type PlacedLabel = { key: string; text: string; tone: CurveTone; style: Record<string, string> }

/** Direct labels at the end of the lines: the highest above its line, the others below, never over one another. */
export function placeLabels(series: readonly CurveSeries[], frame: CurveFrame): PlacedLabel[] {
  const ends = series.flatMap((one) => {
    const last = one.points.findLast((point) => point.y !== null)
    if (!one.label || !last || last.y === null) return []
    const share = 100 - inRange(last.y, frame.y)
    return [
      { one, text: one.label, left: inRange(last.x, frame.x), line: (share / 100) * frame.height, share },
    ]
  })
  ends.sort((a, b) => a.line - b.line)
  let floor = -Infinity
  return ends.map(({ one, text, left, line, share }, index) => {
    const wanted = line + (index === 0 ? -offset : offset + 3)
    const at = Math.max(wanted, floor + lineHeight)
    floor = at
    const shift = `calc(${share}% + ${Math.round(at - line)}px)`
    // On the first days there is no room before the point: the label stands after it.
    const side: Record<string, string> =
      left > 85
        ? { right: '0' }
        : left < 40
          ? { left: `calc(${left}% + 0.75rem)` }
          : { left: `${left}%`, transform: 'translate(-100%, -50%)' }
    return { key: one.key, text, tone: one.tone, style: { top: shift, ...side } }
  })
}

const TOPS = [1, 1.2, 1.5, 2, 3, 4, 5, 6, 8, 10]

/** A round number at or above, whose half is whole: the scale of what is counted. */
export function roundTop(most: number): number {
  const power = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(most, 1))))
  const tops = [...TOPS.map((top) => top * power), ...TOPS.map((top) => top * power * 10)]
  return tops.find((top) => top >= most && Number.isInteger(top / 2)) ?? most
}
