import { classNames } from './class-names.ts'

/** A share from 0 to 100. `label` says what advances, `valueText` how far in words. */
export function ProgressBar({
  value,
  label,
  valueText,
  thin,
}: {
  value: number
  label: string
  valueText?: string
  thin?: boolean
}) {
  const share = Math.max(0, Math.min(100, value))
  return (
    <span
      className={classNames('bar', thin && 'bar--thin')}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(share)}
      aria-valuetext={valueText}
    >
      <i style={{ '--v': `${share}%` }} />
    </span>
  )
}
