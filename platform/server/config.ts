// Every setting comes from the environment. A wrong one stops the start with one sentence that names it.
import { randomBytes } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, isIP } from 'node:net'
import { join, resolve } from 'node:path'
import pg from 'pg'
import { settingsIn, type Settings } from './settings.ts'

/** The start cannot go on: the message is one sentence, ready to be read by whoever typed the command. */
export class StartRefused extends Error {
  override name = 'StartRefused'
}

export type Role = 'all' | 'web' | 'jobs'
export type LogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent'

export type S3Config = {
  endpoint: string | undefined
  region: string
  bucket: string
  accessKeyId: string
  secretAccessKey: string
  forcePathStyle: boolean
}

export type Config = {
  host: string
  port: number
  /** Without a trailing slash: letters, QR codes and e-mails are written with it. */
  publicUrl: string
  /** Absolute. */
  dataDir: string
  /** Absent: the embedded PostgreSQL. */
  databaseUrl: string | undefined
  redisUrl: string | undefined
  mail: { url: string; from: string } | undefined
  s3: S3Config | undefined
  /** Absent: read from, or first written to, DATA_DIR/secret.key by `secretKey(config)`. */
  secretKey: string | undefined
  logLevel: LogLevel
  /** Absent: only callers on this very machine read /metrics. */
  metricsToken: string | undefined
  /** In the form Fastify takes: false, a number of proxies, or their addresses. */
  trustProxy: false | number | string[]
  role: Role
  uploadLimitBytes: number
  networks: NetworkSettings
}

/** The outside networks one may publish on: LinkedIn wants an application of the house's own. */
export type NetworkSettings = {
  linkedin: { clientId: string; clientSecret: string; version: string; url: string | undefined } | undefined
  /** Tests only: the networks are played by this machine. */
  loopback: boolean
}

/** French for those whose terminal is French, English for everybody else. */
export function inLanguage(fr: string, en: string, env: NodeJS.ProcessEnv = process.env): string {
  return /^fr/i.test(env.LC_ALL || env.LC_MESSAGES || env.LANG || '') ? fr : en
}

export function readConfig(env: NodeJS.ProcessEnv): Config {
  const setting = settingsIn(env, (fr, en) => new StartRefused(inLanguage(fr, en, env)))
  const host = setting.text('HOST') ?? '127.0.0.1'
  const port = setting.integer('PORT', { byDefault: 3000, from: 0, to: 65535 })
  return {
    host,
    port,
    publicUrl: readPublicUrl(setting) ?? `http://${reachableName(host)}:${port}`,
    dataDir: resolve(setting.text('DATA_DIR') ?? 'data'),
    databaseUrl: setting.url('DATABASE_URL', ['postgres:', 'postgresql:']),
    redisUrl: setting.url('REDIS_URL', ['redis:', 'rediss:']),
    mail: readMail(setting),
    s3: readS3(setting),
    secretKey: setting.secret('SECRET_KEY', 32),
    logLevel: setting.choice('LOG_LEVEL', ['info', 'fatal', 'error', 'warn', 'debug', 'trace', 'silent']),
    metricsToken: setting.secret('METRICS_TOKEN', 16),
    trustProxy: readTrustProxy(setting),
    role: setting.choice('ROLE', ['all', 'web', 'jobs']),
    networks: readNetworks(setting),
    uploadLimitBytes:
      setting.integer('UPLOAD_LIMIT_MB', { byDefault: 500, from: 1, to: 102_400 }) * 1024 * 1024,
  }
}

function reachableName(host: string): string {
  if (['127.0.0.1', '::1', '0.0.0.0', '::'].includes(host)) return 'localhost'
  return isIP(host) === 6 ? `[${host}]` : host
}

function readPublicUrl(setting: Settings): string | undefined {
  const written = setting.url('PUBLIC_URL', ['https:', 'http:'])
  if (written === undefined) return undefined
  const url = new URL(written)
  if (url.pathname === '/' && !url.search && !url.hash && !url.username) return url.origin
  throw setting.refuse(
    `PUBLIC_URL doit s’arrêter au nom du site, sans chemin : par exemple ${url.origin}.`,
    `PUBLIC_URL must stop at the name of the site, without a path: for example ${url.origin}.`,
  )
}

function readMail(setting: Settings): Config['mail'] {
  const url = setting.url('SMTP_URL', ['smtp:', 'smtps:'])
  const from = setting.text('MAIL_FROM')
  if (url === undefined) return undefined
  if (from && /^[^<>\r\n]*<?[^\s<>@]+@[^\s<>@]+>?$/.test(from)) return { url, from }
  throw setting.refuse(
    'MAIL_FROM doit donner l’adresse d’expédition quand SMTP_URL est présent : par exemple Élan <elan@exemple.fr>.',
    'MAIL_FROM must give the sender’s address when SMTP_URL is set: for example Élan <elan@example.org>.',
  )
}

function readS3(setting: Settings): S3Config | undefined {
  const names = ['S3_ENDPOINT', 'S3_REGION', 'S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY']
  if (!names.some((name) => setting.text(name))) return undefined

  const required = (name: string) => {
    const written = setting.text(name)
    if (written) return written
    throw setting.refuse(
      `${name} manque : les fichiers vont sur S3 dès qu’un réglage S3_ est donné, et il le faut aussi.`,
      `${name} is missing: files go to S3 as soon as one S3_ setting is given, and this one is needed too.`,
    )
  }
  const endpoint = setting.url('S3_ENDPOINT', ['https:', 'http:'])
  return {
    endpoint,
    // Stores other than Amazon's sign with this region unless told otherwise.
    region: endpoint ? (setting.text('S3_REGION') ?? 'us-east-1') : required('S3_REGION'),
    bucket: required('S3_BUCKET'),
    accessKeyId: required('S3_ACCESS_KEY_ID'),
    secretAccessKey: required('S3_SECRET_ACCESS_KEY'),
    forcePathStyle: setting.flag('S3_FORCE_PATH_STYLE', endpoint !== undefined),
  }
}

/** Versions of LinkedIn's API live about a year: this one is known to answer, the setting says another. */
const LINKEDIN_VERSION = '202606'

function readNetworks(setting: Settings): NetworkSettings {
  const clientId = setting.text('LINKEDIN_CLIENT_ID')
  const clientSecret = setting.secret('LINKEDIN_CLIENT_SECRET', 8)
  const version = setting.text('LINKEDIN_VERSION') ?? LINKEDIN_VERSION
  const url = setting.url('LINKEDIN_URL', ['https:', 'http:'])
  const loopback = setting.flag('NETWORKS_LOOPBACK', false)
  if (!/^20\d\d(0[1-9]|1[0-2])$/.test(version))
    throw setting.refuse(
      `LINKEDIN_VERSION doit être une année et un mois, comme ${LINKEDIN_VERSION} ; reçu : « ${version} ».`,
      `LINKEDIN_VERSION must be a year and a month, such as ${LINKEDIN_VERSION}; got “${version}”.`,
    )
  if (Boolean(clientId) !== Boolean(clientSecret))
    throw setting.refuse(
      'LINKEDIN_CLIENT_ID et LINKEDIN_CLIENT_SECRET vont ensemble : il manque l’un des deux.',
      'LINKEDIN_CLIENT_ID and LINKEDIN_CLIENT_SECRET go together: one of the two is missing.',
    )
  return {
    linkedin: clientId && clientSecret ? { clientId, clientSecret, version, url } : undefined,
    loopback,
  }
}

function readTrustProxy(setting: Settings): Config['trustProxy'] {
  const written = setting.text('TRUST_PROXY')
  if (written === undefined || written === '0' || written === 'false') return false
  if (/^[1-9]$/.test(written)) return Number(written)
  const addresses = written.split(',').map((address) => address.trim())
  if (addresses.every(isProxyAddress)) return addresses
  throw setting.refuse(
    `TRUST_PROXY doit être un nombre de relais ou leurs adresses (10.0.0.0/8, loopback…) ; reçu : « ${written} ».`,
    `TRUST_PROXY must be a number of proxies or their addresses (10.0.0.0/8, loopback…); got “${written}”.`,
  )
}

function isProxyAddress(address: string): boolean {
  if (['loopback', 'linklocal', 'uniquelocal'].includes(address)) return true
  const [ip = '', length, ...rest] = address.split('/')
  const bits = isIP(ip) === 6 ? 128 : 32
  return (
    isIP(ip) > 0 &&
    rest.length === 0 &&
    (length === undefined || (/^\d+$/.test(length) && Number(length) <= bits))
  )
}

/** Creates the data directory when it is missing, and makes sure that this process can write in it. */
export function assertDataDir(config: Pick<Config, 'dataDir'>): void {
  const probe = join(config.dataDir, `.write-test-${process.pid}`)
  try {
    // As root the database runs as somebody else, who has to pass through; what is private inside is 0600.
    mkdirSync(config.dataDir, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 })
    writeFileSync(probe, '')
    rmSync(probe)
  } catch (error) {
    throw new StartRefused(
      inLanguage(
        `Impossible d’écrire dans DATA_DIR (${config.dataDir}) : ${codeOf(error)}.`,
        `Cannot write in DATA_DIR (${config.dataDir}): ${codeOf(error)}.`,
      ),
    )
  }
}

/** The key that signs and seals: SECRET_KEY, or one drawn once and kept in DATA_DIR/secret.key. */
export function secretKey(config: Pick<Config, 'dataDir' | 'secretKey'>): string {
  if (config.secretKey) return config.secretKey
  const path = join(config.dataDir, 'secret.key')
  if (existsSync(path)) return readFileSync(path, 'utf8').trim()
  const draft = `${path}.${process.pid}`
  try {
    writeFileSync(draft, randomBytes(32).toString('base64url') + '\n', { mode: 0o600 })
    // A link is refused when the key exists: of two first starts at once, one key wins and both read it.
    linkSync(draft, path)
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
  } finally {
    rmSync(draft, { force: true })
  }
  return readFileSync(path, 'utf8').trim()
}

export async function assertPortFree(host: string, port: number): Promise<void> {
  const server = createServer()
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen({ host, port, exclusive: true }, resolve)
    })
  } catch (error) {
    throw portRefusal(error, host, port)
  }
  await new Promise((resolve) => server.close(resolve))
}

/** The sentence for an error of `listen`: also useful to whoever loses the port between the check and the start. */
export function portRefusal(error: unknown, host: string, port: number): StartRefused {
  switch (codeOf(error)) {
    case 'EADDRINUSE':
      return new StartRefused(
        inLanguage(
          `Le port ${port} est déjà pris : arrête ce qui l’occupe, ou choisis-en un autre avec PORT.`,
          `Port ${port} is already in use: stop what holds it, or choose another one with PORT.`,
        ),
      )
    case 'EACCES':
      return new StartRefused(
        inLanguage(
          `Le port ${port} est réservé par le système : choisis-en un autre avec PORT.`,
          `Port ${port} is reserved by the system: choose another one with PORT.`,
        ),
      )
    default:
      return new StartRefused(
        inLanguage(
          `Impossible d’écouter sur HOST=${host}, PORT=${port} : ${codeOf(error)}.`,
          `Cannot listen on HOST=${host}, PORT=${port}: ${codeOf(error)}.`,
        ),
      )
  }
}

/** A server of one's own has to answer, be PostgreSQL 15 or later, and store text in UTF-8. */
export async function assertDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query<{ number: number; version: string; encoding: string }>(
      `select current_setting('server_version_num')::int as number,
              current_setting('server_version') as version,
              current_setting('server_encoding') as encoding`,
    )
    const server = rows[0]
    if (!server || server.number < 150_000) throw olderServer(server?.version ?? '?')
    if (server.encoding !== 'UTF8') throw otherEncoding(server.encoding)
  } catch (error) {
    throw error instanceof StartRefused ? error : silentDatabase(error)
  } finally {
    await client.end().catch(() => undefined)
  }
}

function olderServer(version: string): StartRefused {
  return new StartRefused(
    inLanguage(
      `Le serveur de DATABASE_URL est un PostgreSQL ${version} : il faut la version 15 ou une plus récente.`,
      `The server of DATABASE_URL is PostgreSQL ${version}: version 15 or later is needed.`,
    ),
  )
}

function otherEncoding(encoding: string): StartRefused {
  return new StartRefused(
    inLanguage(
      `La base de DATABASE_URL est en ${encoding} : il faut une base créée en UTF8.`,
      `The database of DATABASE_URL is in ${encoding}: one created in UTF8 is needed.`,
    ),
  )
}

function silentDatabase(error: unknown): StartRefused {
  const reason = error instanceof Error && error.message ? error.message : codeOf(error)
  return new StartRefused(
    inLanguage(
      `La base de données de DATABASE_URL ne répond pas (${reason}).`,
      `The database of DATABASE_URL does not answer (${reason}).`,
    ),
  )
}

function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code
  return error instanceof Error ? error.message : String(error)
}
