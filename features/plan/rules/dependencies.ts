/** `needs`: the actions it waits for. */
export interface Waiting {
  id: string
  needs: readonly string[]
}

/**
 * The circle that an action would close by waiting for these: [it, what it waits for, …, it]; null when there is none.
 */
export function circleThrough(
  actions: readonly Waiting[],
  id: string,
  needs: readonly string[],
): string[] | null {
  const waits = new Map(actions.map((one) => [one.id, one.needs]))
  waits.set(id, needs)
  const seen = new Set<string>()
  const walk = (at: string, chain: string[]): string[] | null => {
    for (const next of waits.get(at) ?? []) {
      if (next === id) return [...chain, id]
      if (seen.has(next)) continue
      seen.add(next)
      const found = walk(next, [...chain, next])
      if (found) return found
    }
    return null
  }
  return walk(id, [id])
}

/** What waits for an action, directly or not, each after all that it waits for among them. */
export function followersOf(actions: readonly Waiting[], id: string): string[] {
  const found = new Set<string>()
  const gather = (at: string) => {
    for (const one of actions)
      if (one.needs.includes(at) && !found.has(one.id) && one.id !== id) {
        found.add(one.id)
        gather(one.id)
      }
  }
  gather(id)
  const order: string[] = []
  const place = (at: string) => {
    if (order.includes(at)) return
    for (const need of actions.find((one) => one.id === at)?.needs ?? []) if (found.has(need)) place(need)
    order.push(at)
  }
  for (const one of found) place(one)
  return order
}
