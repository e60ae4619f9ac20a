import { X } from 'lucide-react'
import { useSyncExternalStore, type FocusEvent } from 'react'
import { Button } from './button.tsx'
import { IconButton } from './icon-button.tsx'
import { currentToasts, dismissToast, onToasts, pauseToasts, resumeToasts, showToast } from './toast-store.ts'

/** Once, near the root: the place where passing messages are shown and read aloud. */
export function ToastRegion({ label, dismissLabel }: { label: string; dismissLabel: string }) {
  const toasts = useSyncExternalStore(onToasts, currentToasts)
  const left = (event: FocusEvent<HTMLElement>) => {
    if (!event.currentTarget.contains(event.relatedTarget)) resumeToasts()
  }
  return (
    <section
      aria-label={label}
      onMouseEnter={pauseToasts}
      onMouseLeave={resumeToasts}
      onFocus={pauseToasts}
      onBlur={left}
    >
      <div className="toasts" role="status">
        {toasts.map((toast) => (
          <div key={toast.id} className="toast">
            <span className="grow">{toast.message}</span>
            {toast.action && (
              <Button
                kind="ghost"
                onClick={() => {
                  toast.action?.onAct()
                  close(toast.id)
                }}
              >
                {toast.action.label}
              </Button>
            )}
            <IconButton icon={X} label={dismissLabel} onClick={() => close(toast.id)} />
          </div>
        ))}
      </div>
    </section>
  )
}

/** The toast under the pointer leaves without a "mouse out", so the others must start again by hand. */
function close(id: number) {
  dismissToast(id)
  resumeToasts()
}

/** For components; code outside React calls `showToast` of toast-store.ts directly. */
export function useToasts() {
  return { show: showToast, dismiss: dismissToast }
}
