import { reasonParts } from '#features/contributions/rules/reason.ts'
import type { ProposalKind, Stage } from '#features/contributions/rules/proposals.ts'
import { windowDays } from '#features/contributions/rules/state.ts'
import type { Language } from '#platform/contract/schema.ts'
import type { Trx } from '#platform/server/db.ts'
import { enqueue } from '#platform/server/jobs.ts'
import { words } from '#platform/server/words.ts'
import { answers, notes, objection } from '../content/contributions.ts'
import { eclaireurs } from '../content/programme.ts'
import { uuid7 } from '../rules/random.ts'
import { addDays, type Day, isWorkingDay, parisInstant } from '../rules/season.ts'
import type { Cast } from './cast.ts'
import { ambassadors, type DemoAmbassador } from './programme.ts'
import { insertRows, type Row } from './rows.ts'

const MINUTES = 60_000

export type Pace = 'thriving' | 'on_track' | 'fading' | 'silent'

export interface Told {
  one: DemoAmbassador
  pace: Pace
}

/** A working morning so many days ago. */
function morning(cast: Cast, daysAgo: number, minutes = 560): Date {
  let day = addDays(cast.today, -daysAgo)
  while (!isWorkingDay(day)) day = addDays(day, -1)
  return new Date(Math.min(parisInstant(day, minutes).getTime(), cast.now.getTime() - 5 * MINUTES))
}

function workingDaysAhead(cast: Cast, count: number): Day[] {
  const days = Array.from({ length: 3 * count + 6 }, (_, index) => addDays(cast.today, index + 1))
  return days.filter(isWorkingDay).slice(0, count)
}

/** The next one. */
const nextMorning = (cast: Cast): Date => parisInstant(workingDaysAhead(cast, 1)[0] ?? cast.today, 540)

interface Talk {
  to: DemoAmbassador
  kind: ProposalKind
  stage: Stage
  pace: Pace
  by: 'thomas' | 'nadia'
  daysAgo: number
  variant: 1 | 2 | 3
  terms?: object
  more?: Row
}

/** Somebody in each stage of a conversation, a declaration that waits, choices made. */
export async function insertConversations(trx: Trx, cast: Cast, told: Told[]): Promise<void> {
  const of = (pace: Pace) => told.filter((one) => one.pace === pace).map((one) => one.one)
  const [fading, silent] = [of('fading'), of('silent')]
  const rows = talks(cast, fading, silent).map((talk) => rowOf(cast, talk))
  await insertRows(trx, 'proposals', rows)
  for (const row of rows.filter((one) => one.stage === 'planned'))
    await enqueue(
      trx,
      'send-proposal',
      { id: row.id },
      { runAt: (row.leaves_at as Date).toISOString(), key: `proposal/${String(row.id)}` },
    )
  await insertWaiting(trx, cast)
  const [own, shy] = [
    told.find(({ one }) => one.person.slug === 'mehdi'),
    of('on_track').find((one) => !one.person.slug),
  ]
  await insertRows(trx, 'follow_up_choices', [
    ...(own ? [{ ambassador_id: own.one.id, count_sharing: true, objected_at: null, objection: '' }] : []),
    ...(shy
      ? [{ ambassador_id: shy.id, count_sharing: false, objected_at: morning(cast, 21), objection }]
      : []),
  ])
}

function talks(cast: Cast, fading: DemoAmbassador[], silent: DemoAmbassador[]): Talk[] {
  const none = { pace: 'fading', by: 'thomas', variant: 1 } as const
  const ideas = (keys: string[]) => ({ ideas: keys.map((key) => words('fr')(`contributions.ideas.${key}`)) })
  const slots = workingDaysAhead(cast, 3).map((day, index) =>
    parisInstant(day, 600 + index * 90).toISOString(),
  )
  const all: (Omit<Talk, 'to'> & { to: DemoAmbassador | undefined })[] = [
    {
      ...none,
      to: fading[0],
      kind: 'nudge',
      stage: 'sent',
      daysAgo: 2,
      terms: ideas(['welcome_coffee', 'answer_question', 'write_picture']),
    },
    {
      ...none,
      to: fading[1],
      kind: 'nudge',
      stage: 'answered',
      by: 'nadia',
      variant: 3,
      daysAgo: 5,
      terms: ideas(['relay_team', 'practice_gesture', 'write_week']),
      more: { answer: 'pause', answer_words: answers.pause, answered_at: morning(cast, 3, 700) },
    },
    {
      ...none,
      to: fading[2],
      kind: 'nudge',
      stage: 'planned',
      by: 'nadia',
      variant: 2,
      daysAgo: 0,
      terms: ideas(['test_feature', 'answer_thank', 'welcome_newcomer']),
    },
    {
      ...none,
      to: fading[3],
      kind: 'nudge',
      stage: 'postponed',
      daysAgo: 6,
      more: { until: addDays(cast.today, 12), note: notes.postponed },
    },
    {
      ...none,
      to: fading[4],
      kind: 'talk',
      stage: 'set_aside',
      by: 'nadia',
      daysAgo: 9,
      more: { note: notes.setAside },
    },
    {
      ...none,
      to: silent[0],
      kind: 'talk',
      stage: 'sent',
      pace: 'silent',
      variant: 2,
      daysAgo: 1,
      terms: { slots },
    },
    {
      ...none,
      to: silent[1],
      kind: 'talk',
      stage: 'answered',
      pace: 'silent',
      variant: 3,
      daysAgo: 6,
      terms: { slots },
      more: { answer: 'yes', answer_words: answers.talk, slot: slots[1], answered_at: morning(cast, 4, 650) },
    },
  ]
  const found = (slug: string) => ambassadors(cast).find((one) => one.person.slug === slug)
  all.push({
    ...none,
    to: found('mehdi'),
    kind: 'nudge',
    stage: 'settled',
    by: 'nadia',
    variant: 2,
    daysAgo: 208,
    terms: ideas(['welcome_coffee', 'practice_try', 'answer_question']),
    more: {
      answer: 'yes',
      answer_words: answers.yes,
      answered_at: morning(cast, 206, 720),
      outcome: 'done',
      settled_at: morning(cast, 190),
      note: notes.settled,
    },
  })
  all.push({
    ...none,
    to: found('soizic'),
    kind: 'thanks',
    stage: 'settled',
    daysAgo: 64,
    more: {
      answer: 'yes',
      answer_words: answers.thanks,
      wall: true,
      answered_at: morning(cast, 63, 720),
      outcome: 'done',
      settled_at: morning(cast, 61),
    },
  })
  for (const to of ambassadors(cast).filter(
    (one) => one.state === 'paused' && one.pausedUntil && one.activeSince,
  ))
    all.push({
      ...none,
      to,
      kind: 'pause',
      stage: 'settled',
      daysAgo: 24,
      variant: to.person.gender === 'f' ? 2 : 3,
      terms: { until: to.pausedUntil },
      more: {
        answer: 'yes',
        answer_words: answers.paused,
        answered_at: morning(cast, 22, 690),
        outcome: 'done',
        settled_at: to.stateSince,
      },
    })
  return all.flatMap((talk) => (talk.to ? [{ ...talk, to: talk.to }] : []))
}

function rowOf(
  cast: Cast,
  { to, kind, stage, pace, by, daysAgo, variant, terms = {}, more = {} }: Talk,
): Row {
  const at = stage === 'planned' ? new Date(cast.now.getTime() - 40 * MINUTES) : morning(cast, daysAgo)
  const days = windowDays(eclaireurs.contributionsPerMonth)
  const since = addDays(cast.today, 1 - daysAgo - (pace === 'silent' ? 2 * days : days))
  const reason = {
    state: pace,
    code: pace === 'silent' ? 'nothing' : 'below_both',
    done: pace === 'silent' ? 0 : 1,
    usual: 4,
    agreed: 3,
    since,
  } as const
  const written = stage !== 'postponed' && stage !== 'set_aside'
  return {
    id: uuid7(`${cast.seed}/proposal/${to.person.staffNumber}/${kind}`, at),
    ambassador_id: to.id,
    kind,
    stage,
    reason,
    message: written ? messageOf(cast, to, kind, variant, by, reason) : '',
    terms,
    by_id: cast.memberId(cast.bySlug(by)),
    made_at: at,
    leaves_at: stage === 'planned' ? nextMorning(cast) : written ? at : null,
    sent_at: written && stage !== 'planned' ? at : null,
    until: null,
    note: '',
    answer: null,
    answer_words: '',
    slot: null,
    wall: null,
    answered_at: null,
    outcome: null,
    settled_at: null,
    settled_by: stage === 'settled' ? cast.memberId(cast.bySlug(by)) : null,
    ...more,
  }
}

const LOCALE: Record<Language, string> = { fr: 'fr-FR', en: 'en-GB' }

function messageOf(
  cast: Cast,
  to: DemoAmbassador,
  kind: ProposalKind,
  variant: number,
  by: string,
  reason: Parameters<typeof reasonParts>[0] & { since: string },
): string {
  const { language, given } = to.person
  const text = words(language)
  const since = new Intl.DateTimeFormat(LOCALE[language], {
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }).format(new Date(`${reason.since}T12:00:00Z`))
  const months = Math.max(
    1,
    Math.round((to.stateSince.getTime() - (to.activeSince?.getTime() ?? 0)) / (30 * 86_400_000)),
  )
  return text(`contributions.draft.${kind}.${variant}`, {
    name: given,
    by: cast.bySlug(by).given,
    programme: eclaireurs.name,
    fact:
      kind === 'pause'
        ? text('contributions.draft.no_fact')
        : reasonParts(reason, (key, values) => text(`contributions.${key}`, values), since),
    served: text('contributions.draft.served', { count: months }),
    done: text('contributions.draft.done', { count: months * 3 }),
  })
}

/** What Inès did and asks Mehdi to confirm; and one of Mehdi's own that Inès has not answered yet. */
async function insertWaiting(trx: Trx, cast: Cast): Promise<void> {
  const all = ambassadors(cast)
  const pairs = [
    {
      by: 'ines',
      to: 'mehdi',
      what: 'workshop',
      people: 6,
      daysAgo: 3,
      words: 'Une heure à l’atelier d’escaliers pour comparer nos gabarits avec ceux de Cholet.',
    },
    {
      by: 'mehdi',
      to: 'ines',
      what: 'demo',
      people: 11,
      daysAgo: 1,
      words: 'Montré le réglage des ouvrants à l’équipe B, à la prise de poste.',
    },
  ] as const
  const rows = pairs.flatMap(({ by, to, daysAgo, ...told }) => {
    const own = all.find((one) => one.person.slug === by)
    const peer = all.find((one) => one.person.slug === to)
    if (!own || !peer) return []
    const at = morning(cast, daysAgo, 720)
    const id = uuid7(`${cast.seed}/declaration/${by}`, at)
    return [{ id, own, peer, at, ...told }]
  })
  await insertRows(
    trx,
    'contributions',
    rows.map(({ id, own, at }) => ({
      id,
      ambassador_id: own.id,
      kind: 'outside',
      at,
      weight: 1,
      source_kind: 'declaration',
      source_id: id,
      about_id: id,
      state: 'waiting',
      noted_at: at,
    })),
  )
  await insertRows(
    trx,
    'declarations',
    rows.map(({ id, what, people, words: said, peer }) => ({
      contribution_id: id,
      what,
      words: said,
      people,
      peer_id: peer.memberId,
      answered_at: null,
      peer_words: '',
    })),
  )
}
