import { call, newId, Refused } from '#platform/web/call.ts'
import { type FileFacts, readFileFacts } from '../../contract.ts'

export interface UploadOptions {
  use?: 'content' | 'portrait' | 'public' | 'import'
  /** 0 to 1. */
  onProgress?: (share: number) => void
  signal?: AbortSignal
}

const CHUNK = 4 * 1024 * 1024

/** Sends a file, resuming after cuts; the reply says what the server recognised. Throws Refused with its sentence. */
export async function uploadFile(file: File, options: UploadOptions = {}): Promise<FileFacts> {
  const { Upload } = await import('tus-js-client')
  const id = newId()
  await new Promise<void>((resolve, reject) => {
    const upload = new Upload(file, {
      endpoint: '/api/uploads',
      chunkSize: CHUNK,
      retryDelays: [0, 1000, 3000, 5000, 10_000],
      storeFingerprintForResuming: false,
      metadata: { id, filename: file.name, use: options.use ?? 'content' },
      onProgress: (sent, total) => options.onProgress?.(total > 0 ? sent / total : 0),
      onSuccess: () => resolve(),
      onError: (error) => reject(refusalOf(error) ?? error),
    })
    options.signal?.addEventListener(
      'abort',
      () => void upload.abort(true).then(() => reject(new DOMException('', 'AbortError'))),
    )
    upload.start()
  })
  return call(readFileFacts, { params: { id } })
}

function refusalOf(error: unknown): Refused | null {
  const body = (error as { originalResponse?: { getBody(): string } | null }).originalResponse?.getBody()
  try {
    return body ? new Refused(JSON.parse(body) as ConstructorParameters<typeof Refused>[0]) : null
  } catch {
    return null
  }
}
