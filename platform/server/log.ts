import { Logger as WorkerLogger } from 'graphile-worker'
import { pino, type Logger } from 'pino'

export type { Logger }

/** Structured lines without personal data: no address, no name, no query string, no body. */
export function openLog(level: string): Logger {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: ['req.headers', 'headers', 'email', 'password', 'token', 'code', '*.email', '*.password'],
      remove: true,
    },
  })
}

export const workerLogger = (log: Logger) =>
  new WorkerLogger((scope) => (level, message) => {
    if (level === 'error') log.error({ task: scope.taskIdentifier, job: scope.jobId }, message)
    else if (level === 'warning') log.warn({ task: scope.taskIdentifier, job: scope.jobId }, message)
    else log.debug({ task: scope.taskIdentifier, job: scope.jobId }, message)
  })
