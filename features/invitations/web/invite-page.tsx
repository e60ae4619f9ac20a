import './invitations.css'
import { useState } from 'react'
import { FormProblem } from '#features/network/web/public/form-problem.tsx'
import { Await } from '#platform/web/await.tsx'
import { call, newId } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { Link, useParam } from '#platform/web/router.tsx'
import { Button } from '#ui/button.tsx'
import { Checkbox } from '#ui/checkbox.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { type Campaign, type Choice, sendCampaign } from '../contract.ts'
import { ChooseWhom, type ChosenAudience } from './choose-whom.tsx'
import { useCommunity, useGesture, usePreview } from './invitation-data.ts'
import { Reach } from './reach.tsx'
import { Sent } from './sent.tsx'

/** Choose whom, see how many by e-mail and how many by letter, say why, send. */
export function InvitePage() {
  const id = useParam('id')
  const community = useCommunity(id)
  const [sent, setSent] = useState<Campaign | null>(null)
  const text = useText()
  return (
    <Await query={community}>
      {(found) => (
        <>
          <PageHead
            title={text('invitations.invite.title')}
            lead={text('invitations.invite.lead')}
            eyebrow={
              <Link className="link" to={`/communautes/${id}`}>
                {found.name}
              </Link>
            }
          />
          {sent ? (
            <Sent campaign={sent} onAgain={() => setSent(null)} />
          ) : (
            <Invite spaceId={id} audience={found.preparation?.audience ?? null} onSent={setSent} />
          )}
        </>
      )}
    </Await>
  )
}

function Invite({
  spaceId,
  audience,
  onSent,
}: {
  spaceId: string
  audience: ChosenAudience | null
  onSent: (campaign: Campaign) => void
}) {
  const text = useText()
  // Made once: pressing twice, or again after a cut, is one sending.
  const [id] = useState(newId)
  const [choice, setChoice] = useState<Choice | null>(null)
  const [message, setMessage] = useState('')
  const [reminders, setReminders] = useState(true)
  const preview = usePreview(spaceId, choice)
  const send = useGesture(spaceId, (wish: Choice) =>
    call(sendCampaign, { params: { id }, body: { ...wish, spaceId, message, reminders } }),
  )
  const count = choice ? (preview.data?.toInvite ?? 0) : 0
  return (
    <form
      className="invite"
      onSubmit={(event) => {
        event.preventDefault()
        if (choice && count > 0) send.mutate(choice, { onSuccess: onSent })
      }}
    >
      <div className="stack stack-8">
        <ChooseWhom own={audience} onChoose={setChoice} error={send.error} />
        <TextArea
          label={text('invitations.invite.message')}
          hint={text('invitations.invite.messageHint')}
          optional={`(${text('platform.optional')})`}
          maxLength={1000}
          remaining={(left) => text('invitations.invite.messageLeft', { count: left })}
          value={message}
          onChange={(event) => setMessage(event.target.value)}
        />
        <Checkbox
          label={text('invitations.invite.reminders')}
          hint={text('invitations.invite.remindersHint')}
          checked={reminders}
          onChange={(event) => setReminders(event.target.checked)}
        />
      </div>
      <div className="invite__reach">
        <Reach preview={choice ? preview : null} />
        <FormProblem error={send.error} fields={['email']} />
        <Button
          type="submit"
          kind="accent"
          size="l"
          full
          busy={send.isPending}
          busyLabel={text('invitations.invite.sending')}
          disabledReason={count === 0 ? text('invitations.invite.sendNobody') : undefined}
        >
          {count === 0 ? text('invitations.invite.title') : text('invitations.invite.send', { count })}
        </Button>
      </div>
    </form>
  )
}
