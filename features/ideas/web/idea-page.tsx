import { useState } from 'react'
import { Await } from '#platform/web/await.tsx'
import { useFormat, useText } from '#platform/web/i18n.ts'
import { Link, useParam } from '#platform/web/router.tsx'
import { Avatar } from '#ui/avatar.tsx'
import { Banner } from '#ui/banner.tsx'
import { Button } from '#ui/button.tsx'
import { PageHead } from '#ui/page-head.tsx'
import { SectionHead } from '#ui/section-head.tsx'
import type { Idea } from '../contract.ts'
import { AnswerDialog } from './answer-dialog.tsx'
import { addressOf, nameOf, pictureOf, StatusBadge, VoteControl } from './idea-parts.tsx'
import { useBoard, useIdea, useVoting } from './ideas-data.ts'
import { MergeDialog } from './merge-dialog.tsx'
import { RateDialog } from './rate-dialog.tsx'
import { ThanksButton } from './thanks-button.tsx'
import { WriteDialog } from './write-dialog.tsx'

/** One idea: whose it is, what became of it and why. */
export function IdeaPage() {
  const query = useIdea(useParam('ideaId'))
  return <Await query={query}>{(idea) => <OneIdea key={idea.id} idea={idea} />}</Await>
}

function OneIdea({ idea }: { idea: Idea }) {
  const text = useText()
  const format = useFormat()
  const author = idea.author ? nameOf(idea.author) : text('ideas.gone')
  return (
    <>
      <PageHead
        eyebrow={
          <Link className="link" to={addressOf(idea.programmeId)}>
            {text('ideas.page')}
          </Link>
        }
        title={idea.title}
        lead={text('ideas.one.by', { name: author, day: format.day(idea.createdAt) })}
        actions={<StatusBadge status={idea.status} />}
      />
      <div className="ido">
        <div className="stack stack-8">
          {idea.mergedInto && (
            <Banner kind="info">
              {text('ideas.one.mergedInto')}{' '}
              <Link className="link" to={`${addressOf(idea.programmeId)}/${idea.mergedInto.id}`}>
                {idea.mergedInto.title}
              </Link>
            </Banner>
          )}
          <Said idea={idea} />
          <Story idea={idea} />
          <Merged idea={idea} />
        </div>
        <div className="stack stack-6 ido__side">
          <MyVotes idea={idea} />
          <RatingPanel idea={idea} />
          <Results idea={idea} />
          <Acts idea={idea} />
        </div>
      </div>
    </>
  )
}

function Said({ idea }: { idea: Idea }) {
  const text = useText()
  const said = idea.words || idea.post?.excerpt
  return (
    <section className="stack stack-3" aria-label={text('ideas.one.said')}>
      {said ? (
        <p className="ido__w">{said}</p>
      ) : (
        <p className="ink2">{text(idea.fromPost ? 'ideas.one.postGone' : 'ideas.one.noWords')}</p>
      )}
      {idea.change && (
        <p className="ido__w">
          <span className="b">{text('ideas.one.change')}</span> {idea.change}
        </p>
      )}
      {idea.post && (
        <p>
          <Link className="more" to={`/publications/${idea.post.id}`}>
            {text('ideas.one.post')}
          </Link>
        </p>
      )}
    </section>
  )
}

/** Each change with its day, its author and its why; the latest first. */
function Story({ idea }: { idea: Idea }) {
  const text = useText()
  const format = useFormat()
  const steps = idea.steps.toReversed()
  return (
    <section className="stack stack-3">
      <SectionHead title={text('ideas.one.story')} />
      {steps.length === 0 && <p className="ink2">{text('ideas.one.waiting')}</p>}
      <ol className="ido__s">
        {steps.map((step) => (
          <li key={step.at}>
            <p className="row g2 wrap">
              <StatusBadge status={step.to} />
              <span className="sm ink2">
                {text('ideas.one.step', {
                  day: format.day(step.at),
                  name: step.by ? nameOf(step.by) : text('ideas.gone'),
                })}
              </span>
            </p>
            <p className="ido__w">{step.why}</p>
          </li>
        ))}
        <li>
          <p className="sm ink2">{text('ideas.one.born', { day: format.day(idea.createdAt) })}</p>
        </li>
      </ol>
    </section>
  )
}

function Merged({ idea }: { idea: Idea }) {
  const text = useText()
  if (idea.merged.length === 0) return null
  return (
    <section className="stack stack-3">
      <SectionHead title={text('ideas.one.merged', { count: idea.merged.length })} />
      <ul className="list">
        {idea.merged.map((one) => (
          <li key={one.id} className="idr">
            <div className="idr__t">
              <Link className="idr__a b" to={`${addressOf(idea.programmeId)}/${one.id}`}>
                {one.title}
              </Link>
              <p className="sm ink2">{one.author ? nameOf(one.author) : text('ideas.gone')}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

function MyVotes({ idea }: { idea: Idea }) {
  const text = useText()
  const board = useBoard(idea.programmeId)
  const voting = useVoting(idea.programmeId, board.data?.round ?? null)
  if (!voting || !idea.can.vote) return null
  return (
    <section className="panel stack stack-3" aria-label={text('ideas.vote.title')}>
      <h2 className="h4">{text('ideas.vote.title')}</h2>
      <VoteControl idea={idea} voting={voting} />
      <p className="sm" role="status">
        {voting.left > 0 ? text('ideas.vote.left', { count: voting.left }) : text('ideas.vote.allGiven')}
      </p>
      <p className="xs mut">{text('ideas.vote.secret')}</p>
    </section>
  )
}

function RatingPanel({ idea }: { idea: Idea }) {
  const text = useText()
  const format = useFormat()
  const [rating, setRating] = useState(false)
  if (!idea.rating && !idea.can.rate) return null
  return (
    <section className="panel stack stack-3" aria-label={text('ideas.rate.title')}>
      <h2 className="h4">{text('ideas.rate.title')}</h2>
      {idea.rating ? (
        <>
          <p className="b">
            {text('ideas.rate.says', { value: idea.rating.value, effort: idea.rating.effort })}
          </p>
          {idea.rating.words && <p className="ido__w">{idea.rating.words}</p>}
          {idea.ratedAt && (
            <p className="sm ink2">
              {text('ideas.one.step', {
                day: format.day(idea.ratedAt),
                name: idea.ratedBy ? nameOf(idea.ratedBy) : text('ideas.gone'),
              })}
            </p>
          )}
        </>
      ) : (
        <p className="ink2">{text('ideas.rate.none')}</p>
      )}
      {idea.can.rate && (
        <div>
          <Button onClick={() => setRating(true)}>
            {text(idea.rating ? 'ideas.rate.again' : 'ideas.rate.say')}
          </Button>
        </div>
      )}
      {rating && <RateDialog idea={idea} onClose={() => setRating(false)} />}
    </section>
  )
}

function Results({ idea }: { idea: Idea }) {
  const text = useText()
  if (idea.results.length === 0) return null
  return (
    <section className="panel stack stack-3" aria-label={text('ideas.one.results')}>
      <h2 className="h4">{text('ideas.one.results')}</h2>
      <ul className="stack stack-2">
        {idea.results.map((one) => (
          <li key={one.roundId}>
            <Link className="link" to={`${addressOf(idea.programmeId)}/tours/${one.roundId}`}>
              {one.name}
            </Link>
            <p className="sm ink2">
              {one.votes === null
                ? text('ideas.round.silent')
                : text('ideas.one.result', { count: one.votes, rank: one.rank })}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Acts({ idea }: { idea: Idea }) {
  const text = useText()
  const [opened, setOpened] = useState<'answer' | 'merge' | 'edit' | null>(null)
  const close = () => setOpened(null)
  const { can } = idea
  return (
    <>
      {(can.answer || can.revise) && (
        <section className="panel stack stack-3" aria-label={text('ideas.one.acts')}>
          <h2 className="h4">{text('ideas.one.acts')}</h2>
          {can.answer && (
            <>
              <Button
                kind={idea.status === 'shipped' ? 'soft' : 'accent'}
                full
                onClick={() => setOpened('answer')}
              >
                {text('ideas.answer.title')}
              </Button>
              {idea.status === 'shipped' && <ThanksButton idea={idea} />}
              <Button full onClick={() => setOpened('merge')}>
                {text('ideas.merge.title')}
              </Button>
            </>
          )}
          {can.revise && (
            <Button kind="ghost" full onClick={() => setOpened('edit')}>
              {text('ideas.write.edit')}
            </Button>
          )}
        </section>
      )}
      {idea.authors.length > 1 && (
        <section className="stack stack-2" aria-label={text('ideas.one.authors')}>
          <h2 className="h4">{text('ideas.one.authors')}</h2>
          <ul className="stack stack-2">
            {idea.authors.map((face) => (
              <li key={face.id} className="row g2">
                <Avatar name={nameOf(face)} src={pictureOf(face)} size={28} />
                {nameOf(face)}
              </li>
            ))}
          </ul>
        </section>
      )}
      {opened === 'answer' && <AnswerDialog idea={idea} onClose={close} />}
      {opened === 'merge' && <MergeDialog idea={idea} onClose={close} />}
      {opened === 'edit' && <WriteDialog programmeId={idea.programmeId} idea={idea} onClose={close} />}
    </>
  )
}
