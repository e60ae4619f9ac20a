import { inflateSync } from 'node:zlib'

/** The words of a PDF made by pdfkit, in the order they were written; enough to read what a paper says. */
export function pdfText(bytes: Buffer): string {
  const objects = objectsOf(bytes)
  const letters = new Map<string, Map<string, string>>()
  for (const [id, { head }] of objects) {
    const table = /\/ToUnicode (\d+) 0 R/.exec(head)?.[1]
    if (table) letters.set(id, lettersOf(objects.get(table)?.stream ?? ''))
  }
  const fonts = new Map<string, Map<string, string>>()
  for (const { head } of objects.values()) {
    const named = /\/Font <<([\s\S]*?)>>/.exec(head)?.[1] ?? ''
    for (const [, name = '', id = ''] of named.matchAll(/\/(\w+) (\d+) 0 R/g))
      fonts.set(name, letters.get(id) ?? new Map())
  }
  const pages = [...objects.values()].filter(({ stream }) => / Tf$/m.test(stream) && /TJ/.test(stream))
  return pages.map(({ stream }) => wordsOf(stream, fonts)).join('\n')
}

function objectsOf(bytes: Buffer): Map<string, { head: string; stream: string }> {
  const text = bytes.toString('latin1')
  const objects = new Map<string, { head: string; stream: string }>()
  for (const match of text.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)(?:\nendobj|\nstream\r?\n)/g)) {
    const [whole, id = '', head = ''] = match
    let stream = ''
    if (whole.includes('\nstream')) {
      const start = match.index + whole.length
      const end = text.indexOf('\nendstream', start)
      const raw = bytes.subarray(start, end)
      stream = (/FlateDecode/.test(head) ? inflateSync(raw) : raw).toString('latin1')
    }
    objects.set(id, { head, stream })
  }
  return objects
}

/** Glyph → letters, from the table that lets readers copy the text. */
function lettersOf(table: string): Map<string, string> {
  const found = new Map<string, string>()
  const spelled = (hex: string) =>
    (hex.match(/.{4}/g) ?? []).map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join('')
  for (const [, block = ''] of table.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, first = '0', , list = ''] of block.matchAll(/<([0-9a-f]+)> <([0-9a-f]+)> \[([^\]]*)\]/gi)) {
      let code = Number.parseInt(first, 16)
      for (const [, hex = ''] of list.matchAll(/<([0-9a-f ]*)>/gi))
        found.set((code++).toString(16).padStart(4, '0'), spelled(hex.replaceAll(' ', '')))
    }
  return found
}

function wordsOf(stream: string, fonts: Map<string, Map<string, string>>): string {
  let font = new Map<string, string>()
  const words: string[] = []
  for (const [, name, shown] of stream.matchAll(/\/(\w+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (name) font = fonts.get(name) ?? new Map()
    const line = [...(shown ?? '').matchAll(/<([0-9a-f]*)>/gi)]
      .flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? [])
      .map((code) => font.get(code.toLowerCase()) ?? '')
    if (line.length > 0) words.push(line.join(''))
  }
  return words.join(' ').replace(/\s+/g, ' ')
}
