import { FileText, PenLine } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { RichText } from '#features/comments/web/public/rich-text.tsx'
import { Ago } from '#features/reactions/web/public/ago.tsx'
import type { Attachment } from '#features/posts/contract.ts'
import { nameOf } from '#features/reactions/web/public/face.ts'
import { plainText } from '#platform/contract/rich-text.ts'
import { call } from '#platform/web/call.ts'
import { useFormat, useText } from '#platform/web/i18n.ts'
import { Banner } from '#ui/banner.tsx'
import { Button } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { ListSkeleton } from '#ui/skeleton.tsx'
import { leavePen, type SlotSheet, type SlotText, takePen } from '../contract.ts'
import { useEditorialAct } from './editorial-data.ts'
import { useSlotText, writtenOf } from './use-slot-text.ts'

const WrittenFields = lazy(async () => ({
  default: (await import('#features/posts/web/public/written-fields.tsx')).WrittenFields,
}))

/** The text: written by whoever holds the pen, read by the others meanwhile. */
export function SlotWriting({ sheet }: { sheet: SlotSheet }) {
  const text = useText()
  const [writing, setWriting] = useState(false)
  const take = useEditorialAct<void, { state: string }>(
    () => call(takePen, { params: { id: sheet.id } }),
    (pen) => setWriting(pen.state === 'mine'),
  )
  const mine = sheet.pen.state === 'mine'
  return (
    <section aria-labelledby="text-title" className="stack stack-4">
      <h2 className="h3" id="text-title">
        {text('editorial.text.title')}
      </h2>
      <PenBar sheet={sheet} busy={take.isPending} writing={writing && mine} onTake={() => take.mutate()} />
      {writing && mine ? (
        <Writer key={sheet.id} sheet={sheet} onDone={() => setWriting(false)} />
      ) : (
        <Reading content={sheet.content} slotId={sheet.id} />
      )}
    </section>
  )
}

/** Who writes, and how to write oneself. */
function PenBar({
  sheet,
  busy,
  writing,
  onTake,
}: {
  sheet: SlotSheet
  busy: boolean
  writing: boolean
  onTake: () => void
}) {
  const text = useText()
  const leave = useEditorialAct<void, unknown>(() => call(leavePen, { params: { id: sheet.id } }))
  const { holder, state, askedBy, at } = sheet.pen
  const name = holder ? nameOf(holder) : ''
  if (!sheet.can.write) return null
  if (writing)
    return askedBy ? (
      <Banner
        kind="info"
        action={
          <Button size="s" busy={leave.isPending} onClick={() => leave.mutate()}>
            {text('editorial.pen.hand_over')}
          </Button>
        }
      >
        {text('editorial.pen.asked', { name: nameOf(askedBy) })}
      </Banner>
    ) : null
  if (state === 'held')
    return (
      <Banner
        kind="info"
        icon={PenLine}
        action={
          <Button size="s" busy={busy} onClick={onTake}>
            {text(askedBy ? 'editorial.pen.asked_already' : 'editorial.pen.ask')}
          </Button>
        }
      >
        {text('editorial.pen.held', { name })} {at && <Ago at={at} short />}
      </Banner>
    )
  return (
    <div className="row g2 wrap">
      <Button icon={PenLine} busy={busy} onClick={onTake}>
        {text(state === 'silent' ? 'editorial.pen.take_over' : 'editorial.pen.write', { name })}
      </Button>
      {state === 'silent' && <span className="sm mut">{text('editorial.pen.silent', { name })}</span>}
    </div>
  )
}

function Writer({ sheet, onDone }: { sheet: SlotSheet; onDone: () => void }) {
  const text = useText()
  const { written, change, kept, save } = useSlotText(sheet)
  const [waiting, setWaiting] = useState(false)
  const [address] = useState(() => fileOf(sheet.id))
  return (
    <>
      <Suspense fallback={<ListSkeleton label={text('platform.loading')} rows={3} />}>
        <div className="esl__w">
          <WrittenFields
            kind={sheet.postKind}
            spaceId={sheet.placeId}
            content={written}
            address={address}
            onChange={change}
            onWaiting={setWaiting}
          />
        </div>
      </Suspense>
      <div className="row g4 wrap">
        <Button
          {...(waiting ? { disabledReason: text('editorial.text.files_leaving') } : {})}
          onClick={() => void save().then(onDone)}
        >
          {text('editorial.pen.done')}
        </Button>
        <span className="xs mut" role="status">
          {kept !== 'nothing' && text(`editorial.text.kept_${kept}`)}
        </span>
      </div>
    </>
  )
}

/** As it will be read, parts by name. */
export function Reading({ content, slotId }: { content: SlotText; slotId: string }) {
  const text = useText()
  const { dayTime } = useFormat()
  const { title, body, practice, poll, recipients, attachments } = writtenOf(content)
  const parts = (['concern', 'gesture', 'gain'] as const).filter((part) => practice[part].trim())
  const options = poll.options.filter((option) => option.trim())
  const nothing = [parts, options, recipients, attachments].every((list) => list.length === 0)
  if (!plainText(body) && nothing)
    return (
      <Empty icon={PenLine} title={text('editorial.text.empty')}>
        <p>{text('editorial.text.empty_why')}</p>
      </Empty>
    )
  return (
    <div className="esl__r">
      {recipients.length > 0 && <p className="sm b">{recipients.map((one) => one.label).join(', ')}</p>}
      {title && <p className="h4">{title}</p>}
      <RichText doc={body} />
      {parts.map((part) => (
        <div key={part}>
          <p className="sm b">{text(`posts.practice.${part}`)}</p>
          <p>{practice[part]}</p>
        </div>
      ))}
      {options.length > 0 && (
        <ul className="list">
          {options.map((option, index) => (
            <li key={index}>{option}</li>
          ))}
        </ul>
      )}
      {options.length > 0 && poll.closesAt && (
        <p className="sm ink2">{text('editorial.text.poll_closes', { at: dayTime(poll.closesAt) })}</p>
      )}
      <Shown attachments={attachments} slotId={slotId} />
    </div>
  )
}

/** Photos with their words, as somebody who does not see them will hear them; documents to open. */
function Shown({ attachments, slotId }: { attachments: readonly Attachment[]; slotId: string }) {
  const text = useText()
  const address = fileOf(slotId)
  if (attachments.length === 0) return null
  return (
    <ul className="esl__a" aria-label={text('editorial.text.files')}>
      {attachments.map((file) => (
        <li key={file.fileId}>
          {file.mediaType.startsWith('image/') ? (
            <figure className="stack stack-2">
              <img className="art" src={address(file.fileId, 'w640')} alt={file.alt} loading="lazy" />
              <figcaption className="sm ink2">
                {file.alt
                  ? text('editorial.text.described', { words: file.alt })
                  : text('editorial.text.no_words')}
              </figcaption>
            </figure>
          ) : (
            <a className="link row g2" href={address(file.fileId)} target="_blank" rel="noreferrer">
              <FileText className="i" aria-hidden />
              {file.name}
            </a>
          )}
        </li>
      ))}
    </ul>
  )
}

/** What is not published yet is read by the door of its slot. */
const fileOf = (slotId: string) => (fileId: string, variant?: string) =>
  `/api/slots/${slotId}/files/${fileId}${variant ? `?variant=${variant}` : ''}`
