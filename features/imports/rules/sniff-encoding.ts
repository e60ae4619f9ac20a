export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/** The encoding these first bytes are in, or null while they are plain ASCII and say nothing yet. */
export function sniffEncoding(bytes: Uint8Array): Encoding | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  if (isAscii(bytes)) return null
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252'
}

/** Turns chunks into text; the choice is made on the first chunk that has an accent, wherever it is. */
export class TextReader {
  encoding: Encoding | null = null
  #decoder: TextDecoder | null = null
  #held: Uint8Array = new Uint8Array(0)
  #started = false

  read(chunk: Uint8Array): string {
    if (this.#decoder) return this.#decoder.decode(chunk, { stream: true })
    const bytes = joined(this.#held, chunk)
    this.#held = new Uint8Array(0)
    // An accent or a mark cut in two by the chunk says nothing yet: wait for the rest of it.
    if ((!this.#started && bytes.length < 3) || endsInTheMiddle(bytes)) {
      this.#held = bytes
      return ''
    }
    this.#started = true
    const encoding = sniffEncoding(bytes)
    if (!encoding) return ASCII.decode(bytes)
    return this.#settle(encoding).decode(bytes, { stream: true })
  }

  end(): string {
    const decoder = this.#decoder ?? this.#settle(sniffEncoding(this.#held) ?? 'utf-8')
    return decoder.decode(this.#held)
  }

  #settle(encoding: Encoding): TextDecoder {
    this.encoding = encoding
    this.#decoder = new TextDecoder(encoding)
    return this.#decoder
  }
}

const ASCII = new TextDecoder('windows-1252')

function isAscii(bytes: Uint8Array): boolean {
  for (const byte of bytes) if (byte >= 0x80) return false
  return true
}

function isUtf8(bytes: Uint8Array): boolean {
  if (endsInTheMiddle(bytes)) return false
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}

/** All is plain but the last character, which is a UTF-8 start whose rest has not come. */
function endsInTheMiddle(bytes: Uint8Array): boolean {
  const from = cutAt(bytes)
  return from < bytes.length && isAscii(bytes.subarray(0, from))
}

function cutAt(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte < 0x80) return bytes.length
    if (byte < 0xc0) continue
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
    return length > back ? bytes.length - back : bytes.length
  }
  return bytes.length
}

function joined(head: Uint8Array, tail: Uint8Array): Uint8Array {
  if (head.length === 0) return tail
  const both = new Uint8Array(head.length + tail.length)
  both.set(head)
  both.set(tail, head.length)
  return both
}
