import { Await } from '#platform/web/await.tsx'
import { useFormat, useText } from '#platform/web/i18n.ts'
import { Avatar } from '#ui/avatar.tsx'
import { Button } from '#ui/button.tsx'
import { SectionHead } from '#ui/section-head.tsx'
import { ListSkeleton } from '#ui/skeleton.tsx'
import type { PastTurn, Roster } from '../contract.ts'
import { DeskPanel } from './desk-panel.tsx'
import { PublishedPost } from './speaking.tsx'
import { nameOf, photoOf, useDays, usePastTurns } from './turn-data.ts'

/** The weeks gone by, in their order: what was said and what it brought. Nobody is ranked. */
export function PastTurns({ roster }: { roster: Roster }) {
  const text = useText()
  const query = usePastTurns(roster.programmeId)
  return (
    <Await query={query} skeleton={<ListSkeleton label={text('platform.loading')} />}>
      {({ pages }) => {
        const turns = pages.flatMap((page) => page.items)
        if (turns.length === 0) return null
        return (
          <section aria-labelledby="parole-past" className="stack stack-4">
            <SectionHead id="parole-past" title={text('turns.past.title')} note={text('turns.past.note')} />
            <ul className="tour__past">
              {turns.map((turn) => (
                <li key={turn.id}>
                  <ResultCard roster={roster} turn={turn} />
                </li>
              ))}
            </ul>
            {query.hasNextPage && (
              <p>
                <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                  {text('turns.past.more')}
                </Button>
              </p>
            )}
          </section>
        )
      }}
    </Await>
  )
}

const FIGURES = ['views', 'likes', 'replies', 'clicks'] as const

function ResultCard({ roster, turn }: { roster: Roster; turn: PastTurn }) {
  const text = useText()
  const format = useFormat()
  const days = useDays()
  const { holder, result } = turn
  if (!holder) return null
  const figures = FIGURES.flatMap((name) => {
    const value = result[name]
    return value === null ? [] : [{ name, value }]
  })
  return (
    <article
      className="tour__result stack stack-3"
      aria-label={text('turns.past.card', { name: holder.givenName, day: days.long(turn.startsOn) })}
    >
      <div className="row g3">
        <Avatar name={nameOf(holder)} src={photoOf(holder)} size={48} sign="ambassador" />
        <div>
          <h3 className="h4">{turn.mine ? text('turns.you') : nameOf(holder)}</h3>
          <p className="sm mut">
            {text('turns.now.days', { from: days.short(turn.startsOn), to: days.short(turn.endsOn) })}
          </p>
        </div>
      </div>
      <p>{text('turns.past.posts', { count: result.posts })}</p>
      {result.words && <p className="ink2">{result.words}</p>}
      {figures.length > 0 && (
        <ul className="row g4 wrap sm ink2">
          {figures.map(({ name, value }) => (
            <li key={name}>{text(`turns.figures.${name}`, { count: value, value: format.number(value) })}</li>
          ))}
        </ul>
      )}
      {result.told && <p className="xs mut">{text('turns.past.told', { name: holder.givenName })}</p>}
      {turn.posts.slice(0, 1).map((post) => (
        <PublishedPost key={post.id} post={post} />
      ))}
      {turn.mine && (
        <details className="tour__more">
          <summary>{text('turns.past.mine')}</summary>
          <DeskPanel roster={roster} turnId={turn.id} />
        </details>
      )}
    </article>
  )
}
