import { Worker } from 'node:worker_threads'
import { invalid } from '#platform/server/errors.ts'
import type { IncomingFile, Window } from './incoming-events.ts'

const PATIENCE_MS = 4000
const MEGABYTES = 128

/** Reads a file that anybody may have written, in a thread of its own: bounded in time and in memory. */
export async function readIncoming(text: string, window: Window): Promise<IncomingFile> {
  const file = await new Promise<IncomingFile | null>((resolve) => {
    const worker = new Worker(new URL('./incoming-worker.ts', import.meta.url), {
      workerData: { text, window },
      resourceLimits: { maxOldGenerationSizeMb: MEGABYTES },
      stdout: true,
      stderr: true,
    })
    const timer = setTimeout(() => end(null), PATIENCE_MS)
    const end = (read: IncomingFile | null) => {
      clearTimeout(timer)
      void worker.terminate()
      resolve(read)
    }
    worker.once('message', (read: IncomingFile | null) => end(read))
    worker.once('error', () => end(null))
    worker.once('exit', () => end(null))
  })
  if (!file) throw invalid('calendar.unreadable', { field: 'text' })
  return file
}
