import { createReadStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Language } from '#platform/contract/schema.ts'
import { type Database, sql } from '#platform/server/db.ts'
import type { Logger } from '#platform/server/log.ts'
import type { PersonalFile, PersonalPart } from '#platform/server/personal.ts'
import type { Services } from '#platform/server/services.ts'
import { words } from '#platform/server/words.ts'
import { ZipWriter } from '#platform/server/zip.ts'
import { findNetwork } from '#features/network/server/queries.ts'
import { notifyNews } from '#features/notifications/server/offers.ts'
import { EXPORT_DAYS } from '../rules/periods.ts'
import { MY_DATA } from '../rules/addresses.ts'
import { drawSummary, type GivenPart } from './summary.ts'

interface Asked {
  memberId: string
  language: Language
  name: string
}

/** Part after part, then the person's own files, packed aside and put in the store whole. */
export async function makeExport(
  database: Database,
  services: Services,
  id: string,
  log: Logger,
): Promise<void> {
  const asked = await begin(database, services, id)
  if (!asked) return
  const aside = join(services.dataDir, 'exports')
  await mkdir(aside, { recursive: true, mode: 0o700 })
  const path = join(aside, `${id}.zip.part`)
  const zip = new ZipWriter(path)
  try {
    const { missing } = await pack(database, services, zip, { id, ...asked })
    const bytes = await zip.end()
    const key = `exports/${id}.zip`
    await services.storage.put(key, createReadStream(path), { bytes, mediaType: 'application/zip' })
    const kept = await finish(database, { id, key, bytes, missing, memberId: asked.memberId })
    if (!kept) await services.storage.remove(key)
  } catch (error) {
    zip.abandon()
    log.error({ err: error, export: id }, 'an export could not be made')
    await database.transaction((trx) =>
      trx.run(sql`update personal_exports set state = 'failed' where id = ${id} and state = 'making'`),
    )
  } finally {
    await rm(path, { force: true })
  }
}

const begin = (database: Database, { personal }: Services, id: string) =>
  database.transaction(async (trx): Promise<Asked | undefined> => {
    const total = personal.parts.length + 1
    return trx.row<Asked>(sql`
      update personal_exports e set state = 'making', done = 0, total = ${total} from members m
      where e.id = ${id} and m.id = e.member_id and e.state in ('asked', 'making')
      returning e.member_id as "memberId", e.language, m.given_name || ' ' || m.family_name as name`)
  })

async function pack(
  database: Database,
  services: Services,
  zip: ZipWriter,
  asked: Asked & { id: string },
): Promise<{ missing: number }> {
  const { db } = database
  const { parts, offers } = services.personal
  const given: GivenPart[] = []
  for (const { key, rows } of parts) {
    given.push({ key, rows: await readPart(database, asked, rows, given.length + 1) })
  }
  const files: PersonalFile[] = []
  for (const offer of offers) files.push(...((await offer.files?.(db, asked.memberId)) ?? []))
  const { put, missing } = await packFiles(services, zip, files)
  const network = await findNetwork(db)
  const at = new Date().toISOString()
  const facts = { networkName: network.name, personName: asked.name, madeAt: at }
  const json = { ...facts, parts: Object.fromEntries(given.map(({ key, rows }) => [key, rows])), files: put }
  await zip.add('donnees.json', JSON.stringify(json, null, 2))
  const html = drawSummary(given, {
    ...facts,
    language: asked.language,
    timeZone: network.timeZone,
    files: put,
  })
  await zip.add(asked.language === 'fr' ? 'lisez-moi.html' : 'read-me.html', html)
  return { missing }
}

/** Nobody waits for it: a large network may take longer over a part than a page is given. */
const readPart = (
  database: Database,
  asked: Asked & { id: string },
  rows: PersonalPart['rows'],
  done: number,
): Promise<Record<string, unknown>[]> =>
  database.transaction(async (trx) => {
    const found = await trx.rows<Record<string, unknown>>(rows(asked.memberId))
    await trx.run(sql`update personal_exports set done = ${done} where id = ${asked.id}`)
    return found
  })

/** Numbered, since two files may bear one name; what the store has lost is counted, not hidden. */
async function packFiles(services: Services, zip: ZipWriter, files: PersonalFile[]) {
  const put: string[] = []
  let missing = 0
  for (const file of files) {
    const stored = await services.storage.get(file.key)
    if (!stored) {
      missing += 1
      continue
    }
    const name = `fichiers/${String(put.length + 1).padStart(4, '0')}-${plainName(file.name)}`
    await zip.add(name, stored.stream)
    put.push(name)
  }
  return { put, missing }
}

/** A name that no unpacker takes for a way out of its folder. */
const plainName = (name: string) =>
  name
    .normalize('NFC')
    .replace(/[^\p{L}\p{N} ._()-]/gu, '_')
    .replace(/^\.+/, '_')
    .slice(-120)

/** False: forgotten or asked anew meanwhile; nobody is told. */
async function finish(
  database: Database,
  made: { id: string; key: string; bytes: number; missing: number; memberId: string },
): Promise<boolean> {
  const { id, key, bytes, missing, memberId } = made
  return database.transaction(async (trx) => {
    const count = await trx.run(sql`
      update personal_exports set state = 'ready', storage_key = ${key}, bytes = ${bytes}, missing = ${missing}, done = total, ready_at = now()
      where id = ${id} and state = 'making'`)
    if (count === 0) return false
    const says = (language: Language) => words(language)('privacy.export.ready_news', { count: EXPORT_DAYS })
    await notifyNews(trx, [{ memberId, says, path: MY_DATA }], { spaceId: null, actorId: null })
    return true
  })
}
