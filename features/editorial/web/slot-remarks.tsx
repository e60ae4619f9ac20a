import { type FormEvent, useState } from 'react'
import { PersonPicker, type PickedPerson } from '#features/communities/web/public/person-picker.tsx'
import { Ago } from '#features/reactions/web/public/ago.tsx'
import { faceOf, nameOf } from '#features/reactions/web/public/face.ts'
import { call, newId, type Refused } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { useMe } from '#platform/web/me.ts'
import { Avatar } from '#ui/avatar.tsx'
import { Button } from '#ui/button.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { type Remark, restoreVersion, settleRemark, type SlotSheet, writeRemark } from '../contract.ts'
import { LIMITS } from '../rules/limits.ts'
import { useEditorialAct } from './editorial-data.ts'
import { Reading } from './slot-writing.tsx'

/** What people say about the text, and those asked to reread it. */
export function SlotRemarks({ sheet }: { sheet: SlotSheet }) {
  const text = useText()
  return (
    <section aria-labelledby="remarks-title" className="stack stack-4">
      <h2 className="h3" id="remarks-title">
        {text('editorial.remarks.title')}
      </h2>
      {sheet.remarks.length === 0 && <p className="sm mut">{text('editorial.remarks.none')}</p>}
      <ul className="list">
        {sheet.remarks.map((remark) => (
          <RemarkLine key={remark.id} remark={remark} sheet={sheet} />
        ))}
      </ul>
      {sheet.can.write && <RemarkForm sheet={sheet} />}
    </section>
  )
}

function RemarkLine({ remark, sheet }: { remark: Remark; sheet: SlotSheet }) {
  const text = useText()
  const me = useMe()
  const settle = useEditorialAct<void, unknown>(() =>
    call(settleRemark, { params: { id: sheet.id, remarkId: remark.id } }),
  )
  const mine = remark.asks?.id === me.id
  return (
    <li className="row row--t g2">
      {remark.author && <Avatar {...faceOf(remark.author, 32)} />}
      <div className="grow">
        <p className="sm">
          <b>{remark.author ? nameOf(remark.author) : text('comments.gone')}</b>{' '}
          <span className="mut">
            <Ago at={remark.at} short />
          </span>
        </p>
        <p>{remark.text}</p>
        {remark.asks && (
          <p className="sm ink2">
            {text(remark.doneAt ? 'editorial.remarks.reread' : 'editorial.remarks.asked', {
              name: nameOf(remark.asks),
            })}
          </p>
        )}
        {!remark.asks && remark.doneAt && <p className="sm mut">{text('editorial.remarks.settled')}</p>}
      </div>
      {!remark.doneAt && (mine || remark.own || sheet.can.move) && (
        <Button
          size="s"
          kind={mine ? 'primary' : 'ghost'}
          busy={settle.isPending}
          onClick={() => settle.mutate()}
        >
          {text(mine ? 'editorial.remarks.i_reread' : 'editorial.remarks.settle')}
        </Button>
      )}
    </li>
  )
}

function RemarkForm({ sheet }: { sheet: SlotSheet }) {
  const text = useText()
  const [words, setWords] = useState('')
  const [id, setId] = useState(newId)
  const [asks, setAsks] = useState<PickedPerson | null>(null)
  const [refused, setRefused] = useState<Refused | null>(null)
  const write = useEditorialAct<string, unknown>(
    (said) =>
      call(writeRemark, {
        params: { id: sheet.id, remarkId: id },
        body: { text: said, asksId: asks?.id ?? null },
      }),
    () => {
      setWords('')
      setAsks(null)
      setId(newId())
    },
    setRefused,
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setRefused(null)
    const said = words.trim() || (asks ? text('editorial.remarks.default') : '')
    if (said) write.mutate(said)
  }
  return (
    <form className="stack stack-3" onSubmit={submit}>
      <TextArea
        label={text('editorial.remarks.word')}
        rows={2}
        maxLength={LIMITS.remark}
        value={words}
        error={refused?.on('text')}
        onChange={(event) => setWords(event.target.value)}
      />
      {sheet.can.move && (
        <PersonPicker
          label={text('editorial.remarks.ask')}
          hint={text('editorial.remarks.ask_hint')}
          picked={asks}
          error={refused?.on('asksId')}
          onPick={setAsks}
        />
      )}
      <div>
        <Button
          type="submit"
          busy={write.isPending}
          {...(words.trim() || asks ? {} : { disabledReason: text('editorial.remarks.empty') })}
        >
          {text(asks ? 'editorial.remarks.send_ask' : 'editorial.remarks.send')}
        </Button>
      </div>
    </form>
  )
}

/** What the text said before, and what was written beside it. */
export function SlotVersions({ sheet }: { sheet: SlotSheet }) {
  const text = useText()
  const restore = useEditorialAct<string, unknown>((versionId) =>
    call(restoreVersion, { params: { id: sheet.id, versionId } }),
  )
  if (sheet.versions.length === 0) return null
  return (
    <section aria-labelledby="versions-title">
      <h2 className="h3" id="versions-title">
        {text('editorial.versions.title', { count: sheet.versions.length })}
      </h2>
      {sheet.versions.map((version) => (
        <details key={version.id} className="esl__v">
          <summary>
            {text(`editorial.versions.${version.why}`, {
              name: version.writtenBy ? nameOf(version.writtenBy) : text('comments.gone'),
            })}
            , <Ago at={version.writtenAt} short />
          </summary>
          <Reading content={version.content} slotId={sheet.id} />
          {sheet.can.write && (
            <Button
              size="s"
              busy={restore.isPending && restore.variables === version.id}
              onClick={() => restore.mutate(version.id)}
            >
              {text('editorial.versions.restore')}
            </Button>
          )}
        </details>
      ))}
    </section>
  )
}
