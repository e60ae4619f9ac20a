import { del, get, put } from '#platform/contract/endpoint.ts'
import { event } from '#platform/contract/event.ts'
import { Day, Done, Id, Nullable, oneOf, Type, Words, type Static } from '#platform/contract/schema.ts'
import { Person } from '#features/communities/contract.ts'
import { Curve } from '#features/insights/contract.ts'
import { Overlay } from '#features/seasons/contract.ts'
import { CHANNELS } from './rules/channels.ts'
import { ACTION_STATES, STATUSES, TIMINGS } from './rules/status.ts'
import { TEMPLATES } from './rules/templates.ts'

export const ActionState = oneOf(ACTION_STATES)
export const PlanAction = Type.Object({
  id: Id,
  title: Type.String(),
  details: Type.String(),
  channel: oneOf(CHANNELS),
  /** Null: the whole community. */
  audience: Nullable(Type.Object({ id: Id, name: Type.String() })),
  owner: Nullable(Person),
  startsOn: Day,
  endsOn: Day,
  state: ActionState,
  timing: oneOf(TIMINGS),
  objectiveId: Nullable(Id),
  /** Those it waits for. */
  needs: Type.Array(Id),
  /** I own it. */
  mine: Type.Boolean(),
})
export type PlanAction = Static<typeof PlanAction>

export const PlanObjective = Type.Object({ curve: Curve, status: oneOf(STATUSES) })
export type PlanObjective = Static<typeof PlanObjective>

export const Plan = Type.Object({
  spaceId: Id,
  name: Type.String(),
  today: Day,
  /** own: only my actions are here. */
  scope: oneOf(['all', 'own']),
  can: Type.Object({ shape: Type.Boolean() }),
  objectives: Type.Array(PlanObjective),
  actions: Type.Array(PlanAction),
  coverage: Type.Object({ covered: Type.Integer(), of: Type.Integer() }),
  overlay: Overlay,
})
export type Plan = Static<typeof Plan>

export const ActionDraft = Type.Object({
  spaceId: Id,
  title: Words(120),
  details: Type.Optional(Type.String({ maxLength: 2000 })),
  channel: oneOf(CHANNELS),
  audienceId: Type.Optional(Nullable(Id)),
  ownerId: Type.Optional(Nullable(Id)),
  startsOn: Day,
  endsOn: Day,
  objectiveId: Type.Optional(Nullable(Id)),
  needs: Type.Optional(Type.Array(Id, { maxItems: 20 })),
})
export type ActionDraft = Static<typeof ActionDraft>

export const Template = Type.Object({
  key: oneOf(TEMPLATES),
  name: Type.String(),
  about: Type.String(),
  weeks: Type.Integer(),
  actions: Type.Array(Type.Object({ title: Type.String(), startsOn: Day, endsOn: Day })),
})
export type Template = Static<typeof Template>

const CommunityId = Type.Object({ id: Id })
const ActionId = Type.Object({ id: Id })

export const readPlan = get('/api/communities/:id/plan', {
  summary:
    'The communication plan of a community: objectives with where they stand, actions, holidays. Whoever owns an action and nothing else reads their own',
  params: CommunityId,
  reply: Plan,
})
export const readTemplates = get('/api/communities/:id/plan/templates', {
  summary:
    'Ready-made plans laid out from a day, over holidays and closures (those who animate the community)',
  params: CommunityId,
  query: Type.Object({ from: Day }),
  reply: Type.Object({ items: Type.Array(Template) }),
})
export const applyTemplate = put('/api/communities/:id/plan/applications/:applicationId', {
  summary: 'Add the actions of a ready-made plan from a day; repeated, it adds nothing more',
  params: Type.Object({ id: Id, applicationId: Id }),
  body: Type.Object({ template: oneOf(TEMPLATES), startsOn: Day }),
  reply: Plan,
})
export const setAction = put('/api/plan-actions/:id', {
  summary: 'Add an action to the plan of a community, or change it',
  params: ActionId,
  body: ActionDraft,
  reply: PlanAction,
})
export const setActionState = put('/api/plan-actions/:id/state', {
  summary: 'Say where an action stands: those who shape the plan, and its owner',
  params: ActionId,
  body: Type.Object({ state: ActionState }),
  reply: PlanAction,
})
export const dropAction = del('/api/plan-actions/:id', {
  summary: 'Take an action off the plan',
  params: ActionId,
  reply: Done,
})
export const moveActions = put('/api/communities/:id/plan/dates', {
  summary: 'Move actions of the plan to other days, together or not at all',
  params: CommunityId,
  body: Type.Object({
    moves: Type.Array(Type.Object({ id: Id, startsOn: Day, endsOn: Day }), { minItems: 1, maxItems: 200 }),
  }),
  reply: Plan,
})

/** The plan of a community changed: those who have it on screen look again. */
export const planChanged = event('plan.changed', Type.Object({}))
