import { Await } from '#platform/web/await.tsx'
import { useText } from '#platform/web/i18n.ts'
import { Link } from '#platform/web/router.tsx'
import { SectionHead } from '#ui/section-head.tsx'
import { ListSkeleton } from '#ui/skeleton.tsx'
import { MissionList } from '../mission-row.tsx'
import { useMissions, useProgrammeOf } from '../missions-data.ts'

const SHOWN = 3

/** For my page in a programme: what I hold, else what I might take. */
export function MyMissions({ programmeId }: { programmeId: string }) {
  const programme = useProgrammeOf(programmeId)
  const { mine, can } = programme.data ?? {}
  // Those at the door, and members who do not serve, have none.
  const serving = mine != null && ['onboarding', 'active', 'paused', 'handing_over'].includes(mine.state)
  if (!serving && !can?.shape && !can?.keep) return null
  return <Mine programmeId={programmeId} />
}

function Mine({ programmeId }: { programmeId: string }) {
  const text = useText()
  const taken = useMissions(programmeId, 'mine')
  const open = useMissions(programmeId, 'open')
  const all = (
    <Link className="more" to={`/programmes/${programmeId}/missions`}>
      {text('missions.seeAll')}
    </Link>
  )
  return (
    <section className="stack stack-3">
      <SectionHead title={text('missions.title')} more={all} />
      <Await query={taken} skeleton={<ListSkeleton label={text('platform.loading')} rows={2} />}>
        {(held) => {
          const mine = held.pages.flatMap((page) => page.items)
          const others = open.data?.pages.flatMap((page) => page.items) ?? []
          const shown = [...mine, ...others].slice(0, Math.max(SHOWN, mine.length))
          if (shown.length === 0) return <p className="ink2">{text('missions.none.title')}</p>
          return (
            <>
              <p className="ink2">
                {mine.length > 0
                  ? text('missions.mine', { count: mine.length })
                  : text('missions.open', { count: others.length })}
              </p>
              <MissionList label={text('missions.title')} missions={shown} />
            </>
          )
        }}
      </Await>
    </section>
  )
}
