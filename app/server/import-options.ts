import { parseArgs } from 'node:util'
import { FIELDS, type FieldName } from '#features/imports/rules/person.ts'
import { inLanguage } from '#platform/server/config.ts'

/** The command or its file cannot be understood: one sentence, exit code 2. */
export class ImportRefused extends Error {}

export type ImportOptions = {
  file: string
  apply: boolean
  report: string | null
  named: (readonly [FieldName, string])[]
  outside: Record<string, boolean>
}

export const usage = () =>
  inLanguage(
    `npm run import -- FICHIER [--apply] [--report SORTIE.json] [--map champ=En-tête …] [--outside Organisation …] [--inside Organisation …]
Sans --apply, rien n'est écrit. Champs : ${FIELDS.join(', ')}.`,
    `npm run import -- FILE [--apply] [--report OUT.json] [--map field=Header …] [--outside Organisation …] [--inside Organisation …]
Without --apply, nothing is written. Fields: ${FIELDS.join(', ')}.`,
  )

/** Null: the usage was asked for. */
export function readOptions(args: string[]): ImportOptions | null {
  const { values, positionals } = parsed(args)
  if (values.help) return null
  const [file, ...more] = positionals
  if (file === undefined || more.length > 0) throw new ImportRefused(usage())
  const outside: Record<string, boolean> = {}
  for (const name of values.outside ?? []) outside[name.trim().toLowerCase()] = true
  for (const name of values.inside ?? []) outside[name.trim().toLowerCase()] = false
  return {
    file,
    apply: values.apply ?? false,
    report: values.report ?? null,
    named: (values.map ?? []).map(readNamed),
    outside,
  }
}

function parsed(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        apply: { type: 'boolean' },
        report: { type: 'string' },
        map: { type: 'string', multiple: true },
        outside: { type: 'string', multiple: true },
        inside: { type: 'string', multiple: true },
        help: { type: 'boolean', short: 'h' },
      },
    })
  } catch {
    throw new ImportRefused(usage())
  }
}

function readNamed(written: string): readonly [FieldName, string] {
  const at = written.indexOf('=')
  const field = FIELDS.find((one) => one === written.slice(0, at).trim())
  const header = written.slice(at + 1).trim()
  if (at > 0 && field && header) return [field, header]
  throw new ImportRefused(
    inLanguage(
      `--map attend champ=En-tête ; reçu : « ${written} ». Champs : ${FIELDS.join(', ')}.`,
      `--map takes field=Header; got “${written}”. Fields: ${FIELDS.join(', ')}.`,
    ),
  )
}
