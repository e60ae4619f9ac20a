import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Entrance } from '#features/network/web/public/entrance.tsx'
import { fieldError, FormProblem, typedIn } from '#features/network/web/public/form-problem.tsx'
import { signIn } from '#features/sessions/contract.ts'
import { call, Refused } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { Link, useGo } from '#platform/web/router.tsx'
import { Button, buttonClass } from '#ui/button.tsx'
import { CodeField } from '#ui/code-field.tsx'
import { ErrorPanel } from '#ui/error-panel.tsx'
import { ListSkeleton } from '#ui/skeleton.tsx'
import { Who } from '#ui/who.tsx'
import { type DemoAccount, type DemoCodes, readDemoAccounts } from '../contract.ts'

/** Right after the load: who to be. Later the accounts are read at the server. */
export function DemoAccountsPage() {
  const text = useText()
  const [code, setCode] = useState('')
  const given = useQuery({
    queryKey: ['demonstration', 'accounts', code],
    queryFn: () => call(readDemoAccounts, { body: code ? { code } : {} }),
    retry: false,
    staleTime: Infinity,
  })
  const asked = given.error instanceof Refused && given.error.code.startsWith('network.set_up_code')
  return (
    <Entrance wide title={text('demonstration.accounts.title')} lead={text('demonstration.accounts.lead')}>
      {given.isPending && <ListSkeleton label={text('platform.loading')} rows={6} />}
      {asked && given.error && <CodeStep error={given.error} onCode={setCode} />}
      {given.error && !asked && <Away error={given.error} onRetry={() => void given.refetch()} />}
      {given.data && <Accounts accounts={given.data.accounts} codes={given.data.codes} />}
    </Entrance>
  )
}

/** Only people who are not at the server itself are asked. */
function CodeStep({ error, onCode }: { error: Error; onCode: (code: string) => void }) {
  const text = useText()
  return (
    <form className="stack" onSubmit={(event) => onCode(typedIn(event)('code'))}>
      <CodeField
        label={text('demonstration.accounts.code')}
        hint={text('demonstration.accounts.code_hint')}
        error={fieldError(error, 'code')}
        name="code"
        required
      />
      <div className="row wrap">
        <Button type="submit" kind="accent" size="l">
          {text('demonstration.accounts.show')}
        </Button>
      </div>
    </form>
  )
}

function Away({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const text = useText()
  const over = error instanceof Refused
  return (
    <ErrorPanel
      title={over ? error.message : text('platform.unreachable.title')}
      actions={
        over ? (
          <Link to="/connexion" className={buttonClass({ kind: 'primary' })}>
            {text('demonstration.accounts.sign_in')}
          </Link>
        ) : (
          <Button kind="primary" onClick={onRetry}>
            {text('platform.retry')}
          </Button>
        )
      }
    />
  )
}

function Accounts({ accounts, codes }: { accounts: DemoAccount[]; codes: DemoCodes }) {
  const text = useText()
  const go = useGo()
  const queries = useQueryClient()
  const enter = useMutation({
    mutationFn: ({ identifier, password }: DemoAccount) => call(signIn, { body: { identifier, password } }),
    onSuccess: async () => {
      await queries.refetchQueries({ queryKey: ['people', 'me'] })
      go('/', { replace: true })
    },
  })
  return (
    <div className="stack stack-6">
      <FormProblem error={enter.error} />
      <ul className="list">
        {accounts.map((account) => (
          <li key={account.role} className="row sb g4">
            <Who
              person={{ name: account.name }}
              role={text(`demonstration.roles.${account.role}`)}
              meta={`${account.identifier} · ${account.password}`}
            />
            <Button
              kind={account.role === 'animator' ? 'accent' : 'line'}
              busy={enter.isPending && enter.variables.role === account.role}
              aria-label={text('demonstration.accounts.enter_as', { name: account.name })}
              onClick={() => enter.mutate(account)}
            >
              {text('demonstration.accounts.enter')}
            </Button>
          </li>
        ))}
      </ul>
      <Doors codes={codes} />
      <p className="sm ink2">{text('demonstration.accounts.kept')}</p>
    </div>
  )
}

/** Two ways in for those who are still awaited. */
function Doors({ codes: { personal, poster } }: { codes: DemoCodes }) {
  const text = useText()
  return (
    <section className="stack" aria-labelledby="doors">
      <h2 className="h3" id="doors">
        {text('demonstration.accounts.doors')}
      </h2>
      {personal && (
        <p>
          {text('demonstration.accounts.letter', personal)}{' '}
          <Link to={`/rejoindre/${personal.code}`} className="link tn nw">
            {personal.code}
          </Link>
        </p>
      )}
      {poster && (
        <p>
          {text('demonstration.accounts.poster', poster)}{' '}
          <Link to={`/rejoindre/${poster.code}`} className="link tn nw">
            {poster.code}
          </Link>
        </p>
      )}
    </section>
  )
}
