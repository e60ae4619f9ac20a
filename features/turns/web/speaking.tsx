import { ExternalLink, Eye, Heart, MessageCircle } from 'lucide-react'
import { useFormat, useText } from '#platform/web/i18n.ts'
import { fileUrl } from '#platform/web/call.ts'
import { Avatar } from '#ui/avatar.tsx'
import type { Roster, Turn, TurnPost } from '../contract.ts'
import { nameOf, photoOf, useDays } from './turn-data.ts'

/** Who holds the voice, and what was said with it so far. */
export function Speaking({ roster, turn }: { roster: Roster; turn: Turn }) {
  const text = useText()
  const days = useDays()
  const { holder } = turn
  if (!holder) return null
  const [latest] = roster.published
  return (
    <section className="tour__now" aria-label={text('turns.now.label')}>
      <div className="tour__voice">
        <Avatar name={nameOf(holder)} src={photoOf(holder)} size={112} sign="ambassador" />
        <h2 className="h3">{nameOf(holder)}</h2>
        <p className="ink2">{[holder.job, holder.site].filter(Boolean).join(', ')}</p>
        <p className="sm mut">
          {text('turns.now.days', { from: days.short(turn.startsOn), to: days.short(turn.endsOn) })}
        </p>
        <ul className="tour__voices sm">
          {roster.voices.map((voice) => (
            <li key={voice.id}>
              {voice.accountUrl ? (
                <a href={voice.accountUrl} target="_blank" rel="noreferrer" className="link">
                  {voice.name}
                </a>
              ) : (
                voice.name
              )}
            </li>
          ))}
        </ul>
      </div>
      {latest ? (
        <PublishedPost post={latest} large />
      ) : (
        <p className="tour__quiet ink2">{text('turns.now.nothing', { name: holder.givenName })}</p>
      )}
    </section>
  )
}

/** As anybody may read it on the network. */
export function PublishedPost({ post, large = false }: { post: TurnPost; large?: boolean }) {
  const text = useText()
  const format = useFormat()
  return (
    <article className={large ? 'tour__post tour__post--l' : 'tour__post'}>
      {post.fileId && <img src={fileUrl(post.fileId, 'w640')} alt={post.alt} loading="lazy" />}
      <div className="tour__post-in">
        <p className="sm mut">
          {post.voice.name}
          {post.publishedAt && ` · ${format.dayTime(post.publishedAt)}`}
        </p>
        <p className={large ? 'tour__said' : undefined}>{post.text}</p>
        <PostFigures post={post} />
        {post.url && (
          <p>
            <a className="more" href={post.url} target="_blank" rel="noreferrer">
              {text('turns.post.see')}
              <ExternalLink className="i i--s" aria-hidden />
            </a>
          </p>
        )}
      </div>
    </article>
  )
}

function PostFigures({ post }: { post: TurnPost }) {
  const text = useText()
  const format = useFormat()
  const figures = [
    { key: 'views', icon: Eye, value: post.views },
    { key: 'likes', icon: Heart, value: post.likes },
    { key: 'replies', icon: MessageCircle, value: post.replies },
  ].filter((one): one is typeof one & { value: number } => one.value !== null)
  if (figures.length === 0) return null
  return (
    <ul className="row g4 wrap sm ink2">
      {figures.map(({ key, icon: Icon, value }) => (
        <li key={key} className="row g1">
          <Icon className="i i--s" aria-hidden />
          <span>{text(`turns.figures.${key}`, { count: value, value: format.number(value) })}</span>
        </li>
      ))}
    </ul>
  )
}
