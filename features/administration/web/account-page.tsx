import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { type Account, changePerson, readAccount } from '#features/people/contract.ts'
import { FormProblem, typedIn } from '#features/network/web/public/form-problem.tsx'
import { fullName } from '#features/people/web/public/person-link.tsx'
import { createResetCode, liftSecondFactor } from '#features/sessions/contract.ts'
import { Await } from '#platform/web/await.tsx'
import { call } from '#platform/web/call.ts'
import { useFormat, useText } from '#platform/web/i18n.ts'
import { useMe } from '#platform/web/me.ts'
import { Link, useParam } from '#platform/web/router.tsx'
import { Badge } from '#ui/badge.tsx'
import { Button } from '#ui/button.tsx'
import { ConfirmDialog } from '#ui/confirm-dialog.tsx'
import { SectionHead } from '#ui/section-head.tsx'
import { showToast } from '#ui/toast-store.ts'
import { closeAccount, reopenAccount } from '../contract.ts'
import { ACCOUNT_FIELDS, AccountFields, accountTyped } from './account-fields.tsx'
import { AdministrationFrame } from './frame.tsx'

/** One account: who, what they may do, how they come in, and its end. */
export function AccountPage() {
  const text = useText()
  const id = useParam('id')
  const account = useQuery({
    queryKey: ['people', 'account', id],
    queryFn: () => call(readAccount, { params: { id } }),
  })
  return (
    <AdministrationFrame>
      <div className="narrow stack stack-8">
        <p>
          <Link to="/administration/personnes" className="link">
            {text('administration.people.back')}
          </Link>
        </p>
        <Await query={account}>{(found) => <Edit account={found} />}</Await>
      </div>
    </AdministrationFrame>
  )
}

function useTakeIn() {
  const queries = useQueryClient()
  return (account: Account) => {
    queries.setQueryData(['people', 'account', account.id], account)
    void queries.invalidateQueries({ queryKey: ['people', 'accounts'] })
    void queries.invalidateQueries({ queryKey: ['people', 'person', account.id] })
  }
}

function Edit({ account }: { account: Account }) {
  const text = useText()
  const me = useMe()
  const takeIn = useTakeIn()
  const change = useMutation({
    mutationFn: (body: ReturnType<typeof accountTyped>) =>
      call(changePerson, { params: { id: account.id }, body: changed(account, body) }),
    onSuccess: (after) => {
      takeIn(after)
      showToast({ message: text('platform.saved') })
    },
  })
  return (
    <>
      <form className="stack" onSubmit={(event) => change.mutate(accountTyped(typedIn(event)))}>
        <SectionHead
          title={fullName(account)}
          note={<Badge>{text(`administration.status.${account.status}`)}</Badge>}
        />
        <AccountFields account={account} error={change.error} />
        <FormProblem error={change.error} fields={ACCOUNT_FIELDS} />
        <Button type="submit" kind="accent" busy={change.isPending}>
          {text('administration.save')}
        </Button>
      </form>
      {account.status === 'active' && account.id !== me.id && <WayIn account={account} />}
      {account.id !== me.id && <Ending account={account} />}
    </>
  )
}

/** Only what was changed is sent: the log then says what was. */
function changed(
  account: Account,
  typed: ReturnType<typeof accountTyped>,
): Partial<ReturnType<typeof accountTyped>> {
  return Object.fromEntries(
    Object.entries(typed).filter(([key, value]) => account[key as keyof typeof typed] !== value),
  )
}

function WayIn({ account }: { account: Account }) {
  const text = useText()
  const format = useFormat()
  const params = { id: account.id }
  const code = useMutation({ mutationFn: () => call(createResetCode, { params }) })
  const lift = useMutation({
    mutationFn: () => call(liftSecondFactor, { params }),
    onSuccess: () => void showToast({ message: text('administration.people.lifted') }),
  })
  return (
    <section aria-labelledby="way-in">
      <div className="stack stack-3">
        <SectionHead
          id="way-in"
          title={text('administration.people.way_in')}
          note={text('administration.people.way_in_note')}
        />
        {code.data && (
          <div className="panel stack stack-2" role="status">
            <p className="kept-code">{code.data.code}</p>
            <p>{text('administration.people.code_note', { until: format.dayTime(code.data.expiresAt) })}</p>
          </div>
        )}
        <div className="row wrap">
          <Button kind="line" busy={code.isPending} onClick={() => code.mutate()}>
            {text('administration.people.code')}
          </Button>
          <Button kind="ghost" busy={lift.isPending} onClick={() => lift.mutate()}>
            {text('administration.people.lift')}
          </Button>
        </div>
        <FormProblem error={code.error ?? lift.error} />
      </div>
    </section>
  )
}

function Ending({ account }: { account: Account }) {
  const text = useText()
  const takeIn = useTakeIn()
  const [asks, setAsks] = useState(false)
  const params = { id: account.id }
  const closed = account.status === 'closed'
  const act = useMutation({
    mutationFn: () => (closed ? call(reopenAccount, { params }) : call(closeAccount, { params })),
    onSuccess: takeIn,
    onSettled: () => setAsks(false),
  })
  return (
    <section aria-labelledby="ending">
      <div className="stack stack-3">
        <SectionHead
          id="ending"
          title={text(closed ? 'administration.people.reopen_title' : 'administration.people.close_title')}
          note={text(closed ? 'administration.people.reopen_note' : 'administration.people.close_note')}
        />
        <Button kind="line" busy={act.isPending} onClick={() => (closed ? act.mutate() : setAsks(true))}>
          {text(closed ? 'administration.people.reopen' : 'administration.people.close')}
        </Button>
        <FormProblem error={act.error} />
        <ConfirmDialog
          open={asks}
          title={text('administration.people.close_ask', { name: fullName(account) })}
          confirmLabel={text('administration.people.close')}
          keepLabel={text('administration.people.close_keep')}
          kind="danger"
          busy={act.isPending}
          onConfirm={() => act.mutate()}
          onClose={() => setAsks(false)}
        >
          {text('administration.people.close_note')}
        </ConfirmDialog>
      </div>
    </section>
  )
}
