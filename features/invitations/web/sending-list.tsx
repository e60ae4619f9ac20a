import { Failed } from '#platform/web/await.tsx'
import { call } from '#platform/web/call.ts'
import { useFormat, useText } from '#platform/web/i18n.ts'
import { Link } from '#platform/web/router.tsx'
import { Button, buttonClass } from '#ui/button.tsx'
import { ProgressBar } from '#ui/progress-bar.tsx'
import { ListSkeleton } from '#ui/skeleton.tsx'
import { type Campaign, cancelCampaignReminders } from '../contract.ts'
import { fullName, useCampaigns, useGesture } from './invitation-data.ts'

/** Sending by sending: who came of each, and its reminders stopped in one gesture. */
export function SendingList({ spaceId }: { spaceId: string }) {
  const text = useText()
  const query = useCampaigns(spaceId)
  if (query.error) return <Failed error={query.error} onRetry={() => void query.refetch()} />
  if (!query.data) return <ListSkeleton label={text('platform.loading')} rows={4} />
  const all = query.data.pages.flatMap((page) => page.items)
  if (all.length === 0) return <p className="ink2">{text('invitations.follow.sendings.empty')}</p>
  return (
    <>
      <ul className="list">
        {all.map((campaign) => (
          <Sending key={campaign.id} campaign={campaign} />
        ))}
      </ul>
      {query.hasNextPage && (
        <Button kind="line" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {text('invitations.follow.more')}
        </Button>
      )}
    </>
  )
}

function Sending({ campaign }: { campaign: Campaign }) {
  const text = useText()
  const format = useFormat()
  const cancel = useGesture(
    campaign.spaceId,
    (id: string) => call(cancelCampaignReminders, { params: { id } }),
    () => text('invitations.follow.cancelled'),
  )
  const date = format.day(campaign.createdAt)
  return (
    <li className="stack stack-2">
      <h2 className="h3">{campaign.audienceName ?? text('invitations.follow.sendings.people')}</h2>
      <p className="sm mut">
        {campaign.by ? text('invitations.follow.sendings.by', { by: fullName(campaign.by), date }) : date}
      </p>
      {campaign.message && (
        <p className="ink2">{text('invitations.mail.message', { message: campaign.message })}</p>
      )}
      <p>
        {text('invitations.follow.sendings.line', {
          count: campaign.invited,
          arrived: format.number(campaign.arrived),
        })}
      </p>
      {campaign.invited > 0 && (
        <ProgressBar
          label={text('invitations.follow.sendings.share')}
          value={(campaign.arrived / campaign.invited) * 100}
          valueText={format.percent(campaign.arrived / campaign.invited)}
        />
      )}
      {campaign.toWrite > 0 && (
        <p className="sm ink2">{text('invitations.follow.sendings.toWrite', { count: campaign.toWrite })}</p>
      )}
      <div className="row g2 wrap">
        <Link
          className={buttonClass({ kind: 'soft', size: 's' })}
          to={`/communautes/${campaign.spaceId}/invitations?envoi=${campaign.id}`}
        >
          {text('invitations.follow.sendings.see')}
        </Link>
        {campaign.remindersPlanned > 0 && (
          <Button kind="ghost" size="s" busy={cancel.isPending} onClick={() => cancel.mutate(campaign.id)}>
            {text('invitations.follow.sendings.cancelReminders', { count: campaign.remindersPlanned })}
          </Button>
        )}
      </div>
    </li>
  )
}
