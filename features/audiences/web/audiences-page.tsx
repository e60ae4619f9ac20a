import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Pencil, Target, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Await } from '#platform/web/await.tsx'
import { call, Refused } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { Link } from '#platform/web/router.tsx'
import { Button, buttonClass } from '#ui/button.tsx'
import { ConfirmDialog } from '#ui/confirm-dialog.tsx'
import { Empty } from '#ui/empty.tsx'
import { IconButton, iconButtonClass } from '#ui/icon-button.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { ListSkeleton } from '#ui/skeleton.tsx'
import { showToast } from '#ui/toast-store.ts'
import { type Audience, deleteAudience } from '../contract.ts'
import { useAudiences } from './public/audience-data.ts'
import { useRuleWords } from './public/rule-words.ts'
import './audiences.css'

/** The saved audiences of the network, each with how many people it speaks of today. */
export function AudiencesPage() {
  const text = useText()
  const query = useAudiences()
  const [leaving, setLeaving] = useState<Audience | null>(null)
  const remove = useRemoval(() => setLeaving(null))
  const create = (
    <Link to="/publics/creer" className={buttonClass({ kind: 'accent' })}>
      {text('audiences.create')}
    </Link>
  )
  return (
    <>
      <Await query={query} skeleton={<ListSkeleton label={text('platform.loading')} />}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items)
          return (
            <>
              <PageHead
                title={text('audiences.title')}
                lead={text('audiences.lead')}
                actions={items.length > 0 && create}
              />
              {items.length === 0 && (
                <Empty icon={Target} title={text('audiences.empty.title')} action={create}>
                  <p>{text('audiences.empty.why')}</p>
                </Empty>
              )}
              <ul className="list">
                {items.map((audience) => (
                  <AudienceRow key={audience.id} audience={audience} onDelete={() => setLeaving(audience)} />
                ))}
              </ul>
              {query.hasNextPage && (
                <Button onClick={() => void query.fetchNextPage()} busy={query.isFetchingNextPage}>
                  {text('audiences.more')}
                </Button>
              )}
            </>
          )
        }}
      </Await>
      <ConfirmDialog
        open={leaving !== null}
        title={text('audiences.deleteTitle', { name: leaving?.name ?? '' })}
        confirmLabel={text('audiences.deleteConfirm')}
        keepLabel={text('audiences.keep')}
        busy={remove.isPending}
        onConfirm={() => leaving && remove.mutate(leaving)}
        onClose={() => setLeaving(null)}
      >
        <p>{text('audiences.deleteWhy')}</p>
      </ConfirmDialog>
    </>
  )
}

function useRemoval(onEnd: () => void) {
  const text = useText()
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (audience: Audience) => call(deleteAudience, { params: { id: audience.id } }),
    onSuccess: (_done, audience) => {
      showToast({ message: text('audiences.deleted', { name: audience.name }) })
      void queries.invalidateQueries({ queryKey: ['audiences'] })
    },
    onError: (error) =>
      showToast({ message: error instanceof Refused ? error.message : text('platform.unreachable.title') }),
    onSettled: onEnd,
  })
}

function AudienceRow({ audience, onDelete }: { audience: Audience; onDelete: () => void }) {
  const text = useText()
  const words = useRuleWords(audience.rule)
  const uses = audience.uses.map((use) => use.name || text('audiences.privateSpace'))
  return (
    <li className="audience-row">
      <div className="stack stack-1 grow">
        <h2 className="h3">
          <Link to={`/publics/${audience.id}`}>{audience.name}</Link>
        </h2>
        <p>
          <b className="num">{text('audiences.people', { count: audience.count })}</b>
          {audience.withoutEmail > 0 && (
            <span className="ink2">, {text('audiences.withoutEmail', { count: audience.withoutEmail })}</span>
          )}
        </p>
        <p className="sm ink2">{words.join(' · ')}</p>
        <p className="sm mut">
          {uses.length > 0 ? text('audiences.usedBy', { names: uses.join(', ') }) : text('audiences.unused')}
        </p>
      </div>
      <div className="row g1">
        <Link
          to={`/publics/${audience.id}`}
          className={iconButtonClass('plain')}
          aria-label={`${text('audiences.edit')} ${audience.name}`}
        >
          <Pencil className="i" aria-hidden />
        </Link>
        <IconButton icon={Trash2} label={`${text('audiences.delete')} ${audience.name}`} onClick={onDelete} />
      </div>
    </li>
  )
}
