export interface Schema {
  type?: string | string[]
  enum?: unknown[]
  const?: unknown
  format?: string
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  anyOf?: Schema[]
  allOf?: Schema[]
}

const DEEPEST = 6

/** A schema as the shape of its values: { id: 'uuid', title?: 'string' }. */
export function exampleOf(schema: Schema, depth = 0): unknown {
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum.filter((value) => value !== null).join(' | ')
  if (schema.anyOf) return schema.anyOf.map((one) => exampleOf(one, depth + 1))
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map((one) => exampleOf(one, depth + 1)))
  const types = [schema.type ?? 'any'].flat()
  const orNull = types.includes('null') ? ' | null' : ''
  if (depth < DEEPEST && schema.properties) {
    const required = new Set(schema.required ?? [])
    return Object.fromEntries(
      Object.entries(schema.properties).map(([name, own]) => [
        required.has(name) ? name : `${name}?`,
        exampleOf(own, depth + 1),
      ]),
    )
  }
  if (depth < DEEPEST && schema.items) return [exampleOf(schema.items, depth + 1)]
  return `${schema.format ?? types.find((type) => type !== 'null') ?? 'any'}${orNull}`
}
