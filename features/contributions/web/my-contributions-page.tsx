import './contributions.css'
import { HandHeart, Plus } from 'lucide-react'
import { useState } from 'react'
import { Await } from '#platform/web/await.tsx'
import type { Programme } from '#features/programme/contract.ts'
import { useText } from '#platform/web/i18n.ts'
import { Link, useParam } from '#platform/web/router.tsx'
import { Button, buttonClass } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { SectionHead } from '#ui/section-head.tsx'
import type { FollowUp } from '../contract.ts'
import { AnswerProposal } from './answer-proposal.tsx'
import { Confirmations } from './confirmations.tsx'
import { DeclareDialog } from './declare-dialog.tsx'
import { HeldAboutMe } from './held-about-me.tsx'
import { LedgerList } from './ledger-list.tsx'
import { ProposalCard } from './proposal-card.tsx'
import { Thanked } from './thanked.tsx'
import { useFollowUp, useProgrammePlace, useReadyToDeclare, useReason } from './follow-up-data.ts'

/** Everything that is held about me in a programme: I read it before anybody. */
export function MyContributionsPage() {
  const programmeId = useParam('id')
  const programme = useProgrammePlace(programmeId)
  return (
    <Await query={programme}>
      {(one) =>
        one.mine && !NOT_YET.includes(one.mine.state) ? (
          <Mine key={one.mine.id} ambassadorId={one.mine.id} />
        ) : (
          <NotMine programme={one} />
        )
      }
    </Await>
  )
}

const NOT_YET = ['candidate', 'nominated', 'agreed', 'declined']

/** Who has not served: what this page is, that nothing stands on it, and how one comes to serve. */
function NotMine({ programme: { id, name, mine, state, byVolunteering } }: { programme: Programme }) {
  const text = useText()
  const mayOffer = state === 'open' && byVolunteering && (!mine || mine.state === 'declined')
  return (
    <>
      <PageHead
        title={text('contributions.mine.title')}
        eyebrow={
          <Link className="link" to={`/programmes/${id}`}>
            {name}
          </Link>
        }
      />
      <Empty
        icon={HandHeart}
        title={text('contributions.mine.notMine')}
        action={
          <Link className={buttonClass({ kind: 'primary' })} to={`/programmes/${id}`}>
            {text(mayOffer ? 'contributions.mine.toServe' : 'contributions.mine.toProgramme')}
          </Link>
        }
      >
        <p>{text('contributions.mine.notMineWhy', { programme: name })}</p>
      </Empty>
    </>
  )
}

function Mine({ ambassadorId }: { ambassadorId: string }) {
  return <Await query={useFollowUp(ambassadorId)}>{(followUp) => <Whole followUp={followUp} />}</Await>
}

const SERVING = ['onboarding', 'active', 'paused', 'handing_over']

function Whole({ followUp }: { followUp: FollowUp }) {
  const text = useText()
  const reason = useReason()
  const [declaring, setDeclaring] = useState(false)
  const { ambassadorId, programmeId, proposals } = followUp
  const open = proposals.filter((one) => one.stage === 'sent' || one.stage === 'answered')
  const past = proposals.filter((one) => !open.includes(one))
  const serves = SERVING.includes(followUp.lifeState)
  useReadyToDeclare(programmeId, serves)
  return (
    <div className="stack stack-12 ctb">
      <PageHead
        title={text('contributions.mine.title')}
        lead={reason(followUp.standing)}
        eyebrow={
          <Link className="link" to={`/programmes/${programmeId}`}>
            {followUp.programmeName}
          </Link>
        }
        actions={
          serves && (
            <Button kind="accent" icon={Plus} onClick={() => setDeclaring(true)}>
              {text('contributions.declare.action')}
            </Button>
          )
        }
      />
      {declaring && (
        <DeclareDialog
          programmeId={programmeId}
          ambassadorId={ambassadorId}
          onClose={() => setDeclaring(false)}
        />
      )}
      {open.length > 0 && (
        <section aria-labelledby="to-me" className="stack stack-4">
          <SectionHead
            id="to-me"
            title={text('contributions.mine.open')}
            note={text('contributions.mine.openNote')}
          />
          {open.map((proposal) => (
            <ProposalCard key={proposal.id} proposal={proposal}>
              <AnswerProposal key={proposal.answeredAt} proposal={proposal} />
            </ProposalCard>
          ))}
        </section>
      )}
      {followUp.lifeState === 'alumni' && <Thanked followUp={followUp} />}
      <Confirmations programmeId={programmeId} />
      <section aria-labelledby="ledger" className="stack stack-4">
        <SectionHead
          id="ledger"
          title={text('contributions.ledger.title')}
          note={text('contributions.ledger.note')}
          more={
            <Link className="more" to={`/programmes/${programmeId}/ce-qui-compte`}>
              {text('contributions.counts.link')}
            </Link>
          }
        />
        <LedgerList ambassadorId={ambassadorId} own />
      </section>
      <section aria-labelledby="history" className="stack stack-4">
        <SectionHead
          id="history"
          title={text('contributions.mine.history')}
          note={text('contributions.mine.historyNote')}
        />
        {past.length === 0 && <p className="ink2">{text('contributions.mine.noHistory')}</p>}
        {past.map((proposal) => (
          <ProposalCard key={proposal.id} proposal={proposal} />
        ))}
      </section>
      <HeldAboutMe followUp={followUp} />
    </div>
  )
}
