import { stat } from 'node:fs/promises'
import { Worker } from 'node:worker_threads'
import { UnreadableFile } from '../rules/unreadable-file.ts'
import type { FromReader, ReadingTask, ToReader } from './reading-messages.ts'

const WORKER = new URL('reading-worker.ts', import.meta.url)
/** Small young space: rows die at once, and a large one would only grow the memory of the process. */
const MEMORY = { maxOldGenerationSizeMb: 384, maxYoungGenerationSizeMb: 4 }

/** Answers each message before the next one is sent. */
export type Listener = (message: FromReader) => Promise<ToReader | void>

/** Reads a file in a thread of its own. Throws UnreadableFile; `listen` may throw to stop the reading. */
export async function readFile(task: Omit<ReadingTask, 'bytes' | 'today'>, listen: Listener): Promise<void> {
  const { size } = await stat(task.path)
  const workerData: ReadingTask = { ...task, bytes: size, today: new Date().toISOString().slice(0, 10) }
  const worker = new Worker(WORKER, { workerData, resourceLimits: MEMORY })
  try {
    await new Promise<void>((resolve, reject) => {
      worker.on('message', (message: FromReader) => {
        if (message.kind === 'unreadable') return reject(new UnreadableFile(message.code, message.detail))
        listen(message).then((answer) => worker.postMessage(answer ?? {}), reject)
      })
      worker.on('error', (error: Error & { code?: string }) =>
        reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new UnreadableFile('file.too_large') : error),
      )
      worker.on('exit', () => resolve())
    })
  } finally {
    await worker.terminate()
  }
}
