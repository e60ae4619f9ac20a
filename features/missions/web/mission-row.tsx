import { DoorOpen, FlaskConical, Megaphone, PenLine, Presentation } from 'lucide-react'
import { useText } from '#platform/web/i18n.ts'
import { Link } from '#platform/web/router.tsx'
import { Badge, type BadgeKind } from '#ui/badge.tsx'
import type { Icon } from '#ui/icon.tsx'
import type { MissionCard } from '../contract.ts'
import type { MissionKind } from '../rules/kinds.ts'
import { useMissionLine } from './missions-data.ts'
import './missions.css'

export const kindIcons: Record<MissionKind, Icon> = {
  write: PenLine,
  host: Presentation,
  relay: Megaphone,
  welcome: DoorOpen,
  test: FlaskConical,
}

/** Where a mission stands for whoever reads: what I did of it first, else its own state. */
export function MissionState({ mission, whole = false }: { mission: MissionCard; whole?: boolean }) {
  const text = useText()
  const { mine, state } = mission
  const key = mission.decided
    ? 'decided'
    : mine?.thankedAt
      ? 'thanked'
      : mine?.returnedAt
        ? 'returned'
        : mine && state === 'open'
          ? 'taken'
          : state === 'open' && !whole
            ? null
            : state
  if (!key) return null
  const kinds: Record<string, BadgeKind> = {
    decided: 'ok',
    thanked: 'ok',
    returned: 'ok',
    taken: 'brand',
    open: 'info',
    draft: 'warn',
  }
  return <Badge kind={kinds[key] ?? 'neutral'}>{text(`missions.state.${key}`)}</Badge>
}

export function MissionRow({ mission, whole = false }: { mission: MissionCard; whole?: boolean }) {
  const text = useText()
  const line = useMissionLine()
  const Glyph = kindIcons[mission.kind]
  return (
    <li>
      <Link to={`/missions/${mission.id}`} className="ms-row">
        <span className="ms-row__i">
          <Glyph className="i" aria-hidden />
        </span>
        <span className="grow ms-row__t">
          <span className="b">{mission.title}</span>
          <span className="sm ink2">
            {text(`missions.kind.${mission.kind}`)} · {line(mission)}
          </span>
        </span>
        <MissionState mission={mission} whole={whole} />
      </Link>
    </li>
  )
}

export function MissionList({
  label,
  missions,
  whole = false,
}: {
  label: string
  missions: readonly MissionCard[]
  whole?: boolean
}) {
  return (
    <ul className="list ms-list" aria-label={label}>
      {missions.map((mission) => (
        <MissionRow key={mission.id} mission={mission} whole={whole} />
      ))}
    </ul>
  )
}
