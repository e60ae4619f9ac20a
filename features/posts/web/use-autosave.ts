import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { plainText } from '#platform/contract/rich-text.ts'
import { call } from '#platform/web/call.ts'
import { dropDraft, keepDraft } from '../contract.ts'
import type { Composed } from './composer-start.ts'
import { dropLocalDraft, keepLocalDraft } from './local-drafts.ts'

const KEEP_AFTER = 1200

export const isBlank = (content: Composed): boolean =>
  [content.title, ...Object.values(content.practice), ...content.poll.options].every(
    (part) => part.trim() === '',
  ) &&
  plainText(content.body) === '' &&
  content.recipients.length === 0 &&
  content.attachments.length === 0

export type Kept = 'nothing' | 'here' | 'server'

/** Kept on this device at once, on the server a moment later: what was written is never lost. */
export function useAutosave(draft: { id: string; spaceId: string | null; content: Composed }, on: boolean) {
  const queries = useQueryClient()
  const [kept, setKept] = useState<Kept>('nothing')
  const ended = useRef(false)
  const saving = useRef<Promise<unknown>>(Promise.resolve())
  const touched = useRef(false)
  const { id, spaceId } = draft
  const written = JSON.stringify(draft.content)
  useEffect(() => {
    if (!on || ended.current) return
    const content = JSON.parse(written) as Composed
    if (isBlank(content) && !touched.current) return
    touched.current = true
    keepLocalDraft({ id, spaceId, content, updatedAt: new Date().toISOString() })
    setKept('here')
    const timer = setTimeout(() => {
      saving.current = call(keepDraft, { params: { id }, body: { spaceId, content: { ...content } } })
        .then(() => {
          dropLocalDraft(id)
          setKept('server')
        })
        .catch(() => {})
    }, KEEP_AFTER)
    return () => clearTimeout(timer)
  }, [id, spaceId, written, on])
  const again = () => void queries.invalidateQueries({ queryKey: ['posts', 'drafts'] })
  return {
    kept,
    /** The post takes the place of its draft: nothing is kept after this. */
    finish: async () => {
      ended.current = true
      await saving.current
      dropLocalDraft(id)
      again()
    },
    /** An emptied composer leaves no draft behind. */
    leave: (blank: boolean) => {
      if (!on || ended.current) return
      if (blank && touched.current) {
        ended.current = true
        dropLocalDraft(id)
        void saving.current
          .then(() => call(dropDraft, { params: { id } }))
          .catch(() => {})
          .then(again)
        return
      }
      again()
    },
  }
}
