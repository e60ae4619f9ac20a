export interface Row {
  what: string
  unit: string
  ours: number
  limit: number | null
  ratio: number
  mustReach: string
  reached: boolean
  beside?: Record<string, number | string>
}

const short = (value: number) =>
  Math.abs(value) >= 100 ? value.toFixed(0) : Math.abs(value) >= 10 ? value.toFixed(1) : value.toFixed(2)

export function printTable(rows: Row[]): void {
  const cells = rows.map((row) => [
    row.what,
    `${short(row.ours)} ${row.unit}`,
    row.limit === null ? '–' : `${short(row.limit)} ${row.unit}`,
    short(row.ratio),
    row.mustReach,
    row.reached ? 'yes' : 'NO',
  ])
  const head = ['what', 'ours', 'limit', 'ratio', 'must reach', 'reached']
  const widths = head.map((name, at) => Math.max(name.length, ...cells.map((line) => line[at]?.length ?? 0)))
  const line = (parts: string[]) => `| ${parts.map((part, at) => part.padEnd(widths[at] ?? 0)).join(' | ')} |`
  console.log(line(head))
  console.log(line(widths.map((width) => '-'.repeat(width))))
  for (const parts of cells) console.log(line(parts))
  for (const row of rows)
    if (row.beside)
      console.log(
        `  ${row.what}: ${Object.entries(row.beside)
          .map(([name, value]) => `${name} ${typeof value === 'number' ? short(value) : value}`)
          .join(', ')}`,
      )
}
