import { ArrowDown, ArrowUp } from 'lucide-react'
import { useId, type ReactNode } from 'react'
import { classNames } from './class-names.ts'

export type Column<Row> = {
  key: string
  head: ReactNode
  cell: (row: Row) => ReactNode
  /** Figures stand on the right. */
  figure?: boolean
  sortable?: boolean
  /** The cell that names the row. */
  rowHead?: boolean
}

export type Sort = { key: string; direction: 'ascending' | 'descending' }

/** A real table that slides sideways in its own frame. */
export function DataTable<Row>({
  caption,
  columns,
  rows,
  rowKey,
  sort,
  onSort,
  isSelected,
  hideCaption = true,
}: {
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  sort?: Sort
  onSort?: (sort: Sort) => void
  isSelected?: (row: Row) => boolean
  hideCaption?: boolean
}) {
  const captionId = useId()
  return (
    <div className="scroll-x" role="region" aria-labelledby={captionId} tabIndex={0}>
      <table className="table">
        <caption id={captionId} className={hideCaption ? 'vh' : 'table__c'}>
          {caption}
        </caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <Head key={column.key} column={column} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} className={classNames(isSelected?.(row) && 'is-selected') || undefined}>
              {columns.map((column) => (
                <Cell key={column.key} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const className = column.figure ? 'r' : undefined
  if (column.rowHead) {
    return (
      <th scope="row" className={className}>
        {column.cell(row)}
      </th>
    )
  }
  return <td className={className}>{column.cell(row)}</td>
}

function Head<Row>({
  column,
  sort,
  onSort,
}: {
  column: Column<Row>
  sort?: Sort
  onSort?: (sort: Sort) => void
}) {
  const sorted = sort?.key === column.key ? sort.direction : undefined
  const Arrow = sorted === 'descending' ? ArrowDown : ArrowUp
  const next = sorted === 'ascending' ? 'descending' : 'ascending'
  return (
    <th scope="col" className={column.figure ? 'r' : undefined} aria-sort={sorted}>
      {column.sortable && onSort ? (
        <button type="button" onClick={() => onSort({ key: column.key, direction: next })}>
          {column.head}
          {sorted && <Arrow className="i" aria-hidden />}
        </button>
      ) : (
        column.head
      )}
    </th>
  )
}
