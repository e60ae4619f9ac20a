import { useMutation, useQueryClient } from '@tanstack/react-query'
import { call, Refused } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { showToast } from '#ui/toast-store.ts'
import { Switch } from '#ui/switch.tsx'
import { changeImport, type FoundOrganization, type Import } from '../contract.ts'
import { useOrganizations } from './import-data.ts'

/** The organisations that this import would open: which ones are from outside is decided here, before anybody is in. */
export function OrganizationsPanel({ one }: { one: Import }) {
  const text = useText()
  const query = useOrganizations(one.id)
  const opened = (query.data ?? []).filter(({ isNew }) => isNew)
  if (opened.length === 0) return null
  return (
    <section className="panel stack stack-4" aria-labelledby="imports-organizations">
      <h2 className="h2" id="imports-organizations">
        {text('imports.organizations.title', { count: opened.length })}
      </h2>
      <p className="ink2">{text('imports.organizations.lead')}</p>
      <ul className="list">
        {opened.map((organization) => (
          <Row key={organization.name} one={one} organization={organization} />
        ))}
      </ul>
    </section>
  )
}

function Row({ one, organization }: { one: Import; organization: FoundOrganization }) {
  const text = useText()
  const queries = useQueryClient()
  const { name, people, outside } = organization
  const key = ['imports', 'organizations', one.id]
  const choose = useMutation({
    mutationFn: (next: boolean) =>
      call(changeImport, { params: { id: one.id }, body: { outside: [{ name, outside: next }] } }),
    onMutate: (next) =>
      queries.setQueryData<FoundOrganization[]>(key, (list) =>
        list?.map((each) => (each.name === name ? { ...each, outside: next } : each)),
      ),
    onError: (error) =>
      showToast({ message: error instanceof Refused ? error.message : text('imports.send.failed') }),
    onSettled: () => queries.invalidateQueries({ queryKey: key }),
  })
  return (
    <li className="import-line row g4 wrap">
      <div className="stack stack-1 grow">
        <p className="b">{name}</p>
        <p className="sm mut">{text('imports.organizations.people', { count: people })}</p>
      </div>
      <Switch
        label={
          <>
            {text('imports.organizations.outside')} <span className="vh">{name}</span>
          </>
        }
        checked={outside}
        onChange={(next) => choose.mutate(next)}
      />
    </li>
  )
}
