import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Users } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { listOrganizations } from '#features/organizations/contract.ts'
import { type Account, listAccounts, STANDINGS, STATUSES } from '#features/people/contract.ts'
import { PersonLink } from '#features/people/web/public/person-link.tsx'
import { Failed } from '#platform/web/await.tsx'
import { call } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { Link } from '#platform/web/router.tsx'
import { Badge } from '#ui/badge.tsx'
import { Button, buttonClass } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { SearchField } from '#ui/search-field.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { ListSkeleton } from '#ui/skeleton.tsx'
import { AdministrationFrame } from './frame.tsx'

interface Filters {
  search: string
  status: string
  standing: string
  organizationId: string
}

/** All accounts of the network, with what sets them apart. */
export function AccountsPage() {
  const text = useText()
  const [filters, setFilters] = useState<Filters>({
    search: '',
    status: '',
    standing: '',
    organizationId: '',
  })
  const organizations = useQuery({ queryKey: ['organizations'], queryFn: () => call(listOrganizations, {}) })
  const change = (part: Partial<Filters>) => setFilters({ ...filters, ...part })
  const any = { value: '', label: text('administration.people.any') }
  return (
    <AdministrationFrame>
      <div className="narrow stack stack-6">
        <p>
          <Link to="/administration/personnes/nouvelle" className={buttonClass({ kind: 'accent' })}>
            {text('administration.people.add')}
          </Link>
        </p>
        <SearchField
          full
          label={text('people.directory.search')}
          onSearchChange={(search) => change({ search })}
        />
        <div className="filters">
          <SelectField
            label={text('administration.people.status')}
            options={[
              any,
              ...STATUSES.map((value) => ({ value, label: text(`administration.status.${value}`) })),
            ]}
            value={filters.status}
            onChange={(event) => change({ status: event.target.value })}
          />
          <SelectField
            label={text('administration.people.standing')}
            options={[
              any,
              ...STANDINGS.map((value) => ({ value, label: text(`administration.standing.${value}`) })),
            ]}
            value={filters.standing}
            onChange={(event) => change({ standing: event.target.value })}
          />
          <SelectField
            label={text('administration.people.organization')}
            options={[
              any,
              ...(organizations.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
            ]}
            value={filters.organizationId}
            onChange={(event) => change({ organizationId: event.target.value })}
          />
        </div>
        <Accounts filters={filters} />
      </div>
    </AdministrationFrame>
  )
}

const among = <T extends string>(values: readonly T[], value: string): T | undefined =>
  values.find((one) => one === value)

function Accounts({ filters }: { filters: Filters }) {
  const text = useText()
  const search = useDeferredValue(filters.search.trim())
  const status = among(STATUSES, filters.status)
  const standing = among(STANDINGS, filters.standing)
  const organizationId = filters.organizationId || undefined
  const accounts = useInfiniteQuery({
    queryKey: ['people', 'accounts', search, status, standing, organizationId],
    queryFn: ({ pageParam }) =>
      call(listAccounts, { query: { cursor: pageParam, search, status, standing, organizationId } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: (before) => before,
  })
  if (accounts.error) return <Failed error={accounts.error} onRetry={() => void accounts.refetch()} />
  if (!accounts.data) return <ListSkeleton label={text('platform.loading')} />
  const all = accounts.data.pages.flatMap((page) => page.items)
  if (all.length === 0)
    return (
      <Empty icon={Users} title={text('administration.people.nobody')}>
        {text('administration.people.nobody_why')}
      </Empty>
    )
  return (
    <>
      <ul className="list person__list">
        {all.map((account) => (
          <li key={account.id} className="row wrap">
            <div className="grow">
              <PersonLink person={account} to={`/administration/personnes/${account.id}`} />
            </div>
            <Marks account={account} />
          </li>
        ))}
      </ul>
      {accounts.hasNextPage && (
        <Button kind="line" busy={accounts.isFetchingNextPage} onClick={() => void accounts.fetchNextPage()}>
          {text('platform.more')}
        </Button>
      )}
    </>
  )
}

/** Only what is out of the ordinary is marked. */
function Marks({ account }: { account: Account }) {
  const text = useText()
  return (
    <p className="row g2 wrap">
      {account.standing !== 'member' && (
        <Badge kind="brand">{text(`administration.standing.${account.standing}`)}</Badge>
      )}
      {account.outside && <Badge>{text('administration.organizations.outside')}</Badge>}
      {account.status !== 'active' && <Badge>{text(`administration.status.${account.status}`)}</Badge>}
    </p>
  )
}
