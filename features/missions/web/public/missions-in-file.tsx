import { useInfiniteQuery } from '@tanstack/react-query'
import { Await } from '#platform/web/await.tsx'
import { call } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { SectionHead } from '#ui/section-head.tsx'
import { ListSkeleton } from '#ui/skeleton.tsx'
import { readFileMissions } from '../../contract.ts'
import { MissionList } from '../mission-row.tsx'
import { More } from '../missions-page.tsx'

/** For the file of an ambassador: the missions they took and brought back; a place given back is not there. */
export function MissionsInFile({ ambassadorId }: { programmeId: string; ambassadorId: string }) {
  const text = useText()
  const query = useInfiniteQuery({
    queryKey: ['missions', 'file', ambassadorId],
    queryFn: ({ pageParam, signal }) =>
      call(
        readFileMissions,
        { params: { id: ambassadorId }, query: { limit: 10, ...(pageParam ? { cursor: pageParam } : {}) } },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  })
  return (
    <section className="stack stack-3">
      <SectionHead title={text('missions.title')} />
      <Await query={query} skeleton={<ListSkeleton label={text('platform.loading')} rows={2} />}>
        {({ pages }) => {
          const missions = pages.flatMap((page) => page.items)
          if (missions.length === 0) return <p className="ink2">{text('missions.file.none')}</p>
          return (
            <>
              <MissionList label={text('missions.title')} missions={missions} whole />
              <More query={query} />
            </>
          )
        }}
      </Await>
    </section>
  )
}
