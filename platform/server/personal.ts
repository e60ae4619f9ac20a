import type { Db, Sql } from './db.ts'

/** Rows about one person, from one place of one feature. Its title is the text `privacy.part.<key>`, its columns `privacy.field.<name>`. */
export interface PersonalPart {
  key: string
  /** The columns that lead to the person and that this part gives: 'posts.author_id'; of a key of two, 'a.one+two'. */
  covers: string[]
  /** Read-only, in the order they are to be read. */
  rows: (memberId: string) => Sql
}

export interface PersonalFile {
  name: string
  key: string
  bytes: number
}

/** What one feature holds about a person: given to that person, or not given with a reason. */
export interface PersonalOffer {
  parts: PersonalPart[]
  files?: (db: Db, memberId: string) => Promise<PersonalFile[]>
  /** Columns that lead to a person and are not given, each with its reason (docs/decisions/033-all-about-me.md). */
  withheld?: Record<string, string>
}

export const part = (key: string, covers: string[], rows: (memberId: string) => Sql): PersonalPart => ({
  key,
  covers,
  rows,
})

/** Every offer of the house, in its order: filled by composition, as listeners and jobs are. */
export class Personal {
  #offers: PersonalOffer[] = []

  add(offer: PersonalOffer): void {
    this.#offers.push(offer)
  }

  get offers(): readonly PersonalOffer[] {
    return this.#offers
  }

  get parts(): PersonalPart[] {
    return this.#offers.flatMap((offer) => offer.parts)
  }

  get withheld(): Record<string, string> {
    return Object.assign({}, ...this.#offers.map((offer) => offer.withheld ?? {})) as Record<string, string>
  }
}
