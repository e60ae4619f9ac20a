import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { Eye, EyeOff, Flag } from 'lucide-react'
import { lazy, type ReactNode, Suspense, useCallback, useEffect, useState } from 'react'
import { refreshComment } from '#features/comments/web/public/comment-cache.ts'
import { refreshPost } from '#features/posts/web/public/post-cache.ts'
import {
  type Subject,
  type SubjectEntry,
  SubjectMenuContext,
} from '#features/reactions/web/public/subject-menu.ts'
import { useMySpaces } from '#features/spaces/web/public/my-spaces.ts'
import type { PayloadOf } from '#platform/contract/event.ts'
import { call } from '#platform/web/call.ts'
import { useText } from '#platform/web/i18n.ts'
import { live, type LiveEvent } from '#platform/web/live.ts'
import { showToast } from '#ui/toast-store.ts'
import { restore, subjectHidden, subjectRestored } from '../../contract.ts'

const ReportDialog = lazy(async () => ({ default: (await import('../report-dialog.tsx')).ReportDialog }))
const HideDialog = lazy(async () => ({ default: (await import('../hide-dialog.tsx')).HideDialog }))

export const moderationKey = ['moderation'] as const

export const refreshSubject = (queries: QueryClient, kind: Subject['kind'], id: string): void =>
  void (kind === 'post' ? refreshPost(queries, id) : refreshComment(queries, id))

/** Puts reporting and hiding in the menus of posts and comments, wherever they are shown. */
export function ModerationDesk({ children }: { children: ReactNode }) {
  const text = useText()
  const queries = useQueryClient()
  const [reported, setReported] = useState<Subject | null>(null)
  const [hiding, setHiding] = useState<Subject | null>(null)
  useHiddenLive()
  const entries = useCallback(
    (subject: Subject): SubjectEntry[] => {
      const show = () =>
        void call(restore, { params: { subjectId: subject.id }, body: {} })
          .then(() => {
            refreshSubject(queries, subject.kind, subject.id)
            showToast({ message: text('moderation.restored') })
            return queries.invalidateQueries({ queryKey: moderationKey })
          })
          .catch((error: unknown) => error instanceof Error && showToast({ message: error.message }))
      const list: (SubjectEntry | false)[] = [
        !subject.mine &&
          !subject.hidden && {
            key: 'report',
            icon: Flag,
            label: text('moderation.report'),
            onSelect: () => setReported(subject),
          },
        subject.moderate &&
          !subject.mine &&
          !subject.hidden && {
            key: 'hide',
            icon: EyeOff,
            label: text('moderation.hide'),
            danger: true,
            onSelect: () => setHiding(subject),
          },
        subject.moderate &&
          subject.hidden && { key: 'restore', icon: Eye, label: text('moderation.restore'), onSelect: show },
      ]
      return list.filter((entry) => entry !== false)
    },
    [queries, text],
  )
  return (
    <SubjectMenuContext value={entries}>
      {children}
      <Suspense>
        {reported && <ReportDialog subject={reported} onClose={() => setReported(null)} />}
        {hiding && <HideDialog subject={hiding} onClose={() => setHiding(null)} />}
      </Suspense>
    </SubjectMenuContext>
  )
}

/** What a moderator hides leaves the screens of the others at once. */
function useHiddenLive(): void {
  const queries = useQueryClient()
  const key = useMySpaces()
    .map((space) => space.id)
    .join()
  useEffect(() => {
    const hear = (event: LiveEvent) => {
      if (event.kind !== subjectHidden.kind && event.kind !== subjectRestored.kind) return
      if (!('payload' in event)) return
      const { subjectKind, subjectId } = event.payload as PayloadOf<typeof subjectHidden>
      refreshSubject(queries, subjectKind, subjectId)
    }
    const stops = key ? key.split(',').map((id) => live.follow(id, hear)) : []
    return () => stops.forEach((stop) => stop())
  }, [key, queries])
}
