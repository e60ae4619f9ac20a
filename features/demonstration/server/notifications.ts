import { mentionsIn } from '#platform/contract/rich-text.ts'
import { sql, type Trx } from '#platform/server/db.ts'
import { requests } from '../content/wishes.ts'
import { uuid7 } from '../rules/random.ts'
import type { StoryComment, StoryPost } from '../rules/stage.ts'
import type { DemoPerson } from '../rules/workforce.ts'
import type { Cast } from './cast.ts'
import { insertRows, type Row } from './rows.ts'
import type { Talk } from './talk.ts'
import { requestedAt } from './wishes.ts'

const DAYS = 45
const DAY_MS = 86_400_000
const AN_HOUR = 3_600_000

type Word = {
  kind: string
  to: DemoPerson
  by: DemoPerson | null
  post: StoryPost | null
  comment?: StoryComment
  at: Date
  details?: object
}

/** The same reasons, in the same order, as when things happen live: nobody is told twice of one act, nor of their own. */
export async function insertNotifications(trx: Trx, cast: Cast, talk: Talk): Promise<void> {
  const since = new Date(cast.now.getTime() - DAYS * DAY_MS)
  const byId = new Map(cast.story.people.map((person) => [cast.memberId(person), person]))
  const words = talk.posts.flatMap((post) => [
    ...kudosOf(post),
    ...post.comments.filter((one) => !talk.hidden(one)).flatMap((one) => wordsAbout(post, one, talk, byId)),
  ])
  const recent = words.filter(({ at }) => at > since)
  await insertRows(
    trx,
    'notifications',
    recent.map((word, index) => row(cast, word, `${index}`)),
  )
  await insertRows(trx, 'notifications', requestRows(cast))
  await markTheSeen(trx, cast)
}

const kudosOf = (post: StoryPost): Word[] =>
  post.body.kind === 'kudos' ? [{ kind: 'kudos', to: post.body.to, by: post.author, post, at: post.at }] : []

function wordsAbout(
  post: StoryPost,
  comment: StoryComment,
  talk: Talk,
  byId: Map<string, DemoPerson>,
): Word[] {
  const parent = post.comments.find((one) => one.id === comment.parent)
  const named = mentionsIn(talk.words(comment)).map(({ id }) => byId.get(id))
  const reasons = [
    ...named.map((to) => ['mention', to] as const),
    ['reply', parent?.author] as const,
    ['comment', post.author] as const,
  ]
  const told = new Set<DemoPerson>([comment.author])
  const words = reasons.flatMap(([kind, to]): Word[] => {
    if (!to || told.has(to)) return []
    told.add(to)
    return [{ kind, to, by: comment.author, post, comment, at: comment.at }]
  })
  const kept = comment.accepted && comment.author !== post.author
  return kept
    ? [
        ...words,
        { kind: 'answer_accepted', to: comment.author, by: post.author, post, comment, at: comment.at },
      ]
    : words
}

function row(cast: Cast, { kind, to, by, post, comment, at, details = {} }: Word, label: string): Row {
  return {
    id: uuid7(`${cast.seed}/notification/${kind}/${label}`, at),
    member_id: cast.memberId(to),
    kind,
    space_id: post ? cast.spaceId(post.space) : null,
    post_id: post?.id ?? null,
    comment_id: comment?.id ?? null,
    actor_id: by ? cast.memberId(by) : null,
    details,
    created_at: at,
  }
}

/** Those who animate a closed group hear of whoever knocks. */
const requestRows = (cast: Cast): Row[] =>
  requests.flatMap((request) =>
    (['nadia', 'thomas'] as const).map((slug) => ({
      ...row(
        cast,
        {
          kind: 'request',
          to: cast.bySlug(slug),
          by: cast.bySlug(request.by),
          post: null,
          at: requestedAt(cast, request),
          details: { outcome: 'asked', note: request.note },
        },
        `${request.by}/${slug}`,
      ),
      space_id: cast.spaceId(request.space),
    })),
  )

/** Read an hour after they came, by those who have looked at that space since. */
const markTheSeen = (trx: Trx, cast: Cast) =>
  trx.run(sql`
    update notifications n set read_at = least(n.created_at + ${AN_HOUR} * interval '1 millisecond', ${cast.now})
    from posts p join read_marks mark on mark.space_id = p.space_id
    where p.id = n.post_id and mark.member_id = n.member_id
      and n.created_at < (select max(seen.published_at) from posts seen where seen.space_id = p.space_id and seen.number <= mark.posts)`)
