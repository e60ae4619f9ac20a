import { EventEmitter } from 'node:events'
import { run, type Runner, type TaskList, type WorkerEvents } from 'graphile-worker'
import type { Database, Trx } from './db.ts'
import { sql } from './db.ts'
import { type Logger, workerLogger } from './log.ts'
import { keepAlive } from './worker-life.ts'

export interface JobOptions {
  runAt?: string
  /** A later job with the same key replaces this one. */
  key?: string
  maxAttempts?: number
}

/** Asks for a job in the transaction of the change that needs it: no commit, no job. */
export async function enqueue(
  trx: Trx,
  task: string,
  payload: object = {},
  options: JobOptions = {},
): Promise<void> {
  await trx.run(sql`select graphile_worker.add_job(
    identifier := ${task}, payload := ${JSON.stringify(payload)}::json, run_at := ${options.runAt ?? null}::timestamptz,
    job_key := ${options.key ?? null}, max_attempts := ${options.maxAttempts ?? 12}::int)`)
}

export async function forgetJob(trx: Trx, key: string): Promise<void> {
  await trx.run(sql`select graphile_worker.remove_job(${key})`)
}

export type Job = (database: Database, payload: never, log: Logger) => Promise<void>

export class Jobs {
  readonly tasks = new Map<string, Job>()
  readonly crontab: string[] = []

  on<P extends object>(
    task: string,
    job: (database: Database, payload: P, log: Logger) => Promise<void>,
  ): void {
    this.tasks.set(task, job as Job)
  }

  /** `when` is a cron expression in UTC: '15 3 * * *'. */
  every(when: string, task: string, job: (database: Database, log: Logger) => Promise<void>): void {
    this.tasks.set(task, (database, _payload, log) => job(database, log))
    this.crontab.push(`${when} ${task} ?fill=12h`)
  }
}

export interface Workers {
  /** Jobs under way end first. */
  stop(): Promise<void>
}

const AGAIN_MS = 1000
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Does the jobs until told to stop: a worker that the database left in the middle of one is replaced by another. */
export async function startJobs(database: Database, jobs: Jobs, log: Logger): Promise<Workers> {
  let stopping = false
  let runner = await openRunner(database, jobs, log)
  const supervised = (async () => {
    for (;;) {
      await runner.promise.catch(() => {})
      while (!stopping) {
        await sleep(AGAIN_MS)
        const next = await openRunner(database, jobs, log).catch(() => null)
        if (!next) continue
        runner = next
        break
      }
      if (stopping) return
    }
  })()
  return {
    stop: async () => {
      stopping = true
      await runner.stop().catch(() => {})
      await supervised
    },
  }
}

async function openRunner(database: Database, jobs: Jobs, log: Logger): Promise<Runner> {
  const taskList: TaskList = {}
  for (const [name, job] of jobs.tasks) {
    taskList[name] = async (payload) => {
      await job(database, payload as never, log)
    }
  }
  const events: WorkerEvents = new EventEmitter()
  let pool = ''
  events.on('pool:create', ({ workerPool }) => (pool = workerPool.id))
  const runner = await run({
    pgPool: database.writePool,
    taskList,
    events,
    crontab: jobs.crontab.join('\n'),
    concurrency: 3,
    noHandleSignals: true,
    pollInterval: 1000,
    logger: workerLogger(log),
    // How a job ended is written through its queue: straight, a database that is away would end the whole process.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
  })
  const life = keepAlive(database, pool)
  runner.promise.then(life.end, life.end)
  return runner
}
