import { Minus, Plus } from 'lucide-react'
import { fileUrl } from '#platform/web/call.ts'
import { useFormat, useText } from '#platform/web/i18n.ts'
import { Link } from '#platform/web/router.tsx'
import { Badge, type BadgeKind } from '#ui/badge.tsx'
import { Button } from '#ui/button.tsx'
import type { ComboboxWords } from '#ui/combobox.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { Tabs } from '#ui/tabs.tsx'
import type { Face, IdeaCard, IdeaStatus } from '../contract.ts'
import type { Voting } from './ideas-data.ts'
import './ideas.css'

const kinds: Partial<Record<IdeaStatus, BadgeKind>> = {
  new: 'info',
  considered: 'brand',
  planned: 'brand',
  building: 'warn',
  shipped: 'ok',
}

export function StatusBadge({ status }: { status: IdeaStatus }) {
  const text = useText()
  return <Badge kind={kinds[status] ?? 'neutral'}>{text(`ideas.status.${status}`)}</Badge>
}

export const nameOf = (face: Face) => `${face.givenName} ${face.familyName}`
export const pictureOf = (face: Face) => (face.photoFileId ? fileUrl(face.photoFileId, 'w320') : null)

export const addressOf = (programmeId: string) => `/programmes/${programmeId}/idees`

/** From one side of the backlog to another. */
export function IdeasTabs({
  programmeId,
  current,
}: {
  programmeId: string
  current: 'list' | 'value' | 'rounds'
}) {
  const text = useText()
  const base = addressOf(programmeId)
  const tabs = [
    ['list', base],
    ['value', `${base}?vue=valeur`],
    ['rounds', `${base}/tours`],
  ] as const
  return (
    <Tabs label={text('ideas.tabs.label')}>
      {tabs.map(([key, to]) => (
        <Link key={key} to={to} className="tab" aria-current={key === current ? 'page' : undefined}>
          {text(`ideas.tabs.${key}`)}
        </Link>
      ))}
    </Tabs>
  )
}

/** One press a vote: how many of mine are there is read between the two buttons. */
export function VoteControl({ idea, voting }: { idea: Pick<IdeaCard, 'id' | 'title'>; voting: Voting }) {
  const text = useText()
  const mine = voting.on(idea.id)
  const full = mine >= voting.most || voting.left === 0
  return (
    <div className="idv" role="group" aria-label={text('ideas.vote.label', { title: idea.title })}>
      <IconButton
        icon={Minus}
        kind="line"
        label={text('ideas.vote.less', { title: idea.title })}
        aria-disabled={mine === 0}
        onClick={() => mine > 0 && voting.set(idea.id, mine - 1)}
      />
      <output className="idv__n num" aria-live="polite">
        {mine}
        <span className="vh"> {text('ideas.vote.given', { count: mine })}</span>
      </output>
      <IconButton
        icon={Plus}
        kind={mine > 0 ? 'primary' : 'line'}
        label={text('ideas.vote.more', { title: idea.title })}
        aria-disabled={full}
        onClick={() => !full && voting.set(idea.id, mine + 1)}
      />
    </div>
  )
}

export function IdeaRow({
  programmeId,
  idea,
  voting,
}: {
  programmeId: string
  idea: IdeaCard
  voting: Voting | null
}) {
  const text = useText()
  const format = useFormat()
  const facts = [
    idea.author ? nameOf(idea.author) : text('ideas.gone'),
    format.agoShort(idea.createdAt),
    ...(idea.mergedCount > 0 ? [text('ideas.mergedCount', { count: idea.mergedCount })] : []),
    ...(idea.rating ? [text('ideas.rated', { value: idea.rating.value, effort: idea.rating.effort })] : []),
    ...(idea.votes !== null ? [text('ideas.votesLast', { count: idea.votes })] : []),
    ...(idea.ballot?.total != null ? [text('ideas.votesNow', { count: idea.ballot.total })] : []),
  ]
  return (
    <li className="idr">
      <div className="idr__t">
        <Link className="idr__a b" to={`${addressOf(programmeId)}/${idea.id}`}>
          {idea.title}
        </Link>
        <p className="sm ink2">{facts.join(' · ')}</p>
      </div>
      <div className="idr__e">
        <StatusBadge status={idea.status} />
        {voting && idea.ballot && <VoteControl idea={idea} voting={voting} />}
      </div>
    </li>
  )
}

/** The next page of a list, at a press. */
export function More({
  query,
}: {
  query: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown }
}) {
  const text = useText()
  if (!query.hasNextPage) return null
  return (
    <Button kind="line" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
      {text('platform.more')}
    </Button>
  )
}

export function useChoiceWords(): ComboboxWords {
  const text = useText()
  return {
    loading: text('platform.loading'),
    nothing: text('ideas.choice.nothing'),
    failed: text('platform.unreachable.title'),
    results: (count) => text('ideas.choice.found', { count }),
    remove: (label) => text('ideas.choice.remove', { label }),
  }
}

/** "le 12 décembre 2026 à 18 h" */
export function useRoundEnd() {
  const text = useText()
  const format = useFormat()
  return (closesOn: string) => text('ideas.round.end', { day: format.day(`${closesOn}T12:00:00Z`) })
}
