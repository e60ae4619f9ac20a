import { useMutation, useQueryClient } from '@tanstack/react-query'
import { DoorOpen, Ellipsis, Lock, LogOut, UsersRound, EyeOff } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { joinSpace, leaveSpace, type Space } from '#features/spaces/contract.ts'
import { mySpacesKey } from '#features/spaces/web/public/my-spaces.ts'
import { call, fileUrl } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { Link, useGo } from '#platform/web/router.tsx'
import { Badge } from '#ui/badge.tsx'
import { Button, buttonClass } from '#ui/button.tsx'
import { ConfirmDialog } from '#ui/confirm-dialog.tsx'
import type { Icon } from '#ui/icon.tsx'
import { Menu } from '#ui/menu.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { showToast } from '#ui/toast-store.ts'

const SeatsDialog = lazy(async () => ({ default: (await import('./seats-dialog.tsx')).SeatsDialog }))

export const spaceKey = (id: string) => ['spaces', 'one', id] as const
const doors: Record<Space['openness'], Icon> = { open: DoorOpen, closed: Lock, secret: EyeOff }

const said = (error: unknown) => void (error instanceof Error && showToast({ message: error.message }))

/** What this space is, who is in it, and the door. */
export function SpaceHead({ space }: { space: Space }) {
  const text = useText()
  const [members, setMembers] = useState(false)
  return (
    <>
      {space.coverFileId && (
        <img className="art spacehead__i" src={fileUrl(space.coverFileId, 'w1280')} alt="" />
      )}
      <PageHead
        title={space.name}
        lead={space.description || undefined}
        eyebrow={space.parentId && <ParentLink id={space.parentId} />}
        actions={<Door space={space} />}
      />
      <div className="row wrap g3 spacehead__f">
        <Badge icon={doors[space.openness]}>{text(`spaces.openness.${space.openness}`)}</Badge>
        <button type="button" className="row g1 sm link" onClick={() => setMembers(true)}>
          <UsersRound className="i i--s" aria-hidden />
          {text('posts.space.members', { count: space.seats })}
        </button>
        {space.kind === 'community' && (
          <Link className="sm link" to={`/communautes/${space.id}`}>
            {text('posts.space.community')}
          </Link>
        )}
        {space.can.leave && <Leave space={space} />}
      </div>
      {members && (
        <Suspense>
          <SeatsDialog space={space} onClose={() => setMembers(false)} />
        </Suspense>
      )}
    </>
  )
}

function ParentLink({ id }: { id: string }) {
  const text = useText()
  return (
    <Link className="sm link" to={`/espaces/${id}`}>
      {text('posts.space.parent')}
    </Link>
  )
}

function Door({ space }: { space: Space }) {
  const text = useText()
  const queries = useQueryClient()
  const join = useMutation({
    mutationFn: () => call(joinSpace, { params: { id: space.id } }),
    onSuccess: (fresh) => {
      queries.setQueryData(spaceKey(space.id), fresh)
      void queries.invalidateQueries({ queryKey: mySpacesKey })
      void queries.invalidateQueries({ queryKey: ['posts'] })
      showToast({ message: text('posts.space.joined', { name: space.name }) })
    },
    onError: said,
  })
  if (space.can.join)
    return (
      <Button kind="primary" busy={join.isPending} onClick={() => join.mutate()}>
        {text('posts.space.join')}
      </Button>
    )
  if (space.role === null)
    return (
      <Link className={buttonClass()} to={`/communautes/${space.parentId ?? space.id}`}>
        {text('posts.space.how_to_enter')}
      </Link>
    )
  return null
}

function Leave({ space }: { space: Space }) {
  const text = useText()
  const go = useGo()
  const queries = useQueryClient()
  const [asking, setAsking] = useState(false)
  const leave = useMutation({
    mutationFn: () => call(leaveSpace, { params: { id: space.id } }),
    onSuccess: () => {
      showToast({ message: text('posts.space.left', { name: space.name }) })
      go('/')
      queries.removeQueries({ queryKey: spaceKey(space.id) })
      void queries.invalidateQueries({ queryKey: mySpacesKey })
      void queries.invalidateQueries({ queryKey: ['posts'] })
    },
    onError: said,
    onSettled: () => setAsking(false),
  })
  return (
    <>
      <Menu
        label={text('posts.space.actions')}
        buttonLabel={text('posts.space.actions')}
        align="end"
        items={[
          { key: 'leave', icon: LogOut, label: text('posts.space.leave'), onSelect: () => setAsking(true) },
        ]}
      >
        <Ellipsis className="i" aria-hidden />
      </Menu>
      <ConfirmDialog
        open={asking}
        title={text('posts.space.leave_ask', { name: space.name })}
        confirmLabel={text('posts.space.leave')}
        keepLabel={text('posts.space.stay')}
        busy={leave.isPending}
        onConfirm={() => leave.mutate()}
        onClose={() => setAsking(false)}
      >
        {text(space.openness === 'open' ? 'posts.space.leave_open' : 'posts.space.leave_closed')}
      </ConfirmDialog>
    </>
  )
}
