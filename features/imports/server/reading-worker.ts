// A thread of its own: the file is untrusted and may be large, the requests of others do not wait for it.
import { parentPort, workerData } from 'node:worker_threads'
import { v7 as uuid7 } from 'uuid'
import type { Column } from '../contract.ts'
import { headerWidth, missingFields, proposeMapping } from '../rules/columns.ts'
import { personRow, refusalRow } from '../rules/copy-row.ts'
import { CrossCheck } from '../rules/cross-check.ts'
import { readPersonLine } from '../rules/person-line.ts'
import type { FieldName } from '../rules/person.ts'
import { plainWord } from '../rules/plain-word.ts'
import { shown } from '../rules/problem.ts'
import type { Row } from '../rules/row.ts'
import { UnreadableFile } from '../rules/unreadable-file.ts'
import { openRows, type RowSource } from './read-rows.ts'
import type { FromReader, ReadingTask, ToReader } from './reading-messages.ts'

const task = workerData as ReadingTask
/** Rows are sent by batches of about this many characters. */
const BATCH = 24 * 1024
const SAMPLED_ROWS = 50
const SAMPLES = 3
const LATE_BATCH = 5000

let answered: ((answer: ToReader) => void) | null = null
parentPort?.on('message', (answer: ToReader) => answered?.(answer))

const say = (message: FromReader, moved: ArrayBuffer[] = []) => parentPort?.postMessage(message, moved)
function ask(message: FromReader, moved: ArrayBuffer[] = []): Promise<ToReader> {
  const answer = new Promise<ToReader>((resolve) => (answered = resolve))
  say(message, moved)
  return answer
}

type Head = { mapping: (FieldName | null)[]; columns: Column[]; width: number }

function headOf(cells: string[]): Head {
  const columns = proposeMapping(cells).map(({ header, field, confidence }, at): Column => {
    const chosen = task.mapping ? (task.mapping[at] ?? null) : undefined
    const kept = chosen === undefined || chosen === field
    return {
      header: shown(header),
      samples: [],
      field: kept ? field : chosen,
      confidence: kept ? confidence : 1,
    }
  })
  for (const [field, header] of task.named) nameColumn(columns, field, header)
  return { mapping: columns.map(({ field }) => field), columns, width: headerWidth(cells) }
}

function nameColumn(columns: Column[], field: FieldName, header: string): void {
  const named = columns.find((column) => plainWord(column.header) === plainWord(header))
  if (!named) throw new UnreadableFile('file.no_such_column', header)
  for (const column of columns) if (column.field === field) column.field = null
  Object.assign(named, { field, confidence: 1 })
}

/** A few different values of each column, to recognise it by. */
function sample(columns: Column[], cells: string[]): void {
  columns.forEach(({ samples }, at) => {
    const value = shown(cells[at] ?? '')
      .slice(0, 60)
      .toWellFormed()
    if (value !== '' && samples.length < SAMPLES && !samples.includes(value)) samples.push(value)
  })
}

/** Lines on their way to the database. */
class Batch {
  readonly #encoder = new TextEncoder()
  #text = ''
  lines = 0
  read = 0

  async add(row: string): Promise<void> {
    this.#text += row
    if (this.#text.length >= BATCH) await this.flush()
  }

  async flush(): Promise<void> {
    const copy = this.#encoder.encode(this.#text)
    this.#text = ''
    const share = task.bytes > 0 ? Math.min(0.99, this.read / task.bytes) : null
    await ask({ kind: 'rows', copy, lines: this.lines, share }, [copy.buffer])
  }
}

class Reading {
  readonly #check = new CrossCheck()
  readonly #batch = new Batch()
  readonly #waiting: Row[] = []
  #head: Head | null = null
  #told = false
  people = 0
  blank = 0

  get lines(): number {
    return this.#batch.lines
  }

  /** False: the columns have to be named first. */
  async run(source: RowSource): Promise<boolean> {
    for await (const row of source.rows) {
      if (!this.#head) {
        this.#head = headOf(row.cells)
        continue
      }
      if (this.#told) {
        await this.#line(this.#head, row)
        continue
      }
      sample(this.#head.columns, row.cells)
      this.#waiting.push(row)
      if (this.#waiting.length === SAMPLED_ROWS && !(await this.#tellColumns(this.#head))) return false
    }
    if (!this.#head || (!this.#told && this.#waiting.length === 0)) throw new UnreadableFile('file.no_line')
    if (!this.#told && !(await this.#tellColumns(this.#head))) return false
    await this.#batch.flush()
    await this.#finish()
    return true
  }

  async #tellColumns(head: Head): Promise<boolean> {
    this.#told = true
    const missing = missingFields(head.mapping)
    await ask({ kind: 'columns', columns: head.columns, missing })
    if (missing.length > 0) return false
    for (const row of this.#waiting.splice(0)) await this.#line(head, row)
    return true
  }

  async #line({ mapping, width }: Head, { line, cells, damage }: Row): Promise<void> {
    this.#batch.lines += 1
    for (const cell of cells) this.#batch.read += cell.length + 1
    const context = { line, columns: width, today: task.today, ...(damage ? { damage } : {}) }
    const reading = readPersonLine(cells, mapping, context)
    if (reading.kind === 'blank') {
      this.blank += 1
      return
    }
    const id = uuid7()
    if (reading.kind === 'rejected') {
      this.#check.addRejected(reading)
      return this.#batch.add(refusalRow({ line, id, ...reading, cells }))
    }
    const { person, warnings } = reading
    const problems = this.#check.add(line, person)
    // The keys are those of the line that came first: this one holds none.
    if (problems.length > 0)
      return this.#batch.add(refusalRow({ line, id, staffNumber: null, email: null, problems, cells }))
    this.people += 1
    return this.#batch.add(personRow({ line, id, person, warnings }))
  }

  /** What only the whole file can tell, with what the directory knows of the managers it names. */
  async #finish(): Promise<void> {
    const { known } = await ask({ kind: 'managers', refs: [...this.#check.managerRefs()] })
    const late = this.#check.finish(known)
    this.people -= late.rejected.length
    const longest = Math.max(late.rejected.length, late.warnings.length, late.released.length)
    for (let at = 0; at < longest; at += LATE_BATCH) {
      const part = <T>(list: T[]) => list.slice(at, at + LATE_BATCH)
      const { rejected, warnings, released } = late
      await ask({
        kind: 'late',
        rejected: part(rejected),
        warnings: part(warnings),
        released: part(released),
      })
    }
  }
}

async function readAll(source: RowSource): Promise<void> {
  const reading = new Reading()
  if (!(await reading.run(source))) return
  const { lines, people, blank } = reading
  const { kind, format } = source
  say({
    kind: 'done',
    lines,
    people,
    blank,
    format: { kind, delimiter: format?.delimiter ?? ';', encoding: format?.encoding ?? null },
  })
}

async function pickCells(source: RowSource, only: Set<number>): Promise<void> {
  let picked: { line: number; cells: string[] }[] = []
  for await (const { line, cells } of source.rows) {
    if (only.delete(line)) picked.push({ line, cells })
    if (picked.length < 500 && only.size > 0) continue
    await ask({ kind: 'cells', lines: picked })
    picked = []
    if (only.size === 0) break
  }
  if (picked.length > 0) await ask({ kind: 'cells', lines: picked })
}

try {
  const source = await openRows(task.path)
  if (task.only) await pickCells(source, new Set(task.only))
  else await readAll(source)
} catch (error) {
  if (!(error instanceof UnreadableFile)) throw error
  say({ kind: 'unreadable', code: error.code, detail: error.detail })
}
parentPort?.close()
