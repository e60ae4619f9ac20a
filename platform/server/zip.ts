import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { finished, pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'

/** The first day that a ZIP knows: when a file was packed says nothing. */
const DATE = new Date(1980, 0, 1)

/** Writes a ZIP entry after entry, however large: what is packed is never wholly in memory. */
export class ZipWriter {
  readonly #zip = new ZipFile()
  readonly #stop = new AbortController()
  readonly #written: Promise<void>
  #bytes = 0

  constructor(path: string) {
    const counted = async function* (this: ZipWriter, pieces: AsyncIterable<Buffer>) {
      for await (const piece of pieces) {
        this.#bytes += piece.length
        yield piece
      }
    }.bind(this)
    const out = createWriteStream(path, { mode: 0o600 })
    this.#written = pipeline(this.#zip.outputStream, counted, out, { signal: this.#stop.signal })
    // What an entry could not be read for is thrown by `add`.
    this.#zip.on('error', () => this.#stop.abort())
    // Said by whichever call comes next; unheard until then.
    this.#written.catch(() => {})
  }

  /** Resolves once it is packed: one entry is open at a time. */
  async add(name: string, content: Readable | Buffer | string): Promise<void> {
    const stream = content instanceof Readable ? content : Readable.from([Buffer.from(content)])
    this.#zip.addReadStream(stream, name, { mtime: DATE })
    // Its own end; or the writing stopped (disk full), and nobody reads it to its end any more.
    const failed = this.#written.then(() => new Promise<never>(() => {}))
    try {
      await Promise.race([finished(stream, { writable: false }), failed])
    } finally {
      stream.destroy()
    }
  }

  /** Its directory, then the end. Tells how large the whole is, in bytes. */
  async end(): Promise<number> {
    this.#zip.end()
    await this.#written
    return this.#bytes
  }

  /** Left half-way: the file is let go. */
  abandon(): void {
    this.#stop.abort()
  }
}
