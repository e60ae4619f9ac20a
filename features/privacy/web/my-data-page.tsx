import './privacy.css'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { BookOpen, Braces, Download, FolderOpen } from 'lucide-react'
import { useState } from 'react'
import { v7 as uuid7 } from 'uuid'
import { FormProblem } from '#features/network/web/public/form-problem.tsx'
import { Await } from '#platform/web/await.tsx'
import { call } from '#platform/web/call.ts'
import { useFormat, useLanguage, useText } from '#platform/web/i18n.ts'
import { Link } from '#platform/web/router.tsx'
import { Banner } from '#ui/banner.tsx'
import { Button, buttonClass } from '#ui/button.tsx'
import { ConfirmDialog } from '#ui/confirm-dialog.tsx'
import type { Icon } from '#ui/icon.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { ProgressBar } from '#ui/progress-bar.tsx'
import { SectionHead } from '#ui/section-head.tsx'
import { askForExport, forgetExport, type MyExport, type PersonalExport, readMyExport } from '../contract.ts'
import { sizeIn } from './size-in.ts'

const KEY = ['privacy', 'export']
const LOOK_AGAIN_MS = 1500

const isUnderWay = (own: PersonalExport | null | undefined) =>
  own?.state === 'asked' || own?.state === 'making'

/** Everything about me: asked for, followed while it is made, fetched, deleted. */
export function MyDataPage() {
  const text = useText()
  const own = useQuery({
    queryKey: KEY,
    queryFn: () => call(readMyExport, {}),
    refetchInterval: ({ state }) => (isUnderWay(state.data?.export) ? LOOK_AGAIN_MS : false),
  })
  return (
    <div className="narrow stack stack-10">
      <PageHead
        eyebrow={
          <Link className="link" to="/moi">
            {text('privacy.export.back')}
          </Link>
        }
        title={text('privacy.export.title')}
        hideTitleOnPhone
        lead={text('privacy.export.lead')}
      />
      <Await query={own}>{(found) => <MyFile found={found} />}</Await>
      <section aria-labelledby="what">
        <div className="stack stack-4">
          <SectionHead id="what" title={text('privacy.export.what')} />
          <ul className="pvy-list">
            <Given icon={BookOpen}>{text('privacy.export.what_page')}</Given>
            <Given icon={Braces}>{text('privacy.export.what_json')}</Given>
            <Given icon={FolderOpen}>{text('privacy.export.what_files')}</Given>
          </ul>
          <p className="ink2">{text('privacy.export.alone')}</p>
          <p className="ink2">{text('privacy.export.others')}</p>
        </div>
      </section>
    </div>
  )
}

function Given({ icon: Glyph, children }: { icon: Icon; children: string }) {
  return (
    <li>
      <Glyph className="i" aria-hidden />
      <span>{children}</span>
    </li>
  )
}

function useAsk() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => call(askForExport, { params: { id: uuid7() } }),
    onSuccess: (found) => queries.setQueryData(KEY, found),
    // Another screen asked first: what it asked for is shown.
    onError: () => void queries.invalidateQueries({ queryKey: KEY }),
  })
}

function MyFile({ found }: { found: MyExport }) {
  const text = useText()
  const ask = useAsk()
  const own = found.export
  if (isUnderWay(own) && own) return <UnderWay own={own} />
  if (own?.state === 'ready') return <Ready own={own} ask={ask} />
  return (
    <div className="pvy-file">
      {own?.state === 'failed' && (
        <Banner kind="bad">
          {text('privacy.export.failed')} {text('privacy.export.failed_why')}
        </Banner>
      )}
      <p>
        <Button kind="accent" busy={ask.isPending} onClick={() => ask.mutate()}>
          {text('privacy.export.ask')}
        </Button>
      </p>
      <p className="sm mut">{text('privacy.export.kept', { count: found.days })}</p>
      <FormProblem error={ask.error} />
    </div>
  )
}

function UnderWay({ own }: { own: PersonalExport }) {
  const text = useText()
  const { done, total } = own
  return (
    <div className="pvy-file panel" role="status">
      <p className="b">{text(`privacy.export.${own.state === 'asked' ? 'asked' : 'making'}`)}</p>
      <ProgressBar
        label={text('privacy.export.progress')}
        value={total > 0 ? (100 * done) / total : 0}
        valueText={text('privacy.export.progress_text', { done, total })}
      />
      <p className="ink2">{text('privacy.export.making_why')}</p>
    </div>
  )
}

function Ready({ own, ask }: { own: PersonalExport; ask: ReturnType<typeof useAsk> }) {
  const text = useText()
  const format = useFormat()
  const language = useLanguage()
  return (
    <div className="pvy-file panel">
      <p className="h3">{text('privacy.export.ready')}</p>
      <p>
        {text('privacy.export.ready_until', {
          day: format.dayTime(own.readyAt ?? own.askedAt),
          size: sizeIn(language, own.bytes ?? 0),
          until: format.day(own.until ?? own.askedAt),
        })}
      </p>
      {own.missing > 0 && <p className="ink2">{text('privacy.export.missing', { count: own.missing })}</p>}
      <div className="row wrap g3">
        <a
          className={buttonClass({ kind: 'accent' })}
          href={`/api/me/exports/${own.id}/file`}
          download="elan-mes-donnees.zip"
        >
          <Download className="i" aria-hidden />
          {text('privacy.export.download')}
        </a>
        <Button kind="line" busy={ask.isPending} onClick={() => ask.mutate()}>
          {text('privacy.export.again')}
        </Button>
        <Forget id={own.id} />
      </div>
      <p className="sm mut">{text('privacy.export.again_why')}</p>
      <FormProblem error={ask.error} />
    </div>
  )
}

function Forget({ id }: { id: string }) {
  const text = useText()
  const queries = useQueryClient()
  const [asking, setAsking] = useState(false)
  const forget = useMutation({
    mutationFn: () => call(forgetExport, { params: { id } }),
    onSettled: () => queries.invalidateQueries({ queryKey: KEY }),
  })
  return (
    <>
      <Button kind="ghost" onClick={() => setAsking(true)}>
        {text('privacy.export.forget')}
      </Button>
      <ConfirmDialog
        open={asking}
        title={text('privacy.export.forget_title')}
        confirmLabel={text('privacy.export.forget_confirm')}
        keepLabel={text('platform.cancel')}
        busy={forget.isPending}
        onConfirm={() => forget.mutate()}
        onClose={() => setAsking(false)}
      >
        <p>{text('privacy.export.forget_why')}</p>
        <FormProblem error={forget.error} />
      </ConfirmDialog>
    </>
  )
}
