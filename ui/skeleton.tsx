/** Grey places for what is coming. `label` is read aloud: "Chargement". */
export function PostSkeleton({ label, count = 2 }: { label: string; count?: number }) {
  return (
    <div className="sk-page" role="status" aria-label={label}>
      {Array.from({ length: count }, (_, index) => (
        <div key={index} className="stack stack-3" aria-hidden>
          <Line />
          <i className="sk sk--90" />
          <i className="sk sk--75" />
          <i className="sk sk--m" />
        </div>
      ))}
    </div>
  )
}

export function ListSkeleton({ label, rows = 5 }: { label: string; rows?: number }) {
  return (
    <div className="stack" role="status" aria-label={label}>
      {Array.from({ length: rows }, (_, index) => (
        <Line key={index} />
      ))}
    </div>
  )
}

export function PageSkeleton({ label }: { label: string }) {
  return (
    <div className="sk-page" role="status" aria-label={label}>
      <i className="sk sk--t" aria-hidden />
      <i className="sk sk--60" aria-hidden />
      <i className="sk sk--m" aria-hidden />
      <Line />
      <Line />
    </div>
  )
}

function Line() {
  return (
    <div className="row" aria-hidden>
      <i className="sk sk--av" />
      <div className="grow stack stack-2">
        <i className="sk sk--45" />
        <i className="sk sk--30" />
      </div>
    </div>
  )
}
