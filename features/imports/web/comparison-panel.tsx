import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call, Refused } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { Banner } from '#ui/banner.tsx'
import { Button } from '#ui/button.tsx'
import { ConfirmDialog } from '#ui/confirm-dialog.tsx'
import { applyImport, type Counts, type Import } from '../contract.ts'
import { ColumnsPanel } from './columns-panel.tsx'
import { LineTabs } from './line-tabs.tsx'
import { OrganizationsPanel } from './organizations-panel.tsx'

/** What would happen, in words first; nothing has, until it is confirmed. */
export function ComparisonPanel({ one }: { one: Import }) {
  const text = useText()
  const { counts } = one
  if (!counts) return null
  const ready = counts.create + counts.update + counts.unchanged
  return (
    <div className="stack stack-6">
      {one.state === 'interrupted' && <Banner kind="warn">{text('imports.interruptedWriting')}</Banner>}
      <section className="panel stack stack-4" aria-labelledby="imports-sentence">
        <h2 className="h2" id="imports-sentence">
          {counts.rejected > 0
            ? text('imports.sentence.both', {
                ready: text('imports.sentence.ready', { count: ready }),
                rejected: text('imports.sentence.rejected', { count: counts.rejected }),
              })
            : text('imports.sentence.all', { ready: text('imports.sentence.ready', { count: ready }) })}
        </h2>
        <p className="ink2">{text('imports.sentence.nothingYet')}</p>
        <Confirm one={one} counts={counts} />
      </section>
      {one.detailed && <OrganizationsPanel one={one} />}
      {one.detailed && <LineTabs one={one} counts={counts} />}
      <ColumnsPanel one={one} />
    </div>
  )
}

function Confirm({ one, counts }: { one: Import; counts: Counts }) {
  const text = useText()
  const queries = useQueryClient()
  const [asking, setAsking] = useState(false)
  const apply = useMutation({
    mutationFn: () => call(applyImport, { params: { id: one.id } }),
    onSuccess: (next) => queries.setQueryData(['imports', 'one', one.id], next),
    onSettled: () => setAsking(false),
  })
  const writes = counts.create + counts.update
  return (
    <>
      {apply.error && (
        <Banner kind="bad">
          {apply.error instanceof Refused ? apply.error.message : text('imports.send.failed')}
        </Banner>
      )}
      <div>
        <Button
          kind="accent"
          size="l"
          onClick={() => setAsking(true)}
          {...(writes === 0 ? { disabledReason: text('imports.confirm.nothing') } : {})}
        >
          {text('imports.confirm.action', { count: writes })}
        </Button>
      </div>
      <ConfirmDialog
        open={asking}
        kind="primary"
        title={text('imports.confirm.title')}
        confirmLabel={text('imports.confirm.yes')}
        keepLabel={text('imports.confirm.no')}
        busy={apply.isPending}
        onConfirm={() => apply.mutate()}
        onClose={() => setAsking(false)}
      >
        <ul className="stack stack-2">
          {counts.create > 0 && <li>{text('imports.confirm.create', { count: counts.create })}</li>}
          {counts.update > 0 && <li>{text('imports.confirm.update', { count: counts.update })}</li>}
          {counts.absent > 0 && <li>{text('imports.confirm.absent', { count: counts.absent })}</li>}
          {counts.rejected > 0 && <li>{text('imports.confirm.rejected', { count: counts.rejected })}</li>}
          <li>{text('imports.confirm.nobodyTold')}</li>
        </ul>
      </ConfirmDialog>
    </>
  )
}
