// The limit for pages and posts: a bare Fastify route on the same kind of pool, hand-written SQL, no session, policy or schema.
import Fastify from 'fastify'
import pg from 'pg'

const [, , url = '', readerId = ''] = process.argv
const asTime = (value: string) => `${value.slice(0, 10)}T${value.slice(11).replace(/\+00$/, 'Z')}`
const pool = new pg.Pool({
  connectionString: url,
  max: 8,
  options: '-c timezone=UTC -c plan_cache_mode=force_generic_plan',
  types: {
    getTypeParser: ((oid: number, format?: 'text') =>
      oid === pg.types.builtins.TIMESTAMPTZ
        ? asTime
        : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
  },
})

const FEED = {
  name: 'feed',
  text: `
    with page as materialized (
      select p.id, p.published_at from seats own cross join lateral (
        select id, published_at from posts where space_id = own.space_id and withdrawn_at is null and hidden_at is null
        order by published_at desc, id desc limit 21) p
      where own.member_id = $1 order by p.published_at desc, p.id desc limit 21)
    select p.*, s.name as space_name, m.id as m_id, m.given_name, m.family_name, m.gender, m.job, m.site, m.photo_file_id,
      a.role as author_role, r.kind as mine, saved.post_id is not null as saved
    from page join posts p on p.id = page.id join spaces s on s.id = p.space_id left join members m on m.id = p.author_id
      left join seats a on a.member_id = p.author_id and a.space_id = p.space_id
      left join reactions r on r.subject_id = p.id and r.member_id = $1
      left join saved_posts saved on saved.post_id = p.id and saved.member_id = $1
    order by page.published_at desc, page.id desc`,
  values: [readerId],
}

interface Row extends pg.QueryResultRow {
  [column: string]: unknown
  id: string
  kind: string
  published_at: string
  reaction_counts: Record<string, number>
}

const toPost = (row: Row) => ({
  id: row.id,
  spaceId: row.space_id,
  spaceName: row.space_name,
  number: row.number,
  kind: row.kind,
  title: row.title,
  body: row.body,
  author: {
    id: row.m_id,
    givenName: row.given_name,
    familyName: row.family_name,
    gender: row.gender,
    job: row.job,
    site: row.site,
    photoFileId: row.photo_file_id,
    role: row.author_role,
  },
  publishedAt: row.published_at,
  editedAt: row.edited_at,
  pinned: row.pinned_at !== null,
  commentsClosed: row.comments_closed_at !== null,
  hidden: row.hidden_at !== null,
  commentCount: row.comment_count,
  reactions: { like: 0, bravo: 0, useful: 0, thanks: 0, same: 0, ...row.reaction_counts },
  reactionTotal: row.reaction_total,
  adoptionCount: row.adoption_count,
  myReaction: row.mine,
  saved: row.saved,
  adopted: false,
  acceptedCommentId: null,
  practice: null,
  poll: null,
  recipients: [],
  attachments: [],
  answer: null,
  shared: null,
  can: {
    take: true,
    comment: true,
    revise: false,
    withdraw: false,
    pin: false,
    closeComments: false,
    accept: false,
    moderate: false,
  },
})

const fastify = Fastify({ logger: false })

fastify.get('/feed', async (_request, reply) => {
  const { rows } = await pool.query<Row>(FEED)
  const last = rows[19]
  const next =
    rows.length > 20 && last
      ? Buffer.from(JSON.stringify([last.published_at, last.id])).toString('base64url')
      : null
  return reply.type('application/json').send(JSON.stringify({ items: rows.slice(0, 20).map(toPost), next }))
})

interface Publish {
  id: string
  spaceId: string
  authorId: string
  body: unknown
  text: string
}

/** The same rows as ours writes: the post, its number, its event. */
fastify.put<{ Body: Publish }>('/publish', async (request) => {
  const { id, spaceId, authorId, body, text } = request.body
  const client = await pool.connect()
  try {
    await client.query('begin')
    const head = await client.query<{ posts: number; seq: string }>({
      name: 'head',
      text: 'update space_heads set posts = posts + 1, seq = seq + 1 where space_id = $1 returning posts, seq',
      values: [spaceId],
    })
    await client.query({
      name: 'post',
      text: `insert into posts (id, space_id, number, author_id, kind, body, body_text) values ($1, $2, $3, $4, 'message', $5, $6)`,
      values: [id, spaceId, head.rows[0]?.posts, authorId, JSON.stringify(body), text],
    })
    await client.query({
      name: 'event',
      text: `insert into events (space_id, seq, kind, actor_id, payload) values ($1, $2, 'post.published', $3, $4)`,
      values: [spaceId, head.rows[0]?.seq, authorId, JSON.stringify({ postId: id })],
    })
    await client.query('commit')
  } finally {
    client.release()
  }
  return { id }
})

const address = await fastify.listen({ port: 0, host: '127.0.0.1' })
process.stdout.write(`${address}\n`)
