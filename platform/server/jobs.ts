import { run, type Runner, type TaskList } from 'graphile-worker'
import type { Database, Trx } from './db.ts'
import { sql } from './db.ts'
import { type Logger, workerLogger } from './log.ts'

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

export async function startJobs(database: Database, jobs: Jobs, log: Logger): Promise<Runner> {
  const taskList: TaskList = {}
  for (const [name, job] of jobs.tasks) {
    taskList[name] = async (payload) => {
      await job(database, payload as never, log)
    }
  }
  return run({
    pgPool: database.writePool,
    taskList,
    crontab: jobs.crontab.join('\n'),
    concurrency: 3,
    noHandleSignals: true,
    pollInterval: 1000,
    logger: workerLogger(log),
  })
}
