import { useId, useState } from 'react'
import type { Objective } from '#features/communities/contract.ts'
import { Await } from '#platform/web/await.tsx'
import { useFormat, useText } from '#platform/web/i18n.ts'
import { Link } from '#platform/web/router.tsx'
import { Badge, type BadgeKind } from '#ui/badge.tsx'
import { buttonClass } from '#ui/button.tsx'
import { Chip, ChipRow } from '#ui/chip.tsx'
import { PageSkeleton } from '#ui/skeleton.tsx'
import type { Curve } from '../../contract.ts'
import { isWithinReach } from '../../rules/standing.ts'
import { useDayWords } from '../day-words.ts'
import { ObjectiveCurve } from '../objective-curve.tsx'
import { SiteBars } from '../site-bars.tsx'
import { FigureDialog } from './figure-dialog.tsx'
import { useCurve } from './insight-data.ts'
import '../insights.css'

/** The objective that counts most, or the one chosen among several; each draws its own curve. */
export function ObjectivePanel({
  spaceId,
  objectives,
}: {
  spaceId: string
  objectives: readonly Objective[]
}) {
  const text = useText()
  const [chosen, setChosen] = useState<string | null>(null)
  const objective = objectives.find((one) => one.id === chosen) ?? objectives[0]
  if (!objective)
    return (
      <section className="panel obj">
        <h2 className="h3">{text('insights.objective.none')}</h2>
        <p className="ink2 obj__s">{text('insights.objective.noneWhy')}</p>
        <p className="obj__s">
          <Link to={`/communautes/${spaceId}/preparer`} className={buttonClass({ kind: 'soft' })}>
            {text('insights.objective.set')}
          </Link>
        </p>
      </section>
    )
  return (
    <div className="panel obj">
      {objectives.length > 1 && (
        <ChipRow label={text('insights.objective.others')}>
          {objectives.map((one) => (
            <Chip key={one.id} pressed={one.id === objective.id} onClick={() => setChosen(one.id)}>
              <ShortWords objective={one} />
            </Chip>
          ))}
        </ChipRow>
      )}
      <OneObjective key={objective.id} spaceId={spaceId} objectiveId={objective.id} />
    </div>
  )
}

function ShortWords({ objective }: { objective: Objective }) {
  const text = useText()
  const { percent } = useFormat()
  const counted = { arrived: 'arrived', active: 'tookPart', creators: 'published' }[objective.measure]
  return `${text(`insights.curve.${counted}`)} ${percent(objective.target)}`
}

function OneObjective({ spaceId, objectiveId }: { spaceId: string; objectiveId: string }) {
  const text = useText()
  const query = useCurve(spaceId, objectiveId)
  return (
    <Await query={query} skeleton={<PageSkeleton label={text('platform.loading')} />}>
      {(curve) => <Told curve={curve} />}
    </Await>
  )
}

const KINDS: Record<Curve['standing'], BadgeKind> = {
  reached: 'ok',
  on_track: 'ok',
  late: 'warn',
  over: 'neutral',
  starting: 'info',
  upcoming: 'neutral',
  silent: 'neutral',
}

function Told({ curve }: { curve: Curve }) {
  const text = useText()
  const days = useDayWords()
  const { number, percent, day } = useFormat()
  const [open, setOpen] = useState(false)
  const id = useId()
  const { objective, figure } = curve
  const { measure } = objective
  const name = text(`insights.definitions.${figure.key}.name`)
  const ends =
    curve.projection && figure.denominator ? curve.projection.atDeadline / figure.denominator : null
  const badge =
    curve.standing === 'late' && isWithinReach(objective.target, ends) ? 'at_risk' : curve.standing
  const standing = useStandingWords(curve)
  return (
    <section aria-labelledby={id}>
      <p className="row row--b g2 sm b ink2">
        {text('insights.objective.eyebrow')}
        <Badge kind={KINDS[curve.standing]}>{text(`insights.badge.${badge}`)}</Badge>
      </p>
      <h2 className="h2" id={id}>
        {text(`insights.objective.title_${measure}`, {
          target: percent(objective.target),
          deadline: days.day(objective.deadline),
        })}
      </h2>
      {figure.value !== null && (
        <p className="row row--b g2 obj__v">
          <button
            type="button"
            className="num figo"
            aria-label={`${percent(figure.value)}. ${text('insights.definition.open', { name })}`}
            onClick={() => setOpen(true)}
          >
            {percent(figure.value)}
          </button>
          <span className="sm ink2">
            {text(`insights.objective.line_${measure}`, {
              count: figure.numerator ?? 0,
              reached: number(figure.numerator ?? 0),
              among: number(figure.denominator ?? 0),
            })}
          </span>
        </p>
      )}
      <p className="sm ink2 obj__s">{standing}</p>
      {curve.points.length > 0 && <ObjectiveCurve curve={curve} />}
      {curve.countedAt && curve.points.length > 0 && (
        <p className="xs mut">{text('insights.objective.counted', { day: day(curve.countedAt) })}</p>
      )}
      {!figure.silent && <SiteBars cut={curve.sites} threshold={figure.threshold} />}
      <FigureDialog figure={open ? figure : null} onClose={() => setOpen(false)}>
        {curve.projection && (
          <>
            <h3 className="h4">{text('insights.curve.method')}</h3>
            <p className="sm ink2">{text('insights.curve.methodWords')}</p>
          </>
        )}
      </FigureDialog>
    </section>
  )
}

/** Where it stands and why, in a sentence. */
function useStandingWords(curve: Curve): string {
  const text = useText()
  const days = useDayWords()
  const { number, percent } = useFormat()
  const last = curve.standing === 'late' && !curve.projection
  return text(`insights.standing.${last ? 'late_last' : curve.standing}`, {
    count: curve.missing ?? 0,
    threshold: curve.figure.threshold,
    startsOn: days.day(curve.objective.startsOn),
    recent: number(Math.round(curve.recentPace ?? 0)),
    pace: number(Math.ceil(curve.neededPace ?? 0)),
    projected: percent(curve.projection?.atDeadline ?? 0),
  })
}
