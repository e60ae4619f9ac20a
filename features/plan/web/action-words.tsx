import { useText } from '#platform/web/i18n.ts'
import { Badge, type BadgeKind } from '#ui/badge.tsx'
import type { PlanAction } from '../contract.ts'
import { useDayWords } from './day-words.ts'

/** late, or the state it was given. */
export function StateBadge({ action }: { action: PlanAction }) {
  const text = useText()
  if (action.timing === 'late') return <Badge kind="bad">{text('plan.timing.late')}</Badge>
  const kinds: Record<PlanAction['state'], BadgeKind> = {
    todo: 'neutral',
    doing: 'info',
    done: 'ok',
    dropped: 'neutral',
  }
  return <Badge kind={kinds[action.state]}>{text(`plan.state.${action.state}`)}</Badge>
}

export const ownerName = ({ owner }: PlanAction): string | null =>
  owner && `${owner.givenName} ${owner.familyName}`

/** "30 Nov to 4 Dec", or the one day. */
export function useDates(): (dates: { startsOn: string; endsOn: string }) => string {
  const text = useText()
  const { shortDay } = useDayWords()
  return ({ startsOn, endsOn }) =>
    startsOn === endsOn
      ? shortDay(startsOn)
      : text('plan.actions.dates', { from: shortDay(startsOn), to: shortDay(endsOn) })
}
