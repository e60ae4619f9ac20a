import { type FormEvent, useId, useState } from 'react'
import { fieldError, FormProblem } from '#features/network/web/public/form-problem.tsx'
import { lengthOn, wholeText } from '#features/publishing/rules/lengths.ts'
import { PictureField } from '#features/publishing/web/public/picture-field.tsx'
import { call, newId } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { RadioGroup } from '#ui/radio-group.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { TextField } from '#ui/text-field.tsx'
import { showToast } from '#ui/toast-store.ts'
import { type Desk, type Roster, setTurnPost, type TurnPost, type Voice } from '../contract.ts'
import { useTurnAct } from './turn-data.ts'
import { fromZoned, toZoned } from '#platform/web/zone-time.ts'

const LONGEST = 5000
const SOON_MS = 3_600_000

/** Writes in the company's name, now or at a minute of one's turn. */
export function ComposerDialog({
  roster,
  desk,
  post,
  onClose,
}: {
  roster: Roster
  desk: Desk
  post: TurnPost | null
  onClose: () => void
}) {
  const text = useText()
  const form = useId()
  const { timeZone } = roster
  const [id] = useState(() => post?.id ?? newId())
  const [typed, setTyped] = useState(() => ({
    connectionId: post?.voice.id ?? roster.voices[0]?.id ?? '',
    text: post?.text ?? '',
    link: post?.link ?? '',
    alt: post?.alt ?? '',
    when: post ? 'later' : 'now',
    at: toZoned(post ? new Date(post.plannedFor) : new Date(Date.now() + SOON_MS), timeZone),
  }))
  const [earliest] = useState(() => toZoned(new Date(), timeZone))
  const [fileId, setFileId] = useState(post?.fileId ?? null)
  const voice = roster.voices.find((one) => one.id === typed.connectionId)
  const set = (part: Partial<typeof typed>) => setTyped({ ...typed, ...part })
  const over = voice ? overBy(voice, typed.text, typed.link) : 0
  const send = useTurnAct(
    () =>
      call(setTurnPost, {
        params: { id },
        body: {
          turnId: desk.turn.id,
          connectionId: typed.connectionId,
          text: typed.text.trim(),
          link: typed.link.trim(),
          fileId,
          alt: typed.alt.trim(),
          publishAt: typed.when === 'now' ? null : fromZoned(typed.at, timeZone),
        },
      }),
    {
      quiet: true,
      onDone: () => {
        showToast({ message: text(doneWords(voice, typed.when)) })
        onClose()
      },
    },
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (typed.text.trim() && over <= 0) send.mutate(undefined)
  }
  const reason = !typed.text.trim()
    ? text('turns.composer.noText')
    : over > 0
      ? text('turns.composer.over', { count: over })
      : undefined
  return (
    <Dialog
      open
      size="wide"
      onClose={onClose}
      closeOutside={false}
      title={text(post ? 'turns.composer.change' : 'turns.composer.title')}
      closeLabel={text('platform.close')}
      actions={
        <Button type="submit" form={form} kind="primary" busy={send.isPending} disabledReason={reason}>
          {text(voice?.mode === 'assisted' ? 'turns.composer.prepare' : `turns.composer.${typed.when}Action`)}
        </Button>
      }
    >
      <form id={form} className="stack stack-5" onSubmit={submit}>
        <SelectField
          label={text('turns.composer.account')}
          value={typed.connectionId}
          disabled={post !== null}
          options={roster.voices.map((one) => ({
            value: one.id,
            label: one.mode === 'assisted' ? text('turns.composer.byHand', { name: one.name }) : one.name,
          }))}
          onChange={(event) => set({ connectionId: event.target.value })}
        />
        <div className="stack stack-1">
          <TextArea
            label={text('turns.composer.text')}
            hint={text('turns.composer.hint')}
            value={typed.text}
            rows={5}
            required
            maxLength={LONGEST}
            data-autofocus
            error={fieldError(send.error, 'text')}
            onChange={(event) => set({ text: event.target.value })}
          />
          {voice && (
            <p className={over > 0 ? 'xs tour__problem' : 'xs mut'} role="status">
              {over > 0
                ? text('turns.composer.over', { count: over })
                : text('turns.composer.room', { count: -over })}
            </p>
          )}
        </div>
        <TextField
          label={text('turns.composer.link')}
          type="url"
          optional={`(${text('platform.optional')})`}
          maxLength={1000}
          value={typed.link}
          error={fieldError(send.error, 'link')}
          onChange={(event) => set({ link: event.target.value })}
        />
        <PictureField fileId={fileId} onChange={setFileId} problem={fieldError(send.error, 'fileId')} />
        {fileId && (
          <TextField
            label={text('turns.composer.alt')}
            hint={text('turns.composer.altHint')}
            required
            maxLength={1500}
            value={typed.alt}
            error={fieldError(send.error, 'alt')}
            onChange={(event) => set({ alt: event.target.value })}
          />
        )}
        <RadioGroup
          legend={text('turns.composer.when')}
          value={typed.when}
          onChange={(when) => set({ when })}
          options={[
            { value: 'now', label: text('turns.composer.now') },
            { value: 'later', label: text('turns.composer.later') },
          ]}
        />
        {typed.when === 'later' && (
          <TextField
            label={text('turns.composer.at')}
            hint={text('turns.composer.zone', { zone: timeZone.replace(/_/g, ' ') })}
            type="datetime-local"
            required
            value={typed.at}
            min={earliest}
            max={toZoned(new Date(Date.parse(desk.endsAt) - 60_000), timeZone)}
            error={fieldError(send.error, 'publishAt')}
            onChange={(event) => set({ at: event.target.value })}
          />
        )}
        <FormProblem error={send.error} fields={['text', 'link', 'fileId', 'alt', 'publishAt']} />
      </form>
    </Dialog>
  )
}

const overBy = (voice: Voice, written: string, link: string): number =>
  lengthOn(voice.network, wholeText(voice.network, written, link.trim())) - voice.limit

const doneWords = (voice: Voice | undefined, when: string): string =>
  voice?.mode === 'assisted'
    ? 'turns.composer.prepared'
    : when === 'now'
      ? 'turns.composer.leaving'
      : 'turns.composer.scheduled'
