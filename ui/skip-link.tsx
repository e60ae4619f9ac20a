export function SkipLink({ to = 'content', label }: { to?: string; label: string }) {
  return (
    <a className="skip" href={`#${to}`}>
      {label}
    </a>
  )
}
