import './invitations.css'
import { useText, useFormat } from '#platform/web/i18n.ts'
import { Await } from '#platform/web/await.tsx'
import { Link, useParam, useSearchParam } from '#platform/web/router.tsx'
import { buttonClass } from '#ui/button.tsx'
import { Kpi } from '#ui/kpi.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { Tabs } from '#ui/tabs.tsx'
import type { FollowUp } from '../contract.ts'
import { useCommunity, useFollowUp } from './invitation-data.ts'
import { InvitationList } from './invitation-list.tsx'
import { PaperTab } from './paper-tab.tsx'
import { SendingList } from './sending-list.tsx'

const VIEWS = { personnes: 'peopleTab', lettres: 'lettersTab', envois: 'sendingsTab' } as const
type View = keyof typeof VIEWS

/** Where each invitation of a community stands. */
export function FollowUpPage() {
  const text = useText()
  const id = useParam('id')
  const asked = useSearchParam('vue')
  const view: View = asked === 'lettres' || asked === 'envois' ? asked : 'personnes'
  const community = useCommunity(id)
  const counts = useFollowUp(id)
  const base = `/communautes/${id}/invitations`
  return (
    <Await query={counts}>
      {(found) => (
        <>
          <PageHead
            title={text('invitations.follow.title')}
            lead={text('invitations.follow.lead')}
            eyebrow={
              <Link className="link" to={`/communautes/${id}`}>
                {community.data?.name ?? text('invitations.follow.community')}
              </Link>
            }
            actions={
              <Link className={buttonClass({ kind: 'accent' })} to={`/communautes/${id}/inviter`}>
                {text('invitations.follow.invite')}
              </Link>
            }
          />
          {found.invited > 0 && <Counts counts={found} />}
          <Tabs label={text('invitations.follow.tabs')}>
            {(Object.keys(VIEWS) as View[]).map((key) => (
              <Link
                key={key}
                to={key === 'personnes' ? base : `${base}?vue=${key}`}
                className="tab"
                aria-current={key === view ? 'page' : undefined}
              >
                {text(`invitations.follow.${VIEWS[key]}`)}
              </Link>
            ))}
          </Tabs>
          <div className="invitations__view">
            {view === 'personnes' && <InvitationList spaceId={id} counts={found} />}
            {view === 'lettres' && <PaperTab spaceId={id} letters={found.letters} />}
            {view === 'envois' && <SendingList spaceId={id} />}
          </div>
        </>
      )}
    </Await>
  )
}

function Counts({ counts }: { counts: FollowUp }) {
  const text = useText()
  const format = useFormat()
  const share = counts.invited > 0 ? counts.arrived / counts.invited : 0
  return (
    <section className="kpis" aria-label={text('invitations.follow.counts')}>
      <Kpi label={text('invitations.follow.invited')} value={format.number(counts.invited)} />
      <Kpi
        label={text('invitations.follow.arrived')}
        value={format.number(counts.arrived)}
        note={text('invitations.follow.arrivedOf', { share: format.percent(share) })}
      />
      <Kpi label={text('invitations.follow.waiting')} value={format.number(counts.waiting)} />
      {counts.bounced > 0 && (
        <Kpi label={text('invitations.follow.bounced')} value={format.number(counts.bounced)} />
      )}
    </section>
  )
}
