import { CalendarPlus } from 'lucide-react'
import { useState } from 'react'
import { call, type Refused } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { Banner } from '#ui/banner.tsx'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { FileDrop } from '#ui/file-drop.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { showToast } from '#ui/toast-store.ts'
import { importCalendar, type ImportReport, previewImport } from '../contract.ts'
import { LIMITS } from '../rules/limits.ts'
import { useDayWords } from './day-words.ts'
import { useEditorialAct } from './editorial-data.ts'

/** Another calendar: what it would write is shown first; nothing is written before the button. */
export function ImportDialog({ spaceId, onClose }: { spaceId: string; onClose: () => void }) {
  const text = useText()
  const [ics, setIcs] = useState('')
  const [report, setReport] = useState<ImportReport | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const params = { id: spaceId }
  const refuse = (refused: Refused) => setProblem(refused.message)
  const look = useEditorialAct(
    (given: string) => call(previewImport, { params, body: { text: given } }),
    setReport,
    refuse,
  )
  const write = useEditorialAct<void, ImportReport>(
    () => call(importCalendar, { params, body: { text: ics } }),
    (written) => {
      const count = written.items.filter((item) => item.state !== 'same').length
      showToast({ message: text('editorial.import.done', { count }) })
      onClose()
    },
    refuse,
  )
  const read = (given: string) => {
    setProblem(null)
    setReport(null)
    setIcs(given)
    if (given.length > LIMITS.calendarBytes) setProblem(text('editorial.import.too_long'))
    else if (given.trim()) look.mutate(given)
  }
  const changes = report?.items.filter((item) => item.state !== 'same').length ?? 0
  return (
    <Dialog
      open
      onClose={onClose}
      closeOutside={false}
      size="wide"
      title={text('editorial.import.title')}
      closeLabel={text('platform.close')}
      actions={
        report && changes > 0 ? (
          <Button kind="primary" busy={write.isPending} onClick={() => write.mutate()}>
            {text('editorial.import.write', { count: changes })}
          </Button>
        ) : undefined
      }
    >
      <div className="stack stack-4">
        <FileDrop
          title={text('editorial.import.drop')}
          hint={text('editorial.import.hint')}
          buttonLabel={text('editorial.import.choose')}
          overTitle={text('editorial.import.over')}
          accept=".ics,text/calendar"
          icon={CalendarPlus}
          onFiles={(files) => void files[0]?.text().then(read)}
        />
        <TextArea
          label={text('editorial.import.paste')}
          optional={`(${text('platform.optional')})`}
          rows={3}
          value={ics.length > 4000 ? `${ics.slice(0, 4000)}…` : ics}
          onChange={(event) => read(event.target.value)}
        />
        {problem && <Banner kind="bad">{problem}</Banner>}
        {look.isPending && <p role="status">{text('platform.loading')}</p>}
        {report && <Report report={report} />}
      </div>
    </Dialog>
  )
}

const SHOWN = 30

function Report({ report }: { report: ImportReport }) {
  const text = useText()
  const { brief, hour } = useDayWords()
  const { items, left, unreadable } = report
  return (
    <section aria-live="polite">
      <h3 className="h4">{text('editorial.import.found', { count: items.length })}</h3>
      {left > 0 && <p className="sm mut">{text('editorial.import.left', { count: left })}</p>}
      {unreadable > 0 && (
        <p className="sm mut">{text('editorial.import.unreadable', { count: unreadable })}</p>
      )}
      <ul className="list">
        {items.slice(0, SHOWN).map((item) => (
          <li key={item.uid} className="row g2">
            <span className="grow">{item.title}</span>
            <span className="sm mut nw">
              {brief(item.day)}
              {item.minutes !== null && `, ${hour(item.minutes)}`}
            </span>
            <span className="sm">{text(`editorial.import.state.${item.state}`)}</span>
          </li>
        ))}
      </ul>
      {items.length > SHOWN && (
        <p className="sm mut">{text('editorial.import.more', { count: items.length - SHOWN })}</p>
      )}
    </section>
  )
}
