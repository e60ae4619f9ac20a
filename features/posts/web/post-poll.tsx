import { useState } from 'react'
import { useFormat, useText } from '#platform/web/i18n.ts'
import { Button } from '#ui/button.tsx'
import { Poll, PollOption } from '#ui/poll-option.tsx'
import type { Poll as PollFacts, Post } from '../contract.ts'
import { usePostActs } from './use-post-acts.ts'

/** Votes at once with one choice; several choices wait for their button. */
export function PostPoll({ post, poll }: { post: Post; poll: PollFacts }) {
  const text = useText()
  const { percent, dayTime } = useFormat()
  const acts = usePostActs(post)
  const [picked, setPicked] = useState<readonly string[] | null>(null)
  const several = poll.choice === 'multiple'
  const final = poll.anonymous && poll.voted
  const mayVote = post.can.take && !poll.closed && !final
  const chosen = picked ?? poll.mine
  // An anonymous vote cannot be taken back: it is always confirmed by a button.
  const byButton = several || poll.anonymous
  const choose = (id: string) => {
    if (!byButton) return void acts.vote([id])
    const without = chosen.filter((one) => one !== id)
    setPicked(several ? (without.length < chosen.length ? without : [...chosen, id]) : [id])
  }
  const send = () => void acts.vote([...chosen]).then(() => setPicked(null))
  const shareOf = (votes: number) => (poll.voters > 0 ? votes / poll.voters : 0)
  const facts = [
    text('posts.poll.voters', { count: poll.voters }),
    poll.closed
      ? text('posts.poll.closed')
      : poll.closesAt && text('posts.poll.closes', { at: dayTime(poll.closesAt) }),
    poll.anonymous && text('posts.poll.anonymous'),
    poll.voted && mayVote && text('posts.poll.change'),
    !poll.voted && several && mayVote && text('posts.poll.several'),
  ]
  return (
    <>
      <Poll label={text(poll.voted || poll.closed ? 'posts.poll.results' : 'posts.poll.choices')}>
        {poll.options.map((option) => (
          <PollOption
            key={option.id}
            mine={chosen.includes(option.id)}
            {...(option.votes === null
              ? {}
              : { share: shareOf(option.votes) * 100, shareLabel: percent(shareOf(option.votes)) })}
            {...(mayVote ? { onChoose: () => choose(option.id) } : {})}
          >
            {option.label}
          </PollOption>
        ))}
      </Poll>
      <p className="sm mut post__n">{facts.filter(Boolean).join('. ')}.</p>
      {byButton && mayVote && picked !== null && (
        <Button
          kind="primary"
          size="s"
          {...(chosen.length === 0 ? { disabledReason: text('posts.poll.none') } : {})}
          onClick={send}
        >
          {text(poll.anonymous ? 'posts.poll.vote_final' : 'posts.poll.vote')}
        </Button>
      )}
    </>
  )
}
