import { Avatar, type AvatarSize } from './avatar.tsx'

export type StackedPerson = { id: string; name: string; src?: string | null }

/** A few faces side by side, without their signs; `more` counts those who are not shown. */
export function AvatarStack({
  people,
  more = 0,
  size = 32,
}: {
  people: readonly StackedPerson[]
  more?: number
  size?: AvatarSize
}) {
  return (
    <span className="avs" aria-hidden>
      {people.map((person) => (
        <Avatar key={person.id} name={person.name} src={person.src} size={size} short />
      ))}
      {more > 0 && <span className="plus">+{more}</span>}
    </span>
  )
}
