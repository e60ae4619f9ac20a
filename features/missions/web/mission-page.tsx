import { useQueryClient } from '@tanstack/react-query'
import { ExternalLink } from 'lucide-react'
import { RichText } from '#features/comments/web/public/rich-text.tsx'
import { Await } from '#platform/web/await.tsx'
import { call } from '#platform/web/call.ts'
import { useFormat, useText } from '#platform/web/i18n.ts'
import { useOnItsWay, useQuick } from '#platform/web/quick.ts'
import { Link, useParam } from '#platform/web/router.tsx'
import { Banner } from '#ui/banner.tsx'
import { Button, buttonClass } from '#ui/button.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { SectionHead } from '#ui/section-head.tsx'
import { showToast } from '#ui/toast-store.ts'
import { giveBackMission, type Mission, takeMission } from '../contract.ts'
import { DecisionList } from './decision-list.tsx'
import { MissionState } from './mission-row.tsx'
import { missionKey, RETURN, TAKE, TOUCHED, useAct, useMission, useMissionLine } from './missions-data.ts'
import { RelayPanel } from './relay-panel.tsx'
import { ReturnForm } from './return-form.tsx'
import { ReturnsPanel } from './returns-panel.tsx'
import { ShapePanel } from './shape-panel.tsx'
import './missions.css'

export function MissionPage() {
  const query = useMission(useParam('missionId'))
  return <Await query={query}>{(mission) => <OneMission key={mission.id} mission={mission} />}</Await>
}

function OneMission({ mission }: { mission: Mission }) {
  const text = useText()
  const line = useMissionLine()
  return (
    <>
      <PageHead
        eyebrow={
          <Link className="link" to={`/programmes/${mission.programmeId}/missions`}>
            {mission.programmeName}
          </Link>
        }
        title={mission.title}
        lead={`${text(`missions.kind.${mission.kind}`)} · ${line(mission)}`}
        actions={<MissionState mission={mission} whole />}
      />
      <div className="ms-one">
        <div className="stack stack-8 ms-one__main">
          {mission.state === 'cancelled' && (
            <Banner kind="info">
              {text('missions.cancelled')} {mission.why}
            </Banner>
          )}
          {mission.test?.decision?.publishedAt && <DecisionList decision={mission.test.decision} />}
          <section className="stack stack-3" aria-label={text('missions.brief')}>
            <RichText doc={mission.brief} headings={2} />
            {mission.returns && (
              <p>
                <span className="b">{text('missions.toReturnIs')}</span> {mission.returns}
              </p>
            )}
          </section>
          {mission.relay && <RelayPanel mission={mission} relay={mission.relay} />}
          {mission.test && <TestAhead mission={mission} />}
          {mission.can.keep && mission.state !== 'draft' && <ReturnsPanel mission={mission} />}
        </div>
        <div className="stack stack-6 ms-one__side">
          <MyPlace mission={mission} />
          {(mission.can.shape || mission.can.results) && <ShapePanel mission={mission} />}
        </div>
      </div>
    </>
  )
}

/** What will be tried, and who will read it: known before one takes a place. */
function TestAhead({ mission }: { mission: Mission }) {
  const text = useText()
  const { steps = [], team = [] } = mission.test ?? {}
  const names = team.map((one) => `${one.givenName} ${one.familyName}`)
  return (
    <section className="stack stack-3">
      <SectionHead title={text('missions.test.steps', { count: steps.length })} />
      <ol className="ms-steps">
        {steps.map((step) => (
          <li key={step.id}>{step.title}</li>
        ))}
      </ol>
      {names.length > 0 && (
        <p className="sm ink2">{text('missions.test.readBy', { names: names.join(', ') })}</p>
      )}
    </section>
  )
}

function MyPlace({ mission }: { mission: Mission }) {
  const { mine, can } = mission
  const leaving = useOnItsWay<unknown>(RETURN, mission.id).some((one) => one.waits)
  if (leaving) return <Leaving says="missions.return.leaving" />
  if (mine?.returnedAt) return <Returned mission={mission} />
  if (mine && can.return) return <Held mission={mission} />
  if (can.take && mission.kind !== 'relay') return <Take mission={mission} />
  return null
}

/** Kept on this device: what it was, and that nothing is to be done. */
function Leaving({ says }: { says: string }) {
  const text = useText()
  return (
    <section className="panel" aria-label={text('missions.myPlace')}>
      <p role="status">{text(says)}</p>
    </section>
  )
}

function Take({ mission }: { mission: Mission }) {
  const text = useText()
  const queries = useQueryClient()
  const take = useQuick({
    kind: TAKE,
    scope: mission.id,
    endpoint: takeMission,
    input: () => ({ params: { id: mission.id } }),
    label: mission.title,
    touches: TOUCHED,
    arrive: (reply) => queries.setQueryData(missionKey(mission.id), reply),
    says: text('missions.taken'),
  })
  // A place may be scarce: it is asked for, not yet held.
  if (useOnItsWay<unknown>(TAKE, mission.id).some((one) => one.waits))
    return <Leaving says="missions.takeLeaving" />
  return (
    <section className="panel stack stack-3" aria-label={text('missions.myPlace')}>
      <p>{text('missions.takeWhy', { count: mission.minutes })}</p>
      <Button kind="accent" size="l" full busy={take.isPending} onClick={() => take.mutate(undefined)}>
        {text('missions.take')}
      </Button>
    </section>
  )
}

function Held({ mission }: { mission: Mission }) {
  const text = useText()
  const back = useAct(
    () => call(giveBackMission, { params: { id: mission.id } }),
    () => showToast({ message: text('missions.gaveBack') }),
  )
  return (
    <section className="panel stack stack-4" aria-label={text('missions.myPlace')}>
      {mission.kind === 'test' ? (
        <>
          <p>{text('missions.test.start')}</p>
          <Link
            className={buttonClass({ kind: 'accent', size: 'l', full: true })}
            to={`/missions/${mission.id}/tester`}
          >
            {text('missions.test.go')}
          </Link>
        </>
      ) : (
        <ReturnForm mission={mission} />
      )}
      <div className="stack stack-1">
        <Button kind="ghost" busy={back.isPending} onClick={() => back.mutate(undefined)}>
          {text('missions.giveBack')}
        </Button>
        <p className="xs mut">{text('missions.giveBackWhy')}</p>
      </div>
    </section>
  )
}

function Returned({ mission }: { mission: Mission }) {
  const text = useText()
  const format = useFormat()
  const { mine } = mission
  if (!mine?.returnedAt) return null
  return (
    <section className="panel stack stack-3" aria-label={text('missions.myPlace')}>
      <p className="b">{text('missions.returnedOn', { day: format.day(mine.returnedAt) })}</p>
      {mine.words && <p className="ms-said">{mine.words}</p>}
      {mine.link && (
        <p>
          <a className="link" href={mine.link} target="_blank" rel="noreferrer">
            {text('missions.return.seeLink')} <ExternalLink className="i i--s" aria-hidden />
          </a>
        </p>
      )}
      {mine.thankedAt ? (
        <blockquote className="ms-thanks">
          <p className="ms-said">{mine.thanksWords}</p>
          {mine.thankedBy && <p className="sm ink2">{mine.thankedBy}</p>}
        </blockquote>
      ) : (
        <p className="sm ink2">{text('missions.returnedWhy')}</p>
      )}
    </section>
  )
}
