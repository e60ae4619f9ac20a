import { useDeferredValue, useState } from 'react'
import { Failed } from '#platform/web/await.tsx'
import { useFormat, useText } from '#platform/web/i18n.ts'
import { Link, useSearchParam } from '#platform/web/router.tsx'
import { Button, buttonClass } from '#ui/button.tsx'
import { Chip, ChipRow } from '#ui/chip.tsx'
import { Empty } from '#ui/empty.tsx'
import { SearchField } from '#ui/search-field.tsx'
import { ListSkeleton } from '#ui/skeleton.tsx'
import { Mail } from 'lucide-react'
import type { FollowUp, Invitation } from '../contract.ts'
import { CorrectDialog } from './correct-dialog.tsx'
import { type InvitationFilter, useInvitations } from './invitation-data.ts'
import { InvitationRow } from './invitation-row.tsx'
import { WithdrawDialog } from './withdraw-dialog.tsx'

const STATES = ['sent', 'bounced', 'accepted', 'withdrawn'] as const
type State = (typeof STATES)[number]
const COUNTED = { sent: 'waiting', bounced: 'bounced', accepted: 'arrived', withdrawn: 'withdrawn' } as const

/** By name, because one welcomes by name: state, reminders, and what may be done. */
export function InvitationList({ spaceId, counts }: { spaceId: string; counts: FollowUp }) {
  const text = useText()
  const format = useFormat()
  const asked = useSearchParam('etat')
  const campaignId = useSearchParam('envoi') ?? undefined
  const [state, setState] = useState<State | undefined>(STATES.find((one) => one === asked))
  const [typed, setTyped] = useState('')
  const search = useDeferredValue(typed.trim())
  if (counts.invited + counts.withdrawn === 0)
    return (
      <Empty
        icon={Mail}
        title={text('invitations.follow.emptyTitle')}
        action={
          <Link className={buttonClass({ kind: 'primary' })} to={`/communautes/${spaceId}/inviter`}>
            {text('invitations.follow.invite')}
          </Link>
        }
      >
        {text('invitations.follow.emptyBody')}
      </Empty>
    )
  const filter: InvitationFilter = {
    ...(state ? { state } : {}),
    ...(campaignId ? { campaignId } : {}),
    ...(search ? { search } : {}),
  }
  return (
    <div className="stack stack-4">
      <ChipRow label={text('invitations.follow.filters')}>
        <Chip pressed={state === undefined} onClick={() => setState(undefined)}>
          {text('invitations.follow.all')}
        </Chip>
        {STATES.filter((one) => counts[COUNTED[one]] > 0 || one === state).map((one) => (
          <Chip key={one} pressed={state === one} onClick={() => setState(state === one ? undefined : one)}>
            {text(`invitations.follow.state.${one}`)} ({format.number(counts[COUNTED[one]])})
          </Chip>
        ))}
      </ChipRow>
      <SearchField full label={text('invitations.follow.search')} onSearchChange={setTyped} />
      {campaignId && (
        <p className="sm ink2">
          {text('invitations.follow.sendings.only')}{' '}
          <Link className="link" to={`/communautes/${spaceId}/invitations`}>
            {text('invitations.follow.clear')}
          </Link>
        </p>
      )}
      <Rows spaceId={spaceId} filter={filter} />
    </div>
  )
}

function Rows({ spaceId, filter }: { spaceId: string; filter: InvitationFilter }) {
  const text = useText()
  const query = useInvitations(spaceId, filter)
  const [correcting, setCorrecting] = useState<Invitation | null>(null)
  const [withdrawing, setWithdrawing] = useState<Invitation | null>(null)
  if (query.error) return <Failed error={query.error} onRetry={() => void query.refetch()} />
  if (!query.data) return <ListSkeleton label={text('platform.loading')} rows={8} />
  const all = query.data.pages.flatMap((page) => page.items)
  if (all.length === 0)
    return <Empty title={text('invitations.follow.noneTitle')}>{text('invitations.follow.noneBody')}</Empty>
  return (
    <>
      <ul className="list" aria-label={text('invitations.follow.caption')}>
        {all.map((invitation) => (
          <InvitationRow
            key={invitation.id}
            spaceId={spaceId}
            invitation={invitation}
            onCorrect={() => setCorrecting(invitation)}
            onWithdraw={() => setWithdrawing(invitation)}
          />
        ))}
      </ul>
      {query.hasNextPage && (
        <Button kind="line" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {text('invitations.follow.more')}
        </Button>
      )}
      {correcting && (
        <CorrectDialog spaceId={spaceId} invitation={correcting} onClose={() => setCorrecting(null)} />
      )}
      {withdrawing && (
        <WithdrawDialog spaceId={spaceId} invitation={withdrawing} onClose={() => setWithdrawing(null)} />
      )}
    </>
  )
}
