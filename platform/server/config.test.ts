import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import {
  assertDatabase,
  assertDataDir,
  assertPortFree,
  inLanguage,
  readConfig,
  secretKey,
  StartRefused,
} from './config.ts'

process.env.LC_ALL = 'C'
const scratch = mkdtempSync(join(tmpdir(), 'elan-config-'))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

function refusalOf(env: NodeJS.ProcessEnv): string {
  try {
    readConfig(env)
  } catch (error) {
    if (error instanceof StartRefused) return error.message
    throw error
  }
  return 'accepted'
}

test('without any setting, Élan listens on this machine only, with its own database', () => {
  expect(readConfig({})).toMatchObject({
    host: '127.0.0.1',
    port: 3000,
    publicUrl: 'http://localhost:3000',
    dataDir: join(process.cwd(), 'data'),
    databaseUrl: undefined,
    role: 'all',
    trustProxy: false,
    logLevel: 'info',
  })
})

test('an empty setting counts as absent', () => {
  expect(readConfig({ PORT: '', HOST: ' ', DATABASE_URL: '' })).toEqual(readConfig({}))
})

test.each([
  [{ PORT: 'http' }, 'PORT must be a whole number from 0 to 65535; got “http”.'],
  [{ PORT: '70000' }, 'PORT must be a whole number from 0 to 65535; got “70000”.'],
  [{ PORT: '-1' }, 'PORT must be a whole number from 0 to 65535; got “-1”.'],
  [{ PUBLIC_URL: 'elan.example.org' }, 'PUBLIC_URL must be an address starting with https:// or http://.'],
  [{ REDIS_URL: 'localhost' }, 'REDIS_URL must be an address starting with redis:// or rediss://.'],
  [{ ROLE: 'worker' }, 'ROLE must be one of all, web, jobs; got “worker”.'],
  [{ SECRET_KEY: 'short' }, 'SECRET_KEY is too short: it needs at least 32 characters.'],
  [{ METRICS_TOKEN: 'short' }, 'METRICS_TOKEN is too short: it needs at least 16 characters.'],
  [{ UPLOAD_LIMIT_MB: '0' }, 'UPLOAD_LIMIT_MB must be a whole number from 1 to 102400; got “0”.'],
])('a wrong setting gets one sentence that names it: %j', (env, sentence) => {
  expect(refusalOf(env)).toBe(sentence)
})

test('the sentence is in French when the terminal is', () => {
  expect(refusalOf({ LOG_LEVEL: 'loud', LANG: 'fr_FR.UTF-8' })).toBe(
    'LOG_LEVEL doit valoir info, fatal, error, warn, debug, trace, silent ; reçu : « loud ».',
  )
  expect(inLanguage('oui', 'yes', { LANG: 'fr_FR.UTF-8', LC_ALL: 'en_GB.UTF-8' })).toBe('yes')
})

test('a refused address never shows the password it holds', () => {
  expect(refusalOf({ DATABASE_URL: 'mysql://elan:Zanzibar@db/elan' })).not.toContain('Zanzibar')
})

test('PUBLIC_URL is the name of the site, and a path in it is refused', () => {
  expect(readConfig({ PUBLIC_URL: 'https://elan.example.org/' }).publicUrl).toBe('https://elan.example.org')
  expect(refusalOf({ PUBLIC_URL: 'https://example.org/elan' })).toContain('PUBLIC_URL must stop at the name')
})

test('sending mail needs a sender', () => {
  expect(refusalOf({ SMTP_URL: 'smtp://relay' })).toContain('MAIL_FROM must give the sender’s address')
  expect(refusalOf({ SMTP_URL: 'smtp://relay', MAIL_FROM: 'Élan' })).toContain('MAIL_FROM')
  expect(readConfig({ SMTP_URL: 'smtp://relay', MAIL_FROM: 'Élan <elan@example.org>' }).mail).toEqual({
    url: 'smtp://relay',
    from: 'Élan <elan@example.org>',
  })
})

test('an S3 store given by halves is refused by naming what is missing', () => {
  const whole = {
    S3_ENDPOINT: 'https://files.example.org',
    S3_BUCKET: 'elan',
    S3_ACCESS_KEY_ID: 'key',
    S3_SECRET_ACCESS_KEY: 'secret',
  }
  expect(readConfig(whole).s3).toMatchObject({ region: 'us-east-1', forcePathStyle: true })
  for (const name of ['S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY']) {
    expect(refusalOf({ ...whole, [name]: '' })).toMatch(new RegExp(`^${name} is missing`))
  }
  expect(refusalOf({ ...whole, S3_ENDPOINT: '' })).toMatch(/^S3_REGION is missing/)
})

test('proxies are trusted by number or by address, never all of them', () => {
  expect(readConfig({ TRUST_PROXY: '1' }).trustProxy).toBe(1)
  expect(readConfig({ TRUST_PROXY: 'loopback, 10.0.0.0/8' }).trustProxy).toEqual(['loopback', '10.0.0.0/8'])
  for (const wrong of ['true', '10.0.0.0/99', 'nginx'])
    expect(refusalOf({ TRUST_PROXY: wrong })).toContain('TRUST_PROXY')
})

test('the data directory is created, and a place that cannot be written is named', () => {
  const dataDir = join(scratch, 'new', 'data')
  assertDataDir({ dataDir })
  expect(statSync(dataDir).isDirectory()).toBe(true)

  const file = join(scratch, 'a-file')
  writeFileSync(file, '')
  expect(() => assertDataDir({ dataDir: join(file, 'data') })).toThrow(
    `Cannot write in DATA_DIR (${file}/data)`,
  )
})

// Root may write anywhere.
if (process.getuid?.() !== 0) {
  test('a directory the system refuses is told with its reason', () => {
    const dataDir = mkdtempSync(join(scratch, 'closed-'))
    chmodSync(dataDir, 0o500)
    expect(() => assertDataDir({ dataDir })).toThrow(/^Cannot write in DATA_DIR .*: EACCES\.$/)
  })
}

test('the secret key is drawn once, and kept for its owner’s eyes only', () => {
  const dataDir = mkdtempSync(join(scratch, 'key-'))
  const drawn = secretKey({ dataDir, secretKey: undefined })
  expect(drawn.length).toBeGreaterThanOrEqual(43)
  expect(secretKey({ dataDir, secretKey: undefined })).toBe(drawn)
  expect(readFileSync(join(dataDir, 'secret.key'), 'utf8').trim()).toBe(drawn)
  expect(statSync(join(dataDir, 'secret.key')).mode & 0o777).toBe(0o600)
  expect(secretKey({ dataDir, secretKey: 'x'.repeat(32) })).toBe('x'.repeat(32))
})

test('a busy port is told apart, with the setting that changes it', async () => {
  const held = await listening(() => undefined)
  await expect(assertPortFree('127.0.0.1', portOf(held))).rejects.toThrow(
    `Port ${portOf(held)} is already in use: stop what holds it, or choose another one with PORT.`,
  )
  await close(held)
  await assertPortFree('127.0.0.1', portOf(held) || 0)
  await expect(assertPortFree('192.0.2.1', 3000)).rejects.toThrow('HOST=192.0.2.1')
})

test('a database that does not answer is told in one sentence without its password', async () => {
  const refusal = assertDatabase('postgres://elan:Zanzibar@127.0.0.1:1/elan')
  await expect(refusal).rejects.toThrow('The database of DATABASE_URL does not answer (connect ECONNREFUSED')
  await expect(refusal).rejects.not.toThrow('Zanzibar')
})

test.each([
  ['13.4', 130004, 'UTF8', 'The server of DATABASE_URL is PostgreSQL 13.4: version 15 or later is needed.'],
  ['16.2', 160002, 'LATIN1', 'The database of DATABASE_URL is in LATIN1: one created in UTF8 is needed.'],
])('a server %s (%i) in %s is refused with what was seen', async (version, number, encoding, sentence) => {
  const server = await listening((socket) => answerAs(socket, [String(number), version, encoding]))
  await expect(
    assertDatabase(`postgres://elan@127.0.0.1:${portOf(server)}/elan?sslmode=disable`),
  ).rejects.toThrow(sentence)
  await close(server)
})

/** The few words of PostgreSQL's protocol that a client needs to connect and read one row. */
function answerAs(socket: import('node:net').Socket, row: string[]): void {
  const message = (type: string, ...parts: Buffer[]) => {
    const body = Buffer.concat(parts)
    return Buffer.concat([Buffer.from(type), int32(body.length + 4), body])
  }
  const columns = ['number', 'version', 'encoding'].map((name, at) =>
    Buffer.concat([
      Buffer.from(`${name}\0`),
      int32(0),
      int16(0),
      int32(at === 0 ? 23 : 25),
      int16(-1),
      int32(-1),
      int16(0),
    ]),
  )
  const cells = row.map((cell) => Buffer.concat([int32(cell.length), Buffer.from(cell)]))
  const idle = message('Z', Buffer.from('I'))
  socket.on('error', () => undefined)
  socket.once('data', () => {
    socket.write(Buffer.concat([message('R', int32(0)), idle]))
    socket.once('data', () => {
      const count = int16(row.length)
      const told = [
        message('T', count, ...columns),
        message('D', count, ...cells),
        message('C', Buffer.from('SELECT 1\0')),
      ]
      socket.write(Buffer.concat([...told, idle]))
    })
  })
}

function int16(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeInt16BE(value)
  return bytes
}

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeInt32BE(value)
  return bytes
}

function listening(onSocket: (socket: import('node:net').Socket) => void): Promise<Server> {
  return new Promise((resolve) => {
    const server = createServer(onSocket)
    server.listen({ host: '127.0.0.1', port: 0 }, () => resolve(server))
  })
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo | null)?.port ?? 0
}

function close(server: Server): Promise<unknown> {
  return new Promise((resolve) => server.close(resolve))
}
