import Type, { type Static, type TSchema } from 'typebox'

export { Type, type Static, type TSchema }

/** UUID; for things people create, a UUIDv7 made by the client, so that repeating the request is harmless. */
export const Id = Type.String({ format: 'uuid' })

/** RFC 3339 in UTC, microseconds kept: keyset cursors need them. */
export const Time = Type.String({ format: 'date-time' })

/** A day of the calendar, YYYY-MM-DD. */
export const Day = Type.String({ format: 'date' })

/** `type: [t, 'null']` rather than a union: the serialiser then needs no validator at run time. */
export function Nullable<T extends TSchema>(schema: T) {
  const plain = schema as { type?: string; enum?: unknown[] }
  if (plain.type === 'object' || plain.type === 'array')
    return Type.Unsafe<Static<T> | null>({ ...schema, nullable: true })
  if (typeof plain.type !== 'string') throw new Error('Nullable needs a schema with one plain type')
  const values = plain.enum ? { enum: [...plain.enum, null] } : {}
  return Type.Unsafe<Static<T> | null>({ ...schema, ...values, type: [plain.type, 'null'] })
}

export const oneOf = <const T extends readonly string[]>(values: T) =>
  Type.Unsafe<T[number]>({ type: 'string', enum: [...values] })

export const Language = oneOf(['fr', 'en'])
export type Language = Static<typeof Language>

/** Text that a person typed: trimmed by the screens, never blank, bounded. */
export const Words = (maxLength: number) => Type.String({ minLength: 1, maxLength, pattern: '\\S' })

/** A page of a list. `next` is the cursor of the following page, null at the end. */
export const Page = <T extends TSchema>(item: T) =>
  Type.Object({ items: Type.Array(item), next: Nullable(Type.String()) })

/** What every list accepts. */
export const PageQuery = Type.Object({
  cursor: Type.Optional(Type.String({ maxLength: 200 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
})

export const Done = Type.Object({ done: Type.Literal(true) })
export const done = { done: true } as const

/** RFC 9457, with a stable code and the fields at fault. */
export const Problem = Type.Object({
  type: Type.String(),
  title: Type.String(),
  status: Type.Integer(),
  code: Type.String(),
  errors: Type.Optional(
    Type.Array(Type.Object({ field: Type.String(), code: Type.String(), message: Type.String() })),
  ),
})
export type Problem = Static<typeof Problem>
