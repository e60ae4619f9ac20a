import { useQuery } from '@tanstack/react-query'
import { Await } from '#platform/web/await.tsx'
import { call } from '#platform/web/call.ts'
import { useFormat, useText } from '#platform/web/i18n.ts'
import { Banner } from '#ui/banner.tsx'
import { type Health, readHealth } from '../contract.ts'

const GIB = 1024 ** 3
const MIB = 1024 ** 2

/** How the installation is: said in words first, then in figures. */
export function HealthFacts() {
  const health = useQuery({ queryKey: ['administration', 'health'], queryFn: () => call(readHealth, {}) })
  return (
    <Await query={health}>
      {(facts) => (
        <div className="stack">
          <Alerts health={facts} />
          <Facts health={facts} />
        </div>
      )}
    </Await>
  )
}

function Alerts({ health }: { health: Health }) {
  const text = useText()
  const alerts = [
    !health.mail.configured && text('administration.health.no_mail'),
    health.mail.bounced > 0 && text('administration.health.bounced', { count: health.mail.bounced }),
    health.jobs.failed > 0 && text('administration.health.jobs_failed', { count: health.jobs.failed }),
    health.files.free !== null && health.files.free < GIB && text('administration.health.disk'),
  ].filter((alert) => alert !== false)
  return alerts.map((alert) => (
    <Banner key={alert} kind="warn">
      {alert}
    </Banner>
  ))
}

function Facts({ health }: { health: Health }) {
  const text = useText()
  const format = useFormat()
  const size = (bytes: number) =>
    bytes >= GIB
      ? text('administration.health.gib', { size: format.number(Math.round((bytes / GIB) * 10) / 10) })
      : text('administration.health.mib', { size: format.number(Math.round(bytes / MIB)) })
  const { people, mail, files, database, jobs } = health
  const facts: [string, string][] = [
    ['version', health.version],
    [
      'people',
      [
        text('administration.health.active', { count: people.active }),
        text('administration.health.expected', { count: people.expected }),
        text('administration.health.closed', { count: people.closed }),
      ].join(', '),
    ],
    [
      'mail',
      mail.configured
        ? text('administration.health.queued', { count: mail.queued })
        : text('administration.health.kept', { count: mail.kept }),
    ],
    [
      'files',
      [
        text('administration.health.files_count', { count: files.count, size: size(files.bytes) }),
        files.free === null ? '' : text('administration.health.files_free', { size: size(files.free) }),
      ]
        .filter(Boolean)
        .join(', '),
    ],
    ['database', `PostgreSQL ${database.version}, ${size(database.bytes)}`],
    ['jobs', text('administration.health.jobs_waiting', { count: jobs.waiting })],
  ]
  return (
    <dl className="facts panel">
      {facts.map(([key, value]) => (
        <div key={key}>
          <dt>{text(`administration.health.label_${key}`)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
