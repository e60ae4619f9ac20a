import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '#platform/web/call.ts'
import { useText, useTimeZone } from '#platform/web/i18n.ts'
import { sendQuickly } from '#platform/web/sending.ts'
import { dayIn } from '#platform/web/zone-time.ts'
import { Button } from '#ui/button.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextField } from '#ui/text-field.tsx'
import {
  type AmbassadorFile,
  comeBack,
  decideCandidacy,
  handOver,
  issueLetter,
  leaveProgramme,
  lightenRole,
  pause,
  thank,
} from '../contract.ts'
import { isServing, mayBecome } from '../rules/lifecycle.ts'
import { newId } from '#platform/web/call.ts'
import { PAUSE, useAct, useAmbassadors } from './programme-data.ts'
import { WordDialog } from './word-dialog.tsx'

type Asked = 'accept' | 'decline' | 'pause' | 'handOver' | 'lighten' | 'thank' | 'leave' | 'letter'

/** What may be done now about somebody: by themselves, or by those who follow them. */
export function ActsOn({ file }: { file: AmbassadorFile }) {
  const text = useText()
  const [asked, setAsked] = useState<Asked | null>(null)
  const back = useAct(() => call(comeBack, { params: { id: file.id } }), {
    says: text('programme.act.backToast'),
  })
  const { own, state } = file
  const keep = file.can.keep
  const serving = isServing(state)
  const offered: [Asked, boolean, 'accent' | 'primary' | 'soft' | 'ghost'][] = [
    ['accept', keep && state === 'candidate', 'accent'],
    ['decline', keep && (state === 'candidate' || state === 'nominated' || state === 'agreed'), 'soft'],
    ['letter', keep && (serving || state === 'agreed'), 'soft'],
    ['pause', (own || keep) && mayBecome(state, 'paused'), 'soft'],
    ['lighten', keep && serving, 'soft'],
    ['handOver', (own || keep) && mayBecome(state, 'handing_over'), 'soft'],
    ['thank', keep && !own && serving, 'soft'],
    ['leave', own && state !== 'alumni' && state !== 'declined' && state !== 'nominated', 'ghost'],
  ]
  const shown = offered.filter(([, open]) => open)
  if (shown.length === 0 && state !== 'paused') return null
  const close = () => setAsked(null)
  return (
    <div className="row g2 wrap">
      {state === 'paused' && (
        <Button kind="primary" busy={back.isPending} onClick={() => back.mutate(undefined)}>
          {text('programme.act.back')}
        </Button>
      )}
      {shown.map(([key, , kind]) => (
        <Button key={key} kind={kind} onClick={() => setAsked(key)}>
          {text(`programme.act.${key === 'leave' && !serving ? 'takeBack' : key}`)}
        </Button>
      ))}
      {asked === 'handOver' && <HandOverDialog file={file} onClose={close} />}
      {asked === 'lighten' && <LightenDialog file={file} onClose={close} />}
      {asked === 'letter' && <LetterDialog file={file} onClose={close} />}
      {asked && asked !== 'handOver' && asked !== 'lighten' && asked !== 'letter' && (
        <PlainDialog asked={asked} file={file} onClose={close} />
      )}
    </div>
  )
}

interface DialogProps {
  file: AmbassadorFile
  onClose: () => void
}

function PlainDialog({
  asked,
  file,
  onClose,
}: DialogProps & { asked: 'accept' | 'decline' | 'pause' | 'thank' | 'leave' }) {
  const text = useText()
  const queries = useQueryClient()
  const params = { id: file.id }
  const name = file.person.givenName
  const context = file.own ? 'own' : undefined
  const sends = {
    accept: (word: string) => call(decideCandidacy, { params, body: { yes: true, word } }),
    decline: (word: string) => call(decideCandidacy, { params, body: { yes: false, word } }),
    pause: (word: string, until: string) =>
      sendQuickly(
        pause,
        { params, body: { until, why: word } },
        newId(),
        {
          kind: PAUSE,
          scope: file.id,
          label: text('programme.dialog.pause.title', { name, context }),
          preview: { until, words: word },
        },
        { settle: () => queries.invalidateQueries({ queryKey: ['programme'] }) },
      ),
    thank: (word: string) => call(thank, { params, body: { word } }),
    leave: (word: string) => call(leaveProgramme, { params, body: { why: word } }),
  }
  return (
    <WordDialog
      title={text(`programme.dialog.${asked}.title`, { name, context })}
      why={text(`programme.dialog.${asked}.why`, { name, context })}
      label={text(`programme.dialog.${asked}.word`, { name })}
      confirmLabel={text(`programme.dialog.${asked}.send`)}
      says={text(`programme.dialog.${asked}.done`, { name })}
      required={asked === 'thank'}
      onClose={onClose}
      onSend={({ word, until }) => sends[asked](word, until)}
      {...(asked === 'pause' ? { withDay: text('programme.dialog.pause.until') } : {})}
    />
  )
}

function HandOverDialog({ file, onClose }: DialogProps) {
  const text = useText()
  const [successorId, setSuccessorId] = useState('')
  const others = useAmbassadors(file.programmeId, { state: 'active' }, 100)
  const options = (others.data?.pages ?? [])
    .flatMap((page) => page.items)
    .filter((one) => one.id !== file.id)
    .map((one) => ({ value: one.id, label: `${one.person.givenName} ${one.person.familyName}` }))
  return (
    <WordDialog
      title={text('programme.dialog.handOver.title')}
      why={text('programme.dialog.handOver.why')}
      label={text('programme.dialog.handOver.word')}
      confirmLabel={text('programme.dialog.handOver.send')}
      says={text('programme.dialog.handOver.done')}
      onClose={onClose}
      onSend={({ word }) =>
        call(handOver, {
          params: { id: file.id },
          body: { successorId: successorId || null, why: word },
        })
      }
    >
      {file.can.keep && (
        <SelectField
          label={text('programme.dialog.handOver.successor')}
          value={successorId}
          options={[{ value: '', label: text('programme.dialog.handOver.toFind') }, ...options]}
          onChange={(event) => setSuccessorId(event.target.value)}
        />
      )}
    </WordDialog>
  )
}

function LightenDialog({ file, onClose }: DialogProps) {
  const text = useText()
  const [contributions, setContributions] = useState(String(file.contributionsPerMonth))
  const [hours, setHours] = useState(String(file.hoursPerMonth))
  return (
    <WordDialog
      title={text('programme.dialog.lighten.title', { name: file.person.givenName })}
      why={text('programme.dialog.lighten.why')}
      label={text('programme.dialog.lighten.word')}
      confirmLabel={text('programme.dialog.lighten.send')}
      says={text('programme.dialog.lighten.done')}
      onClose={onClose}
      onSend={({ word }) =>
        call(lightenRole, {
          params: { id: file.id },
          body: {
            contributionsPerMonth: contributions === '' ? null : Number(contributions),
            hoursPerMonth: hours === '' ? null : Number(hours),
            why: word,
          },
        })
      }
    >
      <TextField
        label={text('programme.settings.contributions')}
        type="number"
        min={0}
        max={60}
        value={contributions}
        onChange={(event) => setContributions(event.target.value)}
      />
      <TextField
        label={text('programme.settings.hours')}
        hint={text('programme.dialog.lighten.hint')}
        type="number"
        min={0}
        max={80}
        step={0.5}
        value={hours}
        onChange={(event) => setHours(event.target.value)}
      />
    </WordDialog>
  )
}

function LetterDialog({ file, onClose }: DialogProps) {
  const text = useText()
  const [id] = useState(newId)
  const timeZone = useTimeZone()
  const [startsOn, setStartsOn] = useState(() => dayIn(new Date(), timeZone))
  const [endsOn, setEndsOn] = useState('')
  return (
    <WordDialog
      title={text('programme.dialog.letter.title', { name: file.person.givenName })}
      why={text('programme.dialog.letter.why')}
      label={text('programme.dialog.letter.word')}
      hint={text('programme.dialog.letter.hint')}
      confirmLabel={text('programme.dialog.letter.send')}
      says={text('programme.dialog.letter.done')}
      onClose={onClose}
      onSend={({ word }) =>
        call(issueLetter, {
          params: { id },
          body: { ambassadorId: file.id, objectives: word, startsOn, endsOn: endsOn || null },
        })
      }
    >
      <div className="row g4 wrap">
        <TextField
          label={text('programme.leave.from')}
          type="date"
          required
          value={startsOn}
          onChange={(event) => setStartsOn(event.target.value)}
        />
        <TextField
          label={text('programme.dialog.letter.until')}
          type="date"
          optional={`(${text('platform.optional')})`}
          min={startsOn || undefined}
          value={endsOn}
          onChange={(event) => setEndsOn(event.target.value)}
        />
      </div>
    </WordDialog>
  )
}
