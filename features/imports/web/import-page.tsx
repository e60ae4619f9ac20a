import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Await } from '#platform/web/await.tsx'
import { call, Refused } from '#platform/web/call.ts'
import { useFormat, useText } from '#platform/web/i18n.ts'
import { Link, useGo, useParam } from '#platform/web/router.tsx'
import { Banner } from '#ui/banner.tsx'
import { Button } from '#ui/button.tsx'
import { ConfirmDialog } from '#ui/confirm-dialog.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { ProgressBar } from '#ui/progress-bar.tsx'
import { showToast } from '#ui/toast-store.ts'
import { discardImport, type Import } from '../contract.ts'
import { ColumnsPanel } from './columns-panel.tsx'
import { ComparisonPanel } from './comparison-panel.tsx'
import { isMoving, useImport } from './import-data.ts'
import { ResultPanel } from './result-panel.tsx'
import { SendFile } from './send-file.tsx'
import './imports.css'

/** One import, from the file to the directory: each state says what happens next. */
export function ImportPage() {
  const id = useParam('id')
  const query = useImport(id)
  return <Await query={query}>{(one) => <Opened one={one} />}</Await>
}

function Opened({ one }: { one: Import }) {
  const text = useText()
  const { dayTime } = useFormat()
  const by = one.createdBy ?? text('imports.history.command')
  const over = one.state === 'applied' || one.state === 'applying' || one.state === 'discarded'
  return (
    <>
      <PageHead
        eyebrow={
          <Link to="/imports" className="link">
            {text('imports.title')}
          </Link>
        }
        title={one.fileName}
        lead={text('imports.history.by', { when: dayTime(one.createdAt), name: by })}
        actions={!over && <Discard one={one} />}
      />
      <div className="stack stack-6">
        {one.problem && <Banner kind="bad">{one.problem}</Banner>}
        <Stage one={one} />
      </div>
    </>
  )
}

function Stage({ one }: { one: Import }) {
  const text = useText()
  if (isMoving(one.state)) return <Moving one={one} />
  if (one.state === 'columns') return <ColumnsPanel one={one} open />
  if (one.state === 'ready' && one.detailed) return <ComparisonPanel one={one} />
  if (one.state === 'applied') return <ResultPanel one={one} />
  if (one.state === 'interrupted' && one.counts) return <ComparisonPanel one={one} />
  return (
    <>
      {one.state === 'interrupted' && <Banner kind="warn">{text('imports.interrupted')}</Banner>}
      {one.state === 'discarded' && <Banner>{text('imports.discarded')}</Banner>}
      {one.columns.length > 0 && one.state !== 'discarded' && (
        <ColumnsPanel one={one} open={one.missing.length > 0} />
      )}
      <SendFile title={text('imports.send.again')} />
    </>
  )
}

function Moving({ one }: { one: Import }) {
  const text = useText()
  const { percent } = useFormat()
  const phase = one.progress?.phase ?? (one.state === 'applying' ? 'writing' : 'reading')
  const share = one.progress?.share ?? null
  const lines = one.progress?.lines ?? 0
  const label = text(`imports.phase.${phase}`)
  return (
    <section className="panel stack stack-4" aria-live="polite">
      <h2 className="h2">{label}</h2>
      {share === null ? (
        <p className="row g2">
          <span className="spin" aria-hidden />
          <span className="ink2">{text(`imports.phase.${phase}Note`)}</span>
        </p>
      ) : (
        <ProgressBar value={share * 100} label={label} valueText={percent(share)} />
      )}
      {lines > 0 && <p className="num">{text('imports.phase.lines', { count: lines })}</p>}
      <p className="sm mut">{text('imports.phase.leave')}</p>
    </section>
  )
}

function Discard({ one }: { one: Import }) {
  const text = useText()
  const go = useGo()
  const queries = useQueryClient()
  const [asking, setAsking] = useState(false)
  const discard = useMutation({
    mutationFn: () => call(discardImport, { params: { id: one.id } }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['imports'] })
      go('/imports')
    },
    onError: (error) =>
      showToast({ message: error instanceof Refused ? error.message : text('imports.send.failed') }),
  })
  return (
    <>
      <Button kind="ghost" icon={Trash2} onClick={() => setAsking(true)}>
        {text('imports.discard.action')}
      </Button>
      <ConfirmDialog
        open={asking}
        title={text('imports.discard.title')}
        confirmLabel={text('imports.discard.confirm')}
        keepLabel={text('imports.discard.keep')}
        busy={discard.isPending}
        onConfirm={() => discard.mutate()}
        onClose={() => setAsking(false)}
      >
        <p>{text('imports.discard.why')}</p>
      </ConfirmDialog>
    </>
  )
}
