import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { crc32, createDeflateRaw } from 'node:zlib'

interface Entry {
  name: Buffer
  crc: number
  packed: number
  bytes: number
  offset: number
  /** Announced larger than 32 bits can tell. */
  wide: boolean
}

const UTF8_AND_DESCRIPTOR = 0x0808
const DEFLATED = 8
const PLAIN = 20
const WIDE = 45
const MOST_32 = 0xffff_ffff
/** 1 January 1980, the first day that a ZIP knows: when a file was packed says nothing. */
const DATE = 0x21

/** Writes a ZIP entry after entry, however large: what is packed is never wholly in memory. */
export class ZipWriter {
  readonly #out: ReturnType<typeof createWriteStream>
  readonly #entries: Entry[] = []
  #offset = 0
  #failure: Error | null = null

  constructor(path: string) {
    this.#out = createWriteStream(path, { mode: 0o600 })
    this.#out.on('error', (error) => (this.#failure = error))
  }

  /** `bytes`: how large a stream will be, when that could pass four gigabytes. */
  async add(name: string, content: Readable | Buffer | string, bytes = 0): Promise<void> {
    const entry: Entry = {
      name: Buffer.from(name, 'utf8'),
      crc: 0,
      packed: 0,
      bytes: 0,
      offset: this.#offset,
      // Packed, what cannot be made smaller grows a little.
      wide: bytes > MOST_32 * 0.99,
    }
    await this.#write(localHead(entry))
    await this.#pack(entry, content)
    await this.#write(descriptor(entry))
    this.#entries.push(entry)
  }

  async #pack(entry: Entry, content: Readable | Buffer | string): Promise<void> {
    const source = typeof content === 'string' || Buffer.isBuffer(content) ? [Buffer.from(content)] : content
    const deflate = createDeflateRaw()
    const feeding = (async () => {
      for await (const piece of source) {
        const chunk = piece as Buffer
        entry.crc = crc32(chunk, entry.crc)
        entry.bytes += chunk.length
        if (!deflate.write(chunk)) await once(deflate, 'drain')
      }
      deflate.end()
    })()
    feeding.catch((error: unknown) => deflate.destroy(error as Error))
    for await (const piece of deflate) {
      const chunk = piece as Buffer
      entry.packed += chunk.length
      await this.#write(chunk)
    }
    await feeding
  }

  /** Its directory, then the end. Tells how large the whole is. */
  async end(): Promise<number> {
    const start = this.#offset
    for (const entry of this.#entries) await this.#write(directoryLine(entry))
    await this.#write(ending(this.#entries.length, start, this.#offset - start))
    this.#out.end()
    await once(this.#out, 'close')
    if (this.#failure) throw this.#failure
    return this.#offset
  }

  /** Left half-way: the file is let go. */
  abandon(): void {
    this.#out.destroy()
  }

  async #write(bytes: Buffer): Promise<void> {
    if (this.#failure) throw this.#failure
    this.#offset += bytes.length
    if (!this.#out.write(bytes)) await once(this.#out, 'drain')
  }
}

function localHead({ name, wide }: Entry): Buffer {
  const head = Buffer.alloc(30)
  head.writeUInt32LE(0x04034b50, 0)
  head.writeUInt16LE(wide ? WIDE : PLAIN, 4)
  head.writeUInt16LE(UTF8_AND_DESCRIPTOR, 6)
  head.writeUInt16LE(DEFLATED, 8)
  head.writeUInt16LE(DATE, 12)
  head.writeUInt16LE(name.length, 26)
  if (!wide) return Buffer.concat([head, name])
  head.writeUInt32LE(MOST_32, 18)
  head.writeUInt32LE(MOST_32, 22)
  head.writeUInt16LE(20, 28)
  return Buffer.concat([head, name, extra([0, 0])])
}

function descriptor({ crc, packed, bytes, wide }: Entry): Buffer {
  const tail = Buffer.alloc(wide ? 24 : 16)
  tail.writeUInt32LE(0x08074b50, 0)
  tail.writeUInt32LE(crc, 4)
  if (wide) {
    tail.writeBigUInt64LE(BigInt(packed), 8)
    tail.writeBigUInt64LE(BigInt(bytes), 16)
  } else {
    tail.writeUInt32LE(packed, 8)
    tail.writeUInt32LE(bytes, 12)
  }
  return tail
}

/** Numbers that 32 bits do not hold. */
function extra(numbers: number[]): Buffer {
  const field = Buffer.alloc(4 + 8 * numbers.length)
  field.writeUInt16LE(1, 0)
  field.writeUInt16LE(8 * numbers.length, 2)
  numbers.forEach((number, index) => field.writeBigUInt64LE(BigInt(number), 4 + 8 * index))
  return field
}

function directoryLine({ name, crc, packed, bytes, offset, wide }: Entry): Buffer {
  const far = offset >= MOST_32
  const large = [...(wide ? [bytes, packed] : []), ...(far ? [offset] : [])]
  const field = large.length > 0 ? extra(large) : Buffer.alloc(0)
  const version = large.length > 0 ? WIDE : PLAIN
  const head = Buffer.alloc(46)
  head.writeUInt32LE(0x02014b50, 0)
  head.writeUInt16LE(version, 4)
  head.writeUInt16LE(version, 6)
  head.writeUInt16LE(UTF8_AND_DESCRIPTOR, 8)
  head.writeUInt16LE(DEFLATED, 10)
  head.writeUInt16LE(DATE, 14)
  head.writeUInt32LE(crc, 16)
  head.writeUInt32LE(wide ? MOST_32 : packed, 20)
  head.writeUInt32LE(wide ? MOST_32 : bytes, 24)
  head.writeUInt16LE(name.length, 28)
  head.writeUInt16LE(field.length, 30)
  head.writeUInt32LE(far ? MOST_32 : offset, 42)
  return Buffer.concat([head, name, field])
}

function ending(count: number, start: number, size: number): Buffer {
  const last = Buffer.alloc(22)
  last.writeUInt32LE(0x06054b50, 0)
  last.writeUInt16LE(Math.min(count, 0xffff), 8)
  last.writeUInt16LE(Math.min(count, 0xffff), 10)
  last.writeUInt32LE(Math.min(size, MOST_32), 12)
  last.writeUInt32LE(Math.min(start, MOST_32), 16)
  if (count < 0xffff && start < MOST_32 && size < MOST_32) return last
  const wide = Buffer.alloc(76)
  wide.writeUInt32LE(0x06064b50, 0)
  wide.writeBigUInt64LE(44n, 4)
  wide.writeUInt16LE(WIDE, 12)
  wide.writeUInt16LE(WIDE, 14)
  wide.writeBigUInt64LE(BigInt(count), 24)
  wide.writeBigUInt64LE(BigInt(count), 32)
  wide.writeBigUInt64LE(BigInt(size), 40)
  wide.writeBigUInt64LE(BigInt(start), 48)
  wide.writeUInt32LE(0x07064b50, 56)
  wide.writeBigUInt64LE(BigInt(start + size), 64)
  wide.writeUInt32LE(1, 72)
  return Buffer.concat([wide, last])
}
