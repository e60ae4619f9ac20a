import type { DemoAccount } from '#features/demonstration/contract.ts'
import { accountsFile, keptAccounts } from '#features/demonstration/server/accounts.ts'
import { demoCodes } from '#features/demonstration/server/codes.ts'
import { loadDemonstration } from '#features/demonstration/server/load.ts'
import { renewAccounts } from '#features/demonstration/server/renew-accounts.ts'
import { plainCode } from '#features/invitations/rules/code.ts'
import { addressOfCode } from '#features/invitations/server/queries/codes.ts'
import { findNetwork } from '#features/network/server/queries.ts'
import { inLanguage, StartRefused } from '#platform/server/config.ts'
import type { Services } from '#platform/server/services.ts'
import type { Language } from '#platform/contract/schema.ts'
import { words } from '#platform/server/words.ts'

type Say = (line: string) => void

/** `--demo`: an empty network becomes the demonstration; the demonstration stays as it is; a real one is left alone. */
export async function openDemonstration(services: Services, say: Say): Promise<DemoAccount[]> {
  const { database, storage, dataDir } = services
  const network = await findNetwork(database.db)
  if (network.setUp && !network.demonstration)
    throw new StartRefused(
      inLanguage(
        `Ce réseau (${network.name}) est un vrai réseau : --demo demande une base et un DATA_DIR vides.`,
        `This network (${network.name}) is a real one: --demo needs an empty database and DATA_DIR.`,
      ),
    )
  if (network.setUp) return (await keptAccounts(dataDir)) ?? renewAccounts(database, dataDir)
  const bar = progressOn(process.stdout, inLanguage('Réseau de démonstration', 'Demonstration network'), say)
  const accounts = await loadDemonstration(database, storage, { dataDir, onProgress: bar.at })
  bar.done()
  return accounts
}

const BAR = 24

/** In a terminal a bar on one line; elsewhere a line when it ends. */
function progressOn(output: NodeJS.WriteStream, name: string, say: Say) {
  const since = Date.now()
  return {
    at(share: number) {
      const full = Math.round(share * BAR)
      if (output.isTTY)
        output.write(
          `\r\x1b[K  ${name} ${'█'.repeat(full)}${'░'.repeat(BAR - full)} ${Math.floor(share * 100)} %`,
        )
    },
    done() {
      if (output.isTTY) output.write('\r\x1b[K')
      say(`✓ ${name} (${Math.round((Date.now() - since) / 1000)} s)`)
    },
  }
}

/** The accounts in columns, then two codes for the page where people join. */
export async function presentDemonstration(
  services: Services,
  accounts: readonly DemoAccount[],
  say: Say,
): Promise<void> {
  const text = words(inLanguage('fr', 'en') as Language)
  const rows = accounts.map(({ role, name, identifier, password }) => [
    text(`demonstration.roles.${role}`),
    name,
    identifier,
    password,
  ])
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  say('')
  for (const row of rows)
    say(`  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd())
  say('')
  for (const line of await codeLines(services)) say(line)
  const file = accountsFile(services.dataDir)
  say(inLanguage(`Ces comptes sont aussi dans ${file}`, `These accounts are also in ${file}`))
}

async function codeLines({ database, publicUrl }: Services): Promise<string[]> {
  const { personal, poster } = await demoCodes(database.db)
  const lines: string[] = []
  if (personal) {
    const url = addressOfCode(publicUrl, plainCode(personal.code))
    lines.push(
      inLanguage(
        `Une lettre, pour ${personal.name} (${personal.site}) : ${url}`,
        `A letter, for ${personal.name} (${personal.site}): ${url}`,
      ),
    )
  }
  if (poster) {
    const { staffNumber, familyName } = poster
    const url = addressOfCode(publicUrl, plainCode(poster.code))
    lines.push(
      inLanguage(
        `Une affiche, par exemple pour le numéro ${staffNumber}, ${familyName} : ${url}`,
        `A poster, for instance for number ${staffNumber}, ${familyName}: ${url}`,
      ),
    )
  }
  return lines
}
