import { frenchSpacing } from '../rules/typography.ts'

const written = (text: string) => frenchSpacing(text.trim())

export interface DemoSaid {
  on: 'linkedin' | 'mastodon'
  /** Day of the turn, from 0, and minutes after midnight. */
  day: number
  minutes: number
  text: string
  drawing?: string
  alt?: string
  figures?: { likes: number; reposts: number; replies: number }
}

export interface DemoTurn {
  slug: string
  /** Weeks from this one. */
  week: number
  state: 'confirmed' | 'proposed'
  said: readonly DemoSaid[]
  note?: string
  words?: string
  told?: { views: number; likes: number; replies: number; clicks: number | null }
}

export const onDuty = {
  slug: 'nadia',
  name: 'Nadia Belkacem',
  phone: '+33 6 00 00 00 17',
  hours: written('7 h à 19 h'),
}

/** The voice of Aubrelle, week after week: nobody reads before them. */
export const turns: readonly DemoTurn[] = [
  {
    slug: 'ines',
    week: -6,
    state: 'confirmed',
    said: [
      {
        on: 'linkedin',
        day: 1,
        minutes: 490,
        text: written(
          'Une gamme de fabrication, c’est une recette. La nôtre tenait sur onze pages ; nous l’avons relue avec celles et ceux qui cuisinent. Il en reste quatre.',
        ),
      },
    ],
    words: written('Deux bureaux des méthodes m’ont écrit pour comparer leurs gammes avec les nôtres.'),
    told: { views: 6_400, likes: 118, replies: 21, clicks: null },
  },
  {
    slug: 'josephine',
    week: -5,
    state: 'confirmed',
    said: [
      {
        on: 'linkedin',
        day: 0,
        minutes: 465,
        text: written(
          'Avant de vernir, je pose la main. Si le bois est froid, il a encore de l’eau à rendre. L’appareil dit la même chose, mais avec des chiffres.',
        ),
        drawing: 'vernis.webp',
        alt: written('Une pièce de bois que l’on vernit à l’atelier'),
      },
      {
        on: 'mastodon',
        day: 2,
        minutes: 725,
        text: written(
          'Trois semaines sans reprise à la finition. Le secret tient dans un carnet et un peu de patience.',
        ),
        figures: { likes: 31, reposts: 9, replies: 4 },
      },
    ],
    words: written('Un lycée professionnel demande à venir voir la cabine. J’ai dit oui pour mars.'),
    told: { views: 14_800, likes: 402, replies: 57, clicks: 96 },
  },
  {
    slug: 'bruno',
    week: -4,
    state: 'confirmed',
    said: [
      {
        on: 'linkedin',
        day: 2,
        minutes: 510,
        text: written(
          'Un escalier se monte à l’envers : on commence par là où les gens arriveront. Quarante ans de métier et je le redécouvre à chaque chantier.',
        ),
        drawing: 'escalier.webp',
        alt: written('Un escalier de bois en cours de montage'),
      },
    ],
    words: written('J’ai répondu à tout le monde le jeudi matin, café en main. C’était le meilleur moment.'),
    told: { views: 9_300, likes: 240, replies: 38, clicks: null },
  },
  {
    slug: 'fatou',
    week: -3,
    state: 'confirmed',
    said: [
      {
        on: 'linkedin',
        day: 1,
        minutes: 830,
        text: written(
          'Sur ma ligne, le carton rate une fois sur deux cents. On a filmé les ratés au ralenti, en équipe. C’était l’étiquette, pas la machine.',
        ),
      },
      {
        on: 'mastodon',
        day: 3,
        minutes: 745,
        text: written(
          'Petite victoire de la semaine : l’étiquette ne se décolle plus. Merci à l’équipe de nuit pour l’idée du rouleau tiède.',
        ),
        figures: { likes: 18, reposts: 3, replies: 2 },
      },
    ],
    told: { views: 5_100, likes: 97, replies: 12, clicks: null },
  },
  {
    slug: 'ousmane',
    week: -2,
    state: 'confirmed',
    said: [
      {
        on: 'linkedin',
        day: 0,
        minutes: 395,
        text: written(
          'Six heures trente-cinq, le quai se réveille. Ce que vous voyez dans votre salon est d’abord passé sous ces fourches, avec beaucoup de délicatesse.',
        ),
        drawing: 'entrepot.webp',
        alt: written('Le quai de chargement de Valence'),
      },
    ],
    words: written('Trois caristes d’ailleurs ont écrit. On compare nos façons de caler les vitrages.'),
    told: { views: 11_200, likes: 310, replies: 44, clicks: 31 },
  },
  {
    slug: 'clara',
    week: -1,
    state: 'confirmed',
    said: [
      {
        on: 'linkedin',
        day: 0,
        minutes: 470,
        text: written(
          'J’ai dessiné ces fenêtres. Yann les a posées. On ne s’était jamais parlé, alors que nos noms sont sur le même plan.',
        ),
        drawing: 'facade.webp',
        alt: written('Une façade et ses fenêtres neuves'),
      },
      {
        on: 'mastodon',
        day: 2,
        minutes: 735,
        text: written(
          'Un plan, c’est une lettre à quelqu’un qu’on ne verra pas. J’écris plus gros depuis que j’ai vu un chantier sous la pluie.',
        ),
        figures: { likes: 44, reposts: 15, replies: 6 },
      },
    ],
    note: written(
      'Deux personnes attendent une réponse sous le message de lundi : Karine demande le nom du bois, un apprenti de Rennes veut venir. Et garde l’idée du plan écrit gros, elle a plu.',
    ),
    words: written('Trois candidatures citent le message de lundi. Yann et moi déjeunons ensemble jeudi.'),
    told: { views: 21_300, likes: 612, replies: 94, clicks: 183 },
  },
  {
    slug: 'mehdi',
    week: 0,
    state: 'confirmed',
    said: [
      {
        on: 'linkedin',
        day: 0,
        minutes: 480,
        text: written(
          'Régler une machine sans s’énerver : j’écris ce que je change, une chose à la fois, et je goûte le résultat avant de toucher au reste.',
        ),
        drawing: 'gabarit.webp',
        alt: written('Un gabarit de réglage posé sur l’établi'),
      },
      {
        on: 'linkedin',
        day: 3,
        minutes: 745,
        text: written(
          'On me demande souvent le bon réglage. Il n’y en a pas : il y a celui du matin, froid, et celui de seize heures. Le carnet sait les deux.',
        ),
      },
    ],
  },
  { slug: 'fatou', week: 2, state: 'confirmed', said: [] },
  { slug: 'bruno', week: 3, state: 'proposed', said: [] },
  { slug: 'sofia', week: 4, state: 'confirmed', said: [] },
  { slug: 'nora', week: 5, state: 'confirmed', said: [] },
  { slug: 'samuel', week: 6, state: 'proposed', said: [] },
  { slug: 'mehdi', week: 7, state: 'confirmed', said: [] },
]

/** Weeks that nobody has taken yet. */
export const gaps: readonly number[] = [1]
