import { useQuery } from '@tanstack/react-query'
import { Trash2 } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { Await } from '#platform/web/await.tsx'
import { call, newId } from '#platform/web/call.ts'
import { useFormat, useText } from '#platform/web/i18n.ts'
import { Button } from '#ui/button.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { ListSkeleton } from '#ui/skeleton.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { dropCallNote, readCallNotes, writeCallNote } from '../contract.ts'
import { nameOf } from './faces.ts'
import { useAct } from './journey-data.ts'

/** Between the two of a call: nobody else can open them. */
export function CallNotes({ slotId }: { slotId: string }) {
  const text = useText()
  const format = useFormat()
  const [body, setBody] = useState('')
  const [id, setId] = useState(newId)
  const query = useQuery({
    queryKey: ['journeys', 'notes', slotId],
    queryFn: ({ signal }) => call(readCallNotes, { params: { id: slotId } }, { signal }),
  })
  const write = useAct(
    () => call(writeCallNote, { params: { id }, body: { slotId, body: body.trim() } }),
    () => {
      setBody('')
      setId(newId())
    },
  )
  const drop = useAct((noteId: string) => call(dropCallNote, { params: { id: noteId } }))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (body.trim()) write.mutate(undefined)
  }
  return (
    <details>
      <summary className="more">{text('journeys.notes.title')}</summary>
      <div className="stack stack-3">
        <p className="xs">{text('journeys.notes.who')}</p>
        <Await query={query} skeleton={<ListSkeleton label={text('platform.loading')} rows={1} />}>
          {({ items }) => (
            <ul className="list">
              {items.map((note) => (
                <li key={note.id} className="row row--t g2">
                  <div className="grow">
                    <p className="xs">
                      {nameOf(note.author)}, {format.ago(note.at)}
                    </p>
                    <p className="stp__w">{note.body}</p>
                  </div>
                  {note.mine && (
                    <IconButton
                      icon={Trash2}
                      label={text('journeys.notes.drop')}
                      onClick={() => drop.mutate(note.id)}
                    />
                  )}
                </li>
              ))}
            </ul>
          )}
        </Await>
        <form className="stack stack-2" onSubmit={submit}>
          <TextArea
            label={text('journeys.notes.label')}
            rows={2}
            maxLength={4000}
            value={body}
            onChange={(event) => setBody(event.target.value)}
          />
          <p>
            <Button type="submit" size="s" busy={write.isPending}>
              {text('journeys.notes.add')}
            </Button>
          </p>
        </form>
      </div>
    </details>
  )
}
