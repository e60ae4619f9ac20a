import { ArrowRight } from 'lucide-react'
import { Fragment } from 'react'
import { AuthorName, useAuthorFace } from '#features/comments/web/public/author-line.tsx'
import { RichText } from '#features/comments/web/public/rich-text.tsx'
import { faceOf, nameOf } from '#features/reactions/web/public/face.ts'
import { useText } from '#platform/web/i18n.ts'
import { Link } from '#platform/web/router.tsx'
import { Avatar } from '#ui/avatar.tsx'
import type { Post } from '../contract.ts'

const FACES = 3

/** From one face to others: the honoured ones are the large ones. */
export function KudosFaces({ post }: { post: Post }) {
  const face = useAuthorFace()
  const shown = post.recipients.slice(0, FACES)
  return (
    <div className="kudos__p">
      <Avatar {...face(post.author, 64)} />
      <ArrowRight className="i i--l" aria-hidden />
      {shown.map((person) => (
        <Avatar key={person.id} {...faceOf(person, shown.length === 1 ? 112 : 64)} />
      ))}
    </div>
  )
}

/** "Laurie Pinson dit bravo à Yann Kerbrat, pose, Lieusaint", then why. */
export function KudosWords({ post }: { post: Post }) {
  const text = useText()
  const [only, second] = post.recipients
  const where = only && !second ? [only.job, only.site].filter(Boolean).join(', ') : ''
  return (
    <>
      <p className="sm ink2">
        <b>
          <AuthorName author={post.author} />
        </b>{' '}
        {text('posts.kudos.says')}{' '}
        {post.recipients.map((person, index) => (
          <Fragment key={person.id}>
            {index > 0 && (index === post.recipients.length - 1 ? ` ${text('posts.kudos.and')} ` : ', ')}
            <b>
              <Link to={`/personnes/${person.id}`}>{nameOf(person)}</Link>
            </b>
          </Fragment>
        ))}
        {where && `, ${where}`}
      </p>
      <div className="kudos__t">
        <RichText doc={post.body} />
      </div>
    </>
  )
}
