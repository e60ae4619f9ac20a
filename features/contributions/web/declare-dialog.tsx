import { useState } from 'react'
import { newId, Refused } from '#platform/web/call.ts'
import { useText, useTimeZone } from '#platform/web/i18n.ts'
import { useQuick, useRefused } from '#platform/web/quick.ts'
import { dayIn } from '#platform/web/zone-time.ts'
import { Button } from '#ui/button.tsx'
import { Chip, ChipRow } from '#ui/chip.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { TextField } from '#ui/text-field.tsx'
import { declare } from '../contract.ts'
import { type Outside, OUTSIDE } from '../rules/kinds.ts'
import { DECLARE, type Declared } from './declared.ts'
import { nameOf, TOUCHED, usePeers, useProblem, useWhatCounts } from './follow-up-data.ts'

/** What I did outside Élan: one tap for what it was, and it is today unless said otherwise. */
export function DeclareDialog({
  programmeId,
  ambassadorId,
  onClose,
}: {
  programmeId: string
  ambassadorId: string
  onClose: () => void
}) {
  const text = useText()
  const timeZone = useTimeZone()
  const [today] = useState(() => dayIn(new Date(), timeZone))
  const refused = useRefused<Declared>(DECLARE, ambassadorId)
  const [id] = useState(() => refused?.id ?? newId())
  const [what, setWhat] = useState<Outside>(refused?.given.what ?? 'demo')
  const [on, setOn] = useState(refused?.given.on ?? today)
  const [words, setWords] = useState(refused?.given.words ?? '')
  const [people, setPeople] = useState(refused?.given.people ? String(refused.given.people) : '')
  const [peerId, setPeerId] = useState(refused?.given.peerId ?? '')
  const asksPeer = useWhatCounts(programmeId).data?.peerConfirmation ?? false
  const problem = useProblem()
  const act = useQuick({
    kind: DECLARE,
    scope: ambassadorId,
    endpoint: declare,
    id,
    input: (line: Declared) => ({ params: { id }, body: { ambassadorId, ...line } }),
    label: (line) => text(`contributions.what.${line.what}`),
    touches: TOUCHED,
    says: (line) =>
      text(line.state === 'waiting' ? 'contributions.declare.asked' : 'contributions.declare.done'),
    onDone: onClose,
    quiet: true,
  })
  const send = () =>
    act.mutate({
      what,
      on,
      words,
      people: people ? Number(people) : null,
      ...(asksPeer && peerId ? { peerId } : {}),
    })
  const on1 = (field: string) => (act.error instanceof Refused ? act.error.on(field) : undefined)
  const elsewhere = on1('on') || on1('peerId') ? undefined : problem(act.error)
  return (
    <Dialog
      open
      onClose={onClose}
      closeOutside={false}
      title={text('contributions.declare.title')}
      closeLabel={text('platform.close')}
      actions={
        <>
          <Button kind="soft" onClick={onClose}>
            {text('platform.cancel')}
          </Button>
          <Button
            kind="primary"
            busy={act.isPending}
            disabledReason={asksPeer && !peerId ? text('contributions.declare.needPeer') : undefined}
            onClick={send}
          >
            {text('contributions.declare.send')}
          </Button>
        </>
      }
    >
      <div className="stack stack-4">
        <ChipRow label={text('contributions.declare.what')}>
          {OUTSIDE.map((kind) => (
            <Chip key={kind} pressed={kind === what} onClick={() => setWhat(kind)}>
              {text(`contributions.what.${kind}`)}
            </Chip>
          ))}
        </ChipRow>
        <TextField
          type="date"
          label={text('contributions.declare.on')}
          value={on}
          max={today}
          error={on1('on')}
          onChange={(event) => setOn(event.target.value)}
        />
        <TextField
          type="number"
          inputMode="numeric"
          min={1}
          max={5000}
          label={text('contributions.declare.people')}
          optional={text('contributions.optional')}
          value={people}
          onChange={(event) => setPeople(event.target.value)}
        />
        <TextArea
          label={text('contributions.declare.words')}
          optional={text('contributions.optional')}
          maxLength={500}
          rows={2}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        {asksPeer && (
          <PeerField programmeId={programmeId} value={peerId} error={on1('peerId')} onChange={setPeerId} />
        )}
        {elsewhere && (
          <p className="err" role="alert">
            {elsewhere}
          </p>
        )}
      </div>
    </Dialog>
  )
}

function PeerField({
  programmeId,
  value,
  error,
  onChange,
}: {
  programmeId: string
  value: string
  error: string | undefined
  onChange: (id: string) => void
}) {
  const text = useText()
  const peers = usePeers(programmeId, true)
  return (
    <SelectField
      label={text('contributions.declare.peer')}
      hint={text('contributions.declare.peerHint')}
      placeholder={text('contributions.choose')}
      error={error}
      value={value}
      options={(peers.data?.items ?? []).map((peer) => ({
        value: peer.id,
        label: peer.site ? `${nameOf(peer)}, ${peer.site}` : nameOf(peer),
      }))}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}
