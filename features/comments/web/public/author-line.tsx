import type { ReactNode } from 'react'
import { useText } from '#platform/web/i18n.ts'
import { Link } from '#platform/web/router.tsx'
import { faceOf, nameOf } from '#features/reactions/web/public/face.ts'
import type { AvatarProps, AvatarSize, RoleSign } from '#ui/avatar.tsx'
import { Who } from '#ui/who.tsx'
import type { Author } from '../../contract.ts'

const SIGNS: Partial<Record<NonNullable<Author['role']>, RoleSign>> = {
  ambassador: 'ambassador',
  animator: 'animator',
  lead: 'animator',
  sponsor: 'sponsor',
}

/** Face and sign of who wrote; somebody who left has a plain one. */
export function useAuthorFace(): (author: Author | null, size?: AvatarSize) => AvatarProps {
  const text = useText()
  return (author, size = 44) =>
    author
      ? { ...faceOf(author, size), sign: author.role ? (SIGNS[author.role] ?? null) : null }
      : { name: text('comments.gone'), size }
}

export function AuthorName({ author }: { author: Author | null }) {
  const text = useText()
  return author ? <Link to={`/personnes/${author.id}`}>{nameOf(author)}</Link> : <>{text('comments.gone')}</>
}

/** The word of a role that speaks louder than a member's, in the person's own gender. */
export function useRoleWord(): (author: Pick<Author, 'role' | 'gender'> | null) => string | null {
  const text = useText()
  return (author) =>
    author?.role && author.role !== 'member'
      ? text(`spaces.role.${author.role}`, author.gender ? { context: author.gender } : {})
      : null
}

export function AuthorLine({ author, meta }: { author: Author | null; meta: ReactNode }) {
  const face = useAuthorFace()
  const roleWord = useRoleWord()
  return (
    <Who person={face(author)} role={roleWord(author)} meta={meta}>
      <AuthorName author={author} />
    </Who>
  )
}
