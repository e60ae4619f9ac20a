import { PenLine, Siren } from 'lucide-react'
import { useId, useState } from 'react'
import { Await } from '#platform/web/await.tsx'
import { call } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { Button } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { SectionHead } from '#ui/section-head.tsx'
import { showToast } from '#ui/toast-store.ts'
import { type Desk, type Roster, settleLeftovers, type TurnPost } from '../contract.ts'
import { ComposerDialog } from './composer-dialog.tsx'
import { HandOver } from './hand-over.tsx'
import { IncidentDialog } from './incident-dialog.tsx'
import { PostRow } from './post-row.tsx'
import { useDays, useDesk, useTurnAct } from './turn-data.ts'

/** The desk of whoever holds the voice: to say, to schedule, to stop. Nobody reads before them. */
export function DeskPanel({ roster, turnId }: { roster: Roster; turnId: string }) {
  const query = useDesk(roster.programmeId, turnId)
  return <Await query={query}>{(desk) => <AtDesk roster={roster} desk={desk} />}</Await>
}

function AtDesk({ roster, desk }: { roster: Roster; desk: Desk }) {
  const text = useText()
  const days = useDays()
  const [writing, setWriting] = useState<TurnPost | 'new' | null>(null)
  const [alarm, setAlarm] = useState(false)
  const head = useId()
  const { me } = roster
  const now = desk.turn.when === 'now'
  const why = blockedBy(roster)
  return (
    <section aria-labelledby={head} className="panel stack stack-5">
      <SectionHead
        id={head}
        title={text(now ? 'turns.desk.title' : 'turns.desk.past')}
        note={
          now
            ? text('turns.desk.until', { at: days.long(desk.turn.endsOn) })
            : text('turns.desk.ended', { at: days.long(desk.turn.endsOn) })
        }
      />
      {desk.left && (
        <blockquote className="tour__left">
          <p>{desk.left.note}</p>
          <footer className="sm ink2">{text('turns.desk.left', { name: desk.left.by })}</footer>
        </blockquote>
      )}
      {now && (
        <div className="row g2 wrap">
          <Button
            kind="accent"
            icon={PenLine}
            disabledReason={why && text(why)}
            onClick={() => setWriting('new')}
          >
            {text('turns.desk.write')}
          </Button>
          {!roster.incident && (
            <Button kind="line" icon={Siren} onClick={() => setAlarm(true)}>
              {text('turns.incident.button')}
            </Button>
          )}
        </div>
      )}
      {desk.posts.length === 0 ? (
        <Empty title={text('turns.desk.none')}>
          <p>{text('turns.desk.noneWhy')}</p>
        </Empty>
      ) : (
        <ul className="list" aria-label={text('turns.desk.posts')}>
          {desk.posts.map((post) => (
            <PostRow
              key={post.id}
              post={post}
              canAct={now && !roster.incident}
              onChange={() => setWriting(post)}
            />
          ))}
        </ul>
      )}
      {desk.leftovers > 0 && <Leftovers desk={desk} />}
      <HandOver desk={desk} />
      {writing && (
        <ComposerDialog
          roster={roster}
          desk={desk}
          post={writing === 'new' ? null : writing}
          onClose={() => setWriting(null)}
        />
      )}
      {alarm && <IncidentDialog roster={roster} onClose={() => setAlarm(false)} />}
      {me.holdsNow && roster.voices.some((voice) => voice.state === 'expired') && (
        <p className="sm ink2">{text('turns.desk.expired')}</p>
      )}
    </section>
  )
}

function blockedBy({ me, voices, incident }: Roster): string | undefined {
  if (!me.charter) return 'turns.blocked.charter'
  if (!me.training) return 'turns.blocked.training'
  if (!me.codeAccepted) return 'turns.blocked.code'
  if (voices.length === 0) return 'turns.blocked.account'
  if (incident) return 'turns.blocked.incident'
  return undefined
}

function Leftovers({ desk }: { desk: Desk }) {
  const text = useText()
  const settle = useTurnAct(
    (choice: 'hand_over' | 'cancel') =>
      call(settleLeftovers, { params: { id: desk.turn.id }, body: { choice } }),
    { onDone: () => showToast({ message: text('turns.leftovers.done') }) },
  )
  return (
    <div className="stack stack-3">
      <p className="b">{text('turns.leftovers.title', { count: desk.leftovers })}</p>
      <div className="row g2 wrap">
        {desk.next && (
          <Button kind="primary" busy={settle.isPending} onClick={() => settle.mutate('hand_over')}>
            {text('turns.leftovers.hand', { name: desk.next.givenName })}
          </Button>
        )}
        <Button onClick={() => settle.mutate('cancel')}>{text('turns.leftovers.cancel')}</Button>
      </div>
    </div>
  )
}
