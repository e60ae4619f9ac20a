import type { ReactNode } from 'react'
import { useText } from '#platform/web/i18n.ts'
import { Who } from '#ui/who.tsx'
import type { Stakeholder } from '../contract.ts'
import { faceOf, fullName } from './faces.ts'

/** Who holds which part, and what is expected of each. */
export function Stakeholders({
  stakeholders,
  act,
}: {
  stakeholders: Stakeholder[]
  act?: (stakeholder: Stakeholder, name: string) => ReactNode
}) {
  const text = useText()
  return (
    <ul className="list">
      {stakeholders.map((stakeholder) => {
        const { member } = stakeholder
        const name = member ? fullName(member) : stakeholder.name
        const person = member ? faceOf(member) : { name }
        return (
          <li key={stakeholder.id} className="row row--t sb listed">
            <div className="stack stack-1 grow">
              <Who person={person} role={text(`communities.part.${stakeholder.part}`)} meta={member?.job} />
              {stakeholder.expectation && <p className="sm ink2">{stakeholder.expectation}</p>}
            </div>
            {act?.(stakeholder, name)}
          </li>
        )
      })}
    </ul>
  )
}
