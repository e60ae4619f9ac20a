import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { signOut } from '#features/sessions/contract.ts'
import { FormProblem } from '#features/network/web/public/form-problem.tsx'
import { call, Refused } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { useMaybeMe } from '#platform/web/me.ts'
import { Link, useGo, useParam } from '#platform/web/router.tsx'
import { Button, buttonClass } from '#ui/button.tsx'
import { PageSkeleton } from '#ui/skeleton.tsx'
import { type Entry, readEntry, takeOwnSeat } from '../contract.ts'
import { Journey } from './journey.tsx'
import { JoinFrame } from './join-frame.tsx'
import { CodeForm } from './join-page.tsx'

/** What a code opens: three short steps for a newcomer, one button for who has an account. */
export function EntryPage() {
  const code = useParam('code')
  return <Door key={code} code={code} />
}

function Door({ code }: { code: string }) {
  const text = useText()
  const me = useMaybeMe()
  const [begun, setBegun] = useState(false)
  const entry = useQuery({
    queryKey: ['invitations', 'entry', code],
    queryFn: () => call(readEntry, { params: { code } }),
    // Once the person is in, the code opens no more: what was read stays until they leave the page.
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
  if (entry.data && (begun || (!me && entry.data.you === 'visitor' && !entry.data.person?.hasAccount)))
    return <Journey code={code} entry={entry.data} onBegun={() => setBegun(true)} />
  if (entry.data) return <WithAccount code={code} entry={entry.data} />
  if (entry.error) return <Closed code={code} error={entry.error} onRetry={() => void entry.refetch()} />
  return (
    <JoinFrame title={text('invitations.join.loading')} quiet>
      <PageSkeleton label={text('platform.loading')} />
    </JoinFrame>
  )
}

function Closed({ code, error, onRetry }: { code: string; error: unknown; onRetry: () => void }) {
  const text = useText()
  const me = useMaybeMe()
  const refused = error instanceof Refused ? error : null
  const problem = refused?.message ?? text('platform.unreachable.title')
  if (refused?.code === 'entry.used')
    return (
      <JoinFrame title={text('invitations.join.usedTitle')} lead={problem}>
        <Link to={me ? '/' : '/connexion'} className={buttonClass({ kind: 'accent', size: 'l' })}>
          {text(me ? 'platform.home' : 'invitations.join.signIn')}
        </Link>
        <p className="join__alt">
          <Link to="/rejoindre" className="link">
            {text('invitations.join.otherCode')}
          </Link>
        </p>
      </JoinFrame>
    )
  const title = refused?.status === 429 ? 'tooManyTitle' : refused ? 'closedTitle' : 'seat'
  return (
    <JoinFrame title={text(`invitations.join.${title}`)}>
      <CodeForm tried={code} error={problem} onRetry={onRetry} />
    </JoinFrame>
  )
}

/** Somebody who has an account: signed in as themselves, as somebody else, or not yet. */
function WithAccount({ code, entry }: { code: string; entry: Entry }) {
  const text = useText()
  const me = useMaybeMe()
  const title = text('invitations.join.yourSeat', { community: entry.community.name })
  const name = entry.person?.givenName ?? me?.givenName ?? ''
  if (!me)
    return (
      <JoinFrame title={title} lead={text('invitations.join.accountLead', { name })}>
        <Link
          to={`/connexion?vers=${encodeURIComponent(`/rejoindre/${code}`)}`}
          className={buttonClass({ kind: 'accent', size: 'l' })}
        >
          {text('invitations.join.signIn')}
        </Link>
      </JoinFrame>
    )
  if (entry.you === 'other') return <SomebodyElse entry={entry} />
  if (entry.alreadyIn)
    return (
      <JoinFrame title={text('invitations.join.alreadyIn')} lead={entry.community.valueProposition}>
        <Link to={`/espaces/${entry.community.id}`} className={buttonClass({ kind: 'accent', size: 'l' })}>
          {text('invitations.join.openCommunity', { community: entry.community.name })}
        </Link>
      </JoinFrame>
    )
  return (
    <JoinFrame title={title} lead={entry.community.valueProposition}>
      <TakeSeat code={code} community={entry.community.name} />
    </JoinFrame>
  )
}

function TakeSeat({ code, community }: { code: string; community: string }) {
  const text = useText()
  const go = useGo()
  const queries = useQueryClient()
  const take = useMutation({
    mutationFn: () => call(takeOwnSeat, { params: { code } }),
    onSuccess: async ({ spaceId, state }) => {
      if (state === 'waiting') return queries.invalidateQueries({ queryKey: ['communities'] })
      await queries.invalidateQueries({ queryKey: ['spaces'] })
      go(`/espaces/${spaceId}`)
    },
  })
  if (take.data?.state === 'waiting')
    return (
      <div className="stack">
        <p role="status">{text('invitations.join.waiting', { community })}</p>
        <Link to="/" className={buttonClass({ kind: 'accent', size: 'l' })}>
          {text('platform.home')}
        </Link>
      </div>
    )
  return (
    <div className="stack">
      <FormProblem error={take.error} />
      <Button kind="accent" size="l" busy={take.isPending} onClick={() => take.mutate()}>
        {text('invitations.join.takeSeat')}
      </Button>
    </div>
  )
}

function SomebodyElse({ entry }: { entry: Entry }) {
  const text = useText()
  const queries = useQueryClient()
  const out = useMutation({
    mutationFn: () => call(signOut, {}),
    onSuccess: () => {
      queries.setQueryData(['people', 'me'], null)
      void queries.invalidateQueries()
    },
  })
  const name = `${entry.person?.givenName ?? ''} ${entry.person?.familyName ?? ''}`.trim()
  return (
    <JoinFrame
      title={text('invitations.join.notMeTitle')}
      lead={text('invitations.join.other', { name })}
      quiet
    >
      <div className="row wrap g2">
        <Link to="/" className={buttonClass({ kind: 'primary' })}>
          {text('platform.home')}
        </Link>
        <Button busy={out.isPending} onClick={() => out.mutate()}>
          {text('invitations.join.signOut')}
        </Button>
      </div>
    </JoinFrame>
  )
}
