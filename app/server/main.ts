import { findNetwork } from '#features/network/server/queries.ts'
import { setUpCode } from '#features/network/server/set-up-code.ts'
import {
  assertDatabase,
  assertDataDir,
  assertPortFree,
  inLanguage,
  readConfig,
  secretKey,
  StartRefused,
} from '#platform/server/config.ts'
import { startEmbeddedPostgres } from '#platform/server/embedded-postgres.ts'
import { openLog } from '#platform/server/log.ts'
import { migrate } from '#platform/server/migrate.ts'
import { openDemonstration, presentDemonstration } from './demonstration.ts'
import { serve } from './serve.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)

/** What was opened so far, closed in the reverse order whenever the end comes, even during the start. */
const opened: (() => Promise<void>)[] = []
let closing: Promise<never> | null = null

const END_MS = 15_000

function close(code: number): Promise<never> {
  // What does not end in time is cut: the next start recovers.
  setTimeout(() => process.exit(1), END_MS).unref()
  closing ??= (async () => {
    for (const end of opened.toReversed()) await end().catch(() => {})
    process.exit(code)
  })()
  return closing
}

process.on('SIGINT', () => void close(0))
process.on('SIGTERM', () => void close(0))

/** Asked by the set-up page of whoever opens it from another machine. */
const setUpLine = (code: string) =>
  inLanguage(
    `Code d’installation, demandé depuis une autre machine : ${code}`,
    `Set-up code, asked for from another machine: ${code}`,
  )

async function main(): Promise<void> {
  const config = readConfig(process.env)
  assertDataDir(config)
  await assertPortFree(config.host, config.port)
  const embedded = config.databaseUrl
    ? null
    : await startEmbeddedPostgres({ dataDir: config.dataDir, onStep: say })
  if (embedded) opened.push(() => embedded.stop())
  const databaseUrl = config.databaseUrl ?? embedded?.url ?? ''
  await assertDatabase(databaseUrl)
  const applied = await migrate(databaseUrl)
  if (applied > 0)
    say(inLanguage(`Base de données à jour (${applied} étapes)`, `Database up to date (${applied} steps)`))
  const server = await serve({
    databaseUrl,
    dataDir: config.dataDir,
    publicUrl: config.publicUrl,
    secretKey: secretKey(config),
    log: openLog(config.logLevel),
    role: config.role,
    redisUrl: config.redisUrl,
    smtpUrl: config.mail?.url,
    mailFrom: config.mail?.from,
    s3: config.s3,
    metricsToken: config.metricsToken,
    trustProxy: config.trustProxy,
    uploadLimit: config.uploadLimitBytes,
    networks: config.networks,
  })
  opened.push(() => server.close())
  const accounts = process.argv.includes('--demo') ? await openDemonstration(server.services, say) : null
  await server.listen(config.port, config.host)
  say(inLanguage(`Élan est prêt : ${config.publicUrl}`, `Élan is ready: ${config.publicUrl}`))
  if (accounts) await presentDemonstration(server.services, accounts, say)
  if (!(await findNetwork(server.database.db)).setUp) say(setUpLine(setUpCode()))
}

try {
  await main()
} catch (error) {
  if (!closing) {
    process.stderr.write(
      error instanceof StartRefused ? `${error.message}\n` : `${String((error as Error).stack)}\n`,
    )
    await close(1)
  }
}
