import { LifeBuoy } from 'lucide-react'
import { call } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { Button } from '#ui/button.tsx'
import { acceptCode, type Roster } from '../contract.ts'
import { useTurnAct } from './turn-data.ts'

/** What protects the person who speaks, and whom to call. */
export function CodeSection({ roster }: { roster: Roster }) {
  const text = useText()
  const accept = useTurnAct(() =>
    call(acceptCode, {
      params: { id: roster.programmeId },
      body: { version: roster.code.version },
    }),
  )
  const toAccept = roster.me.serves && !roster.me.codeAccepted && roster.voices.length > 0
  return (
    <section aria-labelledby="parole-code" className="stack stack-3">
      <h2 className="h3" id="parole-code">
        {text('turns.code.title')}
      </h2>
      <div className="tour__code stack stack-3">
        {roster.code.text.split(/\n{2,}/).map((part) => (
          <p key={part}>{part}</p>
        ))}
      </div>
      {toAccept && (
        <p>
          <Button kind="primary" busy={accept.isPending} onClick={() => accept.mutate(undefined)}>
            {text('turns.code.accept')}
          </Button>
        </p>
      )}
      <OnDutyLine roster={roster} />
    </section>
  )
}

export function OnDutyLine({ roster }: { roster: Roster }) {
  const text = useText()
  const { onDuty } = roster
  if (!onDuty.name) return null
  return (
    <p className="row g2 sm ink2 wrap">
      <LifeBuoy className="i" aria-hidden />
      <span>
        {onDuty.hours
          ? text('turns.onDuty.hours', { name: onDuty.name, hours: onDuty.hours })
          : text('turns.onDuty.line', { name: onDuty.name })}
      </span>
      {onDuty.phone && (
        <a className="link" href={`tel:${onDuty.phone.replace(/[\s().-]/g, '')}`}>
          {onDuty.phone}
        </a>
      )}
      {onDuty.link && (
        <a className="link" href={onDuty.link} target="_blank" rel="noreferrer">
          {text('turns.onDuty.link')}
        </a>
      )}
    </p>
  )
}
