import { useState } from 'react'
import { Await } from '#platform/web/await.tsx'
import { call, newId } from '#platform/web/call.ts'
import { useFormat, useText } from '#platform/web/i18n.ts'
import { Button } from '#ui/button.tsx'
import { RadioGroup } from '#ui/radio-group.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { ListSkeleton } from '#ui/skeleton.tsx'
import { showToast } from '#ui/toast-store.ts'
import { TextArea } from '#ui/text-area.tsx'
import { type FollowUp, type ProposalDrafts, propose, type Terms } from '../contract.ts'
import { type ProposalKind, PROPOSALS } from '../rules/proposals.ts'
import { useAct, useDrafts, useProblem } from './follow-up-data.ts'
import { TermsFields } from './terms-fields.tsx'

/** Warm words to start from; the keeper reads them, changes them, and sends them, or does not. */
export function ProposeSheet({ followUp, onClose }: { followUp: FollowUp; onClose: () => void }) {
  const text = useText()
  return (
    <Sheet
      open
      onClose={onClose}
      closeOutside={false}
      title={text('contributions.propose.title', { name: followUp.person.givenName })}
      closeLabel={text('platform.close')}
    >
      <Await
        query={useDrafts(followUp.ambassadorId)}
        skeleton={<ListSkeleton label={text('platform.loading')} />}
      >
        {(drafts) => <Writing followUp={followUp} drafts={drafts} onClose={onClose} />}
      </Await>
    </Sheet>
  )
}

function Writing({
  followUp,
  drafts,
  onClose,
}: {
  followUp: FollowUp
  drafts: ProposalDrafts
  onClose: () => void
}) {
  const text = useText()
  const format = useFormat()
  const problem = useProblem()
  const [id] = useState(newId)
  const [kind, setKind] = useState<ProposalKind>(drafts.first)
  const [variant, setVariant] = useState(0)
  const variants = drafts.drafts.find((one) => one.kind === kind)?.variants ?? []
  const [message, setMessage] = useState(variants[0] ?? '')
  const [terms, setTerms] = useState<Terms>(() => termsFor(kind, drafts, followUp))
  const act = useAct(
    () =>
      call(propose, { params: { id }, body: { ambassadorId: followUp.ambassadorId, kind, message, terms } }),
    {
      quiet: true,
      onDone: (made) => {
        showToast({
          message:
            made.stage === 'planned'
              ? text('contributions.propose.planned', { day: format.dayTime(made.leavesAt ?? '') })
              : text('contributions.propose.sent'),
        })
        onClose()
      },
    },
  )
  const choose = (next: ProposalKind) => {
    setKind(next)
    setVariant(0)
    setMessage(drafts.drafts.find((one) => one.kind === next)?.variants[0] ?? '')
    setTerms(termsFor(next, drafts, followUp))
  }
  const another = () => {
    const next = (variant + 1) % variants.length
    setVariant(next)
    setMessage(variants[next] ?? '')
  }
  return (
    <form
      className="stack stack-6"
      onSubmit={(event) => {
        event.preventDefault()
        act.mutate(undefined)
      }}
    >
      <RadioGroup
        legend={text('contributions.propose.what')}
        options={PROPOSALS.map((value) => ({
          value,
          label: text(`contributions.proposal.kind.${value}`),
          hint: text(`contributions.proposal.hint.${value}`),
        }))}
        value={kind}
        onChange={choose}
      />
      <TermsFields kind={kind} terms={terms} drafts={drafts} onChange={setTerms} />
      <div className="stack stack-2">
        <TextArea
          label={text('contributions.propose.message')}
          hint={text('contributions.propose.messageHint')}
          maxLength={4000}
          rows={8}
          required
          value={message}
          onChange={(event) => setMessage(event.target.value)}
        />
        <p>
          <Button kind="ghost" size="s" onClick={another}>
            {text('contributions.propose.another')}
          </Button>
        </p>
      </div>
      <p className="sm ink2">
        {drafts.leavesAt
          ? text('contributions.propose.leaves', { day: format.dayTime(drafts.leavesAt) })
          : text('contributions.propose.now')}
      </p>
      {problem(act.error) && (
        <p className="err" role="alert">
          {problem(act.error)}
        </p>
      )}
      <div className="row wrap g2">
        <Button kind="primary" type="submit" busy={act.isPending}>
          {text('contributions.propose.send')}
        </Button>
        <Button kind="soft" onClick={onClose}>
          {text('platform.cancel')}
        </Button>
      </div>
    </form>
  )
}

const MONTH_DAYS = 42
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

/** What each kind starts from: to be changed by whoever writes. */
function termsFor(kind: ProposalKind, drafts: ProposalDrafts, followUp: FollowUp): Terms {
  if (kind === 'nudge') return { ideas: drafts.ideas }
  if (kind === 'talk') return { slots: drafts.slots.slice(0, 3) }
  if (kind === 'pause') return { until: inDays(MONTH_DAYS) }
  if (kind === 'lighter')
    return { contributionsPerMonth: Math.max(0, Math.floor(followUp.agreed.contributionsPerMonth / 2)) }
  if (kind === 'hand_over') return { successorId: null }
  return {}
}
