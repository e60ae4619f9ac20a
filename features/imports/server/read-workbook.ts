import { UnreadableFile } from '../rules/unreadable-file.ts'
import { attribute, readXml } from './read-xml.ts'
import type { ZipFile } from './read-zip.ts'

const PART_LIMIT = 32 * 1024 * 1024
const SHARED_STRINGS_LIMIT = 256 * 1024 * 1024

/** How a number is to be shown: as a day, with so many digits (`000000`), or as it is. */
export type NumberStyle = 'day' | 'plain' | number

export type Workbook = {
  /** Paths of the sheets one can see, in the order of their tabs. */
  sheets: string[]
  strings: string[]
  styles: NumberStyle[]
  /** Days are counted from 1904, as old Macs did. */
  from1904: boolean
}

/** All of a workbook but its sheets. */
export async function readWorkbook(zip: ZipFile): Promise<Workbook> {
  const { path, sheets, from1904 } = await readSheetList(zip)
  const links = await readLinks(zip, path)
  const targets = sheets.map((id) => links.get(id) ?? '').filter((target) => zip.has(target))
  if (targets.length === 0) throw new UnreadableFile('file.damaged', 'no sheet')
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  return {
    sheets: targets,
    from1904,
    strings: await readStrings(zip, `${folder}sharedStrings.xml`),
    styles: await readStyles(zip, `${folder}styles.xml`),
  }
}

async function readSheetList(zip: ZipFile) {
  const path = 'xl/workbook.xml'
  if (!zip.has(path)) throw new UnreadableFile('file.not_a_directory', 'not a workbook')
  const sheets: string[] = []
  let from1904 = false
  await readXml(zip.read(path, PART_LIMIT), {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = /^(?:1|true)$/.test(attribute(attributes, 'date1904') ?? '')
      if (name !== 'sheet' || attribute(attributes, 'state')?.toLowerCase().includes('hidden')) return
      // `r:id` and not `sheetId`, whose local name differs.
      sheets.push(attribute(attributes, 'id') ?? '')
    },
  })
  return { path, sheets, from1904 }
}

async function readLinks(zip: ZipFile, path: string): Promise<Map<string, string>> {
  const links = new Map<string, string>()
  const rels = path.replace(/([^/]+)$/, '_rels/$1.rels')
  if (!zip.has(rels)) throw new UnreadableFile('file.damaged', 'no links')
  await readXml(zip.read(rels, PART_LIMIT), {
    open(name, attributes) {
      if (name !== 'Relationship') return
      const target = attribute(attributes, 'Target') ?? ''
      const folder = path.slice(0, path.lastIndexOf('/') + 1)
      links.set(attribute(attributes, 'Id') ?? '', target.startsWith('/') ? target.slice(1) : folder + target)
    },
  })
  return links
}

/** Texts shared by the cells; the parts of a rich text are put end to end, reading aids left out. */
async function readStrings(zip: ZipFile, path: string): Promise<string[]> {
  const strings: string[] = []
  if (!zip.has(path)) return strings
  let current = ''
  let inText = false
  let inAid = false
  await readXml(zip.read(path, SHARED_STRINGS_LIMIT), {
    open(name) {
      if (name === 'si') current = ''
      if (name === 't') inText = true
      if (name === 'rPh') inAid = true
    },
    text(text) {
      if (inText && !inAid) current += text
    },
    close(name) {
      if (name === 'si') strings.push(current)
      if (name === 't') inText = false
      if (name === 'rPh') inAid = false
    },
  })
  return strings
}

async function readStyles(zip: ZipFile, path: string): Promise<NumberStyle[]> {
  const formats = new Map<number, string>()
  const styles: NumberStyle[] = []
  if (!zip.has(path)) return styles
  let inCells = false
  await readXml(zip.read(path, PART_LIMIT), {
    open(name, attributes) {
      if (name === 'cellXfs') inCells = true
      const id = Number(attribute(attributes, 'numFmtId'))
      if (name === 'numFmt') formats.set(id, attribute(attributes, 'formatCode') ?? '')
      if (name === 'xf' && inCells) styles.push(styleOf(id, formats.get(id)))
    },
    close(name) {
      if (name === 'cellXfs') inCells = false
    },
  })
  return styles
}

function styleOf(id: number, format: string | undefined): NumberStyle {
  if (format === undefined) {
    // Built-in formats of days, and those that East Asian versions add.
    const builtIn = (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)
    return builtIn ? 'day' : 'plain'
  }
  if (/^0+$/.test(format)) return format.length
  const bare = format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '')
  return /[dy]/i.test(bare) ? 'day' : 'plain'
}
