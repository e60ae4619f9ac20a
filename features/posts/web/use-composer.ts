import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useMySpaces, writable } from '#features/spaces/web/public/my-spaces.ts'
import { plainText } from '#platform/contract/rich-text.ts'
import { newId, Refused } from '#platform/web/call.ts'
import { useText, useTimeZone } from '#platform/web/i18n.ts'
import { fromZoned } from '#platform/web/zone-time.ts'
import { giveUp, send } from '#platform/web/sending.ts'
import { type PostChange, type PostDraft, publishPost, revisePost } from '../contract.ts'
import { type Lack, whatIsMissing } from '../rules/kinds.ts'
import { BLANK, type Composed, composedOfPost, type ComposerStart } from './composer-start.ts'
import { patchPost, putPost } from './public/post-cache.ts'
import { isBlank, useAutosave } from './use-autosave.ts'
import { arrived, onTheWay, useUploads } from './use-uploads.ts'

/** All that the composer knows and does; the sheet and the page only draw it. */
export function useComposer(start: ComposerStart, onDone: () => void) {
  const text = useText()
  const timeZone = useTimeZone()
  const queries = useQueryClient()
  const revised = start.revised ?? null
  const [id] = useState(() => revised?.id ?? start.draft?.id ?? newId())
  const [written, setWritten] = useState<Composed>(() =>
    revised
      ? composedOfPost(revised)
      : { ...(start.draft?.content ?? BLANK), ...(start.kind ? { kind: start.kind } : {}) },
  )
  const uploads = useUploads(written.attachments)
  const content = useMemo<Composed>(
    () => ({ ...written, attachments: arrived(uploads.files) }),
    [written, uploads.files],
  )
  const place = usePlace(start)
  const draft = useAutosave({ id, spaceId: place.spaceId, content }, revised === null)
  const [lack, setLack] = useState<Lack | null>(null)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  useFirstFiles(start.files, uploads.add)

  const change = (part: Partial<Composed>) => {
    setWritten((before) => ({ ...before, ...part }))
    setLack(null)
    setProblem(null)
  }
  const publish = () => {
    const spaceId = place.spaceId
    if (!spaceId) return
    const body = draftOf(content, spaceId, timeZone)
    const about = { kind: 'post', spaceId, preview: { content, spaceId } }
    void draft.finish().then(() =>
      send(publishPost, { params: { id }, body }, id, about)
        .then((post) => putPost(queries, post))
        .catch(() => {}),
    )
    onDone()
  }
  const revise = async () => {
    setBusy(true)
    const sendingId = newId()
    try {
      const fresh = await send(revisePost, { params: { id }, body: changeOf(content) }, sendingId, {
        kind: 'revision',
        postId: id,
      })
      patchPost(queries, id, () => fresh)
      onDone()
    } catch (error) {
      giveUp(sendingId)
      setProblem(error instanceof Refused ? error.message : text('platform.unreachable.title'))
      setBusy(false)
    }
  }
  const submit = () => {
    if (busy || onTheWay(uploads.files)) return
    const missing = whatIsMissing(writtenOf(content, revised?.shared != null))
    setLack(missing)
    if (missing) return
    if (revised) void revise()
    else publish()
  }
  return {
    id,
    content,
    change,
    uploads,
    ...place,
    revised,
    submit,
    busy,
    problem,
    kept: draft.kept,
    waiting: onTheWay(uploads.files),
    /** The sentence for a field, when it is the one at fault. */
    fault: (field: string) =>
      lack?.field === field
        ? text(`problems.${lack.code}`, { limit: lack.limit, count: lack.limit })
        : undefined,
    lack,
    leave: () => {
      draft.leave(isBlank(content))
      onDone()
    },
  }
}
export type Composer = ReturnType<typeof useComposer>

const LAST_PLACE = 'elan.place'

/** Where it was asked to be, else where one wrote last, else one's first space: one tap less, and still in sight. */
function usePlace(start: ComposerStart) {
  const spaces = writable(useMySpaces())
  const [chosen, setChosen] = useState(
    start.revised?.spaceId ?? start.draft?.spaceId ?? start.spaceId ?? null,
  )
  const wanted = [chosen, localStorage.getItem(LAST_PLACE), spaces[0]?.id]
  const open = wanted.find((id) => spaces.some((space) => space.id === id)) ?? null
  const choosePlace = (id: string | null) => {
    setChosen(id)
    if (id) localStorage.setItem(LAST_PLACE, id)
  }
  return { spaces, spaceId: start.revised?.spaceId ?? open, choosePlace }
}

function useFirstFiles(files: File[] | undefined, add: (files: File[]) => unknown): void {
  const given = useRef(files)
  useEffect(() => {
    const first = given.current
    given.current = undefined
    if (first) add(first)
  }, [add])
}

const writtenOf = (content: Composed, shared: boolean) => ({
  kind: content.kind,
  title: content.title,
  text: plainText(content.body),
  attachments: content.attachments.length,
  recipients: content.recipients.length,
  practice: content.practice,
  pollOptions: content.poll.options,
  shared,
})

const attachedOf = (content: Composed) =>
  content.attachments.map(({ fileId, alt }) => ({ fileId, alt: alt.trim() }))

/** Only what the kind asks for leaves. */
function draftOf(content: Composed, spaceId: string, timeZone: string): PostDraft {
  const { kind, poll } = content
  return {
    spaceId,
    kind,
    body: content.body,
    attachments: attachedOf(content),
    ...(kind === 'kudos' ? {} : { title: content.title.trim() }),
    ...(kind === 'practice' ? { practice: content.practice } : {}),
    ...(kind === 'kudos' ? { recipientIds: content.recipients.map((person) => person.id) } : {}),
    ...(kind === 'poll'
      ? {
          poll: {
            options: poll.options.map((option) => option.trim()).filter(Boolean),
            choice: poll.choice,
            anonymous: poll.anonymous,
            closesAt: poll.closesAt ? fromZoned(poll.closesAt, timeZone) : null,
          },
        }
      : {}),
  }
}

const changeOf = (content: Composed): PostChange => ({
  body: content.body,
  attachments: attachedOf(content),
  ...(content.kind === 'kudos' ? {} : { title: content.title.trim() }),
  ...(content.kind === 'practice' ? { practice: content.practice } : {}),
})
