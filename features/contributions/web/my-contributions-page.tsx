import './contributions.css'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { Await } from '#platform/web/await.tsx'
import { useText } from '#platform/web/i18n.ts'
import { Link, useParam } from '#platform/web/router.tsx'
import { Button } from '#ui/button.tsx'
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
import { useFollowUp, useProgrammePlace, useReason } from './follow-up-data.ts'

/** Everything that is held about me in a programme: I read it before anybody. */
export function MyContributionsPage() {
  const text = useText()
  const programmeId = useParam('id')
  const programme = useProgrammePlace(programmeId)
  return (
    <Await query={programme}>
      {({ mine, name }) =>
        mine ? (
          <Mine key={mine.id} ambassadorId={mine.id} />
        ) : (
          <>
            <PageHead title={text('contributions.mine.title')} eyebrow={name} />
            <Empty
              title={text('contributions.mine.notMine')}
              action={
                <Link className="btn btn--primary" to={`/programmes/${programmeId}`}>
                  {text('contributions.mine.toProgramme')}
                </Link>
              }
            >
              <p>{text('contributions.mine.notMineWhy')}</p>
            </Empty>
          </>
        )
      }
    </Await>
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
