import type { ReactNode } from 'react'
import { nameOf } from '#features/reactions/web/public/face.ts'
import { useText } from '#platform/web/i18n.ts'
import { Link } from '#platform/web/router.tsx'
import type { Agenda, Committee } from '../contract.ts'
import { mostMissing } from '../rules/mix.ts'
import { useDayWords } from './day-words.ts'
import { useOverlayName } from './month-grid.tsx'

/** What the committee talks about: read from what happened, not written beforehand. */
export function CommitteeAgenda({ committee }: { committee: Committee }) {
  const text = useText()
  const { short, brief } = useDayWords()
  const nameOfOverlay = useOverlayName()
  const { agenda, spaceId } = committee
  const [mix] = agenda.mixes
  const missing = mix ? mostMissing(mix.parts) : null
  return (
    <section className="stack stack-6" aria-labelledby="agenda-title">
      <div>
        <h2 className="h2" id="agenda-title">
          {text('editorial.committee.agenda')}
        </h2>
        <p className="sm mut">
          {text('editorial.committee.since', { from: short(agenda.from), count: agenda.published })}
        </p>
      </div>
      <Posts
        title={text('editorial.committee.worked')}
        none={text('editorial.committee.worked_none')}
        posts={agenda.worked}
      />
      <Posts
        title={text('editorial.committee.unanswered')}
        none={text('editorial.committee.unanswered_none')}
        posts={agenda.unanswered}
      />
      <Point title={text('editorial.committee.gaps')} none={text('editorial.committee.gaps_none')}>
        {agenda.gaps.map((gap) => (
          <li key={gap.monday} className="row sb g2">
            <Link className="link" to={`/communautes/${spaceId}/calendrier?vue=week&jour=${gap.monday}`}>
              {text('editorial.committee.gap', {
                day: short(gap.monday),
                planned: gap.planned,
                wanted: gap.wanted,
              })}
            </Link>
          </li>
        ))}
      </Point>
      <Point title={text('editorial.committee.ideas')} none={text('editorial.committee.ideas_none')}>
        {agenda.ideas.map((idea) => (
          <li key={idea.slotId} className="row">
            <Link className="link" to={`/communautes/${spaceId}/calendrier/${idea.slotId}`}>
              {idea.title}
            </Link>
          </li>
        ))}
      </Point>
      <Point title={text('editorial.committee.season')} none={text('editorial.committee.season_none')}>
        {agenda.season.map((one) => (
          <li key={`${one.kind} ${one.zone} ${one.name} ${one.firstDay}`} className="row sb g2 wrap">
            <span>{nameOfOverlay(one)}</span>
            <span className="sm mut">
              {one.firstDay === one.lastDay
                ? brief(one.firstDay)
                : text('editorial.overlay.period', { from: brief(one.firstDay), to: brief(one.lastDay) })}
            </span>
          </li>
        ))}
      </Point>
      {missing && (
        <p>
          {text('editorial.side.mix_missing', {
            kind: text(`posts.kind.${missing.kind}`),
            share: missing.share,
            wanted: missing.wanted,
          })}
        </p>
      )}
      {agenda.open.length > 0 && (
        <Point title={text('editorial.committee.open_tasks')} none="">
          {agenda.open.map((task) => (
            <li key={task.id} className="row sb g2 wrap">
              <span>{task.text}</span>
              <span className="sm mut">
                {[task.owner && nameOf(task.owner), task.dueOn && brief(task.dueOn)]
                  .filter(Boolean)
                  .join(', ')}
              </span>
            </li>
          ))}
        </Point>
      )}
    </section>
  )
}

function Posts({ title, none, posts }: { title: string; none: string; posts: Agenda['worked'] }) {
  const text = useText()
  return (
    <Point title={title} none={none}>
      {posts.map((post) => (
        <li key={post.postId} className="row sb g2">
          <Link className="link" to={`/publications/${post.postId}`}>
            {post.title}
          </Link>
          {post.people > 0 && (
            <span className="sm mut nw">{text('editorial.committee.people', { count: post.people })}</span>
          )}
        </li>
      ))}
    </Point>
  )
}

function Point({ title, none, children }: { title: string; none: string; children: ReactNode[] }) {
  return (
    <div className="stack stack-1">
      <h3 className="h4">{title}</h3>
      {children.length > 0 ? <ul className="list">{children}</ul> : <p className="sm mut">{none}</p>}
    </div>
  )
}
