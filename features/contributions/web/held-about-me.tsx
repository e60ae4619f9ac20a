import { Download } from 'lucide-react'
import { useState } from 'react'
import { call } from '#platform/web/call.ts'
import { useFormat, useText } from '#platform/web/i18n.ts'
import { Banner } from '#ui/banner.tsx'
import { Button, buttonClass } from '#ui/button.tsx'
import { ConfirmDialog } from '#ui/confirm-dialog.tsx'
import { SectionHead } from '#ui/section-head.tsx'
import { Switch } from '#ui/switch.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { chooseFollowUp, type FollowUp } from '../contract.ts'
import { useAct } from './follow-up-data.ts'
import { PersonLine } from './person-line.tsx'

/** Why it is kept, who reads it, how long, and how to take it away, correct it or object. */
export function HeldAboutMe({ followUp }: { followUp: FollowUp }) {
  const text = useText()
  const { ambassadorId, choices, seenBy } = followUp
  const sharing = useAct((countSharing: boolean) =>
    call(chooseFollowUp, { params: { id: ambassadorId }, body: { countSharing } }),
  )
  const facts = ['purpose', 'ground', 'state', 'never', 'rights'] as const
  return (
    <section aria-labelledby="held" className="stack stack-6 ctb-held">
      <SectionHead
        id="held"
        title={text('contributions.held.title')}
        note={text('contributions.held.note')}
      />
      <dl className="ctb-facts">
        {facts.map((key) => (
          <div key={key}>
            <dt>{text(`contributions.held.${key}`)}</dt>
            <dd>{text(`contributions.held.${key}Text`)}</dd>
          </div>
        ))}
        <div>
          <dt>{text('contributions.held.kept')}</dt>
          <dd>
            {text('contributions.held.keptText', {
              ledger: followUp.ledgerMonths,
              count: followUp.proposalMonths,
            })}
          </dd>
        </div>
      </dl>
      <div className="stack stack-3">
        <h3 className="h4">{text('contributions.held.seenBy', { count: seenBy.length })}</h3>
        <p className="sm ink2">{text('contributions.held.nobodyElse')}</p>
        <ul className="list stack stack-3">
          {seenBy.map((person) => (
            <li key={person.id}>
              <PersonLine person={person} meta={text(`contributions.held.role.${person.role}`)} />
            </li>
          ))}
        </ul>
      </div>
      <Switch
        label={text('contributions.held.sharing')}
        hint={text('contributions.held.sharingHint')}
        checked={choices.countSharing}
        onChange={(checked) => sharing.mutate(checked)}
      />
      <div className="row wrap g3">
        <a
          className={buttonClass({ kind: 'line' })}
          href={`/api/ambassadors/${ambassadorId}/follow-up/export`}
          download="mon-suivi.json"
        >
          <Download className="i" aria-hidden />
          {text('contributions.held.export')}
        </a>
        {!choices.objectedAt && <Objection ambassadorId={ambassadorId} />}
      </div>
      {choices.objectedAt && <Objected followUp={followUp} />}
    </section>
  )
}

function Objection({ ambassadorId }: { ambassadorId: string }) {
  const text = useText()
  const [asking, setAsking] = useState(false)
  const [words, setWords] = useState('')
  const act = useAct(
    () => call(chooseFollowUp, { params: { id: ambassadorId }, body: { objection: words } }),
    { onDone: () => setAsking(false) },
  )
  return (
    <>
      <Button kind="line" onClick={() => setAsking(true)}>
        {text('contributions.held.object')}
      </Button>
      <ConfirmDialog
        open={asking}
        title={text('contributions.held.objectTitle')}
        confirmLabel={text('contributions.held.objectConfirm')}
        keepLabel={text('platform.cancel')}
        kind="primary"
        busy={act.isPending}
        onConfirm={() => act.mutate(undefined)}
        onClose={() => setAsking(false)}
      >
        <p>{text('contributions.held.objectWhy')}</p>
        <TextArea
          label={text('contributions.held.objectWords')}
          optional={text('contributions.optional')}
          maxLength={1000}
          rows={3}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </ConfirmDialog>
    </>
  )
}

function Objected({ followUp: { ambassadorId, choices } }: { followUp: FollowUp }) {
  const text = useText()
  const format = useFormat()
  const act = useAct(() => call(chooseFollowUp, { params: { id: ambassadorId }, body: { objection: null } }))
  return (
    <Banner
      kind="info"
      action={
        <Button kind="line" size="s" busy={act.isPending} onClick={() => act.mutate(undefined)}>
          {text('contributions.held.comeBack')}
        </Button>
      }
    >
      {text('contributions.held.objectedSince', { day: format.day(choices.objectedAt ?? '') })}
      {choices.objection && ` ${text('contributions.ledger.quote', { words: choices.objection })}`}
    </Banner>
  )
}
