import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { tooMany } from '#platform/server/errors.ts'

/** OWASP's second profile for argon2id: 19 MiB, two passes, one lane. */
const COST = { memory: 19_456, passes: 2, parallelism: 1 } as const
const TAG = 32

/** Two at once: a rush of sign-ins waits its turn, and neither memory nor the other requests suffer. */
const AT_ONCE = 2
const MOST_WAITING = 500
let running = 0
const waiting: (() => void)[] = []

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) {
    if (waiting.length >= MOST_WAITING) throw tooMany(10)
    await new Promise<void>((resolve) => waiting.push(resolve))
  } else running += 1
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}

interface Cost {
  memory: number
  passes: number
  parallelism: number
}

const derive = (password: string, nonce: Buffer, cost: Cost) =>
  inTurn(
    () =>
      new Promise<Buffer>((resolve, reject) => {
        const message = Buffer.from(password.normalize('NFKC'))
        argon2('argon2id', { message, nonce, tagLength: TAG, ...cost }, (error, tag) =>
          error ? reject(error) : resolve(tag),
        )
      }),
  )

const plain = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '')

/** In the usual form, with its cost: it can be raised one day without losing anybody. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const tag = await derive(password, salt, COST)
  return `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${plain(salt)}$${plain(tag)}`
}

const FORM = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/

/** Without a hash (no such account, no password) the same work is done for nothing: time tells nothing. */
export async function passwordFits(password: string, hash: string | null): Promise<boolean> {
  const parts = FORM.exec(hash ?? '')
  if (!parts) {
    await derive(password, randomBytes(16), COST)
    return false
  }
  const cost = { memory: Number(parts[1]), passes: Number(parts[2]), parallelism: Number(parts[3]) }
  const expected = Buffer.from(parts[5] ?? '', 'base64')
  const tag = await derive(password, Buffer.from(parts[4] ?? '', 'base64'), cost)
  return tag.length === expected.length && timingSafeEqual(tag, expected)
}
