/** A refusal with a stable code that is also the key of its sentence: 'space.not_found' → text 'spaces…' (see words). */
export class Refusal extends Error {
  readonly status: number
  readonly code: string
  readonly field: string | undefined
  readonly values: Record<string, string | number>

  constructor(
    status: number,
    code: string,
    more: { field?: string; values?: Record<string, string | number> } = {},
  ) {
    super(code)
    this.status = status
    this.code = code
    this.field = more.field
    this.values = more.values ?? {}
  }
}

type More = { field?: string; values?: Record<string, string | number> }

export const invalid = (code: string, more?: More) => new Refusal(422, code, more)
export const notFound = (code: string, more?: More) => new Refusal(404, code, more)
export const forbidden = (code: string, more?: More) => new Refusal(403, code, more)
export const conflict = (code: string, more?: More) => new Refusal(409, code, more)
export const tooMany = (seconds: number) => new Refusal(429, 'platform.too_many', { values: { seconds } })

/** allow(canPin(seat), 'post.pin') throws 403 'post.pin.forbidden'. */
export function allow(verdict: boolean, what: string): asserts verdict is true {
  if (!verdict) throw forbidden(`${what}.forbidden`)
}

const AWAY = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  '57P01',
  '57P02',
  '57P03',
  '53300',
  '08006',
  '08001',
])

export const isDatabaseAway = (error: { code?: string; message?: string; syscall?: string }) =>
  AWAY.has(error.code ?? '') ||
  // Its socket, not some file.
  (error.code === 'ENOENT' && error.syscall === 'connect') ||
  /timeout exceeded when trying to connect|Connection terminated|is not queryable/.test(error.message ?? '')

/** Ours (a file), or the database's own. */
const FULL = new Set(['ENOSPC', 'EDQUOT', '53100'])
export const isDiskFull = (error: { code?: string }) => FULL.has(error.code ?? '')
