import { type FormEvent, useState } from 'react'
import { call } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { Button } from '#ui/button.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { TextField } from '#ui/text-field.tsx'
import { showToast } from '#ui/toast-store.ts'
import { type Desk, setNote, setResult } from '../contract.ts'
import { useTurnAct } from './turn-data.ts'

/** A word to whoever comes next, and what the turn brought where no network says it. */
export function HandOver({ desk }: { desk: Desk }) {
  const text = useText()
  const [note, write] = useState(desk.note)
  const keep = useTurnAct(() => call(setNote, { params: { id: desk.turn.id }, body: { note } }), {
    onDone: () => showToast({ message: text('turns.note.kept') }),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    keep.mutate(undefined)
  }
  return (
    <details className="tour__more">
      <summary>{text('turns.note.title')}</summary>
      <form className="stack stack-3" onSubmit={submit}>
        <TextArea
          label={desk.next ? text('turns.note.to', { name: desk.next.givenName }) : text('turns.note.next')}
          hint={text('turns.note.hint')}
          rows={3}
          maxLength={2000}
          value={note}
          onChange={(event) => write(event.target.value)}
        />
        <p>
          <Button type="submit" busy={keep.isPending}>
            {text('turns.note.keep')}
          </Button>
        </p>
      </form>
      <ResultForm desk={desk} />
    </details>
  )
}

const FIGURES = ['views', 'likes', 'replies', 'clicks'] as const

export function ResultForm({ desk }: { desk: Desk }) {
  const text = useText()
  const [typed, setTyped] = useState(() => ({
    views: desk.told.views?.toString() ?? '',
    likes: desk.told.likes?.toString() ?? '',
    replies: desk.told.replies?.toString() ?? '',
    clicks: desk.told.clicks?.toString() ?? '',
    words: desk.result.words,
  }))
  const number = (written: string) => (/^\d+$/.test(written.trim()) ? Number(written) : null)
  const keep = useTurnAct(
    () =>
      call(setResult, {
        params: { id: desk.turn.id },
        body: {
          views: number(typed.views),
          likes: number(typed.likes),
          replies: number(typed.replies),
          clicks: number(typed.clicks),
          words: typed.words,
        },
      }),
    { onDone: () => showToast({ message: text('turns.result.kept') }) },
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    keep.mutate(undefined)
  }
  return (
    <form className="stack stack-3" onSubmit={submit}>
      <h3 className="h4">{text('turns.result.title')}</h3>
      <p className="sm ink2">{text('turns.result.hint')}</p>
      <div className="tour__figures">
        {FIGURES.map((name) => (
          <TextField
            key={name}
            label={text(`turns.result.${name}`)}
            inputMode="numeric"
            pattern="[0-9]*"
            maxLength={9}
            value={typed[name]}
            onChange={(event) => setTyped({ ...typed, [name]: event.target.value })}
          />
        ))}
      </div>
      <TextArea
        label={text('turns.result.words')}
        rows={2}
        maxLength={1000}
        value={typed.words}
        onChange={(event) => setTyped({ ...typed, words: event.target.value })}
      />
      <p>
        <Button type="submit" busy={keep.isPending}>
          {text('turns.result.keep')}
        </Button>
      </p>
    </form>
  )
}
