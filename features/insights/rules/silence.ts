/** A group of a cut: of `denominator` people, `numerator` did it. */
export interface Cell {
  key: string
  numerator: number
  denominator: number
}

/** Why a group is silent on its own account. */
const tooSmall = (cell: Pick<Cell, 'numerator' | 'denominator'>, threshold: number, acts: boolean) =>
  cell.denominator < threshold || (acts && cell.numerator > 0 && cell.numerator < threshold)

/**
 * The keys of the groups that say nothing. A group stays silent under the threshold; where acts are counted, so does a
 * handful of people in a large group. Then no silent group may be found by subtraction from the total: as long as the
 * silent ones together are one group, or too small themselves, the next smallest is silent with them.
 */
export function silentGroups(
  cells: readonly Cell[],
  threshold: number,
  { acts }: { acts: boolean },
): Set<string> {
  const bySize = [...cells].sort((a, b) => a.denominator - b.denominator || a.key.localeCompare(b.key))
  const silent = bySize.filter((cell) => tooSmall(cell, threshold, acts))
  const speaking = bySize.filter((cell) => !silent.includes(cell))
  while (silent.length > 0 && speaking.length > 0 && givenAway(silent, threshold, acts))
    silent.push(...speaking.splice(0, 1))
  return new Set(silent.map((cell) => cell.key))
}

function givenAway(silent: readonly Cell[], threshold: number, acts: boolean): boolean {
  const sum = (of: 'numerator' | 'denominator') => silent.reduce((total, cell) => total + cell[of], 0)
  return (
    silent.length < 2 ||
    tooSmall({ numerator: sum('numerator'), denominator: sum('denominator') }, threshold, acts)
  )
}
