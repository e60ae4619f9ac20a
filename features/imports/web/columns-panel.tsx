import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call, Refused } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { Badge } from '#ui/badge.tsx'
import { Banner } from '#ui/banner.tsx'
import { Button } from '#ui/button.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { changeImport, type Column, type Import } from '../contract.ts'
import { missingFields } from '../rules/columns.ts'
import { FIELDS, type FieldName } from '../rules/person.ts'

const SURE = 0.85

/** What each column of the file is: proposed, and open to correction. */
export function ColumnsPanel({ one, open = false }: { one: Import; open?: boolean }) {
  const text = useText()
  const known = one.columns.filter(({ field }) => field !== null).length
  if (open)
    return (
      <section className="panel stack stack-4" aria-labelledby="imports-columns">
        <h2 className="h2" id="imports-columns">
          {text('imports.columns.title')}
        </h2>
        <Mapping one={one} accent />
      </section>
    )
  return (
    <details className="panel">
      <summary className="b">
        {text('imports.columns.known', { count: known, total: one.columns.length })}
      </summary>
      <div className="stack stack-4">
        <Mapping one={one} />
      </div>
    </details>
  )
}

function Mapping({ one, accent = false }: { one: Import; accent?: boolean }) {
  const text = useText()
  const queries = useQueryClient()
  const [fields, setFields] = useState(() => one.columns.map(({ field }) => field))
  const read = useMutation({
    mutationFn: () => call(changeImport, { params: { id: one.id }, body: { mapping: fields } }),
    onSuccess: (next) => {
      queries.removeQueries({ queryKey: ['imports', 'lines', one.id] })
      queries.setQueryData(['imports', 'one', one.id], next)
    },
  })
  const choose = (at: number, field: FieldName | null) =>
    // A field is fed by one column: the one that had it gives it up.
    setFields(fields.map((now, index) => (index === at ? field : now === field ? null : now)))
  const missing = missingFields(fields)
  const changed = fields.some((field, at) => field !== one.columns[at]?.field)
  const name = (field: FieldName) => text(`imports.field.${field}`)
  return (
    <>
      <p className="ink2">{text('imports.columns.lead')}</p>
      {missing.length > 0 && (
        <Banner kind="warn">
          {text('imports.columns.missing', { fields: missing.map(name).join(', ') })}
        </Banner>
      )}
      <DataTable
        caption={text('imports.columns.table')}
        rows={one.columns.map((column, at) => ({ ...column, at }))}
        rowKey={({ at }) => String(at)}
        columns={[
          {
            key: 'header',
            head: text('imports.columns.header'),
            rowHead: true,
            cell: (row) => <Header column={row} />,
          },
          { key: 'samples', head: text('imports.columns.samples'), cell: (row) => <Samples column={row} /> },
          {
            key: 'field',
            head: text('imports.columns.field'),
            cell: ({ at, header }) => (
              <div className="import-field">
                <SelectField
                  label={text('imports.columns.choose', { header: header || String(at + 1) })}
                  hideLabel
                  value={fields[at] ?? ''}
                  onChange={(event) =>
                    choose(at, FIELDS.find((field) => field === event.target.value) ?? null)
                  }
                  options={[
                    { value: '', label: text('imports.columns.none') },
                    ...FIELDS.map((field) => ({ value: field, label: name(field) })),
                  ]}
                />
              </div>
            ),
          },
        ]}
      />
      {read.error && (
        <Banner kind="bad">
          {read.error instanceof Refused ? read.error.message : text('imports.send.failed')}
        </Banner>
      )}
      <div>
        <Button
          kind={accent ? 'accent' : 'soft'}
          busy={read.isPending}
          onClick={() => read.mutate()}
          {...(missing.length > 0 ? { disabledReason: text('imports.columns.reason') } : {})}
          {...(missing.length === 0 && !changed ? { disabledReason: text('imports.columns.same') } : {})}
        >
          {text('imports.columns.read')}
        </Button>
      </div>
    </>
  )
}

function Header({ column }: { column: Column }) {
  const text = useText()
  return (
    <span className="row g2 wrap">
      <span className="b">{column.header || text('imports.columns.unnamed')}</span>
      {column.field !== null && column.confidence < SURE && (
        <Badge kind="warn">{text('imports.columns.unsure')}</Badge>
      )}
    </span>
  )
}

function Samples({ column }: { column: Column }) {
  const text = useText()
  if (column.samples.length === 0) return <span className="sm mut">{text('imports.columns.empty')}</span>
  return <span className="sm ink2">{column.samples.join(' · ')}</span>
}
