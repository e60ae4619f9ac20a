import { classNames } from './class-names.ts'

export type GaugeTone = 'plain' | 'ok' | 'warn' | 'bad'

/** A count up to sixty, in strokes. Without `label` it is decoration beside words that say the same. */
export function StrokesGauge({
  value,
  max = 5,
  tone = 'plain',
  label,
}: {
  value: number
  max?: number
  tone?: GaugeTone
  label?: string
}) {
  return (
    <span
      className={classNames('traits', tone !== 'plain' && `traits--${tone}`)}
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
    >
      {Array.from({ length: max }, (_, index) => (
        <i key={index} className={index < value ? 'on' : undefined} />
      ))}
    </span>
  )
}
