import type { Outbound, OutboundReply, OutboundRequest } from '#platform/server/outbound.ts'
import { OutboundFailure } from '#platform/server/outbound.ts'

/** What leaves: `id` is the key under which it is sent, once. */
export interface Draft {
  id: string
  text: string
  link: { url: string; title: string; description: string } | null
  language: 'fr' | 'en'
  picture: { bytes: Buffer; mediaType: string; alt: string } | null
  /** Since when we have tried: what the network holds from before is not ours. */
  triedAt: Date
}

export interface Published {
  externalId: string
  url: string
}

export interface Figures {
  likes: number | null
  reposts: number | null
  replies: number | null
  clicks: number | null
  views: number | null
}

export interface Tokens {
  access: string
  refresh?: string
}

export interface Account {
  server: string
  externalId: string
  name: string
  tokens: Tokens
}

export interface Renewed {
  tokens: Tokens
  expiresAt: string | null
}

/** One network: the same few gestures, whatever its API looks like. */
export interface Network {
  publish(account: Account, draft: Draft): Promise<Published>
  /** Looks whether an earlier try of ours got through. */
  find(account: Account, draft: Draft): Promise<Published | null>
  remove(account: Account, externalId: string): Promise<void>
  figures(account: Account, externalId: string): Promise<Figures | null>
  /** New tokens for old; null where the network gives none. */
  renew(account: Account): Promise<Renewed | null>
}

/** 'late' is ours: looked for after its last hour, it is not there. */
export type Trouble = 'expired' | 'limited' | 'refused' | 'forbidden' | 'away' | 'late'

/** What a network answered, in our words; `said` is its own sentence, shown to whoever wrote the post and logged nowhere. */
export class NetworkTrouble extends Error {
  override name = 'NetworkTrouble'
  readonly kind: Trouble
  readonly retryAt: Date | null
  readonly said: string
  constructor(kind: Trouble, more: { retryAt?: Date | null; said?: string } = {}) {
    super(`the network says: ${kind}`)
    this.kind = kind
    this.retryAt = more.retryAt ?? null
    this.said = (more.said ?? '').slice(0, 300)
  }
}

export interface NetworkReply {
  json: unknown
  headers: OutboundReply['headers']
  status: number
}

const SOON_MS = 60_000
const LATEST_MS = 24 * 3_600_000

/** `Retry-After`, or the hour at which the network counts afresh. */
export function retryAt(headers: OutboundReply['headers'], now = Date.now()): Date {
  const written = String(
    headers['retry-after'] ?? headers['x-ratelimit-reset'] ?? headers['ratelimit-reset'] ?? '',
  )
  const number = /^\d+$/.test(written) ? Number(written) : NaN
  const at = number > 1_000_000_000 ? number * 1000 : number >= 0 ? now + number * 1000 : Date.parse(written)
  return new Date(Math.min(Number.isNaN(at) ? now + SOON_MS : Math.max(at, now), now + LATEST_MS))
}

const parsed = (body: Buffer): unknown => {
  try {
    return JSON.parse(body.toString('utf8')) as unknown
  } catch {
    return null
  }
}

const sentenceOf = (json: unknown): string => {
  const said = json as { error_description?: unknown; message?: unknown; error?: unknown } | null
  return [said?.error_description, said?.message, said?.error].find((one) => typeof one === 'string') ?? ''
}

/** One exchange with a network; whatever is not a success becomes a trouble of ours. */
export async function ask(
  outbound: Outbound,
  url: string,
  request: OutboundRequest & {
    json?: unknown
    form?: Record<string, string>
    token?: string
    fine?: number[]
  },
): Promise<NetworkReply> {
  const { json, form, token, fine = [], headers = {}, ...rest } = request
  const typed: Record<string, string> = json
    ? { 'content-type': 'application/json' }
    : form
      ? { 'content-type': 'application/x-www-form-urlencoded' }
      : {}
  const body = json ? JSON.stringify(json) : form ? new URLSearchParams(form).toString() : rest.body
  const reply = await outbound(url, {
    ...rest,
    ...(body === undefined ? {} : { body }),
    headers: {
      accept: 'application/json',
      ...typed,
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...headers,
    },
  }).catch((error: unknown) => {
    throw error instanceof OutboundFailure
      ? new NetworkTrouble(error.why === 'forbidden' ? 'forbidden' : 'away')
      : error
  })
  const said = { json: parsed(reply.body), headers: reply.headers, status: reply.status }
  if ((reply.status >= 200 && reply.status < 300) || fine.includes(reply.status)) return said
  throw troubleOf(said)
}

function troubleOf({ status, json, headers }: NetworkReply): NetworkTrouble {
  const said = sentenceOf(json)
  const name = (json as { error?: unknown } | null)?.error
  if (status === 401 || name === 'ExpiredToken' || name === 'InvalidToken')
    return new NetworkTrouble('expired', { said })
  if (status === 429) return new NetworkTrouble('limited', { retryAt: retryAt(headers), said })
  if (status === 403) return new NetworkTrouble('forbidden', { said })
  if (status >= 500 || status === 408 || status < 400) return new NetworkTrouble('away', { said })
  return new NetworkTrouble('refused', { said })
}

export const textIn = (json: unknown, name: string): string => {
  const value = (json as Record<string, unknown> | null)?.[name]
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
}
export const countIn = (json: unknown, name: string): number | null => {
  const value = (json as Record<string, unknown> | null)?.[name]
  return typeof value === 'number' ? Math.max(0, Math.trunc(value)) : null
}
export const listIn = (json: unknown, name?: string): unknown[] => {
  const value = name ? (json as Record<string, unknown> | null)?.[name] : json
  return Array.isArray(value) ? (value as unknown[]) : []
}
