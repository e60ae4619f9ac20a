import { KeyTable } from './key-table.ts'
import { managerCycles } from './manager-cycles.ts'
import type { Person } from './person.ts'
import type { Problem } from './problem.ts'

/** Somebody already in the directory. */
export type KnownPerson = { staffNumber: string | null; email: string | null; managerRef: string | null }

/**
 * `rejected` are lines refused after all; `warnings` are people kept whose manager is left empty. `released` are
 * lines without a manager whose link in the directory gives way: with what the file says, it would close a cycle.
 */
export type CrossChecked = { rejected: Problem[]; warnings: Problem[]; released: number[] }

type Keys = Pick<Person, 'staffNumber' | 'email'>

/**
 * What only the whole file can tell. Holds the keys of each line and nothing else, so that memory stays
 * small for hundreds of thousands of lines.
 */
export class CrossCheck {
  readonly #indexOf = new KeyTable()
  readonly #rejectedKeys = new Set<string>()
  readonly #lines: number[] = []
  readonly #managers: (string | null)[] = []
  readonly #references = new Map<string, string>()

  /** The first line to hold a staff number or an address keeps it; problems mean the line is rejected. */
  add(line: number, person: Person): Problem[] {
    const problems: Problem[] = []
    const staffKey = person.staffNumber && keyOf(person.staffNumber)
    const emailKey = person.email && keyOf(person.email)
    const sameStaff = this.#holder(staffKey)
    const sameEmail = this.#holder(emailKey)
    if (sameStaff !== null) {
      const value = person.staffNumber ?? ''
      problems.push({
        line,
        field: 'staffNumber',
        code: 'staff_number.duplicate',
        value,
        otherLine: sameStaff,
      })
    }
    // The same person twice is one mistake, not two.
    if (sameEmail !== null && sameEmail !== sameStaff) {
      const value = person.email ?? ''
      problems.push({ line, field: 'email', code: 'email.duplicate', value, otherLine: sameEmail })
    }
    if (problems.length > 0) return problems
    const index = this.#lines.push(line) - 1
    if (staffKey) this.#indexOf.set(staffKey, index)
    if (emailKey) this.#indexOf.set(emailKey, index)
    this.#managers.push(person.managerRef === null ? null : this.#reference(person.managerRef))
    return []
  }

  /** A line rejected for another reason: those who name it as their manager will be told so. */
  addRejected(keys: Keys): void {
    if (keys.staffNumber) this.#rejectedKeys.add(keyOf(keys.staffNumber))
    if (keys.email) this.#rejectedKeys.add(keyOf(keys.email))
  }

  /** Each manager named in the file, once: those to look up in the directory before `finish`. */
  managerRefs(): Iterable<string> {
    return this.#references.values()
  }

  /**
   * Managers and cycles, over the file and the people already known. To see a cycle that passes through the
   * directory, `known` must hold the managers named in the file, their own managers, and so on upwards.
   */
  finish(known: Iterable<KnownPerson> = []): CrossChecked {
    const { managerOf, lineOf, kept } = this.#directory(known)
    const keys = new Map([...this.#references.values()].map((ref) => [ref, keyOf(ref)] as const))
    const named = this.#managers.map((each) => each && (keys.get(each) ?? keyOf(each)))
    // An empty cell keeps the manager that the directory knows: that link counts too.
    const linked = named.map((each, index) => each ?? kept.get(index) ?? null)
    const linkedCycles = managerCycles(linked, lineOf, managerOf)
    const givesWay = [...linkedCycles].filter((index) => named[index] === null)
    for (const index of givesWay) linked[index] = null
    const cycles = givesWay.length > 0 ? managerCycles(linked, lineOf, managerOf) : linkedCycles
    const rejected: Problem[] = []
    const warnings: Problem[] = []
    this.#managers.forEach((reference, index) => {
      if (reference === null) return
      const manager = named[index] ?? keyOf(reference)
      const problem = { line: this.#lines[index] ?? 0, field: 'manager', value: reference } as const
      if (cycles.has(index)) {
        rejected.push({ ...problem, code: 'manager.cycle' })
        return
      }
      const holder = lineOf(manager)
      const inFile = holder !== undefined && !cycles.has(holder)
      if (inFile || managerOf.has(manager)) return
      const refused = holder !== undefined || this.#rejectedKeys.has(manager)
      warnings.push({ ...problem, code: refused ? 'manager.rejected' : 'manager.unknown' })
    })
    return { rejected, warnings, released: givesWay.map((index) => this.#lines[index] ?? 0) }
  }

  /** Manager of each known person, and the line of any key: by the file, or by the other key of that person. */
  #directory(known: Iterable<KnownPerson>) {
    const managerOf = new Map<string, string | null>()
    const aliases = new Map<string, number>()
    const kept = new Map<number, string>()
    for (const person of known) {
      const keys = [person.staffNumber, person.email].filter((key) => key !== null).map(keyOf)
      const index = keys.map((key) => this.#indexOf.get(key)).find((each) => each !== undefined)
      for (const key of keys) {
        managerOf.set(key, person.managerRef === null ? null : keyOf(person.managerRef))
        if (index !== undefined) aliases.set(key, index)
      }
      if (index !== undefined && person.managerRef !== null) kept.set(index, keyOf(person.managerRef))
    }
    return { managerOf, kept, lineOf: (key: string) => this.#indexOf.get(key) ?? aliases.get(key) }
  }

  #holder(key: string | null): number | null {
    const index = key ? this.#indexOf.get(key) : undefined
    return index === undefined ? null : (this.#lines[index] ?? null)
  }

  /** One copy of each reference, cut loose from the text of the file it was sliced from. */
  #reference(managerRef: string): string {
    const marked = `#${managerRef}`
    const seen = this.#references.get(marked)
    if (seen !== undefined) return seen
    const reference = marked.slice(1)
    this.#references.set(marked, reference)
    return reference
  }
}

/** Case does not count in keys, zeros do; lower, as the database compares them. */
const keyOf = (ref: string) => ref.toLowerCase()
