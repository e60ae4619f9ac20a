/**
 * Lines of the file that are, through their managers, their own manager. `managers[i]` is the key of the
 * manager of line i, `lineOf` finds the line of a key, `known` the manager of somebody outside the file.
 */
export function managerCycles(
  managers: readonly (string | null)[],
  lineOf: (key: string) => number | undefined,
  known: ReadonlyMap<string, string | null>,
): Set<number> {
  const above = (key: string | null): number | null => {
    if (key === null) return null
    const direct = lineOf(key)
    // Nearly everybody's manager is in the file: nothing is set up to look further.
    if (direct !== undefined) return direct
    const passed = new Set<string>([key])
    let at = known.get(key) ?? null
    while (at !== null && !passed.has(at)) {
      const index = lineOf(at)
      if (index !== undefined) return index
      passed.add(at)
      at = known.get(at) ?? null
    }
    return null
  }
  // 0: not seen; otherwise the walk that passed here, so that meeting one's own walk again closes a cycle.
  const walkOf = new Uint32Array(managers.length)
  const cycles = new Set<number>()
  for (let start = 0; start < managers.length; start++) {
    let at: number | null = start
    while (at !== null && walkOf[at] === 0) {
      walkOf[at] = start + 1
      at = above(managers[at] ?? null)
    }
    if (at === null || walkOf[at] !== start + 1) continue
    for (
      let each: number | null = at;
      each !== null && !cycles.has(each);
      each = above(managers[each] ?? null)
    ) {
      cycles.add(each)
    }
  }
  return cycles
}
