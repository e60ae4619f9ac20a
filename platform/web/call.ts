import { v7 } from 'uuid'
import type { Body, Endpoint, Params, Query, Reply } from '#platform/contract/endpoint.ts'
import type { Problem } from '#platform/contract/schema.ts'
import { takeCarried } from './carried.ts'

export const newId = (): string => v7()

/** The server said no, in a sentence made for people. */
export class Refused extends Error {
  readonly status: number
  readonly code: string
  readonly fields: { field: string; message: string }[]

  constructor(problem: Problem) {
    super(problem.title)
    this.status = problem.status
    this.code = problem.code
    this.fields = problem.errors ?? []
  }

  /** The sentence for one field of a form, if it is at fault. */
  on(field: string): string | undefined {
    return this.fields.find((error) => error.field === field)?.message
  }
}

/** No answer: the network or the server is away. Worth trying again. */
export class Unreachable extends Error {}

type Filled<T> = keyof T extends never ? { [none: string]: never } : T
type Part<K extends string, T> = keyof T extends never ? { [key in K]?: undefined } : { [key in K]: T }
export type Input<E extends Endpoint> = Part<'params', Params<E>> &
  Partial<Part<'query', Filled<Query<E>>>> &
  Part<'body', Body<E>>

export function addressOf(endpoint: Endpoint, input: { params?: unknown; query?: unknown }): string {
  const params = (input.params ?? {}) as Record<string, string>
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries((input.query ?? {}) as Record<string, unknown>)) {
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== undefined && one !== null && one !== '') search.append(name, String(one))
  }
  const query = search.toString()
  return query ? `${path}?${query}` : path
}

export interface CallOptions {
  signal?: AbortSignal
}

/** One endpoint of the contract; the reply has its type. Throws Refused or Unreachable. */
export async function call<E extends Endpoint>(
  endpoint: E,
  input: Input<E>,
  options: CallOptions = {},
): Promise<Reply<E>> {
  const parts = input as { params?: unknown; query?: unknown; body?: unknown }
  return request<Reply<E>>(endpoint.method, addressOf(endpoint, parts), parts.body, options)
}

export async function request<R>(
  method: string,
  url: string,
  body?: unknown,
  options: CallOptions = {},
): Promise<R> {
  const carried = method === 'GET' ? takeCarried(url) : undefined
  if (carried !== undefined) return carried as R
  const reply = await fetch(url, {
    method,
    headers: {
      'accept-language': document.documentElement.lang,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(options.signal ? { signal: options.signal } : {}),
  }).catch((error: unknown) => {
    throw error instanceof DOMException && error.name === 'AbortError'
      ? error
      : new Unreachable(String(error))
  })
  if (reply.ok) return (await reply.json()) as R
  const type = reply.headers.get('content-type') ?? ''
  if (!type.includes('problem+json')) throw new Unreachable(`HTTP ${reply.status}`)
  const problem = (await reply.json()) as Problem
  if (problem.code === 'session.needed') window.dispatchEvent(new Event('elan:signed-out'))
  if (problem.code.startsWith('session.owes_')) window.dispatchEvent(new Event('elan:owes'))
  throw new Refused(problem)
}

/** Address of a stored file; images exist as w320, w640, w960, w1280. */
export const fileUrl = (fileId: string, variant?: 'w320' | 'w640' | 'w960' | 'w1280' | 'captions') =>
  `/api/files/${fileId}${variant ? `?variant=${variant}` : ''}`
