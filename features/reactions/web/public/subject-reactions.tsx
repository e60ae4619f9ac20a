import { lazy, type ReactNode, Suspense, useState } from 'react'
import { useFormat, useText } from '#platform/web/i18n.ts'
import { ReactionBar, reactionIcons, reactionKinds, type ReactionWords } from '#ui/reaction-bar.tsx'
import type { ReactionCounts, ReactionKind } from '../../contract.ts'
import { type Gathered, useReact } from './use-react.ts'

const ReactorsDialog = lazy(async () => ({
  default: (await import('../reactors-dialog.tsx')).ReactorsDialog,
}))

export function useReactionWords(): ReactionWords {
  const text = useText()
  const kinds = Object.fromEntries(reactionKinds.map((kind) => [kind, text(`reactions.kind.${kind}`)]))
  return { kinds: kinds as Record<ReactionKind, string>, choose: text('reactions.choose') }
}

/** The row under a post: my word, the comments, and how many answered with a word. */
export function SubjectReactions({
  subjectId,
  now,
  onChange,
  suggested = 'like',
  disabled,
  children,
}: {
  subjectId: string
  now: Gathered
  onChange: (next: Gathered) => void
  suggested?: ReactionKind
  disabled?: boolean
  children?: ReactNode
}) {
  const words = useReactionWords()
  const react = useReact(subjectId, now, onChange)
  return (
    <ReactionBar
      mine={now.mine}
      onReact={react}
      words={words}
      suggested={suggested}
      disabled={disabled ?? false}
      summary={
        now.total > 0 ? <WhoReacted subjectId={subjectId} counts={now.counts} total={now.total} /> : null
      }
    >
      {children}
    </ReactionBar>
  )
}

/** The words given most, as their icons, and the number; opens who gave which. */
export function WhoReacted({
  subjectId,
  counts,
  total,
}: {
  subjectId: string
  counts: ReactionCounts
  total: number
}) {
  const text = useText()
  const { number } = useFormat()
  const [open, setOpen] = useState(false)
  const top = reactionKinds
    .filter((kind) => counts[kind] > 0)
    .toSorted((one, other) => counts[other] - counts[one])
    .slice(0, 3)
  return (
    <>
      <button type="button" className="row g1" onClick={() => setOpen(true)}>
        {top.map((kind) => {
          const Glyph = reactionIcons[kind]
          return <Glyph key={kind} className="i i--s" aria-hidden />
        })}
        <span aria-hidden>{number(total)}</span>
        <span className="vh">{text('reactions.who', { count: total })}</span>
      </button>
      {open && (
        <Suspense>
          <ReactorsDialog
            subjectId={subjectId}
            counts={counts}
            total={total}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </>
  )
}
