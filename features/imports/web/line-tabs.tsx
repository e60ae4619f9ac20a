import { Download } from 'lucide-react'
import { addressOf } from '#platform/web/call.ts'
import { useFormat, useText } from '#platform/web/i18n.ts'
import { Link, useSearchParam } from '#platform/web/router.tsx'
import { buttonClass } from '#ui/button.tsx'
import { Tabs } from '#ui/tabs.tsx'
import { type Counts, downloadRejected, type Import } from '../contract.ts'
import { AbsentLines, ChangedLines, SaidLines } from './line-lists.tsx'
import { SendFile } from './send-file.tsx'

const TABS = ['rejected', 'create', 'update', 'absent', 'warnings'] as const
type Tab = (typeof TABS)[number]

/** The lines, sorted by what becomes of them; those to mend come first. */
export function LineTabs({ one, counts }: { one: Import; counts: Counts }) {
  const text = useText()
  const format = useFormat()
  const written = one.state === 'applied'
  const asked = useSearchParam('voir')
  const filled = TABS.filter((tab) => counts[tab] > 0)
  const current = TABS.find((tab) => tab === asked) ?? filled[0]
  if (!current) return null
  return (
    <section className="stack stack-4" aria-label={text('imports.tabs.label')}>
      <Tabs label={text('imports.tabs.label')}>
        {TABS.filter((tab) => counts[tab] > 0 || tab === current).map((tab) => (
          <Link
            key={tab}
            to={`/imports/${one.id}?voir=${tab}`}
            replace
            className="tab"
            aria-current={tab === current ? 'page' : undefined}
          >
            {text(`imports.${written ? 'written' : 'tabs'}.${tab}`)}{' '}
            <span className="count">{format.number(counts[tab])}</span>
          </Link>
        ))}
      </Tabs>
      <p className="ink2">{text(`imports.${written ? 'written' : 'tabs'}.${current}Note`)}</p>
      {current === 'rejected' && <Mend one={one} />}
      <Lines one={one} tab={current} />
    </section>
  )
}

function Lines({ one, tab }: { one: Import; tab: Tab }) {
  if (tab === 'absent') return <AbsentLines id={one.id} />
  if (tab === 'create' || tab === 'update') return <ChangedLines id={one.id} kind={tab} />
  return <SaidLines id={one.id} kind={tab} />
}

/** Take them away, mend them in a spreadsheet, send them again: the others need not wait. */
function Mend({ one }: { one: Import }) {
  const text = useText()
  return (
    <>
      <div className="row g2 wrap">
        <a
          className={buttonClass({ kind: 'line' })}
          href={addressOf(downloadRejected, { params: { id: one.id } })}
          download
        >
          <Download className="i" aria-hidden />
          {text('imports.mend.download')}
        </a>
      </div>
      <details>
        <summary className="b">{text('imports.mend.again')}</summary>
        <SendFile title={text('imports.mend.send')} />
      </details>
    </>
  )
}
