import { Check, X } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { PersonPicker, type PickedPerson } from '#features/communities/web/public/person-picker.tsx'
import { nameOf } from '#features/reactions/web/public/face.ts'
import { call, newId, type Refused } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { useMe } from '#platform/web/me.ts'
import { Link } from '#platform/web/router.tsx'
import { Button } from '#ui/button.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { Segmented } from '#ui/segmented.tsx'
import { TextField } from '#ui/text-field.tsx'
import { type Committee, decide, type Decision, dropDecision, settleDecision } from '../contract.ts'
import { LIMITS } from '../rules/limits.ts'
import { useDayWords } from './day-words.ts'
import { useEditorialAct } from './editorial-data.ts'

/** What was decided: slots already stand in the calendar, tasks have somebody and a date. */
export function CommitteeDecisions({ committee }: { committee: Committee }) {
  const text = useText()
  return (
    <section className="stack stack-4" aria-labelledby="decisions-title">
      <h2 className="h2" id="decisions-title">
        {text('editorial.committee.decisions')}
      </h2>
      {committee.decisions.length === 0 && (
        <p className="sm mut">{text('editorial.committee.decisions_none')}</p>
      )}
      <ul className="list">
        {committee.decisions.map((decision) => (
          <Line key={decision.id} decision={decision} committee={committee} />
        ))}
      </ul>
      {committee.can.shape && <DecisionForm committee={committee} />}
    </section>
  )
}

function Line({ decision, committee }: { decision: Decision; committee: Committee }) {
  const text = useText()
  const me = useMe()
  const { brief } = useDayWords()
  const params = { id: committee.id, decisionId: decision.id }
  const settle = useEditorialAct<void, unknown>(() => call(settleDecision, { params }))
  const drop = useEditorialAct<void, unknown>(() => call(dropDecision, { params }))
  const about = [
    text(`editorial.decision.${decision.kind}`),
    decision.owner && nameOf(decision.owner),
    decision.dueOn && brief(decision.dueOn),
    decision.doneAt && text('editorial.decision.done'),
  ].filter(Boolean)
  const mine = committee.can.shape || decision.owner?.id === me.id
  return (
    <li className="row row--t g2">
      <div className="grow">
        {decision.slotId ? (
          <Link className="link" to={`/communautes/${committee.spaceId}/calendrier/${decision.slotId}`}>
            {decision.text}
          </Link>
        ) : (
          <p>{decision.text}</p>
        )}
        <p className="sm mut">{about.join(' · ')}</p>
      </div>
      {decision.kind === 'task' && !decision.doneAt && mine && (
        <Button size="s" icon={Check} busy={settle.isPending} onClick={() => settle.mutate()}>
          {text('editorial.decision.settle')}
        </Button>
      )}
      {committee.can.shape && committee.state === 'planned' && (
        <IconButton
          icon={X}
          label={text('editorial.settings.remove', { name: decision.text })}
          onClick={() => drop.mutate()}
        />
      )}
    </li>
  )
}

function DecisionForm({ committee }: { committee: Committee }) {
  const text = useText()
  const [id, setId] = useState(newId)
  const [kind, setKind] = useState<Decision['kind']>('slot')
  const [words, setWords] = useState('')
  const [owner, setOwner] = useState<PickedPerson | null>(null)
  const [dueOn, setDueOn] = useState('')
  const [refused, setRefused] = useState<Refused | null>(null)
  const write = useEditorialAct<void, unknown>(
    () =>
      call(decide, {
        params: { id: committee.id, decisionId: id },
        body: { kind, text: words.trim(), ownerId: owner?.id ?? null, dueOn: dueOn || null },
      }),
    () => {
      setId(newId())
      setWords('')
      setOwner(null)
      setDueOn('')
    },
    setRefused,
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setRefused(null)
    if (words.trim()) write.mutate()
  }
  return (
    <form className="stack stack-3 eco__d" noValidate onSubmit={submit}>
      <Segmented
        label={text('editorial.decision.label')}
        options={(['slot', 'task', 'note'] as const).map((value) => ({
          value,
          label: text(`editorial.decision.${value}`),
        }))}
        value={kind}
        onChange={setKind}
      />
      <TextField
        label={text('editorial.decision.text')}
        value={words}
        maxLength={LIMITS.decision}
        error={refused?.on('text')}
        onChange={(event) => setWords(event.target.value)}
      />
      {kind !== 'note' && (
        <div className="efs">
          <PersonPicker
            label={text('editorial.decision.owner')}
            picked={owner}
            error={refused?.on('ownerId')}
            onPick={setOwner}
          />
          <TextField
            type="date"
            label={text(kind === 'slot' ? 'editorial.field.day' : 'editorial.decision.due')}
            optional={`(${text('platform.optional')})`}
            value={dueOn}
            onChange={(event) => setDueOn(event.target.value)}
          />
        </div>
      )}
      <div>
        <Button
          type="submit"
          busy={write.isPending}
          {...(words.trim() ? {} : { disabledReason: text('editorial.remarks.empty') })}
        >
          {text('editorial.decision.add')}
        </Button>
      </div>
    </form>
  )
}
