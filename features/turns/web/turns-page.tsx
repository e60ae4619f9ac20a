import { Settings } from 'lucide-react'
import { Await } from '#platform/web/await.tsx'
import { useText } from '#platform/web/i18n.ts'
import { Link, useParam } from '#platform/web/router.tsx'
import { buttonClass } from '#ui/button.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { SectionHead } from '#ui/section-head.tsx'
import type { Roster } from '../contract.ts'
import { CodeSection } from './code-section.tsx'
import { DeskPanel } from './desk-panel.tsx'
import { IncidentPanel } from './incident-panel.tsx'
import { PastTurns } from './past-turns.tsx'
import { Ready } from './ready.tsx'
import { RosterStrip } from './roster-strip.tsx'
import { Speaking } from './speaking.tsx'
import { SwapList } from './swap-list.tsx'
import { useLiveRoster, useRoster } from './turn-data.ts'
import './turns.css'

/** Whose voice the company has this week, and next; for the holder, what to say and when. */
export function TurnsPage() {
  const programmeId = useParam('id')
  const query = useRoster(programmeId)
  return <Await query={query}>{(roster) => <Turns key={roster.programmeId} roster={roster} />}</Await>
}

function Turns({ roster }: { roster: Roster }) {
  const text = useText()
  useLiveRoster(roster.spaceId)
  const now = roster.turns.find((turn) => turn.when === 'now' && turn.state === 'confirmed')
  const { me } = roster
  return (
    <div className="stack stack-12">
      <div className="stack stack-6">
        <PageHead
          eyebrow={roster.programmeName}
          title={
            me.holdsNow
              ? text('turns.title.mine')
              : now?.holder
                ? text('turns.title.theirs', { name: now.holder.givenName })
                : text('turns.title.nobody')
          }
          lead={text('turns.lead')}
          actions={
            roster.can.shape && (
              <Link
                to={`/programmes/${roster.programmeId}/prises-de-parole/regler`}
                className={buttonClass({ kind: 'line' })}
              >
                <Settings className="i" aria-hidden />
                {text('turns.settings.title')}
              </Link>
            )
          }
        />
        {roster.incident && <IncidentPanel incident={roster.incident} />}
        {now && <Speaking roster={roster} turn={now} />}
      </div>
      {me.turnId && me.holdsNow && <DeskPanel roster={roster} turnId={me.turnId} />}
      <section aria-labelledby="parole-roster" className="stack stack-4">
        <SectionHead id="parole-roster" title={text('turns.roster.title')} note={text('turns.roster.note')} />
        <RosterStrip roster={roster} />
        <SwapList roster={roster} />
      </section>
      <div className="tour__two">
        {me.serves && <Ready roster={roster} />}
        <CodeSection roster={roster} />
      </div>
      <PastTurns roster={roster} />
    </div>
  )
}
