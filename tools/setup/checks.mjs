// Runs one part of `npm test` and says how many of its tests passed and failed; a part that breaks counts as failed.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT } from './root.mjs'

const LONGEST_MS = 45 * 60_000

/** A program whose end says it all: one test. */
export async function checkProgram(node, args) {
  const code = await run(node, args)
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 }
}

/** Vitest with one configuration: as many tests as it ran. */
export async function checkTests(node, config, env = {}) {
  const scratch = mkdtempSync(join(tmpdir(), 'elan-results-'))
  const results = join(scratch, 'results.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${results}`]
  const args = ['node_modules/vitest/vitest.mjs', 'run', '--config', config, ...reporters]
  const code = await run(node, args, env)
  const counted = countIn(results)
  rmSync(scratch, { recursive: true, force: true })
  // It broke outside of any test, or found none to run.
  const broke = counted.failed === 0 && (code !== 0 || counted.passed === 0)
  return broke ? { ...counted, failed: 1 } : counted
}

function countIn(results) {
  try {
    const report = JSON.parse(readFileSync(results, 'utf8'))
    // A file that could not even be loaded holds no test, and is a failure all the same.
    const unloaded = report.testResults.filter(
      ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
    )
    return {
      passed: report.numPassedTests,
      failed: report.numFailedTests + unloaded.length,
      skipped: report.numPendingTests + report.numTodoTests,
    }
  } catch {
    return { passed: 0, failed: 0, skipped: 0 }
  }
}

function run(program, args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    const tooLong = setTimeout(() => child.kill('SIGKILL'), LONGEST_MS)
    const end = (code) => {
      clearTimeout(tooLong)
      resolve(code)
    }
    child.once('error', (error) => {
      console.error(error.message)
      end(1)
    })
    child.once('exit', (code) => end(code ?? 1))
  })
}
