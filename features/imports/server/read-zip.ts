import { open } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { PassThrough } from 'node:stream'
import { createInflateRaw } from 'node:zlib'
import { UnreadableFile } from '../rules/unreadable-file.ts'

type Entry = { method: number; flags: number; size: number; offset: number }

const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const LOCAL_ENTRY = 0x04034b50
const END_SIZE = 22
const COMMENT_LIMIT = 0xffff
const DIRECTORY_LIMIT = 4 * 1024 * 1024
const STORED = 0
const DEFLATED = 8
const ENCRYPTED = 1

/** A ZIP on disk, read by its directory; entries are inflated as they are read, up to a limit. */
export class ZipFile {
  readonly #file: FileHandle
  readonly #entries: Map<string, Entry>

  private constructor(file: FileHandle, entries: Map<string, Entry>) {
    this.#file = file
    this.#entries = entries
  }

  static async open(path: string): Promise<ZipFile> {
    const file = await open(path)
    try {
      return new ZipFile(file, await readDirectory(file))
    } catch (error) {
      await file.close()
      throw error
    }
  }

  has(name: string): boolean {
    return this.#entries.has(name)
  }

  /** The bytes of an entry, whatever size it claims: more than `limit` once inflated is refused. */
  async *read(name: string, limit: number): AsyncGenerator<Buffer> {
    const entry = this.#entries.get(name)
    if (!entry || entry.flags & ENCRYPTED) throw new UnreadableFile('file.damaged', name)
    if (entry.method !== STORED && entry.method !== DEFLATED) throw new UnreadableFile('file.damaged', name)
    const header = await readAt(this.#file, entry.offset, 30)
    if (header.readUInt32LE(0) !== LOCAL_ENTRY) throw new UnreadableFile('file.damaged', name)
    const start = entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
    if (entry.size === 0) return
    const packed = this.#file.createReadStream({ start, end: start + entry.size - 1, autoClose: false })
    const unpacked = entry.method === DEFLATED ? createInflateRaw() : new PassThrough()
    const copying = pipeline(packed, unpacked)
    copying.catch(() => {}) // The same error reaches the loop below.
    let length = 0
    try {
      for await (const chunk of unpacked as AsyncIterable<Buffer>) {
        length += chunk.length
        if (length > limit) throw new UnreadableFile('file.too_large', name)
        yield chunk
      }
    } catch (error) {
      throw error instanceof UnreadableFile ? error : new UnreadableFile('file.damaged', name)
    }
  }

  close(): Promise<void> {
    return this.#file.close()
  }
}

async function readDirectory(file: FileHandle): Promise<Map<string, Entry>> {
  const { size } = await file.stat()
  const tail = await readAt(file, Math.max(0, size - END_SIZE - COMMENT_LIMIT))
  const end = lastIndexOf(tail, END_OF_DIRECTORY)
  if (end < 0 || end + END_SIZE > tail.length) throw new UnreadableFile('file.damaged', 'no directory')
  const length = tail.readUInt32LE(end + 12)
  const start = tail.readUInt32LE(end + 16)
  if (length > DIRECTORY_LIMIT || start + length > size) throw new UnreadableFile('file.damaged', 'directory')
  return entriesOf(await readAt(file, start, length))
}

function entriesOf(directory: Buffer): Map<string, Entry> {
  const entries = new Map<string, Entry>()
  let at = 0
  while (at + 46 <= directory.length && directory.readUInt32LE(at) === DIRECTORY_ENTRY) {
    const nameLength = directory.readUInt16LE(at + 28)
    const name = directory.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/')
    entries.set(name, {
      flags: directory.readUInt16LE(at + 8),
      method: directory.readUInt16LE(at + 10),
      size: directory.readUInt32LE(at + 20),
      offset: directory.readUInt32LE(at + 42),
    })
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
  }
  return entries
}

async function readAt(file: FileHandle, position: number, length?: number): Promise<Buffer> {
  const wanted = length ?? (await file.stat()).size - position
  const { buffer, bytesRead } = await file.read(Buffer.alloc(wanted), 0, wanted, position)
  if (length !== undefined && bytesRead < length) throw new UnreadableFile('file.damaged', 'cut short')
  return buffer.subarray(0, bytesRead)
}

function lastIndexOf(bytes: Buffer, signature: number): number {
  const mark = Buffer.alloc(4)
  mark.writeUInt32LE(signature)
  return bytes.lastIndexOf(mark)
}
