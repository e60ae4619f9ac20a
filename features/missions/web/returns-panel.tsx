import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { Await } from '#platform/web/await.tsx'
import { call, fileUrl, Refused } from '#platform/web/call.ts'
import { useFormat, useText } from '#platform/web/i18n.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { SectionHead } from '#ui/section-head.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { showToast } from '#ui/toast-store.ts'
import { Who } from '#ui/who.tsx'
import { type Mission, type Return, thankReturn } from '../contract.ts'
import { useReturns } from './missions-data.ts'
import { More } from './missions-page.tsx'

/** For those who keep the programme: who took it, what came back, and whom to thank. */
export function ReturnsPanel({ mission }: { mission: Mission }) {
  const text = useText()
  const query = useReturns(mission.id)
  const [thanking, setThanking] = useState<Return | null>(null)
  return (
    <section className="stack stack-3">
      <SectionHead title={text('missions.returns.title')} />
      <p className="sm ink2">{text('missions.returns.who')}</p>
      <Await query={query}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items)
          if (items.length === 0) return <p className="ink2">{text('missions.returns.none')}</p>
          return (
            <>
              <ul className="list">
                {items.map((one) => (
                  <ReturnLine key={one.id} mission={mission} one={one} onThank={() => setThanking(one)} />
                ))}
              </ul>
              <More query={query} />
            </>
          )
        }}
      </Await>
      {thanking && <ThanksDialog mission={mission} one={thanking} onClose={() => setThanking(null)} />}
    </section>
  )
}

const nameOf = ({ person }: Return) => `${person.givenName} ${person.familyName}`

function ReturnLine({ mission, one, onThank }: { mission: Mission; one: Return; onThank: () => void }) {
  const text = useText()
  const format = useFormat()
  const meta = one.returnedAt
    ? text('missions.returns.returned', { when: format.ago(one.returnedAt) })
    : text('missions.returns.taken', { when: format.ago(one.takenAt) })
  return (
    <li className="stack stack-2">
      <div className="row g2 wrap">
        <div className="grow ms-who">
          <Who
            person={{
              name: nameOf(one),
              src: one.person.photoFileId && fileUrl(one.person.photoFileId, 'w320'),
              size: 40,
            }}
            meta={meta}
          >
            {nameOf(one)}
          </Who>
        </div>
        {one.returnedAt && !one.thankedAt && (
          <Button size="s" onClick={onThank}>
            {text('missions.returns.thank')}
            <span className="vh"> {nameOf(one)}</span>
          </Button>
        )}
      </div>
      {one.words && <p className="ms-said">{one.words}</p>}
      {one.link && (
        <a className="link" href={one.link} target="_blank" rel="noreferrer">
          {text('missions.return.seeLink')}
        </a>
      )}
      {one.thankedAt && (
        <p className="sm ink2">
          {text('missions.returns.thanked', { name: one.thankedBy ?? '', when: format.ago(one.thankedAt) })}
        </p>
      )}
      {mission.kind === 'test' && one.returnedAt && (
        <p className="sm ink2">{text('missions.returns.testKept')}</p>
      )}
    </li>
  )
}

/** The word is drafted; a human reads it over and sends it. */
function ThanksDialog({ mission, one, onClose }: { mission: Mission; one: Return; onClose: () => void }) {
  const text = useText()
  const form = useId()
  const queries = useQueryClient()
  const [words, setWords] = useState(
    text(`missions.returns.draft.${mission.kind}`, { name: one.person.givenName, title: mission.title }),
  )
  const send = useMutation({
    mutationFn: () =>
      call(thankReturn, { params: { id: mission.id, takingId: one.id }, body: { words: words.trim() } }),
    onSuccess: () => {
      showToast({ message: text('missions.returns.sent', { name: one.person.givenName }) })
      onClose()
    },
    onError: (error) =>
      showToast({ message: error instanceof Refused ? error.message : text('platform.unreachable.title') }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['missions'] }),
  })
  return (
    <Dialog
      open
      onClose={onClose}
      closeOutside={false}
      title={text('missions.returns.thankTitle', { name: nameOf(one) })}
      closeLabel={text('platform.close')}
      actions={
        <Button
          kind="primary"
          type="submit"
          form={form}
          busy={send.isPending}
          disabledReason={words.trim() ? undefined : text('missions.returns.noWord')}
        >
          {text('missions.returns.send')}
        </Button>
      }
    >
      <form
        id={form}
        onSubmit={(event) => {
          event.preventDefault()
          if (words.trim()) send.mutate()
        }}
      >
        <TextArea
          label={text('missions.returns.word')}
          hint={text('missions.returns.wordHint')}
          value={words}
          rows={4}
          maxLength={1000}
          data-autofocus
          onChange={(event) => setWords(event.target.value)}
        />
      </form>
    </Dialog>
  )
}
