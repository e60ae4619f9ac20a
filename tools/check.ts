import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { checkDependencies } from './check/dependencies.ts'
import { checkNames } from './check/names.ts'
import { checkWalls } from './check/walls.ts'
import { checkWords } from './check/words.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const own = process.argv.includes('--own')

const checks: [string, () => string[]][] = [
  ['walls', () => checkWalls(root)],
  ['names', () => checkNames(root)],
  ['words', () => checkWords(root)],
  ['dependencies', () => checkDependencies(root)],
]

let failed = 0
for (const [name, check] of checks) {
  const problems = check()
  if (problems.length > 0) failed += 1
  console.log(`${problems.length === 0 ? 'ok  ' : 'FAIL'} ${name}`)
  for (const problem of problems) console.log(`     ${problem}`)
}

// The rest of `npm run check`; `npm test` runs these as steps of its own.
if (!own) {
  for (const [name, ...command] of [
    ['types (server)', 'tsc', '-p', 'tsconfig.json'],
    ['types (screens)', 'tsc', '-p', 'tsconfig.web.json'],
    ['lint', 'oxlint', '--type-aware'],
  ] as const) {
    const [program = '', ...args] = command
    const result = spawnSync(`${root}node_modules/.bin/${program}`, args, { cwd: root, encoding: 'utf8' })
    if (result.status !== 0) failed += 1
    console.log(`${result.status === 0 ? 'ok  ' : 'FAIL'} ${name}`)
    if (result.status !== 0) console.log(`${result.stdout}${result.stderr}`)
  }
}
process.exit(failed > 0 ? 1 : 0)
