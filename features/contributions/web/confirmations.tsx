import { useState } from 'react'
import { useText } from '#platform/web/i18n.ts'
import { useOnItsWay, useQuick } from '#platform/web/quick.ts'
import { Button } from '#ui/button.tsx'
import { SectionHead } from '#ui/section-head.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { answerDeclaration, type Confirmation } from '../contract.ts'
import { nameOf, TOUCHED, useConfirmations, useShortDate } from './follow-up-data.ts'
import { PersonLine } from './person-line.tsx'

const CONFIRM = 'contributions.confirm'
interface Answered {
  id: string
  confirmed: boolean
  words: string
}

/** What colleagues ask me to confirm; nothing on the page when nobody does. */
export function Confirmations({ programmeId }: { programmeId: string }) {
  const text = useText()
  const asked = useConfirmations(programmeId).data?.items ?? []
  const answered = useOnItsWay<Answered>(CONFIRM, programmeId)
  const items = asked.filter((item) => !answered.some((one) => one.waits && one.given.id === item.id))
  if (items.length === 0) return null
  return (
    <section aria-labelledby="confirmations" className="stack stack-4">
      <SectionHead
        id="confirmations"
        title={text('contributions.confirm.title', { count: items.length })}
        note={text('contributions.confirm.note')}
      />
      <ul className="list stack stack-4">
        {items.map((item) => (
          <Asked key={item.id} programmeId={programmeId} item={item} />
        ))}
      </ul>
    </section>
  )
}

function Asked({ programmeId, item }: { programmeId: string; item: Confirmation }) {
  const text = useText()
  const shortDate = useShortDate()
  const [words, setWords] = useState('')
  const act = useQuick({
    kind: CONFIRM,
    scope: programmeId,
    endpoint: answerDeclaration,
    input: ({ id, ...answer }: Answered) => ({ params: { id }, body: answer }),
    label: text('contributions.confirm.named', { name: nameOf(item.person) }),
    touches: TOUCHED,
  })
  const answer = (confirmed: boolean) => act.mutate({ id: item.id, confirmed, words })
  const facts = [
    text(`contributions.what.${item.what}`),
    shortDate(item.on),
    ...(item.people === null ? [] : [text('contributions.ledger.people', { count: item.people })]),
  ]
  return (
    <li className="ctb-talk">
      <PersonLine person={item.person} meta={facts.join(' · ')} />
      {item.words && <p>{item.words}</p>}
      <TextArea
        label={text('contributions.confirm.words', { name: nameOf(item.person) })}
        optional={text('contributions.optional')}
        maxLength={500}
        rows={1}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      <div className="row wrap g2">
        <Button kind="primary" busy={act.isPending && act.variables.confirmed} onClick={() => answer(true)}>
          {text('contributions.confirm.yes')}
        </Button>
        <Button kind="line" busy={act.isPending && !act.variables.confirmed} onClick={() => answer(false)}>
          {text('contributions.confirm.no')}
        </Button>
      </div>
    </li>
  )
}
