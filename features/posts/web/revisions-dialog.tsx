import { useQuery } from '@tanstack/react-query'
import { Ago } from '#features/reactions/web/public/ago.tsx'
import { RichText } from '#features/comments/web/public/rich-text.tsx'
import { Await } from '#platform/web/await.tsx'
import { call } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { Dialog } from '#ui/dialog.tsx'
import { ListSkeleton } from '#ui/skeleton.tsx'
import { type Post, readRevisions, type Revision } from '../contract.ts'

/** What the post said before, latest first. */
export function RevisionsDialog({ post, onClose }: { post: Post; onClose: () => void }) {
  const text = useText()
  const query = useQuery({
    queryKey: ['posts', 'revisions', post.id],
    queryFn: () => call(readRevisions, { params: { id: post.id } }),
    staleTime: 0,
  })
  return (
    <Dialog
      open
      onClose={onClose}
      size="wide"
      title={text('posts.history')}
      closeLabel={text('platform.close')}
    >
      <Await query={query} skeleton={<ListSkeleton label={text('platform.loading')} rows={2} />}>
        {({ items }) => (
          <ol className="list">
            {items.map((revision) => (
              <RevisionItem key={revision.number} revision={revision} />
            ))}
          </ol>
        )}
      </Await>
    </Dialog>
  )
}

function RevisionItem({ revision }: { revision: Revision }) {
  const text = useText()
  return (
    <li className="stack stack-2">
      <p className="sm mut">
        {text('posts.replaced')} <Ago at={revision.replacedAt} />
      </p>
      {revision.title && <p className="b">{revision.title}</p>}
      {revision.practice && (
        <p className="post__l">
          {[revision.practice.concern, revision.practice.gesture, revision.practice.gain]
            .filter(Boolean)
            .join('\n')}
        </p>
      )}
      <RichText doc={revision.body} />
    </li>
  )
}
