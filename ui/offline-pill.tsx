import { CloudOff } from 'lucide-react'

/** Offline is a state, not an error: what is written is kept and will leave by itself. */
export function OfflinePill({ offline, children }: { offline: boolean; children: string }) {
  return (
    <div className="pillw" role="status">
      {offline && (
        <span className="pill pill--off">
          <CloudOff className="i" aria-hidden />
          {children}
        </span>
      )}
    </div>
  )
}
