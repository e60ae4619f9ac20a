import type { Actor } from '#platform/server/actor.ts'
import { type Db, sql } from '#platform/server/db.ts'
import { notFound } from '#platform/server/errors.ts'
import { knownMembers, readableSpace } from '#features/spaces/server/policy.ts'
import type { FileFacts } from '../contract.ts'

export interface StoredFile extends FileFacts {
  key: string
  variants: Record<string, { key: string; bytes: number; language?: string }>
  use: 'content' | 'portrait' | 'public' | 'import' | 'kept'
}

const COLUMNS = sql`f.id, f.name, f.media_type as "mediaType", f.bytes, f.width, f.height, f.variants->'captions'->>'language' as captions, f.storage_key as key, f.variants, f.use`

/** A file its reader may have: by its space, its person, its publicity or its owner; for everybody else it does not exist. */
export async function findFile(db: Db, actor: Actor | null, fileId: string): Promise<StoredFile> {
  const row = await db.row<StoredFile>(
    actor
      ? sql`
    select ${COLUMNS} from files f where f.id = ${fileId} and (
      f.use = 'public'
      or f.owner_id = ${actor.id}
      or (f.use = 'content' and f.space_id is not null and ${readableSpace(actor, sql`f.space_id`)})
      or (f.use = 'portrait' and exists (select 1 from members m where m.photo_file_id = f.id and ${knownMembers(actor)})))`
      : sql`select ${COLUMNS} from files f where f.id = ${fileId} and f.use = 'public'`,
  )
  if (!row) throw notFound('file.not_found')
  return row
}

export type KeptFile = Pick<StoredFile, 'id' | 'name' | 'mediaType' | 'bytes' | 'key' | 'variants'>

/** For features that carry files: what each one is. The caller answers for the right to know. */
export const factsOf = (db: Db, fileIds: string[]) =>
  db.rows<Omit<FileFacts, 'captions'>>(sql`
    select f.id, f.name, f.media_type as "mediaType", f.bytes::int as bytes, f.width, f.height
    from files f where f.id = any(${fileIds}::uuid[])`)

/** For the feature that keeps it: it answers for the reader's right to see it. */
export const findKept = (db: Db, fileId: string) =>
  db.row<KeptFile>(sql`select ${COLUMNS} from files f where f.id = ${fileId} and f.use = 'kept'`)
