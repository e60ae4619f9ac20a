import { get, put } from '#platform/contract/endpoint.ts'
import { Day, Id, Nullable, oneOf, Time, Type, type Static } from '#platform/contract/schema.ts'
import { CODES } from './rules/eighteen.ts'
import { STATES } from './rules/practice.ts'

export const PracticeCode = oneOf(CODES)
export type PracticeCode = Static<typeof PracticeCode>
export const PracticeState = oneOf(STATES)

/** Sentences: texts 'practices.evidence.<key>' and 'practices.action.<key>', with these numbers. */
export const Said = Type.Object({
  key: Type.String(),
  values: Type.Unsafe<Record<string, number>>({ type: 'object', additionalProperties: { type: 'number' } }),
})

export const PracticeCard = Type.Object({
  code: PracticeCode,
  state: PracticeState,
  evidence: Type.Array(Said),
  /** The one thing to do now, and the address where it is done. */
  action: Type.Object({ key: Type.String(), path: Type.String() }),
  /** Against four weeks ago; null while there is no history. */
  trend: Nullable(oneOf(['up', 'same', 'down'])),
  /** One state a week, the oldest first; twenty-six at most. */
  history: Type.Array(Type.Object({ week: Day, state: PracticeState })),
  off: Nullable(Type.Object({ reason: Type.String(), by: Type.String(), at: Time })),
  limits: Type.Array(
    Type.Object({
      name: Type.String(),
      value: Type.Number(),
      usual: Type.Number(),
      least: Type.Number(),
      most: Type.Number(),
      unit: oneOf(['share', 'days', 'hours', 'count']),
    }),
  ),
})
export type PracticeCard = Static<typeof PracticeCard>

export const Practices = Type.Object({
  spaceId: Id,
  name: Type.String(),
  today: Day,
  /** Figures about groups of fewer people stay unsaid. */
  threshold: Type.Integer(),
  practices: Type.Array(PracticeCard),
  can: Type.Object({ set: Type.Boolean() }),
})
export type Practices = Static<typeof Practices>

export const readPractices = get('/api/communities/:id/practices', {
  summary:
    'The eighteen practices of a community, from what really happens: those who animate it, and its sponsors',
  params: Type.Object({ id: Id }),
  reply: Practices,
})
export const setPractice = put('/api/communities/:id/practices/:code', {
  summary: 'Leave a practice aside with a reason, take it up again, or set its limits',
  params: Type.Object({ id: Id, code: PracticeCode }),
  body: Type.Object({
    /** Null: taken up again. */
    offReason: Nullable(Type.String({ maxLength: 500 })),
    limits: Type.Unsafe<Record<string, number>>({
      type: 'object',
      additionalProperties: { type: 'number' },
      maxProperties: 10,
    }),
  }),
  reply: PracticeCard,
})
