import type { Trx } from '#platform/server/db.ts'
import { type DemoIdea, type DemoRound, ideas, ideaTeam, rounds } from '../content/ideas.ts'
import { frenchSpacing } from '../rules/typography.ts'
import { uuid7 } from '../rules/random.ts'
import { addDays } from '../rules/season.ts'
import type { Cast } from './cast.ts'
import { ambassadors, type DemoAmbassador, programmeId } from './programme.ts'
import { insertRows, type Row } from './rows.ts'

const DAY_MS = 86_400_000
const MINUTE = 60_000
const EACH = 5
const MOST = 3
/** Whose account is given to whoever tries the demonstration: a few votes are left to give. */
const VISITED = 'mehdi'

const daysAgo = (cast: Cast, days: number, minutes = 110) =>
  new Date(cast.now.getTime() - days * DAY_MS - minutes * MINUTE)
const bornAt = (cast: Cast, one: DemoIdea) => {
  const post = postOf(cast, one)
  const told = daysAgo(cast, one.daysAgo)
  // Never before the post it came from; never after the first answer.
  const first = daysAgo(cast, one.steps[0]?.daysAgo ?? 0, 170)
  return new Date(Math.min(Math.max(told.getTime(), post ? post.at.getTime() + DAY_MS : 0), first.getTime()))
}
const idOf = (cast: Cast, key: string) => {
  const one = ideas.find((other) => other.key === key)
  if (!one) throw new RangeError(`no idea called ${key}`)
  return uuid7(`${cast.seed}/idea/${key}`, bornAt(cast, one))
}

function postOf(cast: Cast, { post }: DemoIdea) {
  if (!post) return null
  const title = frenchSpacing(post)
  return cast.story.posts.find(({ body }) => body.kind === 'idea' && body.title === title) ?? null
}

/** The backlog of Tempo in every status, a round that is over, another under way. */
export async function insertIdeas(trx: Trx, cast: Cast): Promise<void> {
  const others = cast.draw('ideas').shuffle(ambassadors(cast).filter(isOther))
  const authors = new Map(ideas.map((one, index) => [one.key, authorOf(cast, one, others[index])]))
  const rows = ideas.map((one) => ideaRow(cast, one, authors.get(one.key) ?? null))
  // Those that others were merged into come first.
  await insertRows(
    trx,
    'ideas',
    rows.toSorted((one, other) => Number(one.merged_into !== null) - Number(other.merged_into !== null)),
  )
  await insertRows(
    trx,
    'idea_steps',
    ideas.flatMap((one) => stepRows(cast, one)),
  )
  await insertRows(
    trx,
    'idea_team',
    ideaTeam.map((slug) => ({
      programme_id: programmeId(cast),
      member_id: cast.memberId(cast.bySlug(slug)),
      named_at: daysAgo(cast, 120),
    })),
  )
  await insertRounds(trx, cast)
}

const isOther = ({ state, person }: DemoAmbassador) => state === 'active' && !person.slug

function authorOf(cast: Cast, one: DemoIdea, other: DemoAmbassador | undefined): string | null {
  const post = postOf(cast, one)
  if (post) return cast.memberId(post.author)
  return one.by ? cast.memberId(cast.bySlug(one.by)) : (other?.memberId ?? null)
}

function ideaRow(cast: Cast, one: DemoIdea, authorId: string | null): Row {
  const post = postOf(cast, one)
  const last = one.steps.at(-1)
  const born = bornAt(cast, one)
  return {
    id: idOf(cast, one.key),
    programme_id: programmeId(cast),
    post_id: post?.id ?? null,
    author_id: authorId,
    title: one.title,
    words: post ? '' : one.words,
    change: one.change,
    status: last?.to ?? 'new',
    status_at: last ? daysAgo(cast, last.daysAgo) : born,
    merged_into: one.mergedInto && idOf(cast, one.mergedInto),
    effort: one.rating?.effort ?? null,
    value: one.rating?.value ?? null,
    rating_words: one.rating?.words ?? '',
    rated_by: one.rating && cast.memberId(cast.bySlug(one.rating.by)),
    rated_at: one.rating && new Date((born.getTime() + cast.now.getTime()) / 2),
    created_by: post ? cast.memberId(cast.bySlug('nadia')) : authorId,
    created_at: born,
  }
}

const stepRows = (cast: Cast, one: DemoIdea): Row[] =>
  one.steps.map((step, index) => ({
    idea_id: idOf(cast, one.key),
    from_status: one.steps[index - 1]?.to ?? 'new',
    to_status: step.to,
    at: daysAgo(cast, step.daysAgo),
    by_id: cast.memberId(cast.bySlug(step.by)),
    why: step.why,
  }))

async function insertRounds(trx: Trx, cast: Cast): Promise<void> {
  await insertRows(
    trx,
    'idea_rounds',
    rounds.map((round) => roundRow(cast, round)),
  )
  await insertRows(
    trx,
    'idea_round_ideas',
    rounds.flatMap((round) =>
      round.ideas.map(([key, votes], index) => ({
        round_id: roundId(cast, round),
        idea_id: idOf(cast, key),
        proposed_at: new Date(daysAgo(cast, round.openedDaysAgo + 2).getTime() + index),
        left_at: round.left.includes(key) ? daysAgo(cast, round.openedDaysAgo - 3) : null,
        votes,
      })),
    ),
  )
  const open = rounds.find((round) => round.closesInDays >= 0)
  if (open) await insertVotes(trx, cast, open)
}

const roundId = (cast: Cast, round: DemoRound) =>
  uuid7(`${cast.seed}/idea round/${round.key}`, daysAgo(cast, round.openedDaysAgo + 2))

function roundRow(cast: Cast, round: DemoRound): Row {
  const closed = round.closesInDays < 0
  return {
    id: roundId(cast, round),
    programme_id: programmeId(cast),
    name: round.name,
    state: closed ? 'closed' : 'open',
    closes_on: addDays(cast.today, round.closesInDays),
    votes_each: EACH,
    most_on_one: MOST,
    shows_totals: false,
    opened_at: daysAgo(cast, round.openedDaysAgo),
    closed_at: closed ? daysAgo(cast, -round.closesInDays) : null,
    voters: closed ? round.voters : null,
    created_by: cast.memberId(cast.bySlug('nadia')),
    created_at: daysAgo(cast, round.openedDaysAgo + 2),
  }
}

/** Nobody is shown to the others; whoever visits as an ambassador finds three votes left. */
async function insertVotes(trx: Trx, cast: Cast, round: DemoRound): Promise<void> {
  const draw = cast.draw('idea votes')
  const keys = round.ideas.map(([key]) => key)
  const voters = draw.shuffle(ambassadors(cast).filter(isOther)).slice(0, round.voters - 1)
  const votes: Row[] = []
  const give = (memberId: string, key: string, count: number) =>
    votes.push({
      round_id: roundId(cast, round),
      member_id: memberId,
      idea_id: idOf(cast, key),
      votes: count,
    })
  for (const { memberId } of voters) {
    const [first = '', second = '', third = ''] = draw.sample(keys, 3)
    give(memberId, first, draw.int(1, MOST))
    give(memberId, second, 1)
    if (draw.chance(0.5)) give(memberId, third, 1)
  }
  const visited = cast.memberId(cast.bySlug(VISITED))
  give(visited, keys[0] ?? '', 2)
  const ids = new Set(votes.map((vote) => vote.member_id))
  await insertRows(
    trx,
    'idea_ballots',
    [...ids].map((memberId) => ({ round_id: roundId(cast, round), member_id: memberId })),
  )
  await insertRows(trx, 'idea_votes', votes)
}
