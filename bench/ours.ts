// Élan itself, as production runs it (sessions, policy, schemas, rate limiter, live), on a database given by its address.
import { serve } from '#app/server/serve.ts'
import { openLog } from '#platform/server/log.ts'

const [, , databaseUrl = '', dataDir = ''] = process.argv
const server = await serve({
  databaseUrl,
  dataDir,
  publicUrl: 'http://127.0.0.1',
  secretKey: 'a key for the measures, long enough to be one',
  log: openLog('warn'),
  // The limiter runs; its ceiling is out of the way of one caller that plays a crowd.
  rate: 100_000_000,
})
const address = await server.listen(0, '127.0.0.1')
process.stdout.write(`${address}\n`)
