import '../contributions.css'
import { useState } from 'react'
import { Await } from '#platform/web/await.tsx'
import { call } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { Link } from '#platform/web/router.tsx'
import { Badge } from '#ui/badge.tsx'
import { Banner } from '#ui/banner.tsx'
import { Button } from '#ui/button.tsx'
import { SectionHead } from '#ui/section-head.tsx'
import { type FollowUp, type Proposal, recallProposal, settleProposal } from '../../contract.ts'
import { useAct, useFollowUp, useReason } from '../follow-up-data.ts'
import { LedgerList } from '../ledger-list.tsx'
import { ProposalCard } from '../proposal-card.tsx'
import { ProposeSheet } from '../propose-dialog.tsx'
import { RestDialog } from '../rest-dialog.tsx'

/** In the file of an ambassador: the state and its reason, the conversation, and what proves it. */
export function ContributionsInFile({ ambassadorId }: { programmeId: string; ambassadorId: string }) {
  return (
    <Await query={useFollowUp(ambassadorId)} skeleton={null}>
      {(followUp) => (followUp.can.propose ? <Kept followUp={followUp} /> : <Own followUp={followUp} />)}
    </Await>
  )
}

/** In one's own file: the page that holds everything is one step away. */
function Own({ followUp }: { followUp: FollowUp }) {
  const text = useText()
  const reason = useReason()
  return (
    <section aria-labelledby="follow-up" className="stack stack-3">
      <SectionHead
        id="follow-up"
        title={text('contributions.mine.title')}
        more={
          <Link className="more" to={`/programmes/${followUp.programmeId}/contributions`}>
            {text('contributions.mine.all')}
          </Link>
        }
      />
      <p>{reason(followUp.standing)}</p>
    </section>
  )
}

const BADGE = { thriving: 'ok', on_track: 'ok', fading: 'warn', silent: 'warn' } as const

function Kept({ followUp }: { followUp: FollowUp }) {
  const text = useText()
  const reason = useReason()
  const { standing, proposals, person, choices, ambassadorId } = followUp
  const open = proposals.find((one) => ['planned', 'sent', 'answered'].includes(one.stage))
  const past = proposals.filter((one) => one !== open)
  return (
    <section aria-labelledby="follow-up" className="stack stack-8 ctb">
      <div className="stack stack-3">
        <SectionHead
          id="follow-up"
          title={text('contributions.file.title')}
          note={text('contributions.file.note', { name: person.givenName })}
          more={
            <Link className="more" to={`/programmes/${followUp.programmeId}/qui-avance`}>
              {text('contributions.overview.title')}
            </Link>
          }
        />
        <p className="row wrap g3">
          <Badge kind={standing.state ? BADGE[standing.state] : 'neutral'}>
            {text(`contributions.state.${standing.state ?? 'none'}`)}
          </Badge>
          <span>{reason(standing)}</span>
        </p>
        {choices.objectedAt ? (
          <Banner kind="info">
            {text('contributions.file.objected')}
            {choices.objection && ` ${text('contributions.ledger.quote', { words: choices.objection })}`}
          </Banner>
        ) : (
          !open && <Begin followUp={followUp} />
        )}
      </div>
      {open && (
        <ProposalCard proposal={open}>
          <OpenActs key={open.stage} proposal={open} />
        </ProposalCard>
      )}
      <div className="stack stack-4">
        <SectionHead level={3} title={text('contributions.file.ledger')} />
        <LedgerList ambassadorId={ambassadorId} own={false} />
      </div>
      {past.length > 0 && (
        <div className="stack stack-4">
          <SectionHead level={3} title={text('contributions.mine.history')} />
          {past.map((proposal) => (
            <ProposalCard key={proposal.id} proposal={proposal} />
          ))}
        </div>
      )}
    </section>
  )
}

const SERVING = ['onboarding', 'active', 'paused', 'handing_over']

function Begin({ followUp }: { followUp: FollowUp }) {
  const text = useText()
  const [doing, setDoing] = useState<'propose' | 'rest' | null>(null)
  const { standing, ambassadorId } = followUp
  if (!SERVING.includes(followUp.lifeState)) return null
  const asks = standing.state === 'fading' || standing.state === 'silent'
  return (
    <>
      <p className="row wrap g2">
        <Button kind={asks ? 'primary' : 'line'} onClick={() => setDoing('propose')}>
          {text('contributions.file.talk')}
        </Button>
        {asks && (
          <Button kind="line" onClick={() => setDoing('rest')}>
            {text('contributions.file.rest')}
          </Button>
        )}
      </p>
      {doing === 'propose' && <ProposeSheet followUp={followUp} onClose={() => setDoing(null)} />}
      {doing === 'rest' && (
        <RestDialog
          ambassadorId={ambassadorId}
          kind={standing.state === 'silent' ? 'talk' : 'nudge'}
          onClose={() => setDoing(null)}
        />
      )}
    </>
  )
}

/** Recalled before it leaves; closed once answered, or when there is nothing more to wait for. */
function OpenActs({ proposal }: { proposal: Proposal }) {
  const text = useText()
  const params = { params: { id: proposal.id } }
  const recall = useAct(() => call(recallProposal, params))
  const settle = useAct((outcome: 'done' | 'otherwise') =>
    call(settleProposal, { ...params, body: { outcome } }),
  )
  if (proposal.stage === 'planned')
    return (
      <p>
        <Button kind="line" busy={recall.isPending} onClick={() => recall.mutate(undefined)}>
          {text('contributions.file.recall')}
        </Button>
      </p>
    )
  return (
    <p className="row wrap g2">
      {proposal.answer === 'yes' && (
        <Button
          kind="primary"
          busy={settle.isPending && settle.variables === 'done'}
          onClick={() => settle.mutate('done')}
        >
          {text(`contributions.file.do.${proposal.kind}`)}
        </Button>
      )}
      <Button
        kind="line"
        busy={settle.isPending && settle.variables === 'otherwise'}
        onClick={() => settle.mutate('otherwise')}
      >
        {text('contributions.file.otherwise')}
      </Button>
    </p>
  )
}
