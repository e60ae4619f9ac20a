import {
  Bookmark,
  BookmarkX,
  Ellipsis,
  History,
  Link2,
  MessageCircleOff,
  MessageCircle,
  Pencil,
  Pin,
  PinOff,
  Share2,
  Trash2,
} from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { nameOf } from '#features/reactions/web/public/face.ts'
import { useSubjectEntries } from '#features/reactions/web/public/subject-menu.ts'
import { useText } from '#platform/web/i18n.ts'
import { useMe } from '#platform/web/me.ts'
import { ConfirmDialog } from '#ui/confirm-dialog.tsx'
import { Menu, type MenuItem } from '#ui/menu.tsx'
import { showToast } from '#ui/toast-store.ts'
import type { Post } from '../contract.ts'
import { LazyComposer } from './lazy-composer.tsx'
import { usePostActs } from './use-post-acts.ts'

const RevisionsDialog = lazy(async () => ({
  default: (await import('./revisions-dialog.tsx')).RevisionsDialog,
}))

type Window = 'revise' | 'history' | 'withdraw' | null

/** Everything that can be done with a post, beyond answering it. */
export function PostMenu({
  post,
  onShare,
  onGone,
}: {
  post: Post
  onShare: (() => void) | null
  onGone?: () => void
}) {
  const text = useText()
  const [open, setOpen] = useState<Window>(null)
  const acts = usePostActs(post)
  const items = useItems(post, { onShare, open: setOpen })
  const close = () => setOpen(null)
  const withdraw = () => {
    close()
    void acts.withdraw().then((done) => done && onGone?.())
  }
  const name = post.author ? nameOf(post.author) : text('comments.gone')
  return (
    <>
      <Menu
        label={text('posts.actions')}
        buttonLabel={text('posts.actions_of', { name })}
        align="end"
        items={items}
      >
        <Ellipsis className="i" aria-hidden />
      </Menu>
      {open === 'revise' && <LazyComposer start={{ revised: post }} onClose={close} />}
      {open === 'history' && (
        <Suspense>
          <RevisionsDialog post={post} onClose={close} />
        </Suspense>
      )}
      <ConfirmDialog
        open={open === 'withdraw'}
        title={text('posts.withdraw_ask')}
        confirmLabel={text('posts.withdraw')}
        keepLabel={text('platform.cancel')}
        onConfirm={withdraw}
        onClose={close}
      >
        {text('posts.withdraw_why')}
      </ConfirmDialog>
    </>
  )
}

function useItems(
  post: Post,
  { onShare, open }: { onShare: (() => void) | null; open: (window: Window) => void },
) {
  const text = useText()
  const me = useMe()
  const acts = usePostActs(post)
  const entriesOf = useSubjectEntries()
  const mine = post.author?.id === me.id
  const copy = () =>
    void navigator.clipboard
      .writeText(`${location.origin}/publications/${post.id}`)
      .then(() => showToast({ message: text('posts.link_copied') }))
  const added = entriesOf({
    kind: 'post',
    id: post.id,
    spaceId: post.spaceId,
    mine,
    hidden: post.hidden,
    moderate: post.can.moderate,
    authorName: post.author ? nameOf(post.author) : text('comments.gone'),
  })
  const items: (MenuItem | false)[] = [
    {
      key: 'save',
      icon: post.saved ? BookmarkX : Bookmark,
      label: text(post.saved ? 'posts.unsave' : 'posts.save'),
      onSelect: () => void acts.save(!post.saved),
    },
    onShare !== null && { key: 'share', icon: Share2, label: text('posts.share'), onSelect: onShare },
    { key: 'link', icon: Link2, label: text('posts.copy_link'), onSelect: copy },
    post.can.revise && {
      key: 'revise',
      icon: Pencil,
      label: text('posts.revise'),
      separatorBefore: true,
      onSelect: () => open('revise'),
    },
    post.editedAt !== null &&
      (mine || post.can.moderate) && {
        key: 'history',
        icon: History,
        label: text('posts.history'),
        onSelect: () => open('history'),
      },
    post.can.pin && {
      key: 'pin',
      icon: post.pinned ? PinOff : Pin,
      label: text(post.pinned ? 'posts.unpin' : 'posts.pin'),
      onSelect: () => void acts.pin(!post.pinned),
    },
    post.can.closeComments && {
      key: 'close',
      icon: post.commentsClosed ? MessageCircle : MessageCircleOff,
      label: text(post.commentsClosed ? 'posts.open_comments' : 'posts.close_comments'),
      onSelect: () => void acts.close(!post.commentsClosed),
    },
    ...added.map((entry, index) => ({ ...entry, separatorBefore: index === 0 })),
    post.can.withdraw && {
      key: 'withdraw',
      icon: Trash2,
      label: text('posts.withdraw'),
      danger: true,
      separatorBefore: added.length === 0,
      onSelect: () => open('withdraw'),
    },
  ]
  return items.filter((item) => item !== false)
}
