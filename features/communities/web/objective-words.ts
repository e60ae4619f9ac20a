import { useFormat, useText } from '#platform/web/i18n.ts'
import type { Objective } from '../contract.ts'

/** "80 % des personnes invitées se sont connectées, d'ici le 5 avril 2026" */
export function useObjectiveWords() {
  const text = useText()
  const format = useFormat()
  return (objective: Objective) =>
    text(`communities.objective.${objective.measure}`, {
      share: format.percent(objective.target),
      deadline: format.day(objective.deadline),
    })
}
