import pg from 'pg'

export interface Size {
  members: number
  spaces: number
  posts: number
}

export const LARGE: Size = { members: 230_000, spaces: 2000, posts: 2_000_000 }
export const SMALL: Size = { members: 2000, spaces: 200, posts: 200_000 }

export interface Data {
  readerId: string
  /** The space where everybody sits. */
  everybodyId: string
  authorId: string
}

/** Ids that say what they are: kind and number. */
export const ID = (kind: string, number: string) =>
  `('${kind}0000-0000-7000-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`

/** Deterministic: the same rows at every run, written by the database itself. Reader 1 sits in 40 spaces. */
export async function fill(url: string, size: Size): Promise<Data> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(`set synchronous_commit = off; set maintenance_work_mem = '512MB'`)
  const indexes = await dropIndexes(client)
  await withoutForeignKeys(client, statements(size))
  for (const text of indexes) await client.query(text)
  // As autovacuum leaves a table that has stopped growing: index pages alone then answer which posts are the newest.
  await client.query('vacuum (analyze)')
  const { rows } = await client.query<{ reader: string; space: string; author: string }>(
    `select ${ID('aaaa', '1')} as reader, ${ID('bbbb', '1')} as space, ${ID('aaaa', '2')} as author`,
  )
  await client.query('checkpoint').catch(() => {})
  await client.end()
  const row = rows[0]
  if (!row) throw new Error('no data')
  return { readerId: row.reader, everybodyId: row.space, authorId: row.author }
}

/** Foreign keys of the large tables are looked at once, all rows together, when those are in. */
export async function withoutForeignKeys(client: pg.Client, texts: string[]): Promise<void> {
  const { rows } = await client.query<{ table: string; name: string; definition: string }>(
    `
    select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as definition from pg_constraint
    where contype = 'f' and connamespace = 'public'::regnamespace and conrelid::regclass::text = any($1)`,
    [LARGE_TABLES],
  )
  for (const { table, name } of rows) await client.query(`alter table ${table} drop constraint ${name}`)
  for (const text of texts) await client.query(text)
  for (const { table, name, definition } of rows)
    await client.query(`alter table ${table} add constraint ${name} ${definition}`)
}

const LARGE_TABLES = [
  'seats',
  'posts',
  'comments',
  'reactions',
  'adoptions',
  'poll_ballots',
  'invitations',
  'reminders',
  'mails',
]

/** Secondary indexes of the large table are made after its rows. */
async function dropIndexes(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ indexname: string; indexdef: string }>(`
    select indexname, indexdef from pg_indexes where tablename = 'posts' and schemaname = 'public'
    and indexname not in (select conname from pg_constraint)`)
  for (const row of rows) await client.query(`drop index ${row.indexname}`)
  return rows.map((row) => row.indexdef)
}

function statements({ members, spaces, posts }: Size): string[] {
  const perSpace = Math.ceil(posts / spaces)
  return [
    `insert into network (name) values ('Mesure')`,
    `insert into organizations (id, name) values (${ID('cccc', '1')}, 'Mesure')`,
    `insert into members (id, organization_id, status, staff_number, given_name, family_name, job, site, school_zone, email, arrived_at)
       select ${ID('aaaa', 'n')}, ${ID('cccc', '1')}, 'active', 'M' || n, 'Prénom' || n % 997, 'Nom' || n % 4999, 'Métier ' || n % 40, 'Site ' || n % 400,
         (array['A', 'B', 'C'])[1 + n % 3], case when n % 5 < 3 then 'm' || n || '@exemple.fr' end,
         case when n % 8 < 5 then now() - (n % 480) * interval '1 day' end
       from generate_series(1, ${members}) n`,
    `insert into spaces (id, kind, openness, name, published_at)
       select ${ID('bbbb', 'n')}, 'community', case when n % 3 = 0 then 'closed' else 'open' end, 'Espace ' || n, now() from generate_series(1, ${spaces}) n`,
    `insert into communities (space_id, slug) select ${ID('bbbb', 'n')}, 'espace-' || n from generate_series(1, ${spaces}) n`,
    // Everybody in the first space; the reader in 40; the others in about ten, by arithmetic.
    `insert into seats (member_id, space_id, joined_at) select ${ID('aaaa', 'n')}, ${ID('bbbb', '1')}, now() - (n % 500) * interval '1 day' from generate_series(1, ${members}) n`,
    `insert into seats (member_id, space_id)
       select ${ID('aaaa', '1')}, ${ID('bbbb', `1 + k * ${Math.floor((spaces - 1) / 40)}`)} from generate_series(1, 39) k`,
    `insert into seats (member_id, space_id, joined_at)
       select ${ID('aaaa', 'n')}, ${ID('bbbb', `2 + (n * 7919 + k * 104729) % ${spaces - 1}`)}, now() - (n % 500 + k) * interval '1 day' from generate_series(2, ${members}) n, generate_series(1, 9) k
       on conflict do nothing`,
    `insert into posts (id, space_id, number, author_id, kind, body, body_text, published_at, comment_count, reaction_counts, reaction_total)
       select ${ID('dddd', `(s - 1) * ${perSpace} + n`)}, ${ID('bbbb', 's')}, n, ${ID('aaaa', `1 + (s * 31 + n * 17) % ${members}`)},
         case n % 5 when 0 then 'question' else 'message' end,
         jsonb_build_object('type', 'doc', 'content', jsonb_build_array(jsonb_build_object('type', 'paragraph', 'content',
           jsonb_build_array(jsonb_build_object('type', 'text', 'text', 'Publication ' || n || ' : ' || repeat('le réglage de la butée tient toute la semaine, ', 3)))))),
         'Publication ' || n || ' : ' || repeat('le réglage de la butée tient toute la semaine, ', 3),
         timestamptz '2026-11-01' - make_interval(mins => (${perSpace} - n) * 37 + s % 37), n % 9, '{"like": 3}', 3
       from generate_series(1, ${spaces}) s, generate_series(1, ${perSpace}) n`,
    `insert into space_heads (space_id, seq, posts) select ${ID('bbbb', 'n')}, ${perSpace}, ${perSpace} from generate_series(1, ${spaces}) n`,
    `insert into reactions (subject_id, subject_kind, space_id, member_id, kind)
       select id, 'post', space_id, ${ID('aaaa', '1')}, 'like' from posts where number > ${perSpace - 3} and number % 2 = 0`,
  ]
}
