import { nameOf } from '#features/reactions/web/public/face.ts'
import { useText } from '#platform/web/i18n.ts'
import type { Committee } from '../contract.ts'
import { useDayWords } from './day-words.ts'

/** What the minutes propose to say as a post: what worked, what was decided, what to remember. */
export function useMinutesText(committee: Committee): string {
  const text = useText()
  const { short } = useDayWords()
  const worked = committee.agenda.worked
    .slice(0, 3)
    .map((post) => `- ${text('editorial.committee.met', { title: post.title, count: post.people })}`)
  const decisions = committee.decisions.map(
    (one) =>
      `- ${[one.text, one.owner && nameOf(one.owner), one.dueOn && short(one.dueOn)].filter(Boolean).join(', ')}`,
  )
  const part = (title: string, lines: string[]) => (lines.length > 0 ? [title, ...lines] : [])
  return [
    ...part(text('editorial.committee.worked'), worked),
    ...part(text('editorial.committee.decisions'), decisions),
    ...(committee.words ? [text('editorial.committee.words'), committee.words] : []),
  ].join('\n\n')
}
