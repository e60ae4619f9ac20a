import type { Actor } from '#platform/server/actor.ts'
import { type Db, empty, sql, type Sql } from '#platform/server/db.ts'
import { notFound } from '#platform/server/errors.ts'
import { readable, visible } from '#features/spaces/server/policy.ts'
import type { MyRequest, Person, Preview, PreviewChoice } from '../../contract.ts'
import { doorOffers } from '../../rules/door.ts'
import { isLaunched } from '../../rules/stages.ts'
import { doorColumns, type DoorRow, FULL, toDoor } from '../policy.ts'
import { withDefaults } from './communities.ts'
import { myRequestJson, personColumns, stillTrue } from './people.ts'

interface PreviewRow {
  id: string
  slug: string
  name: string
  description: string
  vision: string
  valueProposition: string
  communityKind: Preview['kind']
  entry: Preview['entry']
  stage: NonNullable<DoorRow['stage']>
  coverFileId: string | null
  videoFileId: string | null
  preview: Partial<PreviewChoice>
  shared: boolean
  full: boolean
}

/** Pictures and video, to those who may download them. */
const shownFile = (actor: Actor | null, column: Sql): Sql => {
  const isPublic = sql`exists (select 1 from files f where f.id = ${column} and f.use = 'public')`
  return sql`case when ${isPublic} ${actor ? sql`or ${readable(actor)}` : empty} then ${column} end`
}

const previewRow = (actor: Actor | null, slug: string): Sql => sql`
  select s.id, c.slug, s.name, s.description, c.vision, c.value_proposition as "valueProposition", c.kind as "communityKind",
    case when s.openness = 'open' and s.published_at is not null then 'open' else c.entry end as entry, c.stage, c.preview,
    ${shownFile(actor, sql`s.cover_file_id`)} as "coverFileId", ${shownFile(actor, sql`c.preview_video_file_id`)} as "videoFileId",
    c.preview_published as shared, coalesce(${FULL}, false) as "full"
  from communities c join spaces s on s.id = c.space_id
  where c.slug = ${slug} and s.archived_at is null and (c.preview_published ${actor ? sql`or ${visible(actor)}` : empty})`

export async function findPreview(db: Db, actor: Actor | null, slug: string): Promise<Preview> {
  const row = await db.row<PreviewRow>(previewRow(actor, slug))
  if (!row) throw notFound('community.not_found')
  const choice = withDefaults(row.preview)
  const { communityKind, stage, preview: _choice, ...shown } = row
  return {
    ...shown,
    kind: communityKind,
    launched: isLaunched(stage),
    behind: await peopleBehind(db, actor, row.id, choice.behind),
    facts: await factsOf(db, row.id, choice),
    posts: choice.showPosts ? await chosenPosts(db, row.id) : [],
    signedIn: actor !== null,
    ...(await standingAt(db, actor, row.id)),
  }
}

/** Portraits belong to the house: visitors read names, and see initials. */
async function peopleBehind(
  db: Db,
  actor: Actor | null,
  spaceId: string,
  ids: string[],
): Promise<Preview['behind']> {
  const people = await db.rows<Person>(sql`
    select ${personColumns} from seats seat join members m on m.id = seat.member_id
    where seat.space_id = ${spaceId} and m.id = any(${ids}::uuid[]) and m.status <> 'closed' order by array_position(${ids}::uuid[], m.id)`)
  const inside = actor !== null && !actor.outside
  return people.map(({ id: _id, ...person }) => ({
    ...person,
    photoFileId: inside ? person.photoFileId : null,
  }))
}

async function factsOf(db: Db, spaceId: string, choice: PreviewChoice): Promise<Preview['facts']> {
  const row = await db.row<{ threshold: number } & Record<PreviewChoice['facts'][number], number>>(sql`
    select n.threshold,
      (select count(*)::int from seats seat join members m on m.id = seat.member_id and m.status <> 'closed' where seat.space_id = ${spaceId}) as members,
      (select count(*)::int from spaces g where g.parent_id = ${spaceId} and g.openness <> 'secret' and g.archived_at is null) as groups,
      (select count(*)::int from posts p where p.space_id = ${spaceId} and p.withdrawn_at is null and p.hidden_at is null) as posts,
      (select count(*)::int from posts p where p.space_id = ${spaceId} and p.kind = 'practice' and p.withdrawn_at is null and p.hidden_at is null) as practices
    from network n`)
  if (!row) return []
  return choice.facts
    .map((fact) => ({ fact, count: row[fact] }))
    .filter(({ count }) => count >= row.threshold)
}

/** What helped most these last months; shown only by choice of the community. */
const chosenPosts = (db: Db, spaceId: string): Promise<Preview['posts']> =>
  db.rows<Preview['posts'][number]>(sql`
    select p.kind, p.title, left(p.body_text, 180) as excerpt, coalesce(m.given_name, '') as "givenName", coalesce(m.job, '') as job,
      p.published_at as "publishedAt"
    from posts p left join members m on m.id = p.author_id and m.status <> 'closed'
    where p.space_id = ${spaceId} and p.kind in ('practice', 'question', 'idea') and p.withdrawn_at is null and p.hidden_at is null
      and p.published_at > now() - interval '120 days'
    order by p.adoption_count * 3 + p.reaction_total desc, p.published_at desc limit 3`)

async function standingAt(db: Db, actor: Actor | null, spaceId: string) {
  if (!actor) return { seated: false, request: null, can: { join: false, ask: false } }
  const row = await db.row<DoorRow & { request: MyRequest | null }>(sql`
    select ${doorColumns(actor)}, ${myRequestJson(actor.id)} as request
    from spaces s join communities c on c.space_id = s.id
    left join seats own on own.space_id = s.id and own.member_id = ${actor.id} where s.id = ${spaceId}`)
  if (!row) throw notFound('community.not_found')
  return { seated: row.own !== null, request: stillTrue(row.request), can: doorOffers(toDoor(row, actor)) }
}
