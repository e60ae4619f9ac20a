import { useDeferredValue, useState } from 'react'
import { Await } from '#platform/web/await.tsx'
import { call, newId } from '#platform/web/call.ts'
import { useFormat, useText } from '#platform/web/i18n.ts'
import { Link } from '#platform/web/router.tsx'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { SearchField } from '#ui/search-field.tsx'
import { ListSkeleton } from '#ui/skeleton.tsx'
import { showToast } from '#ui/toast-store.ts'
import { type IdeaPost, setIdea } from '../contract.ts'
import { More, nameOf } from './idea-parts.tsx'
import { useIdeaPosts, useIdeasAct } from './ideas-data.ts'

/** Ideas told in the community that are not in the backlog yet: the post stays where it is. */
export function PostsDialog({ programmeId, onClose }: { programmeId: string; onClose: () => void }) {
  const text = useText()
  const [search, setSearch] = useState('')
  const query = useIdeaPosts(programmeId, useDeferredValue(search.trim()))
  return (
    <Dialog
      open
      size="wide"
      onClose={onClose}
      title={text('ideas.posts.title')}
      closeLabel={text('platform.close')}
    >
      <div className="stack stack-4">
        <p className="ink2">{text('ideas.posts.lead')}</p>
        <SearchField full label={text('ideas.posts.search')} onSearchChange={setSearch} />
        <Await query={query} skeleton={<ListSkeleton label={text('platform.loading')} rows={3} />}>
          {({ pages }) => {
            const posts = pages.flatMap((page) => page.items)
            if (posts.length === 0)
              return <p>{text(search.trim() ? 'ideas.posts.notFound' : 'ideas.posts.none')}</p>
            return (
              <>
                <ul className="list">
                  {posts.map((post) => (
                    <PostRow key={post.id} programmeId={programmeId} post={post} />
                  ))}
                </ul>
                <More query={query} />
              </>
            )
          }}
        </Await>
      </div>
    </Dialog>
  )
}

function PostRow({ programmeId, post }: { programmeId: string; post: IdeaPost }) {
  const text = useText()
  const format = useFormat()
  const [id] = useState(newId)
  const add = useIdeasAct(
    () => call(setIdea, { params: { id }, body: { programmeId, postId: post.id } }),
    () => showToast({ message: text('ideas.posts.added') }),
  )
  return (
    <li className="idr">
      <div className="idr__t">
        <Link className="idr__a b" to={`/publications/${post.id}`}>
          {post.title}
        </Link>
        <p className="sm idr__x">{post.excerpt}</p>
        <p className="sm ink2">
          {post.author ? nameOf(post.author) : text('ideas.gone')} · {format.agoShort(post.publishedAt)}
        </p>
      </div>
      <Button busy={add.isPending} onClick={() => add.mutate(undefined)}>
        {text('ideas.posts.add')}
        <span className="vh"> {post.title}</span>
      </Button>
    </li>
  )
}
