import { frenchSpacing } from '../rules/typography.ts'
import type { NamedPerson } from './person.ts'
import type { SpaceKey } from './spaces.ts'

export type Hello = { space: SpaceKey; by: NamedPerson['slug']; text: string }

const french = (space: SpaceKey, by: Hello['by'], text: string): Hello => ({
  space,
  by,
  text: frenchSpacing(text),
})

/** The post pinned in each group of a site, under which whoever arrives is greeted by name. */
export const hellos: readonly Hello[] = [
  french(
    'cholet',
    'mehdi',
    'Une nouvelle tête à la halle ? On se dit bonjour ici. Donne ton poste et ton équipe, on te dira quelle machine à café rend la monnaie.',
  ),
  french(
    'nantes',
    'clara',
    'Tu viens d’arriver aux bureaux ? Présente-toi en une phrase, même si c’est pour dire que tu cherches encore la salle de réunion.',
  ),
  french(
    'castres',
    'ines',
    'Un bonjour par arrivée : chez les escaliers, on ne rate pas la première marche.',
  ),
  french(
    'champagnole',
    'josephine',
    'Du tronc au vernis, chaque arrivée mérite un mot. Laisse le tien, on répond entre deux couches.',
  ),
  french(
    'valence',
    'fatou',
    'Qui vient de monter sur le quai ? Un prénom, une équipe, et on te garde une place à la pause.',
  ),
  french(
    'chantier',
    'laurie',
    'Nouveau visage sur les chantiers ou au téléphone ? Raconte d’où tu viens, les camionnettes ont de la mémoire.',
  ),
  {
    space: 'export',
    by: 'hannah',
    text: 'New here? Tell us which country you look after and what you had for lunch. We will do the rest.',
  },
]
