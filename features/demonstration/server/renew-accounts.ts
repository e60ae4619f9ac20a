import { type Database, sql } from '#platform/server/db.ts'
import type { DemoAccount } from '../contract.ts'
import { keepAccounts, openAccounts, type Player } from './accounts.ts'
import { namedPeople } from '../content/people.ts'

/** The network is there and the file is not: new passwords for the same people. */
export const renewAccounts = (database: Database, dataDir: string): Promise<DemoAccount[]> =>
  database.transaction(async (trx) => {
    const people = await trx.rows<Player & { given: string; family: string }>(sql`
      select id, given_name as given, family_name as family, given_name || ' ' || family_name as name,
        coalesce(email, staff_number) as identifier
      from members where status = 'active' order by arrived_at, id`)
    const playerOf = (slug: string): Player => {
      const named = namedPeople.find((person) => person.slug === slug)
      const found = people.find(({ given, family }) => given === named?.given && family === named.family)
      if (!found) throw new Error(`the demonstration has lost ${slug}`)
      return found
    }
    const accounts = await openAccounts(trx, playerOf)
    await keepAccounts(dataDir, accounts)
    return accounts
  })
