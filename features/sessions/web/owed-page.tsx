import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Entrance } from '#features/network/web/public/entrance.tsx'
import { call } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { useMe } from '#platform/web/me.ts'
import { Button } from '#ui/button.tsx'
import { readPasskeys, readSecondFactor } from '../contract.ts'
import { MyPasskeys } from './my-passkeys.tsx'
import { MyPassword } from './my-password.tsx'
import { MySecondFactor } from './my-second-factor.tsx'
import { SignOut } from './sign-out.tsx'

/** Before anything else, whoever administers renews a password that is too short, then sets a second proof up. */
export function OwedPage() {
  const text = useText()
  const { owes } = useMe()
  return (
    <Entrance title={text(`sessions.owed.${owes}`)} lead={text(`sessions.owed.${owes}_why`)}>
      <div className="stack stack-8">
        {owes === 'password' ? <Renew /> : <Protect />}
        <SignOut />
      </div>
    </Entrance>
  )
}

/** What was owed is done: everything is asked for again, and the page that was wanted opens. */
function useGoOn() {
  const queries = useQueryClient()
  return () => void queries.invalidateQueries()
}

function Renew() {
  const goOn = useGoOn()
  return <MyPassword onChanged={goOn} />
}

function Protect() {
  const text = useText()
  const goOn = useGoOn()
  const factor = useQuery({ queryKey: ['sessions', 'factor'], queryFn: () => call(readSecondFactor, {}) })
  const passkeys = useQuery({ queryKey: ['sessions', 'passkeys'], queryFn: () => call(readPasskeys, {}) })
  const keys = passkeys.data?.items.length ?? 0
  return (
    <div className="stack stack-8">
      {keys > 0 && <p>{text('sessions.owed.has_passkey')}</p>}
      <section className="stack stack-4" aria-labelledby="owed-factor">
        <h2 className="h3" id="owed-factor">
          {text('sessions.owed.by_code')}
        </h2>
        <MySecondFactor owed />
      </section>
      {!factor.data?.on && (
        <section className="stack stack-4" aria-labelledby="owed-passkey">
          <h2 className="h3" id="owed-passkey">
            {text('sessions.owed.by_passkey')}
          </h2>
          <MyPasskeys />
        </section>
      )}
      {(factor.data?.on || keys > 0) && (
        <Button kind="accent" onClick={goOn}>
          {text('sessions.owed.go_on')}
        </Button>
      )}
    </div>
  )
}
