import { useInfiniteQuery } from '@tanstack/react-query'
import { Files } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { call } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { Link, useGo, useSearchParam } from '#platform/web/router.tsx'
import { buttonClass } from '#ui/button.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { PageSkeleton } from '#ui/skeleton.tsx'
import { KINDS, type PostKind, readDrafts } from '../contract.ts'
import { composedOf, type ComposerStart } from './composer-start.ts'
import { localDraft } from './local-drafts.ts'

const ComposerForm = lazy(async () => ({ default: (await import('./composer-form.tsx')).ComposerForm }))
const isKind = (kind: string | null): kind is PostKind => KINDS.includes(kind as PostKind)

/** The composer as a page: `?espace=` where, `?genre=` what, `?brouillon=` going on with a draft. */
export function PublishPage() {
  const text = useText()
  const go = useGo()
  const kind = useSearchParam('genre')
  const spaceId = useSearchParam('espace')
  const draftId = useSearchParam('brouillon')
  const draft = useDraft(draftId)
  const start: ComposerStart = {
    spaceId,
    ...(isKind(kind) ? { kind } : {}),
    ...(draft.found ? { draft: draft.found } : {}),
  }
  return (
    <>
      <PageHead
        title={text('posts.publish')}
        hideTitleOnPhone
        actions={
          <Link to="/brouillons" className={buttonClass({ kind: 'ghost' })}>
            <Files className="i" aria-hidden />
            {text('posts.drafts.title')}
          </Link>
        }
      />
      {draft.reading ? (
        <PageSkeleton label={text('platform.loading')} />
      ) : (
        <Suspense fallback={<PageSkeleton label={text('platform.loading')} />}>
          <ComposerForm
            key={draftId ?? 'new'}
            start={start}
            onDone={() => go(spaceId ? `/espaces/${spaceId}` : '/')}
          />
        </Suspense>
      )}
    </>
  )
}

/** The copy of this device first: it is the latest. Then the server's, page after page. */
function useDraft(id: string | null) {
  const here = id ? localDraft(id) : null
  const query = useInfiniteQuery({
    queryKey: ['posts', 'drafts', 'to-open'],
    queryFn: ({ pageParam }) =>
      call(readDrafts, { query: { limit: 100, ...(pageParam ? { cursor: pageParam } : {}) } }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    enabled: id !== null && here === null,
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
  })
  if (here) return { reading: false, found: { id: here.id, spaceId: here.spaceId, content: here.content } }
  const draft = query.data?.pages.flatMap((page) => page.items).find((one) => one.id === id)
  const found = draft ? { id: draft.id, spaceId: draft.spaceId, content: composedOf(draft.content) } : null
  return { reading: id !== null && query.isPending, found }
}
