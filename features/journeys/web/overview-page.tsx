import { Await } from '#platform/web/await.tsx'
import { useFormat, useText } from '#platform/web/i18n.ts'
import { Link, useParam } from '#platform/web/router.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { Empty } from '#ui/empty.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { SectionHead } from '#ui/section-head.tsx'
import { Who } from '#ui/who.tsx'
import type { Overview } from '../contract.ts'
import { faceOf, nameOf } from './faces.ts'
import { useOverview } from './journey-data.ts'
import { KeeperTabs } from './keeper-tabs.tsx'
import './journeys.css'

/** Where people stall: counts for those who animate, names for those who keep the programme. */
export function OverviewPage() {
  const programmeId = useParam('id')
  const query = useOverview(programmeId)
  return <Await query={query}>{(overview) => <Page overview={overview} />}</Await>
}

function Page({ overview }: { overview: Overview }) {
  const text = useText()
  const format = useFormat()
  const { underWay, complete, medianDays, steps, programmeId } = overview
  const facts = [
    underWay === null
      ? text('journeys.overview.few')
      : text('journeys.overview.underWay', { count: underWay }),
    medianDays !== null && complete !== null
      ? text('journeys.overview.median', {
          count: complete,
          days: format.number(Math.round(medianDays)),
        })
      : '',
  ].filter(Boolean)
  const stalled = steps.filter((step) => step.people.length > 0)
  return (
    <>
      <PageHead
        eyebrow={<Link to={`/programmes/${programmeId}`}>{overview.programme}</Link>}
        title={text('journeys.overview.title')}
        lead={facts.join(' ')}
      />
      <KeeperTabs programmeId={programmeId} current="overview" />
      {steps.length === 0 ? (
        <Empty
          title={text('journeys.noSteps')}
          action={
            overview.can.shape && (
              <Link className="btn btn--accent" to={`/programmes/${programmeId}/parcours/regler`}>
                {text('journeys.tabs.edit')}
              </Link>
            )
          }
        >
          <p>{text('journeys.overview.noStepsWhy')}</p>
        </Empty>
      ) : (
        <div className="stack stack-10 jrn">
          {overview.can.keep && (
            <section aria-labelledby="stalled" className="stack stack-4">
              <SectionHead
                id="stalled"
                title={text('journeys.overview.stalled')}
                note={text('journeys.overview.stalledNote')}
              />
              {stalled.length === 0 && <p>{text('journeys.overview.nobody')}</p>}
              {stalled.map((step) => (
                <div key={step.id} className="stack stack-2">
                  <h3 className="h4">{step.title}</h3>
                  <ul className="list ppl">
                    {step.people.map(({ ambassadorId, person, dueAt }) => (
                      <li key={ambassadorId}>
                        <Who
                          person={{ ...faceOf(person), size: 40 }}
                          meta={[
                            person.site,
                            dueAt && text('journeys.wasDue', { day: format.shortDay(dueAt) }),
                          ]
                            .filter(Boolean)
                            .join(' · ')}
                        >
                          <Link to={`/programmes/${programmeId}/ambassadeurs/${ambassadorId}`}>
                            {nameOf(person)}
                          </Link>
                        </Who>
                      </li>
                    ))}
                  </ul>
                </div>
              ))}
            </section>
          )}
          <section>
            <SectionHead title={text('journeys.overview.steps')} />
            <DataTable
              caption={text('journeys.overview.steps')}
              columns={[
                {
                  key: 'title',
                  head: text('journeys.overview.step'),
                  cell: (step) => step.title,
                  rowHead: true,
                },
                {
                  key: 'waiting',
                  head: text('journeys.overview.waiting'),
                  cell: (step) => (step.waiting === null ? '–' : format.number(step.waiting)),
                  figure: true,
                },
                {
                  key: 'stalled',
                  head: text('journeys.overview.late'),
                  cell: (step) => (step.stalled === null ? '–' : format.number(step.stalled)),
                  figure: true,
                },
              ]}
              rows={steps}
              rowKey={(step) => step.id}
            />
            {!overview.can.keep && steps.some((step) => step.waiting === null) && (
              <p className="sm ink2">{text('journeys.overview.silent')}</p>
            )}
          </section>
        </div>
      )}
    </>
  )
}
