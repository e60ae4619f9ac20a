// What leaves this server for an address that somebody typed: never towards the networks behind it.
import { lookup as resolve, type LookupAddress } from 'node:dns'
import { type IncomingHttpHeaders, type IncomingMessage, request as plainRequest } from 'node:http'
import { request as secureRequest } from 'node:https'
import { BlockList, isIP, type LookupFunction } from 'node:net'

export interface OutboundRequest {
  method?: string
  headers?: Record<string, string>
  body?: string | Buffer
  /** The whole exchange. */
  timeoutMs?: number
  /** Bytes read, at most. */
  limit?: number
}

export interface OutboundReply {
  status: number
  headers: IncomingHttpHeaders
  body: Buffer
  url: string
}

export type Outbound = (url: string, request?: OutboundRequest) => Promise<OutboundReply>

/** Nobody answered as one should: away, too slow, too long, or an address we do not go to. */
export class OutboundFailure extends Error {
  override name = 'OutboundFailure'
  readonly why: 'forbidden' | 'away' | 'too_long'
  constructor(why: OutboundFailure['why'], message: string) {
    super(message)
    this.why = why
  }
}

const PRIVATE_4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const
/** Only what is handed out to the internet is gone to; of that, not what wraps another address. */
const PUBLIC_6 = [['2000::', 3]] as const
const WRAPPED_6 = [
  ['2001::', 32],
  ['2001:db8::', 32],
  ['2002::', 16],
] as const

function listOf(ranges: readonly (readonly [string, number])[], family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList()
  for (const [address, length] of ranges) list.addSubnet(address, length, family)
  return list
}
const private4 = listOf(PRIVATE_4, 'ipv4')
const public6 = listOf(PUBLIC_6, 'ipv6')
const wrapped6 = listOf(WRAPPED_6, 'ipv6')

export function isPublicAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !private4.check(address, 'ipv4')
    case 6:
      return public6.check(address, 'ipv6') && !wrapped6.check(address, 'ipv6')
    default:
      return false
  }
}

const isLoopback = (address: string) => address.startsWith('127.') || address === '::1'

const USUAL_TIMEOUT_MS = 10_000
const USUAL_LIMIT = 1024 * 1024
const MOST_REDIRECTS = 3

/**
 * Speaks HTTPS to public addresses only. The address is judged where the connection is made (a name that points
 * elsewhere a moment later deceives nobody), literals are judged too, and so is every redirect. `loopback` lets tests
 * speak to this very machine, in clear.
 */
export function openOutbound({ loopback = false }: { loopback?: boolean } = {}): Outbound {
  const fine = (address: string) => isPublicAddress(address) || (loopback && isLoopback(address))
  const judge: LookupFunction = (host, options, done) => {
    resolve(host, { ...options, all: true }, (error, found) => {
      const addresses: LookupAddress[] = found
      if (error) return done(error, [])
      const [first] = addresses
      if (!first || !addresses.every(({ address }) => fine(address)))
        return done(new OutboundFailure('forbidden', `${host} is not a public address`), [])
      return options.all ? done(null, addresses) : done(null, first.address, first.family)
    })
  }
  const checked = (written: string): URL => {
    const url = URL.canParse(written) ? new URL(written) : null
    const host = url?.hostname.replace(/^\[|\]$/g, '') ?? ''
    const clear = url?.protocol === 'http:' && loopback && (host === 'localhost' || isLoopback(host))
    if (!url || !(url.protocol === 'https:' || clear) || url.username || url.password)
      throw new OutboundFailure('forbidden', 'only https addresses are gone to')
    if (isIP(host) && !fine(host)) throw new OutboundFailure('forbidden', `${host} is not a public address`)
    return url
  }
  return async (written, request = {}) => {
    const deadline = AbortSignal.timeout(request.timeoutMs ?? USUAL_TIMEOUT_MS)
    const reading = (request.method ?? 'GET') === 'GET'
    let url = checked(written)
    let headers = request.headers ?? {}
    for (let hops = 0; ; hops++) {
      const reply = await exchange(url, { ...request, headers }, judge, deadline)
      const { location } = reply.headers
      if (!reading || reply.status < 300 || reply.status > 399 || !location) return reply
      if (hops >= MOST_REDIRECTS) throw new OutboundFailure('away', 'too many redirects')
      const next = checked(new URL(location, url).href)
      // What was meant for one house is not shown to another.
      if (next.origin !== url.origin) headers = { accept: headers['accept'] ?? '*/*' }
      url = next
    }
  }
}

function exchange(
  url: URL,
  { method = 'GET', headers = {}, body, limit = USUAL_LIMIT }: OutboundRequest,
  lookup: LookupFunction,
  signal: AbortSignal,
): Promise<OutboundReply> {
  const begin = url.protocol === 'https:' ? secureRequest : plainRequest
  const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }
  return new Promise((settle, fail) => {
    const lost = (error: Error) =>
      fail(error instanceof OutboundFailure ? error : new OutboundFailure('away', error.message))
    const sent = begin(
      url,
      { method, headers: { 'user-agent': 'Elan', ...headers, ...length }, lookup, signal, agent: false },
      (reply) => {
        readWhole(reply, limit).then(
          (whole) =>
            settle({ status: reply.statusCode ?? 0, headers: reply.headers, body: whole, url: url.href }),
          lost,
        )
      },
    )
    sent.on('error', lost)
    sent.end(body)
  })
}

async function readWhole(reply: IncomingMessage, limit: number): Promise<Buffer> {
  const parts: Buffer[] = []
  let bytes = 0
  for await (const part of reply) {
    const piece = part as Buffer
    bytes += piece.length
    if (bytes > limit) {
      reply.destroy()
      throw new OutboundFailure('too_long', 'the answer is too long')
    }
    parts.push(piece)
  }
  return Buffer.concat(parts)
}
