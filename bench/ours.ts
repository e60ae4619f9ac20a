// Élan itself, as production runs it (sessions, policy, schemas, rate limiter, live), on a database given by its address.
import { serve } from '#app/server/serve.ts'
import { openLog } from '#platform/server/log.ts'

const [, , databaseUrl = '', dataDir = '', port = '0'] = process.argv
const server = await serve({
  databaseUrl,
  dataDir,
  // A browser is let in by the address it knows; the other callers of the bench do not say where they come from.
  publicUrl: port === '0' ? 'http://127.0.0.1' : `http://127.0.0.1:${port}`,
  secretKey: 'a key for the measures, long enough to be one',
  log: openLog('warn'),
  // The limiter runs; its ceiling is out of the way of one caller that plays a crowd.
  rate: 100_000_000,
})
const address = await server.listen(Number(port), '127.0.0.1')
process.stdout.write(`${address}\n`)
