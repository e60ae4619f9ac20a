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
  stack = false,
}: {
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  sort?: Sort
  onSort?: (sort: Sort) => void
  isSelected?: (row: Row) => boolean
  hideCaption?: boolean
  /** On a phone, a block a row: for many columns of words, where sliding would hide most of them. */
  stack?: boolean
}) {
  const captionId = useId()
  // Drawn as blocks, a table is no more one for screen readers, unless its parts say what they are.
  const role = (name: string) => (stack ? name : undefined)
  return (
    <div className="scroll-x" role="region" aria-labelledby={captionId} tabIndex={0}>
      <table className={classNames('table', stack && 'table--stack')} role={role('table')}>
        <caption id={captionId} className={hideCaption ? 'vh' : 'table__c'}>
          {caption}
        </caption>
        <thead role={role('rowgroup')}>
          <tr role={role('row')}>
            {columns.map((column) => (
              <Head key={column.key} column={column} sort={sort} onSort={onSort} stack={stack} />
            ))}
          </tr>
        </thead>
        <tbody role={role('rowgroup')}>
          {rows.map((row) => (
            <tr
              key={rowKey(row)}
              role={role('row')}
              className={classNames(isSelected?.(row) && 'is-selected') || undefined}
            >
              {columns.map((column) => (
                <Cell key={column.key} column={column} row={row} stack={stack} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Cell<Row>({ column, row, stack }: { column: Column<Row>; row: Row; stack: boolean }) {
  const className = column.figure ? 'r' : undefined
  if (column.rowHead) {
    return (
      <th scope="row" className={className} role={stack ? 'rowheader' : undefined}>
        {column.cell(row)}
      </th>
    )
  }
  const content = column.cell(row)
  const says = content !== '' && content !== null && content !== undefined && content !== false
  return (
    <td className={className} role={stack ? 'cell' : undefined}>
      {stack && says && typeof column.head === 'string' && (
        <span className="table__l" aria-hidden>
          {column.head}
        </span>
      )}
      {content}
    </td>
  )
}

function Head<Row>({
  column,
  sort,
  onSort,
  stack,
}: {
  column: Column<Row>
  sort?: Sort
  onSort?: (sort: Sort) => void
  stack: boolean
}) {
  const role = stack ? 'columnheader' : undefined
  const sorted = sort?.key === column.key ? sort.direction : undefined
  const Arrow = sorted === 'descending' ? ArrowDown : ArrowUp
  const next = sorted === 'ascending' ? 'descending' : 'ascending'
  return (
    <th scope="col" className={column.figure ? 'r' : undefined} aria-sort={sorted} role={role}>
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
