import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import PDFDocument from 'pdfkit'
import type { Language } from '#platform/contract/schema.ts'
import { qrSquares } from './qr.ts'

const INK = '#0f241e'
const INK_2 = '#3c4f48'
const LINE = '#c9d1cb'
const PANEL = '#e6efe9'
const ACCENT = '#e8481b'

type Weight = 'plain' | 'bold' | 'heavy'
const WEIGHTS: Record<Weight, number> = { plain: 400, bold: 700, heavy: 800 }

const { resolve } = createRequire(import.meta.url)
const fontFile = (subset: string, weight: number) =>
  readFileSync(
    resolve(
      `@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-${subset}-${weight}-normal.woff`,
    ),
  )

/** Read once: the same seven hundred letters hold the same fonts. */
const fonts = new Map<string, Buffer>()
function font(name: string): Buffer {
  let bytes = fonts.get(name)
  if (!bytes) {
    const [weight, subset] = name.split(' ') as [Weight, string]
    fonts.set(name, (bytes = fontFile(subset, WEIGHTS[weight])))
  }
  return bytes
}

/** What the second subset of the font draws past Latin-1, letter by letter. */
const EXTENDED_LETTERS =
  'ĀāĂăĄąĆćĊċČčĎďĐđĒēĖėĘęĚěĞğĠġĢģĦħĪīĮįİĲĳĶķĹĺĻļĽľŁłŃńŅņŇňŐőŔŕŘřŚśŞşŠšŢţŤťŪūŮůŰűŲųŴŵŶŷŸŹźŻżŽžƒȘșȚțȷẀẁẂẃẄẅẞỲỳ'
const EXTENDED = new RegExp(`([${EXTENDED_LETTERS}]+)`)
const UNDRAWN = new RegExp(`[^\\u0000-\\u00ffıŒœ${EXTENDED_LETTERS}]`, 'gu')
/** Of ễ, ê is left. */
const plainer = (sign: string): string => {
  if (/[\u2010-\u2027\u2030\u2039\u203a\u20ac]/.test(sign)) return sign
  const parts = sign.normalize('NFD')
  return parts.length > 1 ? parts.slice(0, -1).normalize('NFC').replace(UNDRAWN, plainer) : ''
}

/** What cannot be drawn is left out; the thin no-break space of French is drawn as the wide one. */
const printable = (text: string) =>
  text.normalize('NFC').replaceAll('\u202f', '\u00a0').replace(UNDRAWN, plainer)

export interface Words {
  x: number
  y: number
  width: number
  size: number
  weight?: Weight
  color?: string
  gap?: number
  align?: 'left' | 'center'
  /** Cut with an ellipsis under this height. */
  height?: number | undefined
  spacing?: number
}

/** A document of ours: titled, in its language, with the structure that screen readers follow. */
export class Sheet {
  readonly doc: PDFKit.PDFDocument

  constructor(size: 'A3' | 'A4', facts: { title: string; language: Language; author: string }) {
    this.doc = new PDFDocument({
      size,
      margin: 0,
      autoFirstPage: false,
      pdfVersion: '1.7',
      tagged: true,
      lang: facts.language === 'fr' ? 'fr-FR' : 'en-GB',
      displayTitle: true,
      info: { Title: facts.title, Author: facts.author, Creator: 'Élan' },
    })
    for (const weight of Object.keys(WEIGHTS))
      for (const subset of ['latin', 'latin-ext'])
        this.doc.registerFont(`${weight} ${subset}`, font(`${weight} ${subset}`))
  }

  /** One page, one section of the structure. */
  page(language: Language, draw: (section: Section) => void): void {
    this.doc.addPage()
    const element = this.doc.struct('Sect', { lang: language === 'fr' ? 'fr-FR' : 'en-GB' })
    this.doc.addStructure(element)
    draw(new Section(this.doc, element))
    element.end()
  }

  /** Waits while whoever downloads is slower than we write: memory stays flat. False: they left. */
  async paced(): Promise<boolean> {
    while (this.doc.readableLength > 256 * 1024 && !this.doc.destroyed)
      await new Promise((resume) => setTimeout(resume, 5))
    return !this.doc.destroyed
  }
}

export class Section {
  readonly #doc: PDFKit.PDFDocument
  readonly #element: PDFKit.PDFStructureElement

  constructor(doc: PDFKit.PDFDocument, element: PDFKit.PDFStructureElement) {
    this.#doc = doc
    this.#element = element
  }

  get width(): number {
    return this.#doc.page.width
  }

  get height(): number {
    return this.#doc.page.height
  }

  /** Writes, and tells where the text ends. */
  say(tag: 'H1' | 'H2' | 'P' | 'Caption', text: string, words: Words): number {
    const needed = this.measure(text, words)
    const cut = words.height !== undefined && needed > words.height
    this.#element.add(
      this.#doc.struct(tag, {}, () =>
        this.#write(printable(text), cut ? words : { ...words, height: undefined }),
      ),
    )
    return words.y + (cut ? (words.height ?? 0) : needed)
  }

  measure(text: string, { width, size, weight = 'plain', gap = size * 0.35, spacing = 0 }: Words): number {
    return this.#doc
      .font(`${weight} latin`)
      .fontSize(size)
      .heightOfString(printable(text), { width, lineGap: gap, characterSpacing: spacing })
  }

  /** The largest of these sizes at which the text stays under a height; else the smallest. */
  fitting(text: string, words: Words, height: number, sizes: number[]): number {
    return (
      sizes.find((size) => this.measure(text, { ...words, size }) <= height) ?? sizes.at(-1) ?? words.size
    )
  }

  /** How wide one line of it is. */
  across(text: string, size: number, weight: Weight, spacing = 0): number {
    return this.#doc
      .font(`${weight} latin`)
      .fontSize(size)
      .widthOfString(printable(text), { characterSpacing: spacing })
  }

  #write(
    text: string,
    {
      x,
      y,
      width,
      size,
      weight = 'plain',
      color = INK,
      gap = size * 0.35,
      align = 'left',
      height,
      spacing = 0,
    }: Words,
  ) {
    const parts = text.split(EXTENDED).filter(Boolean)
    const style = {
      width,
      lineGap: gap,
      align,
      characterSpacing: spacing,
      ...(height ? { height, ellipsis: true } : {}),
    }
    this.#doc.fillColor(color).fontSize(size)
    parts.forEach((part, index) => {
      const continued = index < parts.length - 1
      this.#doc.font(`${weight} ${EXTENDED.test(part) ? 'latin-ext' : 'latin'}`)
      if (index === 0) this.#doc.text(part, x, y, { ...style, continued })
      else this.#doc.text(part, { ...style, continued })
    })
  }

  /** On white, with the quiet border of four modules that cameras look for. */
  qr(url: string, alt: string, x: number, y: number, side: number): void {
    const { size, runs } = qrSquares(url)
    const step = side / (size + 8)
    this.decorate((doc) => doc.roundedRect(x, y, side, side, side * 0.04).fill('#ffffff'))
    this.#element.add(
      this.#doc.struct('Figure', { alt }, () => {
        for (const run of runs)
          this.#doc.rect(x + (run.x + 4) * step, y + (run.y + 4) * step, run.width * step, step)
        this.#doc.fill('#000000')
      }),
    )
  }

  /** A picture (JPEG or PNG) inside a box, whole, with the words that stand for it. */
  picture(bytes: Buffer, alt: string, x: number, y: number, box: { width: number; height: number }): void {
    this.#element.add(
      this.#doc.struct('Figure', { alt }, () =>
        this.#doc.image(bytes, x, y, { fit: [box.width, box.height], align: 'center', valign: 'center' }),
      ),
    )
  }

  /** The hollow area that holds the door: QR and code. */
  panel(x: number, y: number, width: number, height: number): void {
    this.decorate((doc) => doc.roundedRect(x, y, width, height, height * 0.06).fill(PANEL))
  }

  /** What only decorates is kept from screen readers. */
  decorate(draw: (doc: PDFKit.PDFDocument) => void): void {
    this.#doc.markContent('Artifact', { type: 'Layout' })
    draw(this.#doc)
    this.#doc.endMarkedContent()
  }

  /** The stroke: it points, it never decorates alone. */
  stroke(x: number, y: number, height: number): void {
    const slant = height * 0.4
    this.decorate((doc) =>
      doc
        .polygon(
          [x, y + height],
          [x + slant, y],
          [x + slant + height * 0.42, y],
          [x + height * 0.42, y + height],
        )
        .fill(ACCENT),
    )
  }

  rule(x: number, y: number, width: number): void {
    this.decorate((doc) =>
      doc
        .moveTo(x, y)
        .lineTo(x + width, y)
        .lineWidth(0.75)
        .stroke(LINE),
    )
  }

  /** A number in a disc, before the words of a step. */
  number(value: number, x: number, y: number, side: number, color: string): void {
    this.decorate((doc) => doc.circle(x + side / 2, y + side / 2, side / 2).fill(color))
    const size = side * 0.55
    this.say('P', String(value), {
      x,
      y: y + side * 0.16,
      width: side,
      size,
      weight: 'heavy',
      color: '#ffffff',
      align: 'center',
    })
  }

  readonly soft = INK_2
}
