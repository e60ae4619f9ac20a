import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { addPerson } from '#features/people/contract.ts'
import { FormProblem, typedIn } from '#features/network/web/public/form-problem.tsx'
import { call, newId } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { Link, useGo } from '#platform/web/router.tsx'
import { Button, buttonClass } from '#ui/button.tsx'
import { SectionHead } from '#ui/section-head.tsx'
import { ACCOUNT_FIELDS, AccountFields, accountTyped } from './account-fields.tsx'
import { AdministrationFrame } from './frame.tsx'

export function NewAccountPage() {
  const text = useText()
  const go = useGo()
  const queries = useQueryClient()
  const [id] = useState(newId)
  const add = useMutation({
    mutationFn: (body: ReturnType<typeof accountTyped>) => call(addPerson, { params: { id }, body }),
    onSuccess: (account) => {
      void queries.invalidateQueries({ queryKey: ['people'] })
      go(`/administration/personnes/${account.id}`, { replace: true })
    },
  })
  return (
    <AdministrationFrame>
      <form className="narrow stack" onSubmit={(event) => add.mutate(accountTyped(typedIn(event)))}>
        <SectionHead
          title={text('administration.people.add')}
          note={text('administration.people.add_note')}
        />
        <AccountFields error={add.error} />
        <FormProblem error={add.error} fields={ACCOUNT_FIELDS} />
        <div className="row wrap">
          <Button type="submit" kind="accent" busy={add.isPending}>
            {text('administration.people.add_go')}
          </Button>
          <Link to="/administration/personnes" className={buttonClass({ kind: 'ghost' })}>
            {text('platform.cancel')}
          </Link>
        </div>
      </form>
    </AdministrationFrame>
  )
}
