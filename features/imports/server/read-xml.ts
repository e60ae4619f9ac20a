import { UnreadableFile } from '../rules/unreadable-file.ts'

/** Longest tag or text held at once: a spreadsheet cell is at most 32,767 characters. */
const TOKEN_LIMIT = 1_048_576

export type XmlHandler = {
  /** `attributes` is the raw text of the tag; see `attribute`. Names come without their prefix. */
  open?: (name: string, attributes: string) => void
  text?: (text: string) => void
  close?: (name: string) => void
}

/**
 * Reads the XML of a workbook as it comes. No DOCTYPE (so no entity of the file's own), text decoded across
 * chunks. `read` is to be followed by `end`.
 */
export class XmlReader {
  readonly #decoder = new TextDecoder('utf-8')
  readonly #handler: XmlHandler
  #rest = ''
  #depth = 0

  constructor(handler: XmlHandler) {
    this.#handler = handler
  }

  read(chunk: Uint8Array): void {
    this.#parse(this.#rest + this.#decoder.decode(chunk, { stream: true }))
  }

  end(): void {
    this.#parse(this.#rest + this.#decoder.decode())
    if (this.#rest.trim() !== '' || this.#depth !== 0)
      throw new UnreadableFile('file.damaged', 'XML cut short')
  }

  #parse(xml: string): void {
    let at = 0
    for (;;) {
      const open = xml.indexOf('<', at)
      if (open < 0) break
      const close = endOfMarkup(xml, open)
      if (close < 0) break
      if (open > at) this.#handler.text?.(decoded(xml.slice(at, open)))
      this.#markup(xml.slice(open + 1, close))
      at = close + 1
    }
    this.#rest = xml.slice(at)
    if (this.#rest.length > TOKEN_LIMIT) throw new UnreadableFile('file.damaged', 'XML token too long')
  }

  #markup(markup: string): void {
    if (markup.startsWith('/')) {
      this.#depth -= 1
      this.#handler.close?.(localName(markup.slice(1).trim()))
    } else if (markup.startsWith('![CDATA[')) {
      this.#handler.text?.(markup.slice(8, -2))
    } else if (markup.startsWith('!DOCTYPE')) {
      throw new UnreadableFile('file.damaged', 'DOCTYPE')
    } else if (!markup.startsWith('!') && !markup.startsWith('?')) {
      const empty = markup.endsWith('/')
      const space = markup.search(/[\s/]/)
      const name = localName(space < 0 ? markup : markup.slice(0, space))
      this.#handler.open?.(name, space < 0 ? '' : markup.slice(space))
      if (empty) this.#handler.close?.(name)
      else this.#depth += 1
    }
  }
}

/** Reads a whole part of the workbook. */
export async function readXml(chunks: AsyncIterable<Uint8Array>, handler: XmlHandler): Promise<void> {
  const reader = new XmlReader(handler)
  for await (const chunk of chunks) reader.read(chunk)
  reader.end()
}

/** The value of an attribute, by its name without prefix. */
export function attribute(attributes: string, name: string): string | null {
  const mark = ` ${name}="`
  const at = attributes.indexOf(mark)
  if (at >= 0) return decoded(attributes.slice(at + mark.length, attributes.indexOf('"', at + mark.length)))
  return UNUSUAL.test(attributes) ? attributeOf(attributes, name) : null
}

// Prefixes, single quotes, or spaces that programs seldom write.
const UNUSUAL = /[':\t\r\n]|\s=/
const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g

function attributeOf(attributes: string, name: string): string | null {
  for (const [, key = '', double, single] of attributes.matchAll(ATTRIBUTE)) {
    if (localName(key) === name) return decoded(double ?? single ?? '')
  }
  return null
}

function endOfMarkup(xml: string, open: number): number {
  if (xml.startsWith('<!--', open)) return shifted(xml.indexOf('-->', open + 4), 2)
  if (xml.startsWith('<![CDATA[', open)) return shifted(xml.indexOf(']]>', open + 9), 2)
  // What follows may be the start of a comment or of CDATA, cut by the chunk.
  if (xml.length - open < 9 && xml.startsWith('<!', open)) return -1
  return endOfTag(xml, open)
}

/** A `>` inside an attribute value does not end the tag. */
function endOfTag(xml: string, open: number): number {
  let quote = 0
  for (let at = open; at < xml.length; at++) {
    const code = xml.charCodeAt(at)
    if (quote !== 0) quote = code === quote ? 0 : quote
    else if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) quote = code
    else if (code === GREATER_THAN) return at
  }
  return -1
}

const DOUBLE_QUOTE = 34
const SINGLE_QUOTE = 39
const GREATER_THAN = 62

const shifted = (at: number, by: number) => (at < 0 ? -1 : at + by)

function localName(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function decoded(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(#x[\da-f]{1,6}|#\d{1,7}|\w+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name] ?? whole
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
    return code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD'
  })
}
