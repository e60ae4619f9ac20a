// One import of a file into a database, as `npm run import -- FILE --apply` makes it; prints its times and its memory.
import { importFile } from '#features/imports/server/file-import.ts'
import { openDatabase } from '#platform/server/db.ts'

const [url = '', path = ''] = process.argv.slice(2)
const database = openDatabase(url, { read: 1, write: 2 })
// The connection is there, as it is in a server that runs.
await database.transaction(async () => {})

const phases: Record<string, number> = {}
let phase = 'reading'
let since = performance.now()
const started = since
const cpu = process.cpuUsage()
const enter = (next: string) => {
  if (next === phase) return
  phases[phase] = performance.now() - since
  phase = next
  since = performance.now()
}
const file = { path, name: 'export.csv', apply: true, named: [], outside: {} }
const outcome = await importFile(database, file, 'fr', (progress) => enter(progress.phase))
enter('done')
const total = performance.now() - started
const { user, system } = process.cpuUsage(cpu)
await database.close()
const peak = process.resourceUsage().maxRSS / 1024
process.stdout.write(
  `${JSON.stringify({ total, cpu: (user + system) / 1e6, phases, peak, counts: outcome.counts })}\n`,
)
