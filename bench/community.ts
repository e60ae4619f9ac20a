import pg from 'pg'
import { ID, withoutForeignKeys } from './dataset.ts'

/** What a page about one very large community reads. */
export interface Community {
  spaceId: string
  keeperId: string
  programmeId: string
  objectiveIds: string[]
}

const GROUPS = 40
const POSTS = 60_000
const DAYS = 540

const SPACE = ID('e000', '1')
const PROGRAMME = ID('e008', '1')
const member = (number: string) => ID('aaaa', number)
const ago = (days: string) => `now() - (${days}) * interval '1 day'`

/**
 * A community where everybody of the network has a seat, eighteen months old, with all that its pages look at: groups,
 * invitations, exchanges, a programme of eighty ambassadors with its ledger, missions, calendar, plan and measures.
 * Set by set: every id is arithmetic.
 */
export async function fillCommunity(url: string, members: number): Promise<Community> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(`set synchronous_commit = off; set work_mem = '128MB'`)
  await withoutForeignKeys(client, [
    ...people(members),
    ...exchanges(members),
    ...programme(),
    ...missions(),
    ...calendar(members),
  ])
  await client.query('vacuum (analyze)')
  await client.query('checkpoint').catch(() => {})
  const { rows } = await client.query<{
    space: string
    keeper: string
    programme: string
    objectives: string[]
  }>(
    `select ${SPACE} as space, ${member('2')} as keeper, ${PROGRAMME} as programme,
      (select array_agg(id::text order by id) from objectives) as objectives`,
  )
  await client.end()
  const [row] = rows
  if (!row) throw new Error('no community')
  return {
    spaceId: row.space,
    keeperId: row.keeper,
    programmeId: row.programme,
    objectiveIds: row.objectives,
  }
}

/** The community, its groups, seats (three thousand of this fortnight), invitations and their mails. */
const people = (members: number): string[] => [
  `update network set school_zones = '{A,B,C}'`,
  `insert into spaces (id, kind, openness, name, published_at) values (${SPACE}, 'community', 'open', 'Toute la maison', ${ago(`${DAYS}`)})`,
  `insert into communities (space_id, slug, stage, kind, vision, value_proposition, entry, gathering_days, launched_on)
    values (${SPACE}, 'toute-la-maison', 'launched', 'everybody', 'Une maison où l’on se passe ce qui marche.', 'Moins de temps perdu.', 'open', 60, (${ago(`${DAYS}`)})::date)`,
  `insert into spaces (id, kind, parent_id, openness, name, published_at)
    select ${ID('e001', 'n')}, 'group', ${SPACE}, case when n % 4 = 0 then 'closed' else 'open' end, 'Groupe ' || n, ${ago(`${DAYS} - n`)}
    from generate_series(1, ${GROUPS}) n`,
  `insert into groups (space_id) select ${ID('e001', 'n')} from generate_series(1, ${GROUPS}) n`,
  `insert into seats (member_id, space_id, role, via, joined_at)
    select ${member('n')}, ${SPACE},
      case when n = 2 then 'lead' when n between 3 and 14 then 'animator' when n between 15 and 44 then 'moderator'
        when n between 45 and 49 then 'sponsor' when n between 1001 and 1080 then 'ambassador' else 'member' end, 'invitation',
      case when n between 5001 and 8000 then ${ago('(n % 140) / 10.0')} else ${ago(`14 + (n::bigint * 7919) % ${DAYS - 14}`)} end
    from generate_series(1, ${members}) n`,
  `insert into seats (member_id, space_id, joined_at)
    select ${member('n')}, ${ID('e001', `1 + n % ${GROUPS}`)}, ${ago('n % 400')} from generate_series(1, ${members}) n`,
  `insert into welcomes (space_id, member_id, welcomed_by, at)
    select ${SPACE}, ${member('n')}, ${member('3')}, ${ago('n % 10')} from generate_series(5001, 8000, 2) n`,
  `insert into join_requests (id, space_id, member_id, asked_at)
    select ${ID('e014', 'n')}, ${ID('e001', '4 + 4 * (n % 5)')}, ${member('90000 + n')}, ${ago('n % 9')} from generate_series(1, 60) n`,
  `insert into campaigns (id, space_id, message, created_at) values (${ID('e004', '1')}, ${SPACE}, 'Bienvenue', ${ago('500')})`,
  // Of eight invited, five came in; among those who did not, some addresses were wrong.
  `insert into invitations (id, campaign_id, space_id, member_id, channel, state, invited_at, accepted_at)
    select ${ID('e005', 'n')}, ${ID('e004', '1')}, ${SPACE}, ${member('n')}, case when n % 5 < 3 then 'email' else 'letter' end,
      case when n % 97 = 0 then 'withdrawn' when n % 8 < 5 then 'accepted' when n % 5 < 3 and n % 61 = 0 then 'bounced' else 'sent' end,
      ${ago('30 + n % 470')}, case when n % 8 < 5 and n % 97 <> 0 then ${ago('n % 30')} end
    from generate_series(1, ${members}) n`,
  `insert into reminders (id, invitation_id, day, due_at, state)
    select ${ID('e006', 'n * 4 + k')}, ${ID('e005', 'n')}, (array[1, 2, 7, 14])[k + 1], ${ago('20 + n % 470')},
      case when n % 8 < 5 then 'cancelled' else 'sent' end
    from generate_series(1, ${members}) n, generate_series(0, 3) k where n % 5 < 3`,
  // The latest of the many mails of a campaign: those of the others are forgotten.
  `insert into mails (id, to_address, member_id, subject, body_text, body_html, state, purpose, about_id, created_at, sent_at)
    select ${ID('e007', 'n')}, 'm' || n || '@exemple.fr', ${member('n')}, 'Viens voir', 'Bonjour', '<p>Bonjour</p>', 'sent', 'invitation',
      ${ID('e005', 'n')}, ${ago('3 + n % 200')}, ${ago('3 + n % 200')}
    from generate_series(1, ${members}) n where n % 5 < 3`,
  `insert into stakeholders (id, space_id, part, member_id)
    select ${ID('e015', 'n')}, ${SPACE}, (array['sponsor', 'lead', 'communication', 'hr', 'it'])[n], ${member('44 + n')} from generate_series(1, 5) n`,
  `insert into objectives (id, space_id, measure, target, starts_on, deadline)
    select ${ID('e011', 'n')}, ${SPACE}, (array['arrived', 'active', 'creators'])[n], (array[0.8, 0.5, 0.2])[n],
      (${ago('300')})::date, (now() + interval '65 days')::date from generate_series(1, 3) n`,
  `insert into visit_days (space_id, day, visitors)
    select ${SPACE}, (${ago('n')})::date, 9000 + n % 700 from generate_series(1, 120) n`,
]

/** Posts of every kind in the community and its groups, and what they brought. */
const exchanges = (members: number): string[] => [
  `create temporary table made as
    select n, case when n % 3 = 0 then ${SPACE} else ${ID('e001', `1 + n % ${GROUPS}`)} end as space_id,
      (array['question', 'question', 'question', 'practice', 'poll', 'kudos', 'idea', 'message', 'message', 'message'])[1 + n % 10] as kind,
      ${ago(`${DAYS} * (${POSTS} - n) / ${POSTS}.0`)} as at,
      case when n % 40 = 1 then 0 else n % 7 end as comments
    from generate_series(1, ${POSTS}) n`,
  `insert into posts (id, space_id, number, author_id, kind, title, body, body_text, details, published_at, comment_count, reaction_counts,
      reaction_total, adoption_count, voter_count, save_count, accepted_comment_id)
    select ${ID('e002', 'n')}, space_id, row_number() over (partition by space_id order by n), ${member(`1 + (n::bigint * 104729) % ${members}`)}, kind,
      case when kind in ('question', 'practice') then 'Le sujet du jour, numéro ' || n else '' end,
      jsonb_build_object('type', 'doc', 'content', jsonb_build_array()), 'Ce qui tient toute la semaine, et pourquoi : ' || n,
      case kind when 'practice' then '{"concern": "Le réglage bouge.", "gesture": "Caler à froid.", "gain": "Dix minutes."}'
        when 'poll' then '{"choice": "single", "anonymous": true, "closesAt": null}' else '{}' end::jsonb,
      at, comments, '{"like": 2}', n % 15, case when kind = 'practice' then n % 9 else 0 end, case when kind = 'poll' then 30 else 0 end, n % 3,
      case when kind = 'question' and comments > 0 and n % 4 = 0 then ${ID('e003', 'n * 8 + 1')} end
    from made`,
  `insert into comments (id, subject_id, space_id, author_id, body, body_text, created_at)
    select ${ID('e003', 'n * 8 + k')}, ${ID('e002', 'n')}, space_id, ${member(`1 + (n::bigint * 7919 + k * 15485863) % ${members}`)}, '{}', 'Chez nous aussi.',
      least(now(), at + k * interval '5 hours') from made, generate_series(1, comments) k`,
  `insert into reactions (subject_id, subject_kind, space_id, member_id, kind, at)
    select ${ID('e002', 'n')}, 'post', space_id, ${member(`1 + (n::bigint * 31337 + k * 32452843) % ${members}`)}, 'like', least(now(), at + k * interval '2 hours')
    from made, generate_series(1, n % 15) k on conflict do nothing`,
  `insert into adoptions (post_id, member_id, adopted_at)
    select ${ID('e002', 'n')}, ${member(`1 + (n::bigint * 611953 + k) % ${members}`)}, least(now(), at + k * interval '1 day')
    from made, generate_series(1, n % 9) k where kind = 'practice'`,
  `insert into poll_options (id, post_id, position, label)
    select ${ID('e016', 'n * 4 + k')}, ${ID('e002', 'n')}, k, 'Choix ' || k from made, generate_series(0, 2) k where kind = 'poll'`,
  `insert into poll_ballots (post_id, member_id)
    select ${ID('e002', 'n')}, ${member(`1 + (n::bigint * 7177 + k * 17) % ${members}`)} from made, generate_series(1, 30) k where kind = 'poll'`,
  `insert into post_recipients (post_id, member_id)
    select ${ID('e002', 'n')}, ${member(`1 + (n::bigint * 6007 + k) % ${members}`)} from made, generate_series(1, 2) k where kind = 'kudos'`,
  `insert into space_heads (space_id, seq, posts) select space_id, 0, count(*) from made group by space_id`,
  `insert into reports (id, subject_kind, subject_id, space_id, reporter_id, reason, created_at)
    select ${ID('e017', 'n')}, 'post', ${ID('e002', `${POSTS} - n`)}, space_id, ${member('n')}, 'other', ${ago('1')} from made where n <= 30`,
  `insert into library_themes (id, space_id, name) select ${ID('e018', 'n')}, ${SPACE}, 'Thème ' || n from generate_series(1, 12) n`,
  `insert into library_cards (post_id, jobs) select ${ID('e002', 'n')}, array['Métier ' || n % 40] from made where kind = 'practice'`,
  `insert into library_card_themes (post_id, theme_id) select ${ID('e002', 'n')}, ${ID('e018', '1 + n % 12')} from made where kind = 'practice'`,
]

/** Eighty ambassadors in office, others before and after, eighteen months of what they did, gatherings and turns. */
const programme = (): string[] => [
  `insert into programmes (id, space_id, name, mission, seats, state, starts_on)
    values (${PROGRAMME}, ${SPACE}, 'Les relais', 'Faire passer ce qui marche.', 100, 'open', (${ago(`${DAYS}`)})::date)`,
  `insert into circles (id, programme_id, name, launched_at) select ${ID('e009', 'n')}, ${PROGRAMME}, 'Cercle ' || n, ${ago('400')} from generate_series(1, 6) n`,
  `insert into ambassadors (id, programme_id, member_id, circle_id, state, entered_by, active_since, onboarding_since, created_at)
    select ${ID('e00a', 'n')}, ${PROGRAMME}, ${member('1000 + n')}, ${ID('e009', '1 + n % 6')},
      case when n <= 80 then 'active' when n <= 90 then 'onboarding' when n <= 110 then 'alumni' else 'candidate' end, 'volunteering',
      case when n <= 80 then ${ago('100 + n * 5')} end, case when n <= 90 then ${ago('130 + n * 4')} end, ${ago('140 + n * 4')} from generate_series(1, 125) n`,
  `insert into ambassador_steps (ambassador_id, from_state, to_state, at)
    select ${ID('e00a', 'n')}, null, (array['candidate', 'agreed', 'onboarding', 'active'])[k], ${ago('140 + n * 4 - k * 9')}
    from generate_series(1, 80) n, generate_series(1, 4) k`,
  `insert into ambassador_leaves (id, ambassador_id, starts_on, ends_on)
    select ${ID('e019', 'n * 4 + k')}, ${ID('e00a', 'n')}, (${ago('k * 120 + n')})::date, (${ago('k * 120 + n - 14')})::date
    from generate_series(1, 80) n, generate_series(0, 3) k`,
  // Most keep to their rhythm; every seventh has been still for two months.
  `insert into contributions (id, ambassador_id, kind, at, weight, source_kind, source_id, about_id)
    select ${ID('e00b', 'n * 100 + k')}, ${ID('e00a', 'n')}, (array['post', 'answer', 'welcome', 'adoption', 'relay', 'hosting'])[1 + (n + k) % 6],
      ${ago(`case when n % 7 = 0 then 60 else 0 end + k * ${DAYS} / 90.0`)}, 1, 'post', ${ID('e002', 'n * 100 + k')}, ${ID('e002', 'n * 100 + k')}
    from generate_series(1, 110) n, generate_series(1, 90) k`,
  `insert into proposals (id, ambassador_id, kind, stage, reason, message, made_at, sent_at, answer, answered_at, outcome, settled_at)
    select ${ID('e01a', 'n')}, ${ID('e00a', 'n')}, 'talk', 'settled', '{"state": "fading", "code": "slower"}', 'Comment vas-tu ?', ${ago('120 + n')}, ${ago('119 + n')}, 'yes', ${ago('118 + n')}, 'done', ${ago('110 + n')}
    from generate_series(1, 60) n`,
  `insert into mission_letters (id, ambassador_id, facts, text_hash, issued_at)
    select ${ID('e01b', 'n')}, ${ID('e00a', 'n')}, '{}', 'x', ${ago('90 + n')} from generate_series(1, 70) n`,
  `insert into gatherings (id, programme_id, circle_id, kind, title, starts_at, ends_at, host_id, held_at)
    select ${ID('e00c', 'n')}, ${PROGRAMME}, case when n % 3 = 0 then null else ${ID('e009', '1 + n % 6')} end, case when n > 44 then 'founding' else 'regular' end, 'Rencontre ' || n,
      ${ago('n * 11 - 30')}, ${ago('n * 11 - 30')} + interval '2 hours', ${member('2')}, case when n > 3 then ${ago('n * 11 - 30')} end from generate_series(1, 50) n`,
  `insert into gathering_answers (gathering_id, member_id, answer, came)
    select ${ID('e00c', 'n')}, ${member('1000 + k')}, case when k % 3 = 0 then 'online' else 'on_site' end, case when n > 3 then case when k % 3 = 0 then 'online' else 'on_site' end end
    from generate_series(1, 50) n, generate_series(1, 80) k`,
  `insert into journeys (programme_id) values (${PROGRAMME})`,
  `insert into journey_steps (id, programme_id, position, kind, title, due_days)
    select ${ID('e01c', 'n')}, ${PROGRAMME}, n, 'read', 'Étape ' || n, n * 7 from generate_series(1, 7) n`,
  `insert into journey_courses (ambassador_id, begun_at, completed_at)
    select ${ID('e00a', 'n')}, ${ago('100 + n')}, case when n <= 80 then ${ago('40 + n')} end from generate_series(1, 90) n`,
  `insert into journey_progress (ambassador_id, step_id, done_at)
    select ${ID('e00a', 'n')}, ${ID('e01c', 'k')}, ${ago('60 + n')} from generate_series(1, 90) n, generate_series(1, 7) k where n <= 80 or k < 4`,
  `insert into rosters (programme_id, space_id) values (${PROGRAMME}, ${SPACE})`,
  `insert into turns (id, programme_id, starts_on, ends_on, member_id, state)
    select ${ID('e01d', 'n')}, ${PROGRAMME}, (${ago('n * 7 - 28')})::date, (${ago('n * 7 - 34')})::date, ${member('1000 + 1 + n % 80')}, 'confirmed' from generate_series(1, 70) n`,
  `insert into share_kits (id, programme_id, title, url, state, published_at)
    select ${ID('e01e', 'n')}, ${PROGRAMME}, 'À partager ' || n, 'https://exemple.fr/' || n, 'published', ${ago('n * 20')} from generate_series(1, 20) n`,
  `insert into share_links (code, kit_id, network) select 'c' || n || 'x' || k, ${ID('e01e', 'n')}, (array['linkedin', 'mastodon', 'x'])[k] from generate_series(1, 20) n, generate_series(1, 3) k`,
  `insert into click_days (code, day, visitors, clicks)
    select 'c' || n || 'x' || k, (${ago('d')})::date, 10 + d % 7, 12 + d % 9 from generate_series(1, 20) n, generate_series(1, 3) k, generate_series(1, 120) d`,
  `insert into share_days (kit_id, network, day, shares, people)
    select ${ID('e01e', 'n')}, 'all', (${ago('d')})::date, 3, 2 from generate_series(1, 20) n, generate_series(1, 120) d`,
]

const missions = (): string[] => [
  `insert into missions (id, programme_id, kind, title, minutes, quota, state, created_at, opened_at, ended_at)
    select ${ID('e00d', 'n')}, ${PROGRAMME}, (array['write', 'host', 'relay', 'welcome', 'test'])[1 + n % 5], 'Mission ' || n, 30, 40,
      case when n > 50 then 'open' else 'closed' end, ${ago('500 - n * 8')}, ${ago('500 - n * 8')}, case when n <= 50 then ${ago('480 - n * 8')} end from generate_series(1, 60) n`,
  `insert into mission_takings (id, mission_id, member_id, taken_at, returned_at, thanked_at)
    select ${ID('e00e', 'n * 100 + k')}, ${ID('e00d', 'n')}, ${member('1000 + 1 + (n + k) % 80')}, ${ago('500 - n * 8')}, case when k % 3 > 0 then ${ago('495 - n * 8')} end,
      case when k % 3 = 1 then ${ago('490 - n * 8')} end from generate_series(1, 60) n, generate_series(1, 30) k`,
  `insert into relays (id, taking_id, people, relayed_at)
    select ${ID('e01f', 'n * 100 + k')}, ${ID('e00e', 'n * 100 + k')}, 12, ${ago('495 - n * 8')} from generate_series(2, 60, 5) n, generate_series(1, 30) k`,
  `insert into test_steps (id, mission_id, position, title)
    select ${ID('e00f', 'n * 10 + k')}, ${ID('e00d', 'n')}, k, 'Essayer ' || k from generate_series(4, 60, 5) n, generate_series(1, 6) k`,
  `insert into test_answers (taking_id, step_id, verdict, words)
    select ${ID('e00e', 'n * 100 + k')}, ${ID('e00f', 'n * 10 + s')}, (array['works', 'blocks', 'would_help'])[1 + (k + s) % 3], 'Vu sur mon poste.'
    from generate_series(4, 60, 5) n, generate_series(1, 30) k, generate_series(1, 6) s where k % 3 > 0`,
  `insert into test_publications (mission_id, words, published_at) select ${ID('e00d', 'n')}, 'Voici.', ${ago('470 - n * 8')} from generate_series(4, 44, 5) n`,
]

/** Calendar, plan, weeks of activity and of the practices. */
const calendar = (members: number): string[] => [
  `insert into editorial_settings (space_id, cadence, mix) values (${SPACE}, 3, '{"question": 30, "practice": 40, "message": 30}')`,
  `insert into editorial_slots (id, space_id, place_id, kind, channel, post_kind, title, state, day, minutes, at, owner_id, post_id)
    select ${ID('e010', 'n')}, ${SPACE}, ${SPACE}, 'post', 'feed', (array['message', 'question', 'practice'])[1 + n % 3], 'Rendez-vous ' || n,
      case when n < 60 then (array['idea', 'drafted', 'scheduled'])[1 + n % 3] else 'published' end,
      (now() - (n * 2 - 60) * interval '1 day')::date, 540, now() - (n * 2 - 60) * interval '1 day', ${member('3')}, ${ID('e010', '100000 + n')}
    from generate_series(1, 300) n where n not between 8 and 12`,
  `insert into editorial_committees (id, space_id, held_on, state) select ${ID('e020', 'n')}, ${SPACE}, (${ago('n * 30')})::date, 'held' from generate_series(1, 18) n`,
  `insert into plan_actions (id, space_id, title, owner_id, starts_on, ends_on, state, objective_id)
    select ${ID('e012', 'n')}, ${SPACE}, 'Action ' || n, ${member('2 + n % 12')}, (${ago('n * 5 - 60')})::date, (${ago('n * 5 - 75')})::date,
      case when n > 24 then 'done' else 'todo' end, ${ID('e011', '1 + n % 3')} from generate_series(1, 120) n`,
  `insert into activity_weeks (space_id, week, acts, people, members)
    select ${SPACE}, date_trunc('week', now())::date - n * 7, 7000 + n % 900, 6200, ${members} - n * 2900 from generate_series(0, 76) n`,
  `insert into activity_places (space_id, zone, site, members) select ${SPACE}, school_zone, site, count(*) from members group by 2, 3`,
  `insert into activity_counts (space_id, counted_on) values (${SPACE}, now()::date)`,
  `insert into practice_weeks (space_id, code, week, state)
    select ${SPACE}, chr(97 + k / 9) || (1 + k % 9), date_trunc('week', now())::date - n * 7, (array['in_progress', 'alive', 'slipping'])[1 + (n / 8 + k) % 3]
    from generate_series(1, 40) n, generate_series(0, 17) k`,
]
