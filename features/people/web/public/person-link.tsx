import './people.css'
import type { PersonCard } from '../../contract.ts'
import { fileUrl } from '#platform/web/call.ts'
import { Link } from '#platform/web/router.tsx'
import { Avatar } from '#ui/avatar.tsx'

export const fullName = (person: { givenName: string; familyName: string }) =>
  `${person.givenName} ${person.familyName}`

/** Somebody in a list: their face, their name that opens their profile, what they do and where. */
export function PersonLink({ person, to = `/personnes/${person.id}` }: { person: PersonCard; to?: string }) {
  const name = fullName(person)
  return (
    <div className="row">
      <Avatar
        name={name}
        src={person.photoFileId ? fileUrl(person.photoFileId, 'w320') : undefined}
        size={44}
      />
      <p className="grow person__t">
        <Link to={to} className="b person__n">
          {name}
        </Link>
        <span className="sm ink2 person__m">{[person.job, person.site].filter(Boolean).join(', ')}</span>
      </p>
    </div>
  )
}
