const around = 2 * Math.PI * 20

/** One person's progress, from 0 to 100; `text` is what stands in the middle. */
export function Ring({
  value,
  label,
  text,
  size = '4rem',
}: {
  value: number
  label: string
  text?: string
  size?: string
}) {
  const share = Math.max(0, Math.min(100, value))
  const drawn = (share / 100) * around
  return (
    <span className="ring" style={{ '--s': size }} role="img" aria-label={label}>
      <svg viewBox="0 0 50 50" aria-hidden>
        <circle cx="25" cy="25" r="20" />
        {share > 0 && <circle cx="25" cy="25" r="20" strokeDasharray={`${drawn} ${around}`} />}
      </svg>
      <b aria-hidden>{text ?? Math.round(share)}</b>
    </span>
  )
}
