import { isServing } from '#features/programme/rules/lifecycle.ts'
import type { Trx } from '#platform/server/db.ts'
import { agendas, type CircleKey, circles, regularTitles } from '../content/programme.ts'
import { uuid7 } from '../rules/random.ts'
import { addDays, isWorkingDay, parisInstant } from '../rules/season.ts'
import type { Cast } from './cast.ts'
import { ambassadors, circleId, foundedAt, programmeId } from './programme.ts'
import { insertRows, type Row } from './rows.ts'

const HOUR_MS = 3_600_000

export const gatheringId = (cast: Cast, key: string): string =>
  uuid7(`${cast.seed}/gathering/${key}`, cast.opened)

interface Met {
  key: string
  circle: CircleKey | null
  founding: boolean
  title: string
  startsAt: Date
  hours: number
  place: string
  host: string
  held: boolean
}

const workingDay = (cast: Cast, days: number) => {
  let day = addDays(cast.today, days)
  while (!isWorkingDay(day)) day = addDays(day, 1)
  return day
}
const at = (cast: Cast, days: number, minutes: number) => parisInstant(workingDay(cast, days), minutes)

function meetings(cast: Cast): Met[] {
  const founded = circles
    .filter((circle) => circle.met)
    .map(({ key, name }): Met => ({
      key: `founding ${key}`,
      circle: key,
      founding: true,
      title: `Premier tour de table : ${name}`,
      startsAt: foundedAt(cast, key),
      hours: 3,
      place: key === 'nantes' ? 'Siège, salle Loire' : 'Salle de pause de l’atelier',
      host: key === 'castres' ? 'bruno' : key === 'valence' ? 'ousmane' : 'nadia',
      held: true,
    }))
  const every = regularTitles.slice(0, 3).map((title, index): Met => ({
    key: `all ${index}`,
    circle: null,
    founding: false,
    title,
    startsAt: at(cast, -(18 + index * 92), 13 * 60 + 30),
    hours: 2,
    place: index === 0 ? 'Cholet, halle 2' : 'Siège, amphithéâtre',
    host: 'nadia',
    held: true,
  }))
  return [
    ...founded,
    ...every,
    {
      key: 'founding chantier',
      circle: 'chantier',
      founding: true,
      title: 'Premier tour de table : Lieusaint, pose et chantier',
      startsAt: at(cast, 12, 8 * 60),
      hours: 2,
      place: 'Dépôt de Lieusaint, avant les tournées',
      host: 'thomas',
      held: false,
    },
    {
      key: 'next all',
      circle: null,
      founding: false,
      title: 'Rencontre d’hiver',
      startsAt: at(cast, 47, 13 * 60 + 30),
      hours: 2,
      place: 'Castres, atelier des escaliers',
      host: 'nadia',
      held: false,
    },
    {
      key: 'next lignes',
      circle: 'lignes',
      founding: false,
      title: 'Le cercle des lignes se retrouve',
      startsAt: at(cast, 6, 13 * 60),
      hours: 1,
      place: 'Halle, à côté de la ligne 2',
      host: 'nadia',
      held: false,
    },
  ]
}

export async function insertGatherings(trx: Trx, cast: Cast): Promise<void> {
  const all = meetings(cast)
  await insertRows(
    trx,
    'gatherings',
    all.map((one) => ({
      id: gatheringId(cast, one.key),
      programme_id: programmeId(cast),
      circle_id: one.circle && circleId(cast, one.circle),
      kind: one.founding ? 'founding' : 'regular',
      title: one.title,
      starts_at: one.startsAt,
      ends_at: new Date(one.startsAt.getTime() + one.hours * HOUR_MS),
      place: one.place,
      online_url: 'https://visio.aubrelle.example/eclaireurs',
      agenda: one.founding ? agendas.founding : agendas.regular,
      host_id: cast.memberId(cast.bySlug(one.host)),
      held_at: one.held ? new Date(one.startsAt.getTime() + one.hours * HOUR_MS) : null,
      created_at: new Date(
        Math.min(one.startsAt.getTime() - 20 * 24 * HOUR_MS, cast.now.getTime() - HOUR_MS),
      ),
    })),
  )
  await insertRows(
    trx,
    'gathering_answers',
    all.flatMap((one) => answersTo(cast, one)),
  )
}

/** Most come, half of the rest from a screen; of what lies ahead, some have not answered yet. */
function answersTo(cast: Cast, met: Met): Row[] {
  const draw = cast.draw(`gathering ${met.key}`)
  return ambassadors(cast)
    .filter((one) => isServing(one.state) && (!met.circle || one.circleKey === met.circle))
    .filter((one) => (one.onboardingSince ?? cast.now) < met.startsAt && draw.chance(met.held ? 0.94 : 0.6))
    .map((one) => {
      const answer = draw.weighted([
        ['on_site', met.circle ? 7 : 4],
        ['online', met.circle ? 1 : 4],
        ['no', 2],
      ] as const)
      const came = met.held ? (answer !== 'no' && draw.chance(0.08) ? 'no' : answer) : null
      return { gathering_id: gatheringId(cast, met.key), member_id: one.memberId, answer, came }
    })
}
