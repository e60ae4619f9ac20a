import { EyeOff, Pin } from 'lucide-react'
import { lazy, type ReactNode, Suspense, useRef, useState } from 'react'
import { AuthorLine } from '#features/comments/web/public/author-line.tsx'
import { RichText } from '#features/comments/web/public/rich-text.tsx'
import { Ago } from '#features/reactions/web/public/ago.tsx'
import { nameOf } from '#features/reactions/web/public/face.ts'
import { plainText } from '#platform/contract/rich-text.ts'
import { useText } from '#platform/web/i18n.ts'
import { Link } from '#platform/web/router.tsx'
import { Badge } from '#ui/badge.tsx'
import { classNames } from '#ui/class-names.ts'
import { PostFrame } from '#ui/post-frame.tsx'
import type { Post } from '../../contract.ts'
import { PostAnswers } from '../post-answers.tsx'
import { PostFiles } from '../post-files.tsx'
import { kindIcons } from '../post-kind.ts'
import { KudosFaces, KudosWords } from '../post-kudos.tsx'
import { PostMenu } from '../post-menu.tsx'
import { PostPoll } from '../post-poll.tsx'
import { PostPractice } from '../post-practice.tsx'
import { PostReactions } from '../post-reactions.tsx'
import { PostShared } from '../post-shared.tsx'
import { useInView } from '../use-in-view.ts'
import '../posts.css'

const ShareDialog = lazy(async () => ({ default: (await import('../share-dialog.tsx')).ShareDialog }))
const LONG = 900

/** One post: who, what, and how people answered. `whole` on its own page, else as in a feed. */
export function PostCard({
  post,
  whole = false,
  showSpace = true,
  seenFirst = false,
  onRead,
  onGone,
}: {
  post: Post
  whole?: boolean
  showSpace?: boolean
  /** On the first screen: its photo does not wait. */
  seenFirst?: boolean
  onRead?: (post: Post) => void
  onGone?: () => void
}) {
  const text = useText()
  const place = useRef<HTMLDivElement>(null)
  const { near } = useInView(place, () => onRead?.(post))
  const [sharing, setSharing] = useState(false)
  const name = post.author ? nameOf(post.author) : text('comments.gone')
  const kudos = post.kind === 'kudos'
  const share = post.hidden ? null : () => setSharing(true)
  return (
    <PostFrame
      id={`p-${post.id}`}
      label={text(`posts.label.${post.kind}`, { name })}
      celebrate={kudos}
      head={
        kudos ? (
          <KudosFaces post={post} />
        ) : (
          <AuthorLine author={post.author} meta={<Meta post={post} showSpace={showSpace} />} />
        )
      }
      {...(post.kind === 'message' || kudos
        ? {}
        : { kind: { icon: kindIcons[post.kind], label: text(`posts.kind.${post.kind}`) } })}
      menu={<PostMenu post={post} onShare={share} {...(onGone ? { onGone } : {})} />}
      title={post.title ? <Title post={post} whole={whole} /> : null}
      titleLevel={whole ? 1 : 2}
      reactions={<PostReactions post={post} onShare={share} />}
      comments={<PostAnswers post={post} whole={whole} near={near} />}
    >
      <div ref={place}>
        {!post.title && <Named whole={whole}>{text(`posts.label.${post.kind}`, { name })}</Named>}
        <Marks post={post} />
        {kudos ? <KudosWords post={post} /> : <Words post={post} whole={whole} />}
        {kudos && (
          <p className="sm mut">
            <Meta post={post} showSpace={showSpace} bare />
          </p>
        )}
        <PostFiles attachments={post.attachments} seenFirst={seenFirst} />
        {post.practice && <PostPractice post={post} practice={post.practice} />}
        {post.poll && <PostPoll post={post} poll={post.poll} />}
        {post.shared && <PostShared shared={post.shared} />}
      </div>
      {sharing && (
        <Suspense>
          <ShareDialog post={post} onClose={() => setSharing(false)} />
        </Suspense>
      )}
    </PostFrame>
  )
}

/** Without a title of its own, a post is still found by its heading. */
function Named({ whole, children }: { whole: boolean; children: ReactNode }) {
  return whole ? <h1 className="vh">{children}</h1> : <h2 className="vh">{children}</h2>
}

function Title({ post, whole }: { post: Post; whole: boolean }): ReactNode {
  return whole ? post.title : <Link to={`/publications/${post.id}`}>{post.title}</Link>
}

/** Job and site, when, and in which space. */
function Meta({ post, showSpace, bare }: { post: Post; showSpace: boolean; bare?: boolean }) {
  const text = useText()
  const where = bare ? '' : [post.author?.job, post.author?.site].filter(Boolean).join(', ')
  return (
    <>
      {where && `${where} · `}
      <Link className="quiet" to={`/publications/${post.id}`}>
        <Ago at={post.publishedAt} />
      </Link>
      {showSpace && (
        <>
          {' · '}
          <Link className="quiet" to={`/espaces/${post.spaceId}`}>
            {post.spaceName}
          </Link>
        </>
      )}
      {post.editedAt && ` · ${text('posts.edited')}`}
    </>
  )
}

function Marks({ post }: { post: Post }) {
  const text = useText()
  if (!post.pinned && !post.hidden) return null
  return (
    <p className="post__f">
      {post.pinned && <Badge icon={Pin}>{text('posts.pinned')}</Badge>}
      {post.hidden && (
        <Badge kind="warn" icon={EyeOff}>
          {text('posts.hidden')}
        </Badge>
      )}
    </p>
  )
}

/** A long text is cut in a feed: the next post must not be a day's walk away. */
function Words({ post, whole }: { post: Post; whole: boolean }) {
  const text = useText()
  const [all, setAll] = useState(whole)
  const said = plainText(post.body)
  if (!said) return null
  const cut = !all && said.length > LONG
  return (
    <>
      <div className={classNames('post__t', cut && 'post__cut')}>
        <RichText doc={post.body} headings={whole ? 2 : 3} />
      </div>
      {cut && (
        <button type="button" className="more" onClick={() => setAll(true)}>
          {text('posts.read_on')}
        </button>
      )}
    </>
  )
}
