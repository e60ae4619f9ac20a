import { frenchSpacing } from '../rules/typography.ts'
import type { NamedPerson } from './person.ts'
import type { SpaceKey } from './spaces.ts'

type Slug = NamedPerson['slug']

/** A comment that somebody reported: it hangs on a post of that space, and a moderator has settled it or not. */
export type Reported = {
  key: string
  space: SpaceKey
  text: string
  daysAgo: number
  reports: readonly { by: Slug; reason: 'hurtful' | 'private' | 'wrong' | 'advertising'; note: string }[]
  verdict: 'open' | 'hidden' | 'kept'
}

const spaced = (one: Reported): Reported => ({
  ...one,
  text: frenchSpacing(one.text),
  reports: one.reports.map((report) => ({ ...report, note: frenchSpacing(report.note) })),
})

const written: readonly Reported[] = [
  {
    key: 'pneus',
    space: 'cholet',
    text: 'Sinon je revends quatre pneus neige presque neufs, 30 % de moins pour les collègues. Mon numéro est au vestiaire.',
    daysAgo: 1,
    reports: [
      { by: 'corinne', reason: 'advertising', note: 'Le tableau de la cantine est là pour ça.' },
      { by: 'romain', reason: 'advertising', note: '' },
    ],
    verdict: 'open',
  },
  {
    key: 'adresse',
    space: 'chantier',
    text: 'C’était chez M. et Mme Delaunay, 12 rue du Puits, la maison aux volets bleus. Ils partent tous les ans en février.',
    daysAgo: 2,
    reports: [
      {
        by: 'soizic',
        reason: 'private',
        note: 'Le nom, l’adresse et les dates d’absence d’un client, en toutes lettres.',
      },
    ],
    verdict: 'open',
  },
  {
    key: 'compter',
    space: 'tempo',
    text: 'De toute façon à Valence ils ne savent pas compter jusqu’à dix.',
    daysAgo: 23,
    reports: [{ by: 'christelle', reason: 'hurtful', note: 'On est vingt-deux à l’avoir lu ce matin.' }],
    verdict: 'hidden',
  },
  {
    key: 'cadence',
    space: 'tempo',
    text: 'Je ne suis pas d’accord avec le chiffre : chez nous la pose prend le double, montre en main.',
    daysAgo: 37,
    reports: [{ by: 'olivier', reason: 'wrong', note: '' }],
    verdict: 'kept',
  },
]
export const reported: readonly Reported[] = written.map(spaced)
