import { randomInt, randomUUID } from 'node:crypto'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setPassword } from '#features/sessions/server/commands.ts'
import type { Trx } from '#platform/server/db.ts'
import { Refusal } from '#platform/server/errors.ts'
import type { DemoAccount, DemoRole } from '../contract.ts'
import { passphrase } from '../rules/passphrase.ts'

const played: readonly [role: DemoRole, slug: string][] = [
  ['administrator', 'bastien'],
  ['lead', 'thomas'],
  ['animator', 'nadia'],
  ['moderator', 'patrick'],
  ['ambassador', 'mehdi'],
  ['sponsor', 'helene'],
  ['member', 'karim'],
  ['without_email', 'gaelle'],
  ['english', 'callum'],
  ['partner', 'etienne'],
]

/** Those whose account is given to whoever tries the demonstration. */
export const demoSlugs: ReadonlySet<string | null> = new Set(played.map(([, slug]) => slug))

export type Player = { id: string; name: string; identifier: string }

/** Draws a password for each account: the only ones of the network that open anything. */
export async function openAccounts(trx: Trx, playerOf: (slug: string) => Player): Promise<DemoAccount[]> {
  const accounts: DemoAccount[] = []
  for (const [role, slug] of played) {
    const { id, name, identifier } = playerOf(slug)
    accounts.push({ role, name, identifier, password: await givePassword(trx, id) })
  }
  return accounts
}

const TRIES = 20

/** A drawn password may hold somebody's own name, or be judged too simple: another is drawn. */
async function givePassword(trx: Trx, memberId: string): Promise<string> {
  for (let left = TRIES; ; left--) {
    const password = passphrase((count) => randomInt(count))
    try {
      await setPassword(trx, memberId, password)
      return password
    } catch (error) {
      if (!(error instanceof Refusal) || error.status !== 422 || left === 0) throw error
    }
  }
}

export const accountsFile = (dataDir: string) => join(dataDir, 'demo-accounts.json')

/** Written aside then renamed, readable by the server's own user alone. */
export async function keepAccounts(dataDir: string, accounts: readonly DemoAccount[]): Promise<void> {
  const aside = `${accountsFile(dataDir)}.${randomUUID()}`
  await writeFile(aside, `${JSON.stringify(accounts, null, 2)}\n`, { mode: 0o600 })
  await rename(aside, accountsFile(dataDir))
}

/** Null when the network was loaded elsewhere, or the file was taken away. */
export async function keptAccounts(dataDir: string): Promise<DemoAccount[] | null> {
  const text = await readFile(accountsFile(dataDir), 'utf8').catch(() => null)
  return text === null ? null : (JSON.parse(text) as DemoAccount[])
}
