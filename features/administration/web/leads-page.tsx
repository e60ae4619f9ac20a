import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Check } from 'lucide-react'
import { useState } from 'react'
import { type LeaderlessCommunity, nameLead, readLeaderless } from '#features/communities/contract.ts'
import { PersonPicker, type PickedPerson } from '#features/communities/web/public/person-picker.tsx'
import { FormProblem } from '#features/network/web/public/form-problem.tsx'
import { Await } from '#platform/web/await.tsx'
import { call } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { Button } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { showToast } from '#ui/toast-store.ts'
import { AdministrationFrame } from './frame.tsx'

const KEY = ['communities', 'without-lead']

/** Communities whose last lead is gone: each is entrusted to somebody, by name alone. */
export function LeadsPage() {
  const text = useText()
  const orphans = useQuery({ queryKey: KEY, queryFn: () => call(readLeaderless, {}) })
  return (
    <AdministrationFrame>
      <div className="narrow stack stack-6">
        <p className="ink2">{text('administration.leads.lead')}</p>
        <Await query={orphans}>
          {({ items }) =>
            items.length === 0 ? (
              <Empty icon={Check} title={text('administration.leads.none')}>
                <p>{text('administration.leads.none_why')}</p>
              </Empty>
            ) : (
              <ul className="list stack stack-6">
                {items.map((community) => (
                  <Orphan key={community.id} community={community} />
                ))}
              </ul>
            )
          }
        </Await>
      </div>
    </AdministrationFrame>
  )
}

function Orphan({ community }: { community: LeaderlessCommunity }) {
  const text = useText()
  const queries = useQueryClient()
  const [picked, setPicked] = useState<PickedPerson | null>(null)
  const name = useMutation({
    mutationFn: (memberId: string) => call(nameLead, { params: { id: community.id }, body: { memberId } }),
    onSuccess: async () => {
      showToast({
        message: text('administration.leads.done', { name: picked?.label, community: community.name }),
      })
      await queries.invalidateQueries({ queryKey: KEY })
    },
  })
  return (
    <li>
      <form
        className="panel stack stack-3"
        onSubmit={(event) => {
          event.preventDefault()
          if (picked) name.mutate(picked.id)
        }}
      >
        <h2 className="h3">{community.name}</h2>
        <PersonPicker label={text('administration.leads.who')} picked={picked} onPick={setPicked} />
        <FormProblem error={name.error} fields={[]} />
        {picked && (
          <div>
            <Button type="submit" kind="primary" busy={name.isPending}>
              {text('administration.leads.name', { name: picked.label })}
            </Button>
          </div>
        )}
      </form>
    </li>
  )
}
