import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Printer } from 'lucide-react'
import { useState } from 'react'
import { Await } from '#platform/web/await.tsx'
import { call } from '#platform/web/call.ts'
import { useFormat, useLanguage, useText } from '#platform/web/i18n.ts'
import { Link, useParam, useSearchParam } from '#platform/web/router.tsx'
import { Button, buttonClass } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Switch } from '#ui/switch.tsx'
import { showToast } from '#ui/toast-store.ts'
import { readReport, type Report, setReportMail } from '../contract.ts'
import { reportSentence } from '../rules/report-sentence.ts'
import './cockpit.css'

const keyOf = (spaceId: string, month: string) => ['report', spaceId, month] as const

/** The month as it is received: sentences about everybody, to read or to print. */
export function ReportPage() {
  const spaceId = useParam('id')
  const month = useSearchParam('mois') ?? ''
  const query = useQuery({
    queryKey: keyOf(spaceId, month),
    queryFn: () => call(readReport, { params: { id: spaceId }, query: month ? { month } : {} }),
  })
  return <Await query={query}>{(report) => <Month key={report.from} report={report} asked={month} />}</Await>
}

const LOCALE = { fr: 'fr-FR', en: 'en-GB' } as const
const DAY_MS = 86_400_000

/** The month around this day, as the address says it: '2026-11'. */
const monthNear = (day: string, shift: number) =>
  new Date(Date.parse(`${day}T12:00:00Z`) + shift * DAY_MS).toISOString().slice(0, 7)

function Month({ report, asked }: { report: Report; asked: string }) {
  const text = useText()
  const { day, number } = useFormat()
  const locale = LOCALE[useLanguage()]
  const month = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${report.from}T12:00:00Z`),
  )
  const parts = [...new Set(report.lines.map(({ part }) => part))]
  const later = monthNear(report.to, 1)
  const [now] = useState(() => new Date().toISOString().slice(0, 7))
  const page = `/communautes/${report.spaceId}/bilan`
  return (
    <>
      <PageHead
        eyebrow={
          <Link className="link" to={`/communautes/${report.spaceId}`}>
            {text('cockpit.report.eyebrow', { name: report.name, month })}
          </Link>
        }
        title={text('cockpit.report.title')}
        lead={text('cockpit.report.lead')}
        actions={
          <Button icon={Printer} onClick={() => window.print()}>
            {text('cockpit.report.print')}
          </Button>
        }
      />
      <div className="narrow stack stack-8">
        {parts.length === 0 && <Empty title={text('cockpit.report.empty')} />}
        {parts.map((part) => (
          <section key={part} aria-labelledby={`part-${part}`}>
            <h2 className="h2" id={`part-${part}`}>
              {text(`cockpit.report.part.${part}`)}
            </h2>
            <ul className="bil">
              {report.lines
                .filter((line) => line.part === part)
                .map((line) => (
                  <li key={`${line.key}${JSON.stringify(line.values)}`}>
                    {reportSentence(line, text, (iso) => day(iso), number)}
                  </li>
                ))}
            </ul>
          </section>
        ))}
        <nav className="row wrap sb g2 bil__n" aria-label={text('cockpit.report.title')}>
          <Link
            className={buttonClass({ kind: 'line', size: 's' })}
            to={`${page}?mois=${monthNear(report.from, -1)}`}
          >
            {text('cockpit.report.earlier')}
          </Link>
          {later <= now && (
            <Link className={buttonClass({ kind: 'line', size: 's' })} to={`${page}?mois=${later}`}>
              {text('cockpit.report.later')}
            </Link>
          )}
        </nav>
        <ReportMail report={report} asked={asked} />
      </div>
    </>
  )
}

function ReportMail({ report, asked }: { report: Report; asked: string }) {
  const text = useText()
  const queries = useQueryClient()
  const set = useMutation({
    mutationFn: (wanted: boolean) =>
      call(setReportMail, { params: { id: report.spaceId }, body: { wanted } }),
    onSuccess: async (_done, wanted) => {
      showToast({ message: text(wanted ? 'cockpit.report.mail_on' : 'cockpit.report.mail_off') })
      await queries.invalidateQueries({ queryKey: keyOf(report.spaceId, asked) })
    },
    onError: (error) => showToast({ message: error.message }),
  })
  if (report.mail === null) return null
  return (
    <Switch
      label={text('cockpit.report.mail')}
      checked={set.isPending ? set.variables : report.mail}
      onChange={(wanted) => set.mutate(wanted)}
    />
  )
}
