import { Printer } from 'lucide-react'
import { useText } from '#platform/web/i18n.ts'
import { Link } from '#platform/web/router.tsx'
import { Button, buttonClass } from '#ui/button.tsx'
import { ProgressBar } from '#ui/progress-bar.tsx'
import type { Campaign } from '../contract.ts'
import { useCampaigns } from './invitation-data.ts'

/** Who is invited now; the e-mails are being written, the letters are to be printed. */
export function Sent({ campaign, onAgain }: { campaign: Campaign; onAgain: () => void }) {
  const text = useText()
  const campaigns = useCampaigns(campaign.spaceId)
  const now =
    campaigns.data?.pages.flatMap((page) => page.items).find((one) => one.id === campaign.id) ?? campaign
  const written = now.byEmail - now.toWrite
  return (
    <div className="narrow stack stack-6">
      <h2 className="h2">{text('invitations.invite.sentTitle', { count: campaign.invited })}</h2>
      {now.byEmail > 0 && (
        <div className="stack stack-2">
          <ProgressBar
            label={text('invitations.invite.writingLabel')}
            value={(written / now.byEmail) * 100}
            valueText={`${written} / ${now.byEmail}`}
          />
          <p role="status" className="ink2">
            {now.toWrite > 0
              ? text('invitations.invite.writing', { count: now.toWrite })
              : text('invitations.invite.written')}
          </p>
        </div>
      )}
      <div className="row g2 wrap">
        {now.byLetter > 0 && (
          <a
            className={buttonClass({ kind: 'accent' })}
            href={`/api/spaces/${now.spaceId}/letters?campaignId=${now.id}`}
            target="_blank"
            rel="noreferrer"
          >
            <Printer className="i" aria-hidden />
            {text('invitations.invite.printLetters', { count: now.byLetter })}
          </a>
        )}
        <Link
          className={buttonClass({ kind: now.byLetter > 0 ? 'soft' : 'primary' })}
          to={`/communautes/${now.spaceId}/invitations`}
        >
          {text('invitations.invite.follow')}
        </Link>
        <Button kind="ghost" onClick={onAgain}>
          {text('invitations.invite.again')}
        </Button>
      </div>
    </div>
  )
}
