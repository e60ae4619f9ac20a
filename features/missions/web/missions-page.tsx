import { Compass, FlaskConical, FolderOpen, Plus } from 'lucide-react'
import type { Programme } from '#features/programme/contract.ts'
import { Await } from '#platform/web/await.tsx'
import { Refused } from '#platform/web/call.ts'
import { useFormat, useText } from '#platform/web/i18n.ts'
import { Link, useParam, useSearchParam } from '#platform/web/router.tsx'
import { Badge } from '#ui/badge.tsx'
import { Button, buttonClass } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { SectionHead } from '#ui/section-head.tsx'
import { Tabs } from '#ui/tabs.tsx'
import { MissionList } from './mission-row.tsx'
import { useMissions, useProgrammeOf, useTestsRead, type View } from './missions-data.ts'

/** What I have taken, what I may take, what is behind me; everything for those who shape. */
export function MissionsPage() {
  const programmeId = useParam('id')
  const query = useProgrammeOf(programmeId)
  return <Await query={query}>{(programme) => <Missions key={programme.id} programme={programme} />}</Await>
}

/** Those for whom there is something here: a nomination not yet answered opens nothing. */
const TAKING: ReadonlySet<string> = new Set(['onboarding', 'active', 'paused', 'handing_over', 'alumni'])

const VIEWS = ['mine', 'past', 'all'] as const

function Missions({ programme }: { programme: Programme }) {
  const text = useText()
  const asked = useSearchParam('vue')
  const { can } = programme
  const mine = programme.mine !== null && TAKING.has(programme.mine.state)
  const wide = can.shape || can.keep
  const fallback = wide && !mine ? 'all' : 'mine'
  const view = VIEWS.find((one) => one === asked && (one !== 'all' || wide)) ?? fallback
  const address = `/programmes/${programme.id}/missions`
  const tabs = VIEWS.filter((one) => (one === 'all' ? wide : mine || !wide))
  return (
    <>
      <PageHead
        eyebrow={
          <Link className="link" to={`/programmes/${programme.id}`}>
            {programme.name}
          </Link>
        }
        title={text('missions.title')}
        lead={text(wide && view === 'all' ? 'missions.leadShape' : 'missions.lead')}
        actions={
          can.shape && (
            <Link className={buttonClass({ kind: 'accent' })} to={`${address}/creer`}>
              <Plus className="i" aria-hidden />
              {text('missions.create')}
            </Link>
          )
        }
      />
      {(mine || wide) && tabs.length > 1 && (
        <Tabs label={text('missions.views')}>
          {tabs.map((one) => (
            <Link
              key={one}
              to={`${address}?vue=${one}`}
              className="tab"
              aria-current={one === view ? 'page' : undefined}
            >
              {text(`missions.view.${one}`)}
            </Link>
          ))}
        </Tabs>
      )}
      <TestsRead programmeId={programme.id} />
      {view !== 'mine' ? (
        <Whole programmeId={programme.id} view={view} />
      ) : mine || wide ? (
        <ForMe programmeId={programme.id} />
      ) : (
        <NotServing programmeId={programme.id} />
      )}
    </>
  )
}

/** Somebody on the team of a test reads what came back, with or without a role in the programme. */
function TestsRead({ programmeId }: { programmeId: string }) {
  const text = useText()
  const format = useFormat()
  const query = useTestsRead(programmeId)
  return (
    <Await query={query}>
      {({ items }) => {
        if (items.length === 0) return null
        return (
          <section className="stack stack-3 ms-page" aria-labelledby="ms-read">
            <SectionHead
              id="ms-read"
              title={text('missions.read.title', { count: items.length })}
              note={text('missions.read.why')}
            />
            <ul className="list ms-list">
              {items.map((one) => (
                <li key={one.id}>
                  <Link to={`/missions/${one.id}/resultats`} className="ms-row">
                    <span className="ms-row__i">
                      <FlaskConical className="i" aria-hidden />
                    </span>
                    <span className="grow ms-row__t">
                      <span className="b">{one.title}</span>
                      {one.dueOn && (
                        <span className="sm ink2">
                          {text('missions.line.before', { day: format.shortDay(`${one.dueOn}T12:00:00Z`) })}
                        </span>
                      )}
                    </span>
                    <Badge kind={one.decided ? 'ok' : 'info'}>
                      {text(one.decided ? 'missions.read.decided' : `missions.state.${one.state}`)}
                    </Badge>
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        )
      }}
    </Await>
  )
}

function NotServing({ programmeId }: { programmeId: string }) {
  const text = useText()
  return (
    <Empty
      icon={Compass}
      title={text('missions.none.notServing')}
      action={
        <Link className={buttonClass({ kind: 'primary' })} to={`/programmes/${programmeId}`}>
          {text('missions.none.programme')}
        </Link>
      }
    >
      <p>{text('missions.none.notServingWhy')}</p>
    </Empty>
  )
}

function ForMe({ programmeId }: { programmeId: string }) {
  const text = useText()
  const taken = useMissions(programmeId, 'mine')
  const open = useMissions(programmeId, 'open')
  // At the door still, or no longer in: said once, with the way to the programme.
  if (taken.error instanceof Refused && taken.error.status === 403)
    return <NotServing programmeId={programmeId} />
  return (
    <div className="stack stack-8 ms-page">
      <Await query={taken}>
        {({ pages }) => {
          const missions = pages.flatMap((page) => page.items)
          if (missions.length === 0) return null
          return (
            <section className="stack stack-3">
              <SectionHead title={text('missions.mine', { count: missions.length })} />
              <MissionList label={text('missions.view.mine')} missions={missions} />
            </section>
          )
        }}
      </Await>
      <Await query={open}>
        {({ pages }) => {
          const missions = pages.flatMap((page) => page.items)
          if (missions.length === 0)
            return (
              <Empty icon={Compass} title={text('missions.none.title')}>
                <p>{text('missions.none.why')}</p>
              </Empty>
            )
          return (
            <section className="stack stack-3">
              <SectionHead title={text('missions.open', { count: missions.length })} />
              <MissionList label={text('missions.openLabel')} missions={missions} />
              <More query={open} />
            </section>
          )
        }}
      </Await>
    </div>
  )
}

function Whole({ programmeId, view }: { programmeId: string; view: View }) {
  const text = useText()
  const query = useMissions(programmeId, view)
  return (
    <div className="ms-page">
      <Await query={query}>
        {({ pages }) => {
          const missions = pages.flatMap((page) => page.items)
          if (missions.length === 0)
            return (
              <Empty icon={FolderOpen} title={text(`missions.empty.${view}.title`)}>
                <p>{text(`missions.empty.${view}.why`)}</p>
              </Empty>
            )
          return (
            <div className="stack stack-4">
              <MissionList label={text(`missions.view.${view}`)} missions={missions} whole={view === 'all'} />
              <More query={query} />
            </div>
          )
        }}
      </Await>
    </div>
  )
}

/** The next page of a list, at a press. */
export function More({
  query,
}: {
  query: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown }
}) {
  const text = useText()
  if (!query.hasNextPage) return null
  return (
    <Button kind="line" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
      {text('platform.more')}
    </Button>
  )
}
