import { useCallback, useEffect, useRef, useState } from 'react'
import type { WrittenPost } from '#features/posts/web/public/written-fields.tsx'
import { EMPTY_DOC } from '#platform/contract/rich-text.ts'
import { call, Refused } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { showToast } from '#ui/toast-store.ts'
import { leavePen, type SlotSheet, type SlotText, writeSlot } from '../contract.ts'

const KEEP_AFTER_MS = 1000
const AGAIN_MS = 8000

export const writtenOf = (content: SlotText): WrittenPost => ({
  title: content.title,
  body: content.body ?? EMPTY_DOC,
  practice: content.practice ?? { concern: '', gesture: '', gain: '' },
  poll: { options: ['', ''], choice: 'single', anonymous: false, closesAt: null, ...content.poll },
  recipients: content.recipients ?? [],
  attachments: content.attachments ?? [],
})

const localKey = (slotId: string) => `elan.slot.${slotId}`

/** What this device still holds that the server has not. */
function localText(slotId: string): WrittenPost | null {
  try {
    return JSON.parse(localStorage.getItem(localKey(slotId)) ?? 'null') as WrittenPost | null
  } catch {
    return null
  }
}

/** The server is tired, or was asked too much: worth trying again. */
const isPassing = ({ status }: Refused) => status >= 500 || status === 429

export type Kept = 'nothing' | 'here' | 'server'

/** The text of whoever holds the pen: kept on this device at once, on the server a moment later, in order. */
export function useSlotText(sheet: SlotSheet) {
  const text = useText()
  const { id } = sheet
  const [written, setWritten] = useState<WrittenPost>(() => ({
    ...writtenOf(sheet.content),
    ...localText(id),
  }))
  const [kept, setKept] = useState<Kept>('nothing')
  const [failures, setFailures] = useState(0)
  const edition = useRef(sheet.edition)
  const latest = useRef(written)
  const dirty = useRef(localText(id) !== null)
  const saving = useRef<Promise<void>>(Promise.resolve())
  const timer = useRef(0)

  const save = useCallback((): Promise<void> => {
    clearTimeout(timer.current)
    saving.current = saving.current.then(async () => {
      if (!dirty.current) return
      const content = latest.current
      dirty.current = false
      try {
        const reply = await call(writeSlot, {
          params: { id },
          body: { content: { ...content, attachments: [...content.attachments] }, edition: edition.current },
        })
        edition.current = reply.edition
        if (!dirty.current) {
          localStorage.removeItem(localKey(id))
          setKept('server')
        }
        if (reply.kept === 'version') showToast({ message: text('editorial.pen.kept_beside') })
      } catch (error) {
        // Said with its reason; the words stay on this device, whatever was wrong with them or with the session.
        if (error instanceof Refused && !isPassing(error)) return void showToast({ message: error.message })
        dirty.current = true
        setFailures((count) => count + 1)
      }
    })
    return saving.current
  }, [id, text])

  const change = (part: Partial<WrittenPost>) => {
    const next = { ...latest.current, ...part }
    latest.current = next
    dirty.current = true
    setWritten(next)
    setKept('here')
    try {
      localStorage.setItem(localKey(id), JSON.stringify(next))
    } catch {
      // Storage full or forbidden: it is still on the screen, and leaves in a second.
    }
    clearTimeout(timer.current)
    timer.current = window.setTimeout(() => void save(), KEEP_AFTER_MS)
  }

  // The network is away: it stays here and is tried again.
  useEffect(() => {
    if (failures === 0) return
    const again = setTimeout(() => void save(), AGAIN_MS)
    return () => clearTimeout(again)
  }, [failures, save])
  useEffect(() => {
    if (dirty.current) void save()
    return () => {
      // The pen is laid down with the page, what was written first.
      void save()
        .then(() => call(leavePen, { params: { id } }))
        .catch(() => {})
    }
  }, [id, save])
  return { written, change, kept, save }
}
