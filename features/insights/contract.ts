import { get, put } from '#platform/contract/endpoint.ts'
import { Day, Done, Id, Nullable, oneOf, Time, Type, type Static } from '#platform/contract/schema.ts'
import { Objective } from '#features/communities/contract.ts'
import { AgainstSeason } from '#features/seasons/contract.ts'
import { FIGURES } from './rules/definitions.ts'
import { STANDINGS } from './rules/standing.ts'

export const FigureKey = oneOf(FIGURES)

/** Under the threshold there is no number at all: `silent` is true, and the three others are null. */
const told = {
  silent: Type.Boolean(),
  numerator: Nullable(Type.Integer()),
  denominator: Nullable(Type.Integer()),
  value: Nullable(Type.Number()),
}

/** A figure, with all it takes to check it. Words of its definition: texts 'insights.definitions.<key>'. */
export const Figure = Type.Object({
  key: FigureKey,
  /** First day counted; null: without beginning. */
  from: Nullable(Day),
  to: Day,
  /** Groups of fewer people say nothing. */
  threshold: Type.Integer(),
  ...told,
})
export type Figure = Static<typeof Figure>

/** By site ('' when unknown). Silent ones are named, so that nobody takes them for absent. */
export const Cut = Type.Object({
  key: FigureKey,
  sites: Type.Array(Type.Object({ site: Type.String(), ...told })),
})
export type Cut = Static<typeof Cut>

export const VisitDay = Type.Object({ day: Day, silent: Type.Boolean(), visitors: Nullable(Type.Integer()) })

export const Measures = Type.Object({
  spaceId: Id,
  name: Type.String(),
  today: Day,
  threshold: Type.Integer(),
  /** invited, arrived (invitations); active, creators, engagement (acts); visited (visits). */
  figures: Type.Array(Figure),
  cuts: Type.Array(Cut),
  visits: Type.Array(VisitDay),
  /** Each figure that a season can move, against what the period before lets expect of it. */
  seasons: Type.Array(Type.Object({ key: FigureKey, against: AgainstSeason })),
})
export type Measures = Static<typeof Measures>

/** Cumulated up to the end of that day; people. */
export const CurvePoint = Type.Object({
  day: Day,
  invited: Type.Integer(),
  arrived: Type.Integer(),
  active: Type.Integer(),
  /** What the objective counts, and as a share of all those it is about today. */
  reached: Type.Integer(),
  value: Type.Number(),
})
export type CurvePoint = Static<typeof CurvePoint>

export const Holiday = Type.Object({ zone: Type.String(), name: Type.String(), firstDay: Day, lastDay: Day })

export const Curve = Type.Object({
  objective: Objective,
  today: Day,
  /** When everything was last counted, for a community of very many; what came since is added. Null: counted now. */
  countedAt: Nullable(Time),
  standing: oneOf(STANDINGS),
  figure: Figure,
  /** People still missing to meet the target; null when silent. */
  missing: Nullable(Type.Integer()),
  /** People a week: lately, and as it would take. */
  recentPace: Nullable(Type.Number()),
  neededPace: Nullable(Type.Number()),
  points: Type.Array(CurvePoint),
  /** If nothing changes (features/insights/rules/projection.ts); null when too early to say. */
  projection: Nullable(
    Type.Object({
      points: Type.Array(Type.Object({ day: Day, value: Type.Number() })),
      atDeadline: Type.Number(),
    }),
  ),
  holidays: Type.Array(Holiday),
  sites: Cut,
})
export type Curve = Static<typeof Curve>

export const readMeasures = get('/api/communities/:id/measures', {
  summary:
    'The figures of a community: who was invited, came, took part; how many open it a day (those who animate it)',
  params: Type.Object({ id: Id }),
  reply: Measures,
})
export const readCurve = get('/api/communities/:id/objectives/:objectiveId/curve', {
  summary:
    'An objective day by day, against its target and deadline, with where it leads (those who animate the community)',
  params: Type.Object({ id: Id, objectiveId: Id }),
  reply: Curve,
})
export const noteVisit = put('/api/spaces/:id/visit', {
  summary: 'This space was opened today: adds to a number, keeps no name',
  params: Type.Object({ id: Id }),
  reply: Done,
})
