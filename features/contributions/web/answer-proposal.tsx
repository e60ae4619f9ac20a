import { useState } from 'react'
import { useFormat, useText } from '#platform/web/i18n.ts'
import { useOnItsWay, useQuick } from '#platform/web/quick.ts'
import { Button } from '#ui/button.tsx'
import { Checkbox } from '#ui/checkbox.tsx'
import { RadioGroup } from '#ui/radio-group.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { answerProposal, type Proposal } from '../contract.ts'
import { type Answer, ANSWERS_TO } from '../rules/proposals.ts'
import { TOUCHED, useProblem } from './follow-up-data.ts'

interface Given {
  answer: Answer
  words: string
  slot?: string | null
  wall?: boolean
}

/** My answer, in one press, with a few words if I like; it can change until the conversation is closed. */
export function AnswerProposal({ proposal }: { proposal: Proposal }) {
  const text = useText()
  const format = useFormat()
  const problem = useProblem()
  const { kind, terms } = proposal
  const [words, setWords] = useState(proposal.answerWords)
  const [slot, setSlot] = useState<string | null>(proposal.slot ?? terms.slots?.[0] ?? null)
  const [wall, setWall] = useState(proposal.wall ?? false)
  const act = useQuick({
    kind: 'contributions.answer',
    scope: proposal.id,
    endpoint: answerProposal,
    input: (body: Given) => ({ params: { id: proposal.id }, body }),
    label: text('contributions.answer.named'),
    lane: proposal.id,
    touches: TOUCHED,
    says: text('contributions.answer.sent'),
    quiet: true,
  })
  const leaving = useOnItsWay<Given>('contributions.answer', proposal.id).at(-1)
  const said = leaving?.given.answer ?? proposal.answer
  const give = (answer: Answer) =>
    act.mutate({
      answer,
      words,
      ...(kind === 'talk' && answer === 'yes' ? { slot } : {}),
      ...(kind === 'thanks' && answer === 'yes' ? { wall } : {}),
    })
  return (
    <div className="stack stack-3">
      {kind === 'talk' && terms.slots && (
        <RadioGroup
          legend={text('contributions.answer.slot')}
          options={terms.slots.map((value) => ({ value, label: format.dayTime(value) }))}
          value={slot}
          onChange={setSlot}
        />
      )}
      {kind === 'thanks' && (
        <Checkbox
          label={text('contributions.answer.wall')}
          hint={text('contributions.answer.wallHint')}
          checked={wall}
          onChange={(event) => setWall(event.target.checked)}
        />
      )}
      <TextArea
        label={text('contributions.answer.words')}
        optional={text('contributions.optional')}
        maxLength={1000}
        rows={2}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      {problem(act.error) && (
        <p className="err" role="alert">
          {problem(act.error)}
        </p>
      )}
      <div className="row wrap g2">
        {ANSWERS_TO[kind].map((answer) => (
          <Button
            key={answer}
            kind={answer === 'yes' ? 'primary' : 'line'}
            busy={act.isPending && act.variables.answer === answer}
            aria-pressed={said === answer}
            onClick={() => give(answer)}
          >
            {text(`contributions.proposal.answer.${answer}`)}
          </Button>
        ))}
      </div>
      {leaving?.waits && <p className="sm ink2">{text('platform.waiting')}</p>}
    </div>
  )
}
