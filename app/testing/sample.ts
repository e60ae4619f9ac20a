import { v7 as uuid7 } from 'uuid'

interface Schema {
  type?: string | string[]
  enum?: unknown[]
  const?: unknown
  format?: string
  minLength?: number
  minimum?: number
  minItems?: number
  items?: Schema
  properties?: Record<string, Schema>
  required?: string[]
  anyOf?: Schema[]
  allOf?: Schema[]
}

/** A value that a schema accepts: what is required, and nothing more. */
export function sample(schema: unknown): unknown {
  const own = schema as Schema
  if (own.const !== undefined) return own.const
  if (own.enum) return own.enum[0]
  if (own.anyOf) return sample(own.anyOf[0])
  if (own.allOf) return Object.assign({}, ...own.allOf.map((part) => sample(part) as object))
  const type = Array.isArray(own.type) ? own.type[0] : own.type
  if (type === 'string') return text(own)
  if (type === 'integer' || type === 'number') return own.minimum ?? 1
  if (type === 'boolean') return true
  if (type === 'array') return Array.from({ length: own.minItems ?? 0 }, () => sample(own.items ?? {}))
  const required = own.required ?? []
  return Object.fromEntries(required.map((name) => [name, sample(own.properties?.[name] ?? {})]))
}

function text({ format, minLength }: Schema): string {
  if (format === 'uuid') return uuid7()
  if (format === 'date') return '2026-12-01'
  if (format === 'date-time') return '2026-12-01T08:00:00Z'
  if (format === 'email') return 'quelqu.un@essai.example'
  return 'Essai'.padEnd(minLength ?? 0, '.')
}
