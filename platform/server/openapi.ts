import type { Endpoint } from '#platform/contract/endpoint.ts'
import { Problem, type TSchema } from '#platform/contract/schema.ts'

/** OpenAPI 3.1 from the very schemas that validate requests. */
export function openapi(endpoints: Endpoint[], title: string): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const endpoint of endpoints) {
    const path = endpoint.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operation(endpoint) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title,
      version: '1',
      description: 'Every action of the interface is one of these. Errors are RFC 9457 problem documents.',
    },
    paths,
    components: {
      schemas: { Problem: plain(Problem) },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'elan' } },
    },
  }
}

function operation(endpoint: Endpoint): Record<string, unknown> {
  const problem = {
    description: 'Refused',
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  }
  const body = plain(endpoint.body) as { properties?: object }
  const hasBody = endpoint.method !== 'GET' && Object.keys(body.properties ?? {}).length > 0
  return {
    operationId: `${endpoint.method.toLowerCase()}${endpoint.path.replace(/[^\w]+(\w)/g, (_, letter: string) => letter.toUpperCase())}`,
    summary: endpoint.summary,
    tags: [endpoint.path.split('/')[2] ?? 'api'],
    ...(endpoint.who === 'anyone' ? {} : { security: [{ session: [] }] }),
    'x-who': endpoint.who,
    parameters: [...parameters(endpoint.params, 'path'), ...parameters(endpoint.query, 'query')],
    ...(hasBody
      ? { requestBody: { required: true, content: { 'application/json': { schema: body } } } }
      : {}),
    responses: {
      200: { description: 'Done', content: { 'application/json': { schema: plain(endpoint.reply) } } },
      default: problem,
    },
  }
}

function parameters(schema: TSchema, where: 'path' | 'query') {
  const { properties = {}, required = [] } = schema as {
    properties?: Record<string, TSchema>
    required?: string[]
  }
  return Object.entries(properties).map(([name, own]) => ({
    name,
    in: where,
    required: where === 'path' || required.includes(name),
    schema: plain(own),
  }))
}

/** `nullable` is how the serialiser says it; 3.1 says it with a list of types. */
function plain(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(plain)
  if (schema === null || typeof schema !== 'object') return schema
  const { nullable, ...rest } = schema as Record<string, unknown>
  const copy = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, plain(value)]))
  return nullable ? { ...copy, type: [copy.type, 'null'] } : copy
}
