import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Failed } from '#platform/web/await.tsx'
import { call } from '#platform/web/call.ts'
import { useFormat, useText } from '#platform/web/i18n.ts'
import { Link } from '#platform/web/router.tsx'
import { Button } from '#ui/button.tsx'
import { Chip, ChipRow } from '#ui/chip.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { reactionIcons, reactionKinds } from '#ui/reaction-bar.tsx'
import { ListSkeleton } from '#ui/skeleton.tsx'
import { Who } from '#ui/who.tsx'
import { type ReactionCounts, type ReactionKind, readReactors, type Reactor } from '../contract.ts'
import { faceOf, nameOf } from './public/face.ts'

/** Who answered, and with which word. */
export function ReactorsDialog({
  subjectId,
  counts,
  total,
  onClose,
}: {
  subjectId: string
  counts: ReactionCounts
  total: number
  onClose: () => void
}) {
  const text = useText()
  const { number } = useFormat()
  const [kind, setKind] = useState<ReactionKind | null>(null)
  const given = reactionKinds.filter((one) => counts[one] > 0)
  return (
    <Dialog
      open
      onClose={onClose}
      title={text('reactions.who', { count: total })}
      closeLabel={text('platform.close')}
    >
      {given.length > 1 && (
        <ChipRow label={text('reactions.filter')}>
          <Chip pressed={kind === null} onClick={() => setKind(null)}>
            {text('reactions.all')} {number(total)}
          </Chip>
          {given.map((one) => (
            <Chip key={one} pressed={kind === one} icon={reactionIcons[one]} onClick={() => setKind(one)}>
              {text(`reactions.kind.${one}`)} {number(counts[one])}
            </Chip>
          ))}
        </ChipRow>
      )}
      <Reactors key={kind ?? 'all'} subjectId={subjectId} kind={kind} />
    </Dialog>
  )
}

function Reactors({ subjectId, kind }: { subjectId: string; kind: ReactionKind | null }) {
  const text = useText()
  const query = useInfiniteQuery({
    queryKey: ['reactions', subjectId, kind],
    queryFn: ({ pageParam }) =>
      call(readReactors, {
        params: { subjectId },
        query: { ...(kind ? { kind } : {}), ...(pageParam ? { cursor: pageParam } : {}) },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    staleTime: 0,
  })
  if (query.isPending) return <ListSkeleton label={text('platform.loading')} rows={3} />
  if (query.error) return <Failed error={query.error} onRetry={() => void query.refetch()} />
  const people = query.data.pages.flatMap((page) => page.items)
  return (
    <>
      <ul className="list">
        {people.map((person) => (
          <ReactorRow key={person.memberId} person={person} />
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

function ReactorRow({ person }: { person: Reactor }) {
  const text = useText()
  const Glyph = reactionIcons[person.kind]
  return (
    <li className="row sb g2">
      <Who person={faceOf(person, 36)}>
        <Link to={`/personnes/${person.memberId}`}>{nameOf(person)}</Link>
      </Who>
      <span className="row g1 sm ink2 nw">
        <Glyph className="i i--s" aria-hidden />
        {text(`reactions.kind.${person.kind}`)}
      </span>
    </li>
  )
}
