/** Messages that pass: kept outside React so that any code may say something. */
export type Toast = {
  id: number
  message: string
  /** "Annuler", and what it does. */
  action?: { label: string; onAct: () => void }
}

const life = 6000
let toasts: readonly Toast[] = []
let lastId = 0
const listeners = new Set<() => void>()
const clocks = new Map<number, { left: number; since: number; timer: ReturnType<typeof setTimeout> | null }>()

function publish(next: readonly Toast[]) {
  toasts = next
  for (const listener of listeners) listener()
}

export function showToast(toast: Omit<Toast, 'id'>): number {
  lastId += 1
  const id = lastId
  // Two at most: a third would cover what the person is doing.
  for (const old of toasts.slice(0, -1)) dismissToast(old.id)
  publish([...toasts, { ...toast, id }])
  clocks.set(id, { left: life, since: 0, timer: null })
  startClock(id)
  return id
}

export function dismissToast(id: number): void {
  const clock = clocks.get(id)
  if (clock?.timer) clearTimeout(clock.timer)
  clocks.delete(id)
  publish(toasts.filter((toast) => toast.id !== id))
}

function startClock(id: number) {
  const clock = clocks.get(id)
  if (!clock || clock.timer) return
  clock.since = Date.now()
  clock.timer = setTimeout(() => dismissToast(id), clock.left)
}

/** While somebody reads or aims at a toast, none of them leaves. */
export function pauseToasts(): void {
  for (const clock of clocks.values()) {
    if (!clock.timer) continue
    clearTimeout(clock.timer)
    clock.timer = null
    clock.left -= Date.now() - clock.since
  }
}

export function resumeToasts(): void {
  for (const id of clocks.keys()) startClock(id)
}

export function currentToasts(): readonly Toast[] {
  return toasts
}

export function onToasts(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
