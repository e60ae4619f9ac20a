/** A moment: `short` is shown, `full` is the exact date, on hover and for screen readers. */
export function TimeLabel({ at, short, full }: { at: string; short: string; full?: string }) {
  return (
    <time dateTime={at} title={full}>
      {short}
    </time>
  )
}
