import './public/people.css'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Await } from '#platform/web/await.tsx'
import { call, fileUrl } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { useMe } from '#platform/web/me.ts'
import { Link, useParam } from '#platform/web/router.tsx'
import { Avatar } from '#ui/avatar.tsx'
import { Badge } from '#ui/badge.tsx'
import { buttonClass } from '#ui/button.tsx'
import { type Person, readPerson } from '../contract.ts'
import { fullName } from './public/person-link.tsx'

/** Who somebody is and how to reach them. */
export function PersonPage() {
  const id = useParam('id')
  const person = useQuery({
    queryKey: ['people', 'person', id],
    queryFn: () => call(readPerson, { params: { id } }),
  })
  return <Await query={person}>{(found) => <Profile person={found} />}</Await>
}

function Profile({ person }: { person: Person }) {
  const text = useText()
  const me = useMe()
  const name = fullName(person)
  return (
    <article className="narrow stack stack-6">
      <header className="row g4 wrap">
        <Avatar
          name={name}
          src={person.photoFileId ? fileUrl(person.photoFileId, 'w320') : undefined}
          size={112}
        />
        <div className="grow stack stack-2">
          <h1 className="h1 person__t">{name}</h1>
          <p className="ink2">{[person.job, person.site].filter(Boolean).join(', ')}</p>
          {me.id === person.id && (
            <div className="row wrap g2">
              <Link to="/moi" className={buttonClass({ kind: 'line', size: 's' })}>
                {text('people.profile.edit')}
              </Link>
              <Link to="/moi/mes-donnees" className={buttonClass({ kind: 'ghost', size: 's' })}>
                {text('people.profile.about_me')}
              </Link>
            </div>
          )}
        </div>
      </header>
      {person.about && <p className="lead">{person.about}</p>}
      {person.interests.length > 0 && (
        <ul className="row wrap g2" aria-label={text('people.profile.interests')}>
          {person.interests.map((interest) => (
            <li key={interest}>
              <Badge>{interest}</Badge>
            </li>
          ))}
        </ul>
      )}
      <Facts person={person} />
    </article>
  )
}

function Facts({ person }: { person: Person }) {
  const { email, phone, manager } = person
  return (
    <dl className="facts panel">
      <Fact name="email">
        {email && (
          <a className="link" href={`mailto:${email}`}>
            {email}
          </a>
        )}
      </Fact>
      <Fact name="phone">
        {phone && (
          <a className="link" href={`tel:${phone.replace(/\s/g, '')}`}>
            {phone}
          </a>
        )}
      </Fact>
      <Fact name="department">{person.department}</Fact>
      <Fact name="level">{person.level}</Fact>
      <Fact name="organization">{person.organizationName}</Fact>
      <Fact name="manager">
        {manager && (
          <Link className="link" to={`/personnes/${manager.id}`}>
            {fullName(manager)}
          </Link>
        )}
      </Fact>
    </dl>
  )
}

/** What is not known is not shown. */
function Fact({ name, children }: { name: string; children: ReactNode }) {
  const text = useText()
  if (!children) return null
  return (
    <div>
      <dt>{text(`people.profile.${name}`)}</dt>
      <dd>{children}</dd>
    </div>
  )
}
