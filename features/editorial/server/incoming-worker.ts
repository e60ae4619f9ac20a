import { parentPort, workerData } from 'node:worker_threads'
import { eventsIn, type IncomingFile, type Window } from './incoming-events.ts'

/** A hostile file may turn for ever: it does so here, where it can be stopped. */
const { text, window } = workerData as { text: string; window: Window }
let file: IncomingFile | null = null
try {
  file = eventsIn(text, window)
} catch {
  file = null
}
parentPort?.postMessage(file)
