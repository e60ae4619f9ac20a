// npm run import -- FILE: compares a directory with a file, and writes it with --apply. The server may run or not.
import { constants } from 'node:fs'
import { access, stat, writeFile } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { importFile, type FileOutcome } from '#features/imports/server/file-import.ts'
import { UnreadableFile } from '#features/imports/rules/unreadable-file.ts'
import {
  assertDatabase,
  assertDataDir,
  inLanguage,
  readConfig,
  StartRefused,
} from '#platform/server/config.ts'
import { openDatabase } from '#platform/server/db.ts'
import { startEmbeddedPostgres } from '#platform/server/embedded-postgres.ts'
import { migrate } from '#platform/server/migrate.ts'
import { words } from '#platform/server/words.ts'
import { ImportRefused, readOptions, usage, type ImportOptions } from './import-options.ts'
import { reportOf, summaryOf } from './import-report.ts'

const language = inLanguage('fr', 'en') as 'fr' | 'en'
const tell = (line: string) => process.stderr.write(`${line}\n`)
const say = (line: string) => process.stdout.write(`${line}\n`)

/** Before anything is started: a wrong name is told at once. */
async function assertReadable(file: string): Promise<string> {
  const path = resolve(process.env.INIT_CWD ?? '.', file)
  const found = await stat(path).catch(() => null)
  if (!found?.isFile())
    throw new ImportRefused(inLanguage(`Aucun fichier ici : ${path}.`, `There is no file here: ${path}.`))
  await access(path, constants.R_OK).catch(() => {
    throw new ImportRefused(
      inLanguage(`Ce fichier ne peut pas être lu : ${path}.`, `This file cannot be read: ${path}.`),
    )
  })
  return path
}

async function onDatabase<T>(work: (url: string) => Promise<T>): Promise<T> {
  const config = readConfig(process.env)
  if (config.databaseUrl) {
    await assertDatabase(config.databaseUrl)
    await migrate(config.databaseUrl)
    return work(config.databaseUrl)
  }
  assertDataDir(config)
  const postgres = await startEmbeddedPostgres({ dataDir: config.dataDir, onStep: tell })
  try {
    await migrate(postgres.url)
    return await work(postgres.url)
  } finally {
    await postgres.stop()
  }
}

async function importInto(url: string, path: string, options: ImportOptions): Promise<FileOutcome> {
  const database = openDatabase(url, { read: 2, write: 3 })
  const { apply, named, outside } = options
  try {
    return await importFile(
      database,
      { path, name: basename(path), apply, named, outside },
      language,
      () => {},
    )
  } finally {
    await database.close()
  }
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2))
  if (!options) {
    say(usage())
    return
  }
  const path = await assertReadable(options.file)
  const outcome = await onDatabase((url) => importInto(url, path, options))
  if (outcome.missing.length > 0) throw new ImportRefused(missingSentence(outcome))
  if (options.report) {
    const out = resolve(process.env.INIT_CWD ?? '.', options.report)
    await writeFile(out, `${JSON.stringify(reportOf(outcome), null, 2)}\n`)
  }
  for (const line of summaryOf(outcome, language)) say(line)
}

function missingSentence({ columns, missing }: FileOutcome): string {
  const text = words(language)
  return text('imports.command.missing', {
    fields: missing.map((field) => text(`imports.field.${field}`)).join(', '),
    headers: columns.map(({ header }) => header).join(', ') || '—',
    example: missing[0] ?? '',
  })
}

/** 2: the file could not be read; 1: something else went wrong. */
function failed(error: unknown): number {
  if (error instanceof UnreadableFile) {
    tell(words(language)(`imports.problem.${error.code.replaceAll('.', '_')}`, { value: error.detail }))
    return 2
  }
  if (error instanceof ImportRefused || error instanceof StartRefused) {
    tell(error.message)
    return error instanceof ImportRefused ? 2 : 1
  }
  tell(error instanceof Error ? (error.stack ?? error.message) : String(error))
  return 1
}

try {
  await main()
} catch (error) {
  process.exitCode = failed(error)
}
