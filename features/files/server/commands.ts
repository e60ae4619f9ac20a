import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { fileTypeFromFile } from 'file-type'
import { done } from '#platform/contract/schema.ts'
import type { Actor } from '#platform/server/actor.ts'
import { sql, type Trx } from '#platform/server/db.ts'
import { conflict, invalid, notFound } from '#platform/server/errors.ts'
import { enqueue } from '#platform/server/jobs.ts'
import type { Storage } from '#platform/server/storage.ts'
import type { CaptionsLanguage, FileFacts } from '../contract.ts'
import { readCaptions } from '../rules/captions.ts'
import { isImage, isRefused, isVideo, LIMITS, plainName } from '../rules/media.ts'
import { readPicture } from './pictures.ts'
import { findFile } from './queries.ts'

export interface Arrived {
  id: string
  path: string
  name: string
  use: 'content' | 'portrait' | 'public' | 'import'
  ownerId: string | null
}

interface Row {
  mediaType: string
  bytes: number
  width: number | null
  height: number | null
  variants: Record<string, { key: string; bytes: number }>
  key: string
}

/** An upload is whole: looks at its bytes, stores them, writes the row. Called again for the same id it does nothing. */
export async function keepFile(trx: Trx, storage: Storage, file: Arrived): Promise<void> {
  const row = await storeBytes(storage, file)
  await trx.run(sql`
    insert into files (id, owner_id, use, name, media_type, bytes, width, height, variants, storage_key)
    values (${file.id}, ${file.ownerId}, ${file.use}, ${plainName(file.name)}, ${row.mediaType}, ${row.bytes}, ${row.width}, ${row.height},
      ${JSON.stringify(row.variants)}::jsonb, ${row.key}) on conflict (id) do nothing`)
}

async function storeBytes(storage: Storage, file: Arrived): Promise<Row> {
  const sniffed = await fileTypeFromFile(file.path)
  const mediaType = sniffed?.mime ?? 'application/octet-stream'
  if (isRefused(mediaType)) throw invalid('file.program')
  const picture = isImage(mediaType) && mediaType !== 'image/svg+xml' ? await readPicture(file.path) : null
  if (isImage(mediaType) && !picture) throw invalid('file.unreadable_image')
  if ((file.use === 'portrait' || file.use === 'public') && !picture && !mediaType.startsWith('video/'))
    throw invalid('file.not_an_image')
  const key = `${file.id.slice(-2)}/${file.id}`
  if (picture) return storePicture(storage, key, picture)
  const { size } = await stat(file.path)
  if (file.use === 'portrait' && size > LIMITS.portraitBytes) throw invalid('file.too_large')
  await storage.put(key, createReadStream(file.path), { bytes: size, mediaType })
  return { mediaType, bytes: size, width: null, height: null, variants: {}, key }
}

async function storePicture(
  storage: Storage,
  key: string,
  picture: NonNullable<Awaited<ReturnType<typeof readPicture>>>,
): Promise<Row> {
  const variants: Row['variants'] = {}
  let bytes = 0
  for (const [name, { content }] of picture.versions) {
    const own = name === 'full' ? key : `${key}.${name}`
    await storage.put(own, content, { bytes: content.length, mediaType: 'image/webp' })
    if (name === 'full') bytes = content.length
    else variants[name] = { key: own, bytes: content.length }
  }
  return { mediaType: 'image/webp', bytes, width: picture.width, height: picture.height, variants, key }
}

/** A post, a cover takes files of its author into a space: from then on the space's readers see them. */
export async function shareFiles(trx: Trx, actor: Actor, spaceId: string, fileIds: string[]): Promise<void> {
  if (fileIds.length === 0) return
  const count = await trx.run(sql`
    update files set space_id = ${spaceId} where id = any(${fileIds}::uuid[]) and use = 'content'
    and (space_id = ${spaceId} or (owner_id = ${actor.id} and space_id is null))`)
  if (count !== new Set(fileIds).size) throw notFound('file.not_found')
}

/**
 * A feature takes pictures of their owner to show them through a door of its own: no space reads them, and they are no
 * forgotten draft. Given back (`kept` false), they are swept like one.
 */
export async function keepPictures(trx: Trx, actor: Actor, fileIds: string[], kept = true): Promise<void> {
  if (fileIds.length === 0) return
  const count = await trx.run(sql`
    update files set use = ${kept ? 'kept' : 'content'}
    where id = any(${fileIds}::uuid[]) and owner_id = ${actor.id} and space_id is null and use in ('content', 'kept')
      and media_type like 'image/%'`)
  if (kept && count !== new Set(fileIds).size) throw notFound('file.not_found')
}

/** The same for any file: what is attached to a text that several write, until a post takes it. */
export async function keepFiles(trx: Trx, actor: Actor, fileIds: string[]): Promise<void> {
  if (fileIds.length === 0) return
  const count = await trx.run(sql`
    update files set use = 'kept' where id = any(${fileIds}::uuid[]) and owner_id = ${actor.id} and space_id is null
      and use in ('content', 'kept')`)
  if (count !== new Set(fileIds).size) throw notFound('file.not_found')
}

/** What was kept goes to the person in whose name it is published: theirs from then on, like any file of a post. */
export async function handFiles(trx: Trx, fileIds: string[], ownerId: string): Promise<void> {
  if (fileIds.length === 0) return
  await trx.run(sql`
    update files set use = 'content', owner_id = ${ownerId}
    where id = any(${fileIds}::uuid[]) and use = 'kept' and space_id is null`)
}

/** What was kept is kept no longer, whoever owns it: swept like the pictures of a forgotten draft. */
export async function releasePictures(trx: Trx, fileIds: string[]): Promise<void> {
  await trx.run(sql`update files set use = 'content' where id = any(${fileIds}::uuid[]) and use = 'kept'`)
}

/** What a published preview shows becomes public, and stops being so when it is withdrawn. */
export async function setPublic(trx: Trx, fileIds: string[], isPublic: boolean): Promise<void> {
  await trx.run(
    sql`update files set use = ${isPublic ? 'public' : 'content'} where id = any(${fileIds}::uuid[]) and use in ('content', 'public')`,
  )
}

export async function removeFile(trx: Trx, actor: Actor, fileId: string) {
  const file = await trx.row<{ shown: boolean; key: string; variants: Row['variants'] }>(sql`
    select space_id is not null or use = 'kept' as shown, storage_key as key, variants
    from files where id = ${fileId} and owner_id = ${actor.id}`)
  if (!file) throw notFound('file.not_found')
  if (file.shown) throw conflict('file.in_use')
  await trx.run(sql`delete from files where id = ${fileId}`)
  await enqueue(trx, 'forget-bytes', {
    keys: [file.key, ...Object.values(file.variants).map((variant) => variant.key)],
  })
  return done
}

/** Captions live and go with their video: whoever may see the one reads the others. */
export async function writeCaptions(
  trx: Trx,
  storage: Storage,
  actor: Actor,
  fileId: string,
  given: { text: string; language: CaptionsLanguage },
): Promise<FileFacts> {
  const video = await ownVideo(trx, actor, fileId)
  const read = readCaptions(given.text)
  if ('problem' in read)
    throw invalid(`file.captions_${read.problem}`, { field: 'text', values: { line: read.line } })
  const content = Buffer.from(read.vtt)
  // Another name each time: who reads the former ones while they are replaced reads them whole.
  const key = `${video.key}.captions.${Date.now()}`
  await storage.put(key, content, { bytes: content.length, mediaType: 'text/vtt' })
  const captions = { key, bytes: content.length, language: given.language }
  await trx.run(sql`
    update files set variants = variants || ${JSON.stringify({ captions })}::jsonb where id = ${fileId}`)
  if (video.former) await enqueue(trx, 'forget-bytes', { keys: [video.former] })
  return findFile(trx, actor, fileId)
}

export async function removeCaptions(trx: Trx, actor: Actor, fileId: string): Promise<FileFacts> {
  const video = await ownVideo(trx, actor, fileId)
  await trx.run(sql`update files set variants = variants - 'captions' where id = ${fileId}`)
  if (video.former) await enqueue(trx, 'forget-bytes', { keys: [video.former] })
  return findFile(trx, actor, fileId)
}

async function ownVideo(trx: Trx, actor: Actor, fileId: string) {
  const file = await trx.row<{ key: string; mediaType: string; former: string | null }>(sql`
    select storage_key as key, media_type as "mediaType", variants->'captions'->>'key' as former
    from files where id = ${fileId} and owner_id = ${actor.id} for update`)
  if (!file) throw notFound('file.not_found')
  if (!isVideo(file.mediaType)) throw conflict('file.captions_video')
  return file
}
