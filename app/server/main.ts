import { startEmbeddedPostgres } from '#platform/server/embedded-postgres.ts'
import {
  assertDatabase,
  assertDataDir,
  assertPortFree,
  readConfig,
  secretKey,
  StartRefused,
} from '#platform/server/config.ts'
import { openLog } from '#platform/server/log.ts'
import { migrate } from '#platform/server/migrate.ts'
import { serve } from './serve.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)

async function main(): Promise<void> {
  const config = readConfig(process.env)
  assertDataDir(config)
  await assertPortFree(config.host, config.port)
  const embedded = config.databaseUrl
    ? null
    : await startEmbeddedPostgres({ dataDir: config.dataDir, onStep: say })
  const databaseUrl = config.databaseUrl ?? embedded?.url ?? ''
  await assertDatabase(databaseUrl)
  await migrate(databaseUrl, (name) => say(`migration ${name}`))
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
  })
  await server.listen(config.port, config.host)
  say(`Élan : ${config.publicUrl}`)

  let closing = false
  const stop = async () => {
    if (closing) return
    closing = true
    // What does not end in time is cut: the next start recovers.
    setTimeout(() => process.exit(1), 15_000).unref()
    await server.close()
    await embedded?.stop()
    process.exit(0)
  }
  process.on('SIGINT', () => void stop())
  process.on('SIGTERM', () => void stop())
}

try {
  await main()
} catch (error) {
  if (!(error instanceof StartRefused)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
}
