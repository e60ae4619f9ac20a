import { useInfiniteQuery } from '@tanstack/react-query'
import { UserMinus } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { giveSeat, readSeats, type Seat, takeSeat } from '#features/spaces/contract.ts'
import { atLeast, ROLES, type Role } from '#features/spaces/rules/roles.ts'
import { Await } from '#platform/web/await.tsx'
import { call } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { Link, useParam } from '#platform/web/router.tsx'
import { Button } from '#ui/button.tsx'
import { ConfirmDialog } from '#ui/confirm-dialog.tsx'
import { Empty } from '#ui/empty.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { SearchField } from '#ui/search-field.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { ListSkeleton } from '#ui/skeleton.tsx'
import { Who } from '#ui/who.tsx'
import type { Community } from '../contract.ts'
import { useAct, useCommunity } from './community-data.ts'
import { faceOf, fullName, roleKey } from './faces.ts'
import { PersonPicker, type PickedPerson } from './public/person-picker.tsx'
import './communities.css'

/** Everybody who is in, found by name; those who run the community bring people in and change roles. */
export function MembersPage() {
  const query = useCommunity(useParam('id'))
  return <Await query={query}>{(community) => <Members community={community} />}</Await>
}

function Members({ community }: { community: Community }) {
  const text = useText()
  const [search, setSearch] = useState('')
  const asked = useDeferredValue(search.trim())
  const [leaving, setLeaving] = useState<Seat | null>(null)
  const query = useInfiniteQuery({
    queryKey: ['communities', 'seats', community.id, asked],
    queryFn: ({ pageParam, signal }) =>
      call(
        readSeats,
        {
          params: { id: community.id },
          query: { ...(asked ? { search: asked } : {}), ...(pageParam ? { cursor: pageParam } : {}) },
        },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  })
  const take = useAct(
    (seat: Seat) => call(takeSeat, { params: { id: community.id, memberId: seat.memberId } }),
    () => setLeaving(null),
  )
  const runs = community.can.animate
  return (
    <>
      <PageHead
        title={text('communities.members.title')}
        lead={text('communities.seats', { count: community.seats })}
        eyebrow={
          <Link className="link" to={`/communautes/${community.id}`}>
            {community.name}
          </Link>
        }
      />
      <div className="stack stack-6 narrow">
        {runs && <BringIn community={community} />}
        <SearchField full label={text('communities.members.search')} onSearchChange={setSearch} />
        <Await query={query} skeleton={<ListSkeleton label={text('platform.loading')} rows={8} />}>
          {({ pages }) => {
            const seats = pages.flatMap((page) => page.items)
            if (seats.length === 0) return <Empty title={text('communities.members.none', { name: asked })} />
            return (
              <ul className="list">
                {seats.map((seat) => (
                  <SeatRow
                    key={seat.memberId}
                    seat={seat}
                    community={community}
                    onTake={() => setLeaving(seat)}
                  />
                ))}
              </ul>
            )
          }}
        </Await>
        {query.hasNextPage && (
          <Button onClick={() => void query.fetchNextPage()} busy={query.isFetchingNextPage}>
            {text('platform.more')}
          </Button>
        )}
      </div>
      <ConfirmDialog
        open={leaving !== null}
        title={text('communities.members.takeTitle', { name: leaving ? fullName(leaving) : '' })}
        confirmLabel={text('communities.members.take')}
        keepLabel={text('communities.members.keep')}
        busy={take.isPending}
        onConfirm={() => leaving && take.mutate(leaving)}
        onClose={() => setLeaving(null)}
      >
        <p>{text('communities.members.takeWhy')}</p>
      </ConfirmDialog>
    </>
  )
}

const rolesUpTo = (role: Role | null) => ROLES.filter((one) => atLeast(role, one))

function SeatRow({ seat, community, onTake }: { seat: Seat; community: Community; onTake: () => void }) {
  const text = useText()
  const change = useAct((role: Role) =>
    call(giveSeat, { params: { id: community.id, memberId: seat.memberId }, body: { role } }),
  )
  const mayChange = community.can.animate && atLeast(community.role, seat.role)
  const name = fullName(seat)
  return (
    <li className="seat">
      <div className="grow">
        <Who
          person={faceOf(seat, 44, seat.role)}
          role={!mayChange && seat.role !== 'member' ? text(roleKey(seat.role, seat.gender)) : undefined}
          meta={[seat.job, seat.site].filter(Boolean).join(', ')}
        >
          <Link to={`/personnes/${seat.memberId}`}>{name}</Link>
        </Who>
      </div>
      {mayChange && (
        <div className="row g1">
          <SelectField
            label={text('communities.members.roleOf', { name })}
            hideLabel
            value={change.isPending ? change.variables : seat.role}
            options={rolesUpTo(community.role).map((role) => ({
              value: role,
              label: text(roleKey(role, seat.gender)),
            }))}
            onChange={(event) => change.mutate(event.target.value as Role)}
          />
          <IconButton
            icon={UserMinus}
            label={text('communities.members.takeOne', { name })}
            onClick={onTake}
          />
        </div>
      )}
    </li>
  )
}

function BringIn({ community }: { community: Community }) {
  const text = useText()
  const [picked, setPicked] = useState<PickedPerson | null>(null)
  const [role, setRole] = useState<Role>('member')
  const give = useAct(
    (memberId: string) => call(giveSeat, { params: { id: community.id, memberId }, body: { role } }),
    () => setPicked(null),
  )
  return (
    <form
      className="panel stack stack-3"
      onSubmit={(event) => {
        event.preventDefault()
        if (picked) give.mutate(picked.id)
      }}
    >
      <PersonPicker label={text('communities.members.bring')} picked={picked} onPick={setPicked} />
      {picked && (
        <>
          <SelectField
            label={text('communities.members.role')}
            value={role}
            options={rolesUpTo(community.role).map((one) => ({
              value: one,
              label: text(roleKey(one, picked.person?.gender)),
            }))}
            onChange={(event) => setRole(event.target.value as Role)}
          />
          <Button kind="primary" type="submit" busy={give.isPending}>
            {text('communities.members.give', { name: picked.label })}
          </Button>
        </>
      )}
    </form>
  )
}
