import { createWriteStream, mkdirSync } from 'node:fs'
import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { FileStore } from '@tus/file-store'
import { Server, type Upload } from '@tus/server'
import type { Actor } from '#platform/server/actor.ts'
import { isDiskFull, Refusal } from '#platform/server/errors.ts'
import { asRefusal } from '#platform/server/problems.ts'
import type { Services } from '#platform/server/services.ts'
import { problemText } from '#platform/server/words.ts'
import { UPLOAD_DAYS } from '../rules/periods.ts'
import { keepFile } from './commands.ts'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const USES = ['content', 'portrait', 'public', 'import'] as const
const STALE_MS = UPLOAD_DAYS * 24 * 3600 * 1000

export const uploadFolder = (dataDir: string) => join(dataDir, 'uploads')

/** tus 1.0 over the local disk of this process; whole files then go to the storage. `caller` was proven by the route. */
export function uploadServer(services: Services, caller: () => Actor | undefined): Server {
  const folder = uploadFolder(services.dataDir)
  mkdirSync(folder, { recursive: true })
  const refuse = (refusal: Refusal) => {
    const language = caller()?.language ?? 'fr'
    const title = problemText(language, refusal.code, refusal.values)
    return {
      status_code: refusal.status,
      body: JSON.stringify({ type: 'about:blank', title, status: refusal.status, code: refusal.code }),
    }
  }
  return new Server({
    path: '/api/uploads',
    relativeLocation: true,
    datastore: new UploadStore({ directory: folder }),
    maxSize: services.uploadLimit,
    disableTerminationForFinishedUploads: true,
    namingFunction: (_request, metadata) => {
      const id = metadata?.id ?? ''
      if (!UUID.test(id)) throw refuse(new Refusal(422, 'file.malformed_id'))
      return id
    },
    onUploadCreate: async (_request, upload) => {
      const actor = caller()
      if (!actor) throw refuse(new Refusal(401, 'session.needed'))
      // Who started it: nobody else may go on with it.
      return { metadata: { ...upload.metadata, owner: actor.id } }
    },
    onIncomingRequest: async (request, uploadId) => {
      if (request.method === 'POST') return
      const actor = caller()
      const owner = await ownerOf(services, uploadId)
      if (!actor || (owner !== null && owner !== actor.id)) throw refuse(new Refusal(404, 'file.not_found'))
    },
    /** A full disk is said, and what was received gives its room back; after a cut it stays, to go on from. */
    onResponseError: async (request, error) => {
      if ('status_code' in error) return undefined
      const id = new URL(request.url).pathname.split('/').at(-1) ?? ''
      if (isDiskFull(error as NodeJS.ErrnoException) && UUID.test(id)) await forgetUpload(folder, id)
      return refuse(asRefusal(error as Refusal))
    },
    onUploadFinish: async (_request, upload) => {
      const path = join(folder, upload.id)
      try {
        const use = USES.find((one) => one === upload.metadata?.use) ?? 'content'
        const name = upload.metadata?.filename ?? ''
        await services.database.transaction((trx) =>
          keepFile(trx, services.storage, {
            id: upload.id,
            path,
            name,
            use,
            ownerId: upload.metadata?.owner ?? null,
          }),
        )
      } catch (error) {
        throw refuse(asRefusal(error as Refusal))
      } finally {
        await forgetUpload(folder, upload.id)
      }
      return {}
    },
  })
}

/** Errors keep their cause, and a disk without room for the notes of an upload keeps no empty one. */
class UploadStore extends FileStore {
  override async write(readable: Readable, id: string, offset: number): Promise<number> {
    const file = createWriteStream(join(this.directory, id), { flags: 'r+', start: offset })
    await pipeline(readable, file)
    return offset + file.bytesWritten
  }

  override async create(upload: Upload): Promise<Upload> {
    try {
      return await super.create(upload)
    } catch (error) {
      await forgetUpload(this.directory, upload.id)
      throw error
    }
  }
}

async function forgetUpload(folder: string, id: string): Promise<void> {
  await rm(join(folder, id), { force: true })
  await rm(join(folder, `${id}.json`), { force: true })
}

async function ownerOf(services: Services, uploadId: string): Promise<string | null> {
  if (!UUID.test(uploadId)) return ''
  const store = new FileStore({ directory: uploadFolder(services.dataDir) })
  const upload = await store.getUpload(uploadId).catch(() => null)
  return upload?.metadata?.owner ?? null
}

/** Uploads that nobody finished. */
export async function sweepUploads(dataDir: string): Promise<void> {
  const folder = uploadFolder(dataDir)
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name)
    const facts = await stat(path).catch(() => null)
    if (facts && Date.now() - facts.mtimeMs > STALE_MS) await rm(path, { force: true })
  }
}
