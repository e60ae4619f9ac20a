import { type Calendar, nextWorkingDay } from '#features/seasons/rules/calendar.ts'
import { addDays } from '#features/seasons/rules/days.ts'
import type { Channel } from './channels.ts'
import { endAfter } from './moves.ts'

/** An action of a template; its words are the texts 'plan.templates.<template>.<key>.title' and '.details'. */
export interface TemplateAction {
  key: string
  channel: Channel
  /** Calendar days after the first one. */
  after: number
  /** Working days it lasts. */
  days: number
  /** Those listed before it that it waits for. */
  needs?: readonly string[]
  /** The measure it serves: the first objective of that measure is named. */
  serves?: 'arrived' | 'active' | 'creators'
}

export const TEMPLATES = ['launch', 'revival', 'rollout'] as const
export type TemplateKey = (typeof TEMPLATES)[number]

export const TEMPLATE_WEEKS: Record<TemplateKey, number> = { launch: 12, revival: 6, rollout: 10 }

const week = (number: number, day = 0) => (number - 1) * 7 + day

export const TEMPLATE_ACTIONS: Record<TemplateKey, readonly TemplateAction[]> = {
  launch: [
    { key: 'vision', channel: 'event', after: week(1), days: 3 },
    { key: 'sponsor', channel: 'managers', after: week(1, 3), days: 3, needs: ['vision'] },
    { key: 'ambassadors', channel: 'managers', after: week(2), days: 10, needs: ['vision'] },
    { key: 'charter', channel: 'post', after: week(3), days: 5 },
    {
      key: 'pilot',
      channel: 'post',
      after: week(4),
      days: 15,
      needs: ['ambassadors', 'charter'],
      serves: 'active',
    },
    {
      key: 'gathering',
      channel: 'event',
      after: week(5),
      days: 1,
      needs: ['ambassadors'],
      serves: 'creators',
    },
    { key: 'contents', channel: 'post', after: week(6), days: 10, needs: ['gathering'], serves: 'creators' },
    { key: 'managers', channel: 'managers', after: week(7), days: 3, needs: ['sponsor'], serves: 'arrived' },
    { key: 'posters', channel: 'poster', after: week(8), days: 5, serves: 'arrived' },
    { key: 'teaser', channel: 'intranet', after: week(8), days: 3 },
    {
      key: 'invitations',
      channel: 'newsletter',
      after: week(9),
      days: 2,
      needs: ['posters', 'contents'],
      serves: 'arrived',
    },
    { key: 'event', channel: 'event', after: week(9, 2), days: 1, needs: ['invitations'], serves: 'arrived' },
    { key: 'welcome', channel: 'post', after: week(9, 3), days: 15, needs: ['event'], serves: 'active' },
    { key: 'reminders', channel: 'managers', after: week(11), days: 5, needs: ['event'], serves: 'arrived' },
    { key: 'review', channel: 'event', after: week(12, 2), days: 1, needs: ['reminders'] },
  ],
  revival: [
    { key: 'look_back', channel: 'post', after: week(1), days: 2 },
    { key: 'first_question', channel: 'post', after: week(1, 1), days: 1, serves: 'active' },
    { key: 'ambassadors', channel: 'event', after: week(1, 2), days: 3, serves: 'creators' },
    {
      key: 'newcomers',
      channel: 'post',
      after: week(2),
      days: 5,
      needs: ['first_question'],
      serves: 'active',
    },
    {
      key: 'gathering',
      channel: 'event',
      after: week(2, 3),
      days: 1,
      needs: ['ambassadors'],
      serves: 'creators',
    },
    { key: 'challenge', channel: 'post', after: week(3), days: 15, needs: ['gathering'], serves: 'creators' },
    { key: 'managers', channel: 'managers', after: week(4), days: 3, serves: 'active' },
    { key: 'thanks', channel: 'post', after: week(6), days: 2, needs: ['challenge'] },
    { key: 'review', channel: 'event', after: week(6, 3), days: 1, needs: ['thanks'] },
  ],
  rollout: [
    { key: 'why', channel: 'event', after: week(1), days: 3 },
    { key: 'testers', channel: 'managers', after: week(1, 3), days: 5 },
    { key: 'test', channel: 'training', after: week(3), days: 10, needs: ['testers'], serves: 'active' },
    { key: 'decisions', channel: 'post', after: week(5), days: 3, needs: ['test'] },
    { key: 'practices', channel: 'post', after: week(5, 2), days: 5, needs: ['test'], serves: 'creators' },
    { key: 'managers', channel: 'managers', after: week(5), days: 4, needs: ['why'], serves: 'arrived' },
    { key: 'relay_kit', channel: 'post', after: week(6), days: 3, needs: ['decisions'], serves: 'arrived' },
    {
      key: 'trainings',
      channel: 'training',
      after: week(6, 3),
      days: 15,
      needs: ['managers'],
      serves: 'active',
    },
    { key: 'opening', channel: 'event', after: week(7), days: 1, needs: ['relay_kit'], serves: 'arrived' },
    { key: 'help_desk', channel: 'post', after: week(7, 1), days: 15, needs: ['opening'], serves: 'active' },
    { key: 'survey', channel: 'post', after: week(9), days: 5, needs: ['opening'] },
    { key: 'answer', channel: 'post', after: week(10, 2), days: 2, needs: ['survey'] },
  ],
}

export interface LaidOut extends TemplateAction {
  startsOn: string
  endsOn: string
}

/** A template on the calendar from a day: nothing begins or is counted on a week-end, a public holiday or a closed day. */
export function layOut(template: TemplateKey, from: string, calendar: Calendar): LaidOut[] {
  const placed: LaidOut[] = []
  for (const action of TEMPLATE_ACTIONS[template]) {
    const ends = (action.needs ?? []).flatMap((need) => placed.find((one) => one.key === need)?.endsOn ?? [])
    const after = ends.length > 0 ? addDays(ends.sort().at(-1) ?? from, 1) : from
    const wanted = addDays(from, action.after)
    const startsOn = nextWorkingDay(after > wanted ? after : wanted, calendar)
    placed.push({ ...action, startsOn, endsOn: endAfter(startsOn, action.days, calendar) })
  }
  return placed
}
