import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { Files, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Ago } from '#features/reactions/web/public/ago.tsx'
import { useMySpaces } from '#features/spaces/web/public/my-spaces.ts'
import { excerpt } from '#platform/contract/rich-text.ts'
import { Failed } from '#platform/web/await.tsx'
import { call } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { Link } from '#platform/web/router.tsx'
import { Button, buttonClass } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { ListSkeleton } from '#ui/skeleton.tsx'
import { showToast } from '#ui/toast-store.ts'
import { type Draft, dropDraft, keepDraft, readDrafts } from '../contract.ts'
import { composedOf } from './composer-start.ts'
import { dropLocalDraft, localDrafts } from './local-drafts.ts'
import { kindIcons } from './post-kind.ts'
import './posts.css'

export const draftsKey = ['posts', 'drafts'] as const

/** What I began to write: on the server, and what only this device has. */
export function DraftsPage() {
  const text = useText()
  const [here, setHere] = useState(localDrafts)
  const query = useInfiniteQuery({
    queryKey: draftsKey,
    queryFn: ({ pageParam }) => call(readDrafts, { query: pageParam ? { cursor: pageParam } : {} }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    staleTime: 0,
  })
  const kept = query.data?.pages.flatMap((page) => page.items) ?? []
  const onlyHere: Draft[] = here
    .filter((local) => !kept.some((draft) => draft.id === local.id))
    .map((local) => ({ ...local, content: { ...local.content } }))
  const drafts = [...onlyHere, ...kept]
  const remove = useRemove(() => setHere(localDrafts()))
  return (
    <>
      <PageHead title={text('posts.drafts.title')} lead={text('posts.drafts.lead')} hideTitleOnPhone />
      {query.isPending && <ListSkeleton label={text('platform.loading')} rows={3} />}
      {query.error && <Failed error={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && drafts.length === 0 && (
        <Empty
          icon={Files}
          title={text('posts.drafts.empty')}
          action={
            <Link to="/publier" className={buttonClass({ kind: 'primary' })}>
              {text('posts.publish')}
            </Link>
          }
        >
          {text('posts.drafts.why')}
        </Empty>
      )}
      <ul className="list arr drafts">
        {drafts.map((draft) => (
          <DraftRow key={draft.id} draft={draft} onRemove={() => void remove(draft)} />
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

function DraftRow({ draft, onRemove }: { draft: Draft; onRemove: () => void }) {
  const text = useText()
  const spaces = useMySpaces()
  const content = composedOf(draft.content)
  const Glyph = kindIcons[content.kind]
  const space = spaces.find((one) => one.id === draft.spaceId)
  const words = content.title || excerpt(content.body, 100) || text(`posts.kind.${content.kind}`)
  return (
    <li>
      <Link className="row g3 grow quiet" to={`/publier?brouillon=${draft.id}`}>
        <Glyph className="i" aria-hidden />
        <span className="grow">
          <b>{words}</b>
          <span className="who__m check__h">
            {space && `${space.name} · `}
            <Ago at={draft.updatedAt} />
          </span>
        </span>
      </Link>
      <IconButton icon={Trash2} label={text('posts.drafts.remove', { words })} onClick={onRemove} />
    </li>
  )
}

/** Gone at once; "Annuler" brings it back for a few seconds. */
function useRemove(onChange: () => void) {
  const text = useText()
  const queries = useQueryClient()
  const again = () => queries.invalidateQueries({ queryKey: draftsKey })
  return async (draft: Draft) => {
    try {
      dropLocalDraft(draft.id)
      await call(dropDraft, { params: { id: draft.id } })
      onChange()
      await again()
      showToast({
        message: text('posts.drafts.removed'),
        action: {
          label: text('platform.cancel'),
          onAct: () =>
            void call(keepDraft, {
              params: { id: draft.id },
              body: { spaceId: draft.spaceId, content: draft.content },
            }).then(again),
        },
      })
    } catch (error) {
      if (error instanceof Error) showToast({ message: error.message })
    }
  }
}
