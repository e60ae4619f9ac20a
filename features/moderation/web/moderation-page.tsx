import { useInfiniteQuery } from '@tanstack/react-query'
import { ShieldCheck } from 'lucide-react'
import { useMySpaces } from '#features/spaces/web/public/my-spaces.ts'
import { Failed } from '#platform/web/await.tsx'
import { call } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { Link, useGo, useSearchParam } from '#platform/web/router.tsx'
import { Button } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { ListSkeleton } from '#ui/skeleton.tsx'
import { Tabs } from '#ui/tabs.tsx'
import { readCases } from '../contract.ts'
import { CaseItem } from './case-item.tsx'
import { moderationKey } from './public/moderation-desk.tsx'
import './moderation.css'

const addressOf = (state: string, spaceId: string | null) => {
  const query = new URLSearchParams({
    ...(state === 'settled' ? { vue: 'settled' } : {}),
    ...(spaceId ? { espace: spaceId } : {}),
  }).toString()
  return query ? `/moderation?${query}` : '/moderation'
}

/** What was reported in the spaces I moderate. */
export function ModerationPage() {
  const text = useText()
  const go = useGo()
  const state = useSearchParam('vue') === 'settled' ? 'settled' : 'open'
  const spaceId = useSearchParam('espace')
  const spaces = useMySpaces().filter((space) => space.can.moderate)
  const query = useInfiniteQuery({
    queryKey: [...moderationKey, 'cases', state, spaceId],
    queryFn: ({ pageParam }) =>
      call(readCases, {
        query: { state, ...(spaceId ? { spaceId } : {}), ...(pageParam ? { cursor: pageParam } : {}) },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  })
  const cases = query.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <>
      <PageHead title={text('moderation.title')} lead={text('moderation.lead')} hideTitleOnPhone />
      {spaces.length > 1 && (
        <div className="mod__s">
          <SelectField
            label={text('moderation.space')}
            value={spaceId ?? ''}
            placeholder={text('moderation.every_space')}
            options={spaces.map((space) => ({ value: space.id, label: space.name }))}
            onChange={(event) => go(addressOf(state, event.target.value || null))}
          />
        </div>
      )}
      <Tabs label={text('moderation.filter')} className="fil__tabs">
        {(['open', 'settled'] as const).map((one) => (
          <Link
            key={one}
            className="tab"
            to={addressOf(one, spaceId)}
            aria-current={one === state ? 'page' : undefined}
          >
            {text(`moderation.state.${one}`)}
          </Link>
        ))}
      </Tabs>
      {query.isPending && <ListSkeleton label={text('platform.loading')} rows={4} />}
      {query.error && cases.length === 0 && (
        <Failed error={query.error} onRetry={() => void query.refetch()} />
      )}
      {query.isSuccess && cases.length === 0 && (
        <Empty icon={ShieldCheck} title={text(`moderation.empty.${state}`)}>
          {text(`moderation.empty.${state}_why`)}
        </Empty>
      )}
      <ul className="list mods">
        {cases.map((one) => (
          <CaseItem key={one.subjectId} facts={one} />
        ))}
      </ul>
      {query.hasNextPage && (
        <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {text('platform.more')}
        </Button>
      )}
    </>
  )
}
