import { Award } from 'lucide-react'
import { useState } from 'react'
import { setWall } from '#features/programme/contract.ts'
import { call } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { Button, buttonClass } from '#ui/button.tsx'
import { SectionHead } from '#ui/section-head.tsx'
import { showToast } from '#ui/toast-store.ts'
import { TextArea } from '#ui/text-area.tsx'
import type { FollowUp } from '../contract.ts'
import { useAct } from './follow-up-data.ts'

/** For somebody who has served: their certificate, and a word on the wall if they wish. */
export function Thanked({ followUp: { ambassadorId, proposals } }: { followUp: FollowUp }) {
  const text = useText()
  const wished = proposals.some((one) => one.kind === 'thanks' && one.wall)
  const [words, setWords] = useState('')
  const act = useAct(() => call(setWall, { params: { id: ambassadorId }, body: { wall: true, words } }), {
    onDone: () => showToast({ message: text('contributions.thanked.onWall') }),
  })
  return (
    <section aria-labelledby="thanked" className="stack stack-4">
      <SectionHead
        id="thanked"
        title={text('contributions.thanked.title')}
        note={text('contributions.thanked.note')}
      />
      <p>
        <a
          className={buttonClass({ kind: 'primary' })}
          href={`/api/ambassadors/${ambassadorId}/certificate.pdf`}
          target="_blank"
          rel="noreferrer"
        >
          <Award className="i" aria-hidden />
          {text('contributions.thanked.certificate')}
        </a>
      </p>
      {wished && (
        <div className="stack stack-3 ctb-read">
          <TextArea
            label={text('contributions.thanked.wall')}
            hint={text('contributions.thanked.wallHint')}
            maxLength={500}
            rows={2}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
          <p>
            <Button
              kind="line"
              busy={act.isPending}
              disabledReason={words.trim() ? undefined : text('contributions.thanked.wallFirst')}
              onClick={() => act.mutate(undefined)}
            >
              {text('contributions.thanked.put')}
            </Button>
          </p>
        </div>
      )}
    </section>
  )
}
