import type { Objective } from '#features/communities/contract.ts'

/** Under way first, then to come, then past (the latest first); who came in before who took part, the nearest deadline first. */
export function byUrgency(objectives: readonly Objective[], today: string): Objective[] {
  const turn = ({ startsOn, deadline }: Objective) => (deadline < today ? 2 : startsOn > today ? 1 : 0)
  const measures: Objective['measure'][] = ['arrived', 'active', 'creators']
  return [...objectives].sort((a, b) => {
    const past = turn(a) === 2 && turn(b) === 2
    return (
      turn(a) - turn(b) ||
      (past ? b.deadline.localeCompare(a.deadline) : 0) ||
      measures.indexOf(a.measure) - measures.indexOf(b.measure) ||
      a.deadline.localeCompare(b.deadline)
    )
  })
}
