import { type SubmitEvent, useState } from 'react'
import { call, newId } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { Button, type ButtonProps } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { askToJoin, type MyRequest, withdrawRequest } from '../contract.ts'
import { useAct } from './community-data.ts'

interface EntryDoorProps {
  spaceId: string
  name: string
  can: { join: boolean; ask: boolean }
  request: MyRequest | null
  /** Somebody will answer: a word to them makes sense. */
  answered: boolean
  kind?: ButtonProps['kind']
  onSeated: () => void
}

/** "I want in", and what became of it. */
export function EntryDoor({
  spaceId,
  name,
  can,
  request,
  answered,
  kind = 'soft',
  onSeated,
}: EntryDoorProps) {
  const text = useText()
  const [asking, setAsking] = useState(false)
  const [note, setNote] = useState('')
  const ask = useAct(
    () => call(askToJoin, { params: { id: newId() }, body: { spaceId, note } }),
    (reply) => {
      setAsking(false)
      if (reply.state === 'seated') onSeated()
    },
  )
  if (request && (request.state === 'asked' || request.state === 'waiting'))
    return <Pending request={request} />
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    ask.mutate(undefined)
  }
  return (
    <>
      {request?.state === 'declined' && (
        <p className="sm ink2">
          {text('communities.door.declined')} {request.answer && <q>{request.answer}</q>}
        </p>
      )}
      {can.join && (
        <Button kind={kind} busy={ask.isPending} onClick={() => ask.mutate(undefined)}>
          {text('communities.door.join')}
        </Button>
      )}
      {can.ask && (
        <Button
          kind={kind}
          busy={ask.isPending}
          onClick={() => (answered ? setAsking(true) : ask.mutate(undefined))}
        >
          {text('communities.door.ask')}
        </Button>
      )}
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={text('communities.door.askTitle', { name })}
        closeLabel={text('platform.close')}
        closeOutside={false}
      >
        <form className="stack stack-3" onSubmit={submit}>
          <TextArea
            label={text('communities.door.note')}
            hint={text('communities.door.noteHint')}
            optional={`(${text('platform.optional')})`}
            maxLength={500}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
          <Button kind="primary" type="submit" busy={ask.isPending}>
            {text('communities.door.send')}
          </Button>
        </form>
      </Dialog>
    </>
  )
}

function Pending({ request }: { request: MyRequest }) {
  const text = useText()
  const withdraw = useAct(() => call(withdrawRequest, { params: { id: request.id } }))
  return (
    <div className="stack stack-1">
      <p className="b" role="status">
        {text(`communities.door.${request.state}`)}
      </p>
      {request.answer && <q className="sm ink2">{request.answer}</q>}
      <Button kind="ghost" size="s" busy={withdraw.isPending} onClick={() => withdraw.mutate(undefined)}>
        {text(`communities.door.withdraw_${request.state}`)}
      </Button>
    </div>
  )
}
