import { useState } from 'react'
import { useText, useTimeZone } from '#platform/web/i18n.ts'
import { fromZoned, toZoned } from '#platform/web/zone-time.ts'
import { RadioGroup } from '#ui/radio-group.tsx'
import { TextField } from '#ui/text-field.tsx'

const HOUR_MS = 3_600_000

export interface When {
  when: 'now' | 'later'
  /** By the clock of the network, as its field holds it. */
  at: string
}

export function useWhen(planned: string | null = null) {
  const timeZone = useTimeZone()
  const [wish, setWish] = useState<When>(() => ({
    when: planned ? 'later' : 'now',
    at: toZoned(planned ? new Date(planned) : new Date(Date.now() + HOUR_MS), timeZone),
  }))
  /** Null: now. */
  const publishAt = wish.when === 'now' ? null : fromZoned(wish.at, timeZone)
  return { wish, setWish, publishAt, halfTyped: wish.when === 'later' && publishAt === null }
}

/** Now, or at a day and an hour. */
export function WhenField({
  wish,
  onChange,
  hint,
  error,
}: {
  wish: When
  onChange: (wish: When) => void
  hint?: string | undefined
  error?: string | undefined
}) {
  const text = useText()
  const timeZone = useTimeZone()
  const [earliest] = useState(() => toZoned(new Date(), timeZone))
  return (
    <>
      <RadioGroup
        legend={text('publishing.write.when')}
        value={wish.when}
        onChange={(when) => onChange({ ...wish, when })}
        options={[
          { value: 'now', label: text('publishing.write.now') },
          { value: 'later', label: text('publishing.write.later') },
        ]}
      />
      {wish.when === 'later' && (
        <TextField
          label={text('publishing.write.at')}
          hint={hint ?? text('publishing.write.zone', { zone: timeZone.replace(/_/g, ' ') })}
          type="datetime-local"
          required
          value={wish.at}
          min={earliest}
          error={error}
          onChange={(event) => onChange({ ...wish, at: event.target.value })}
        />
      )}
    </>
  )
}
