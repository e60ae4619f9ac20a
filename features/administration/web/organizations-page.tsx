import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { fieldError, FormProblem, typedIn } from '#features/network/web/public/form-problem.tsx'
import {
  changeOrganization,
  createOrganization,
  listOrganizations,
  type Organization,
} from '#features/organizations/contract.ts'
import { Await } from '#platform/web/await.tsx'
import { call, newId } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { Badge } from '#ui/badge.tsx'
import { Button } from '#ui/button.tsx'
import { Checkbox } from '#ui/checkbox.tsx'
import { TextField } from '#ui/text-field.tsx'
import { AdministrationFrame } from './frame.tsx'

const KEY = ['organizations']

export function OrganizationsPage() {
  const text = useText()
  const organizations = useQuery({ queryKey: KEY, queryFn: () => call(listOrganizations, {}) })
  const [editing, setEditing] = useState<string | null>(null)
  return (
    <AdministrationFrame>
      <div className="narrow stack stack-6">
        <p className="ink2">{text('administration.organizations.lead')}</p>
        <Await query={organizations}>
          {({ items }) => (
            <ul className="list person__list">
              {items.map((organization) => (
                <li key={organization.id}>
                  {editing === organization.id ? (
                    <OrganizationForm organization={organization} onDone={() => setEditing(null)} />
                  ) : (
                    <OrganizationRow organization={organization} onEdit={() => setEditing(organization.id)} />
                  )}
                </li>
              ))}
            </ul>
          )}
        </Await>
        {editing === 'new' ? (
          <OrganizationForm onDone={() => setEditing(null)} />
        ) : (
          <Button kind="accent" onClick={() => setEditing('new')}>
            {text('administration.organizations.add')}
          </Button>
        )}
      </div>
    </AdministrationFrame>
  )
}

function OrganizationRow({ organization, onEdit }: { organization: Organization; onEdit: () => void }) {
  const text = useText()
  return (
    <div className="row wrap">
      <p className="grow person__t">
        <span className="b">{organization.name}</span>
        <span className="sm ink2">
          {text('administration.organizations.people', { count: organization.people })}
        </span>
      </p>
      {organization.outside && <Badge>{text('administration.organizations.outside')}</Badge>}
      <Button
        kind="ghost"
        size="s"
        onClick={onEdit}
        aria-label={text('administration.organizations.edit_named', { name: organization.name })}
      >
        {text('administration.edit')}
      </Button>
    </div>
  )
}

function OrganizationForm({ organization, onDone }: { organization?: Organization; onDone: () => void }) {
  const text = useText()
  const queries = useQueryClient()
  const [id] = useState(() => organization?.id ?? newId())
  const save = useMutation({
    mutationFn: (body: { name: string; outside: boolean }) =>
      organization
        ? call(changeOrganization, { params: { id }, body })
        : call(createOrganization, { params: { id }, body }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: KEY })
      onDone()
    },
  })
  return (
    <form
      className="stack panel"
      onSubmit={(event) => {
        const typed = typedIn(event)
        save.mutate({ name: typed('name').trim(), outside: typed('outside') === 'on' })
      }}
    >
      <TextField
        label={text('administration.organizations.name')}
        error={fieldError(save.error, 'name')}
        name="name"
        required
        maxLength={120}
        autoFocus
        defaultValue={organization?.name}
      />
      <Checkbox
        label={text('administration.organizations.is_outside')}
        hint={text('administration.organizations.outside_hint')}
        error={fieldError(save.error, 'outside')}
        name="outside"
        defaultChecked={organization?.outside}
      />
      <FormProblem error={save.error} fields={['name', 'outside']} />
      <div className="row wrap">
        <Button type="submit" kind="primary" busy={save.isPending}>
          {text('administration.save')}
        </Button>
        <Button kind="ghost" onClick={onDone}>
          {text('platform.cancel')}
        </Button>
      </div>
    </form>
  )
}
