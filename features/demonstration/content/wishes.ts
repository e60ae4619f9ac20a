import { frenchSpacing } from '../rules/typography.ts'
import type { NamedPerson } from './person.ts'
import type { SpaceKey } from './spaces.ts'

type Slug = NamedPerson['slug']

/** Those who knock at the door of a closed group and wait for an answer. */
export type Request = { by: Slug; space: SpaceKey; note: string; daysAgo: number }
const knocks: readonly Request[] = [
  {
    by: 'florian',
    space: 'eclaireurs',
    note: 'Je réponds déjà aux questions de séchage, autant le faire avec vous. Deux heures par semaine, mon chef est d’accord.',
    daysAgo: 2,
  },
  {
    by: 'melanie',
    space: 'eclaireurs',
    note: 'Personne de la conduite de travaux dans le groupe, je veux bien essayer.',
    daysAgo: 5,
  },
  {
    by: 'dominique',
    space: 'nuit',
    note: 'Je passe de nuit à partir de lundi.',
    daysAgo: 1,
  },
]
export const requests: readonly Request[] = knocks.map((one) => ({ ...one, note: frenchSpacing(one.note) }))

/** What somebody began to write and has not sent. */
export type Begun = {
  by: Slug
  space: SpaceKey
  kind: 'message' | 'question' | 'idea'
  title: string
  text: string
  hoursAgo: number
}
const begun: readonly Begun[] = [
  {
    by: 'nadia',
    space: 'tempo',
    kind: 'message',
    title: '',
    text: 'Les cinq demandes les plus votées du mois : je les porte à Hélène jeudi. Pour l’instant j’ai les micro-arrêts, le pointage d’équipe, et',
    hoursAgo: 5,
  },
  {
    by: 'mehdi',
    space: 'reglages',
    kind: 'question',
    title: 'Une cale de 0,5 mm qui ne se perd pas ?',
    text: 'J’en ai égaré trois depuis lundi. J’hésite entre les peindre en rose et',
    hoursAgo: 30,
  },
  {
    by: 'karim',
    space: 'nantes',
    kind: 'idea',
    title: 'Grouper les commandes de petit outillage',
    text: '',
    hoursAgo: 70,
  },
]
export const drafts: readonly Begun[] = begun.map((one) => ({
  ...one,
  title: frenchSpacing(one.title),
  text: frenchSpacing(one.text),
}))
