import { useCallback, useEffect, useRef, useState } from 'react'
import { removeFile } from '#features/files/contract.ts'
import { uploadFile } from '#features/files/web/public/upload.ts'
import { call } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import type { Attachment } from '../contract.ts'
import { LIMITS } from '../rules/limits.ts'

/** A file of the composer: on its way, arrived, or refused. */
export interface Carried {
  key: string
  name: string
  mediaType: string
  /** Of this device, before the server has it. */
  preview: string | null
  /** 0 to 1. */
  progress: number
  problem: string | null
  attachment: Attachment | null
  alt: string
  file: File | null
}

const carriedOf = (attachment: Attachment): Carried => ({
  key: attachment.fileId,
  name: attachment.name,
  mediaType: attachment.mediaType,
  preview: null,
  progress: 1,
  problem: null,
  attachment,
  alt: attachment.alt,
  file: null,
})

let count = 0
const startOf = (file: File): Carried => ({
  key: `new-${count++}`,
  name: file.name,
  mediaType: file.type,
  preview: /^(image|video)\//.test(file.type) ? URL.createObjectURL(file) : null,
  progress: 0,
  problem: null,
  attachment: null,
  alt: '',
  file,
})

/** Files leave as soon as they are chosen; what has arrived is kept with the draft. */
export function useUploads(initial: readonly Attachment[]) {
  const text = useText()
  const [files, setFiles] = useState<readonly Carried[]>(() => initial.map(carriedOf))
  const stops = useRef(new Map<string, AbortController>())
  const patch = useCallback(
    (key: string, part: Partial<Carried>) =>
      setFiles((before) => before.map((file) => (file.key === key ? { ...file, ...part } : file))),
    [],
  )
  const start = useCallback(
    (carried: Carried) => {
      if (!carried.file) return
      const stop = new AbortController()
      stops.current.set(carried.key, stop)
      patch(carried.key, { progress: 0, problem: null })
      uploadFile(carried.file, {
        use: 'content',
        signal: stop.signal,
        onProgress: (share) => patch(carried.key, { progress: share }),
      })
        .then(({ id, ...facts }) => {
          // It has arrived: leaving the composer must not take it back.
          stops.current.delete(carried.key)
          patch(carried.key, {
            progress: 1,
            mediaType: facts.mediaType,
            attachment: { fileId: id, ...facts, alt: '' },
          })
        })
        .catch((error: unknown) => {
          if (stop.signal.aborted) return
          patch(carried.key, {
            problem:
              error instanceof Error && error.message ? error.message : text('posts.compose.upload_failed'),
          })
        })
    },
    [patch, text],
  )
  const add = useCallback(
    (chosen: readonly File[]) => {
      const added = chosen.slice(0, Math.max(0, LIMITS.attachments - files.length)).map(startOf)
      setFiles((before) => [...before, ...added])
      added.forEach(start)
      return chosen.length > added.length
    },
    [files.length, start],
  )
  const remove = (key: string) => {
    stops.current.get(key)?.abort()
    const gone = files.find((file) => file.key === key)
    // Only what was added just now: a file of a post or a draft may still be shown by it.
    if (gone?.file && gone.attachment)
      void call(removeFile, { params: { id: gone.attachment.fileId } }).catch(() => {})
    setFiles((before) => before.filter((file) => file.key !== key))
  }
  useEffect(() => {
    const running = stops.current
    return () => running.forEach((stop) => stop.abort())
  }, [])
  /** The server has them already: only what is shown changes. */
  const caption = (key: string, captions: Attachment['captions']) =>
    setFiles((before) =>
      before.map((file) =>
        file.key === key && file.attachment
          ? { ...file, attachment: { ...file.attachment, captions } }
          : file,
      ),
    )
  return {
    files,
    add,
    remove,
    retry: start,
    describe: (key: string, alt: string) => patch(key, { alt }),
    caption,
  }
}

export const arrived = (files: readonly Carried[]): Attachment[] =>
  files.flatMap(({ attachment, alt }) => (attachment ? [{ ...attachment, alt }] : []))

export const onTheWay = (files: readonly Carried[]): boolean =>
  files.some((file) => file.attachment === null && file.problem === null)
