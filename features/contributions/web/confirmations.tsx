import { useState } from 'react'
import { call } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { Button } from '#ui/button.tsx'
import { SectionHead } from '#ui/section-head.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { answerDeclaration, type Confirmation } from '../contract.ts'
import { nameOf, useAct, useConfirmations, useShortDate } from './follow-up-data.ts'
import { PersonLine } from './person-line.tsx'

/** What colleagues ask me to confirm; nothing on the page when nobody does. */
export function Confirmations({ programmeId }: { programmeId: string }) {
  const text = useText()
  const items = useConfirmations(programmeId).data?.items ?? []
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
          <Asked key={item.id} item={item} />
        ))}
      </ul>
    </section>
  )
}

function Asked({ item }: { item: Confirmation }) {
  const text = useText()
  const shortDate = useShortDate()
  const [words, setWords] = useState('')
  const act = useAct((confirmed: boolean) =>
    call(answerDeclaration, { params: { id: item.id }, body: { confirmed, words } }),
  )
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
        <Button kind="primary" busy={act.isPending && act.variables} onClick={() => act.mutate(true)}>
          {text('contributions.confirm.yes')}
        </Button>
        <Button kind="line" busy={act.isPending && act.variables === false} onClick={() => act.mutate(false)}>
          {text('contributions.confirm.no')}
        </Button>
      </div>
    </li>
  )
}
