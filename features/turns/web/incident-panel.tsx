import { Siren } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { call } from '#platform/web/call.ts'
import { useFormat, useText } from '#platform/web/i18n.ts'
import { Button } from '#ui/button.tsx'
import { TextField } from '#ui/text-field.tsx'
import { addToIncident, closeIncident, type Incident } from '../contract.ts'
import { useTurnAct } from './turn-data.ts'

/** An incident under way: what was done, by whom, and its end. For the holder, the person on duty and the leads. */
export function IncidentPanel({ incident }: { incident: Incident }) {
  const text = useText()
  const [words, write] = useState('')
  const empty = () => write('')
  const add = useTurnAct(() => call(addToIncident, { params: { id: incident.id }, body: { words } }), {
    onDone: empty,
  })
  const close = useTurnAct(() => call(closeIncident, { params: { id: incident.id }, body: { words } }), {
    onDone: empty,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (words.trim()) add.mutate(undefined)
  }
  return (
    <section className="tour__incident stack stack-4" aria-labelledby="parole-incident">
      <h2 className="h3 row g2" id="parole-incident">
        <Siren className="i" aria-hidden />
        {text('turns.incident.open')}
      </h2>
      <p>{text('turns.incident.calm')}</p>
      <IncidentLines incident={incident} />
      <form className="row g2 wrap tour__paste" onSubmit={submit}>
        <TextField
          label={text('turns.incident.add')}
          maxLength={2000}
          value={words}
          onChange={(event) => write(event.target.value)}
        />
        <Button type="submit" busy={add.isPending}>
          {text('turns.incident.note')}
        </Button>
        <Button kind="primary" busy={close.isPending} onClick={() => close.mutate(undefined)}>
          {text('turns.incident.close')}
        </Button>
      </form>
    </section>
  )
}

export function IncidentLines({ incident }: { incident: Incident }) {
  const text = useText()
  const format = useFormat()
  return (
    <ol className="tour__log sm" aria-label={text('turns.incident.log')}>
      {incident.lines.map((line) => (
        <li key={line.id}>
          <span className="mut">{format.dayTime(line.at)}</span>{' '}
          <span className="b">{text(`turns.incident.line.${line.kind}`, { count: line.amount ?? 0 })}</span>
          {line.words && <span> {line.words}</span>}
          {line.by && <span className="mut"> ({line.by})</span>}
        </li>
      ))}
    </ol>
  )
}
