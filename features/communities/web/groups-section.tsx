import { Plus, Settings2 } from 'lucide-react'
import { Await } from '#platform/web/await.tsx'
import { useText } from '#platform/web/i18n.ts'
import { Link, useGo } from '#platform/web/router.tsx'
import { Badge } from '#ui/badge.tsx'
import { Button, buttonClass } from '#ui/button.tsx'
import { iconButtonClass } from '#ui/icon-button.tsx'
import { SectionHead } from '#ui/section-head.tsx'
import { ListSkeleton } from '#ui/skeleton.tsx'
import type { Community, Group } from '../contract.ts'
import { useGroups } from './community-data.ts'
import { EntryDoor } from './entry-door.tsx'

export function GroupsSection({ community }: { community: Community }) {
  const text = useText()
  const query = useGroups(community.id)
  return (
    <Await query={query} skeleton={<ListSkeleton label={text('platform.loading')} rows={3} />}>
      {({ pages }) => {
        const groups = pages.flatMap((page) => page.items)
        if (groups.length === 0 && !community.can.animate) return null
        return (
          <section aria-labelledby="groups">
            <SectionHead
              id="groups"
              title={text('communities.groups.title')}
              note={groups.length === 0 ? text('communities.groups.none') : undefined}
            />
            <ul className="list">
              {groups.map((group) => (
                <GroupRow key={group.id} group={group} />
              ))}
            </ul>
            <div className="row g2 wrap community__members">
              {query.hasNextPage && (
                <Button onClick={() => void query.fetchNextPage()} busy={query.isFetchingNextPage}>
                  {text('platform.more')}
                </Button>
              )}
              {community.can.animate && (
                <Link className={buttonClass()} to={`/communautes/${community.id}/groupes/creer`}>
                  <Plus className="i" aria-hidden />
                  {text('communities.groups.create')}
                </Link>
              )}
            </div>
          </section>
        )
      }}
    </Await>
  )
}

function GroupRow({ group }: { group: Group }) {
  const text = useText()
  const go = useGo()
  const readable = group.seats !== null
  return (
    <li className="discover">
      <div className="grow stack stack-1">
        <h3 className="h4">
          {readable ? <Link to={`/espaces/${group.id}`}>{group.name}</Link> : group.name}
        </h3>
        {group.description && <p className="sm ink2">{group.description}</p>}
        <p className="row g2 wrap sm ink2">
          <span>
            {text(`spaces.openness.${group.openness}`)}
            {group.seats !== null && ` · ${text('communities.seats', { count: group.seats })}`}
          </span>
          {group.isDefault && <Badge>{text('communities.groups.default')}</Badge>}
          {group.audience && <Badge>{group.audience.name}</Badge>}
        </p>
      </div>
      {!group.role && (
        <EntryDoor
          spaceId={group.id}
          name={group.name}
          can={group.can}
          request={group.request}
          answered
          onSeated={() => go(`/espaces/${group.id}`)}
        />
      )}
      {group.can.animate && (
        <Link
          className={iconButtonClass('plain')}
          to={`/communautes/${group.communityId}/groupes/${group.id}`}
          aria-label={text('communities.groups.settings', { name: group.name })}
        >
          <Settings2 className="i" aria-hidden />
        </Link>
      )}
    </li>
  )
}
