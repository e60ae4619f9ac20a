import { v7 as uuid7 } from 'uuid'
import { sql } from '#platform/server/db.ts'
import { digest, mark, seal } from '#platform/server/seal.ts'
import { MISSION_MAKERS } from './makers/missions.ts'
import { CONTRIBUTION_MAKERS } from './makers/contributions.ts'
import { EDITORIAL_MAKERS } from './makers/editorial.ts'
import { JOURNEY_MAKERS } from './makers/journeys.ts'
import { PUBLISHING_MAKERS } from './makers/publishing.ts'
import { TURNS_MAKERS } from './makers/turns.ts'
import { IDEA_MAKERS } from './makers/ideas.ts'
import { LIBRARY_MAKERS } from './makers/library.ts'
import { PLAN_MAKERS } from './makers/plan.ts'
import { PRIVACY_MAKERS } from './makers/privacy.ts'
import { PROGRAMME_MAKERS } from './makers/programme.ts'
import { SHARING_MAKERS } from './makers/sharing.ts'
import type { Cast, Makers, Making, RoleName } from './making.ts'
import type { Person, World } from './world.ts'

/** Who walks the routes: nobody, people without a seat here, people with one, and the network's administrator. */
export async function openCast(world: World): Promise<Cast> {
  const cast: Cast = {
    outsider: world.visitor(),
    guest: await world.member('guest', { standing: 'guest' }),
    elsewhere: await world.member('elsewhere'),
    member: await world.member('member'),
    moderator: await world.member('moderator'),
    animator: await world.member('animator', { standing: 'animator' }),
    administrator: await world.member('administrator', { standing: 'administrator' }),
    ambassador: await world.member('ambassador'),
    /** The lead of the community: of the network's animators too, like the animator of the scene. */
    lead: await world.member('lead', { standing: 'animator' }),
    /** Of the ambassador, and without a seat. */
    manager: await world.member('manager'),
    expected: await world.member('expected', { status: 'expected' }),
  }
  await world.server.database.transaction((trx) =>
    trx.run(sql`update members set manager_id = ${cast.manager.id} where id = ${cast.ambassador.id}`),
  )
  return cast
}

/** A fresh closed community and whatever of it a route names: made anew for each call, so that no call spoils the next. */
export class Scene {
  readonly #world: World
  readonly #cast: Cast
  readonly #caller: RoleName
  readonly #made = new Map<string, string>()

  constructor(world: World, cast: Cast, caller: RoleName) {
    this.#world = world
    this.#cast = cast
    this.#caller = caller
  }

  /** The id (or code, or slug) of a thing, by its name in the table. */
  async find(thing: string): Promise<string> {
    const known = this.#made.get(thing)
    if (known) return known
    const make = ALL_MAKERS[thing]
    if (!make) throw new Error(`nobody knows how to make a ${thing}`)
    const id = await make({
      world: this.#world,
      cast: this.#cast,
      caller: this.#cast[this.#caller],
      find: (other) => this.find(other),
      run: async (query) => {
        await this.#world.server.database.transaction((trx) => trx.run(query))
      },
    })
    this.#made.set(thing, id)
    return id
  }
}

const SEATED = ['member', 'ambassador', 'moderator', 'animator'] as const

const DOC = '{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"Essai"}]}]}'

/** Those of a later feature stand in a file of their own, under makers/. */
const MAKERS: Makers = {
  random: async () => uuid7(),
  community: async ({ world, cast }) => {
    const space = await world.community(cast.lead, { openness: 'closed' })
    for (const role of SEATED) await world.seat(space, cast[role], role)
    return space.id
  },
  openCommunity: async ({ world, cast }) => (await world.community(cast.lead, { openness: 'open' })).id,
  group: async ({ world, cast, find }) => {
    const group = await world.group(cast.lead, { id: await find('community') }, { openness: 'closed' })
    for (const role of SEATED) await world.seat(group, cast[role], role)
    return group.id
  },
  post: async (making) => makePost(making, 'message', making.cast.lead),
  ownPost: async (making) => makePost(making, 'message', making.caller),
  practice: async (making) => makePost(making, 'practice', making.cast.lead),
  question: async (making) => makePost(making, 'question', making.cast.lead),
  poll: async ({ run, ...making }) => {
    const id = await makePost({ run, ...making }, 'poll', making.cast.lead)
    await run(
      sql`update posts set details = '{"choice":"single","anonymous":false,"closesAt":null}' where id = ${id}`,
    )
    return id
  },
  option: async ({ find, run }) => {
    const id = uuid7()
    await run(
      sql`insert into poll_options (id, post_id, position, label) values (${id}, ${await find('poll')}, 0, 'Oui')`,
    )
    return id
  },
  comment: async (making) => makeComment(making, await making.find('post'), making.cast.lead),
  ownComment: async (making) => makeComment(making, await making.find('post'), making.caller),
  answer: async (making) => makeComment(making, await making.find('question'), making.cast.lead),
  draft: async ({ run, caller }) => {
    const id = uuid7()
    await run(
      sql`insert into drafts (id, member_id, content) select ${id}, id, '{}' from members where id = ${caller.id}`,
    )
    return id
  },
  notification: async ({ run, caller }) => {
    const id = uuid7()
    await run(
      sql`insert into notifications (id, member_id, kind) select ${id}, id, 'mention' from members where id = ${caller.id}`,
    )
    return id
  },
  spaceFile: async ({ run, find, cast }) => {
    const id = uuid7()
    await run(sql`insert into files (id, owner_id, space_id, name, media_type, bytes, storage_key)
      values (${id}, ${cast.lead.id}, ${await find('community')}, 'a.pdf', 'application/pdf', 1, 'none')`)
    return id
  },
  ownFile: async ({ run, caller }) => {
    const id = uuid7()
    await run(sql`insert into files (id, owner_id, name, media_type, bytes, storage_key, use)
      select ${id}, id, 'a.csv', 'text/csv', 1, 'none', 'content' from members where id = ${caller.id}`)
    return id
  },
  ownVideo: async ({ run, caller }) => {
    const id = uuid7()
    await run(sql`insert into files (id, owner_id, name, media_type, bytes, storage_key, use)
      select ${id}, id, 'a.mp4', 'video/mp4', 1, 'none', 'content' from members where id = ${caller.id}`)
    return id
  },
  importFile: async ({ run, caller }) => {
    const id = uuid7()
    await run(sql`insert into files (id, owner_id, name, media_type, bytes, storage_key, use)
      select ${id}, id, 'rh.csv', 'text/csv', 1, 'none', 'import' from members where id = ${caller.id}`)
    return id
  },
  letterCommunity: async ({ run, find }) => {
    const invitation = await find('invitation')
    await run(sql`update invitations set channel = 'letter' where id = ${invitation}`)
    const code = `LETTER${invitation.slice(-4).toUpperCase()}`
    await run(sql`insert into codes (id, space_id, member_id, invitation_id, kind, code_hash, code_sealed, expires_at)
      select ${uuid7()}, space_id, member_id, id, 'personal', ${mark(code)}, ${seal(code)}, now() + interval '1 day'
      from invitations where id = ${invitation}`)
    return find('community')
  },
  reported: async ({ run, find, cast }) => {
    const post = await find('post')
    await run(sql`insert into reports (id, subject_kind, subject_id, space_id, reporter_id, reason)
      values (${uuid7()}, 'post', ${post}, ${await find('community')}, ${cast.member.id}, 'other')`)
    return post
  },
  hidden: async ({ run, find }) => {
    const post = await find('reported')
    await run(sql`update posts set hidden_at = now() where id = ${post}`)
    return post
  },
  audience: async ({ run }) => {
    const id = uuid7()
    await run(sql`insert into audiences (id, name, rule) values (${id}, 'Tous', '{"all":[]}')`)
    return id
  },
  organization: async ({ run }) => {
    const id = uuid7()
    await run(sql`insert into organizations (id, name) values (${id}, ${`Maison ${id}`})`)
    return id
  },
  person: async ({ world }) => (await world.member(`p${uuid7().slice(-10)}`)).id,
  leadPerson: async ({ cast }) => cast.lead.id,
  callerPerson: async ({ caller }) => caller.id,
  seated: async ({ world, find }) => {
    const person = await world.member(`s${uuid7().slice(-10)}`)
    await world.seat({ id: await find('community') }, person)
    return person.id
  },
  objective: async ({ run, find }) => {
    const id = uuid7()
    await run(sql`insert into objectives (id, space_id, measure, target, starts_on, deadline)
      values (${id}, ${await find('community')}, 'arrived', 0.8, '2026-09-01', '2026-12-01')`)
    return id
  },
  stakeholder: async ({ run, find }) => {
    const id = uuid7()
    await run(
      sql`insert into stakeholders (id, space_id, part, name) values (${id}, ${await find('community')}, 'hr', 'La DRH')`,
    )
    return id
  },
  charter: async ({ run, find }) => {
    const id = uuid7()
    await run(
      sql`insert into charters (id, space_id, version, body, text_hash) values (${id}, ${await find('community')}, 1, 'Je dis bonjour.', 'x')`,
    )
    return id
  },
  signature: async ({ run, find, cast }) => {
    const id = uuid7()
    await run(
      sql`insert into charter_signatures (id, charter_id, member_id) values (${id}, ${await find('charter')}, ${cast.expected.id})`,
    )
    return id
  },
  slug: async ({ world, find }) => {
    const id = await find('community')
    const row = await world.server.database.db.row<{ slug: string }>(
      sql`select slug from communities where space_id = ${id}`,
    )
    return row?.slug ?? ''
  },
  request: async ({ run, find, world }) => {
    const id = uuid7()
    const person = await world.member(`r${uuid7().slice(-10)}`)
    await run(
      sql`insert into join_requests (id, space_id, member_id) values (${id}, ${await find('community')}, ${person.id})`,
    )
    return id
  },
  campaign: async ({ run, find }) => {
    const id = uuid7()
    await run(sql`insert into campaigns (id, space_id) values (${id}, ${await find('community')})`)
    return id
  },
  invitation: async ({ run, find, world }) => {
    const id = uuid7()
    const person = await world.member(`i${uuid7().slice(-10)}`, { status: 'expected' })
    await run(sql`insert into invitations (id, campaign_id, space_id, member_id, channel)
      values (${id}, ${await find('campaign')}, ${await find('community')}, ${person.id}, 'email')`)
    await run(
      sql`insert into reminders (id, invitation_id, day, due_at) values (${uuid7()}, ${id}, 7, now() + interval '7 days')`,
    )
    return id
  },
  code: async ({ run, find }) => {
    const id = uuid7()
    const code = `TEST${id.slice(-6).toUpperCase()}`
    await run(sql`insert into codes (id, space_id, kind, code_hash, code_sealed, max_uses, expires_at)
      values (${id}, ${await find('community')}, 'poster', ${mark(code)}, ${seal(code)}, 10, now() + interval '1 day')`)
    return id
  },
  mail: async ({ run }) => {
    const id = uuid7()
    await run(sql`insert into mails (id, to_address, subject, body_text, body_html, state, purpose)
      values (${id}, 'a@essai.example', 'Essai', 'Essai', 'Essai', 'kept', 'test')`)
    return id
  },
  session: async ({ run, caller }) => {
    const id = uuid7()
    await run(sql`insert into sessions (id, member_id, token_hash, expires_at)
      select ${id}, id, ${digest(id)}, now() + interval '1 day' from members where id = ${caller.id}`)
    return id
  },
  passkey: async ({ run, caller }) => {
    const id = uuid7()
    await run(sql`insert into passkeys (id, member_id, credential_id, public_key, name)
      select ${id}, id, ${id}, ''::bytea, 'Essai' from members where id = ${caller.id}`)
    return id
  },
}

const ALL_MAKERS: Makers = {
  ...MAKERS,
  ...PUBLISHING_MAKERS,
  ...TURNS_MAKERS,
  ...PROGRAMME_MAKERS,
  ...PLAN_MAKERS,
  ...MISSION_MAKERS,
  ...SHARING_MAKERS,
  ...CONTRIBUTION_MAKERS,
  ...EDITORIAL_MAKERS,
  ...JOURNEY_MAKERS,
  ...LIBRARY_MAKERS,
  ...IDEA_MAKERS,
  ...PRIVACY_MAKERS,
}

async function makePost({ run, find }: Making, kind: string, author: Person): Promise<string> {
  const id = uuid7()
  const space = await find('community')
  await run(sql`
    with head as (update space_heads set posts = posts + 1 where space_id = ${space} returning posts)
    insert into posts (id, space_id, number, author_id, kind, title, body, body_text)
    select ${id}, ${space}, head.posts, (select id from members where id = ${author.id}), ${kind}, 'Essai', ${DOC}::jsonb, 'Essai' from head`)
  return id
}

async function makeComment({ run, find }: Making, postId: string, author: Person): Promise<string> {
  const id = uuid7()
  await run(sql`
    insert into comments (id, subject_id, space_id, author_id, body, body_text)
    values (${id}, ${postId}, ${await find('community')}, (select id from members where id = ${author.id}), ${DOC}::jsonb, 'Essai')`)
  await run(sql`update posts set comment_count = comment_count + 1 where id = ${postId}`)
  return id
}
