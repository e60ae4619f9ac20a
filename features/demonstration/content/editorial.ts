import type { PostKind } from '#features/posts/contract.ts'
import type { Channel, SlotKind, SlotState } from '#features/editorial/rules/states.ts'
import type { SpaceKey } from './spaces.ts'

export const themes = [
  { key: 'gestes', name: 'Gestes d’atelier', tone: 1 },
  { key: 'gens', name: 'Les gens', tone: 5 },
  { key: 'chantiers', name: 'Chantiers', tone: 3 },
  { key: 'outil', name: 'Tempo, l’outil', tone: 4 },
] as const
export type ThemeKey = (typeof themes)[number]['key']

export interface DemoSeries {
  key: string
  title: string
  brief: string
  kind: SlotKind
  channel: Channel
  postKind: PostKind
  theme: ThemeKey
  owner: string
  every: 'week' | 'fortnight' | 'month'
  weekday: number
  nth: number | null
  minutes: number
}

export const series: readonly DemoSeries[] = [
  {
    key: 'mardi',
    title: 'Question du mardi',
    brief: 'Une question à laquelle on répond en une ligne, debout, entre deux séries.',
    kind: 'post',
    channel: 'feed',
    postKind: 'question',
    theme: 'gestes',
    owner: 'nadia',
    every: 'week',
    weekday: 2,
    nth: null,
    minutes: 540,
  },
  {
    key: 'photo',
    title: 'Photo de la semaine',
    brief: 'Une photo prise sans pose, et la phrase de qui l’a prise.',
    kind: 'post',
    channel: 'screen',
    postKind: 'message',
    theme: 'gens',
    owner: 'thi',
    every: 'week',
    weekday: 5,
    nth: null,
    minutes: 960,
  },
  {
    key: 'cafe',
    title: 'Café-atelier',
    brief: 'Quarante minutes, un geste montré, la moitié des chaises à l’écran.',
    kind: 'event',
    channel: 'gathering',
    postKind: 'message',
    theme: 'gestes',
    owner: 'mehdi',
    every: 'fortnight',
    weekday: 4,
    nth: null,
    minutes: 765,
  },
  {
    key: 'lettre',
    title: 'Le mois en cinq lignes',
    brief: 'Cinq choses qui ont compté, un lien chacune.',
    kind: 'newsletter',
    channel: 'letter',
    postKind: 'message',
    theme: 'outil',
    owner: 'nadia',
    every: 'month',
    weekday: 1,
    nth: 1,
    minutes: 480,
  },
]

export interface DemoSlot {
  key: string
  /** Weeks from this one, and the weekday; null: waiting for a day. */
  on: { week: number; weekday: number; minutes: number } | null
  title: string
  brief?: string
  kind?: SlotKind
  channel?: Channel
  postKind?: PostKind
  theme?: ThemeKey
  owner: string | null
  space?: SpaceKey
  state: Exclude<SlotState, 'published'>
  text?: string
  remarks?: readonly { by: string; text: string; asks?: string; done?: boolean }[]
}

/** The third week from this one is left empty on purpose: the calendar shows it. */
export const EMPTY_WEEK = 3

export const slots: readonly DemoSlot[] = [
  {
    key: 'colle',
    on: { week: 1, weekday: 1, minutes: 405 },
    title: 'La colle qui prend en hiver',
    brief: 'Le réglage que Champagnole a trouvé quand l’atelier descend sous quinze degrés.',
    postKind: 'message',
    theme: 'gestes',
    owner: 'josephine',
    state: 'scheduled',
    text: 'Sous quinze degrés, la colle tire en longueur et les montants glissent. On la sort du local la veille au soir, et on pose deux cales de plus à mi-hauteur. Dix minutes de préparation, et plus aucune reprise depuis novembre.\n\nQui veut essayer sur les petits châssis cette semaine ?',
  },
  {
    key: 'nuit',
    on: { week: 1, weekday: 3, minutes: 1240 },
    title: 'Le relais de 21 heures',
    brief: 'Ce qui se dit au passage entre l’équipe du soir et celle de nuit.',
    channel: 'text',
    theme: 'gens',
    owner: 'samuel',
    state: 'ready',
    text: 'Trois minutes au pied de la ligne 2 : ce qui tourne, ce qui boite, ce qu’il ne faut pas toucher avant le matin. On le fait depuis six semaines et les reprises du lundi ont fondu.',
  },
  {
    key: 'portrait',
    on: { week: 1, weekday: 4, minutes: 750 },
    title: 'Portrait : Linh et les machines silencieuses',
    brief: 'Trois questions, une photo, pas plus d’une page.',
    theme: 'gens',
    owner: 'mehdi',
    state: 'drafted',
    text: 'Linh a passé onze ans à écouter des machines avant de les assembler. Elle dit qu’un roulement fatigué s’entend deux jours avant de se voir.\n\nOn lui a demandé ce qu’elle aimerait qu’on lui demande plus souvent.',
    remarks: [
      { by: 'mehdi', text: 'Tu veux bien relire avant jeudi ? J’hésite sur la fin.', asks: 'nadia' },
      { by: 'nadia', text: 'La deuxième phrase pourrait ouvrir le texte, elle accroche tout de suite.' },
    ],
  },
  {
    key: 'castres',
    on: { week: 2, weekday: 1, minutes: 600 },
    title: 'Rencontre à Castres',
    brief: 'Huit Éclaireurs, la scierie ouverte, un repas long.',
    kind: 'event',
    channel: 'gathering',
    theme: 'gens',
    owner: 'bruno',
    state: 'ready',
  },
  {
    key: 'vernis',
    on: { week: 2, weekday: 3, minutes: 540 },
    title: 'Moins de vernis, même rendu',
    brief: 'Le souci, le geste, le gain : avec la photo du pistolet réglé.',
    postKind: 'practice',
    theme: 'gestes',
    owner: 'josephine',
    state: 'drafted',
    text: 'À relire avec l’atelier de Valence avant de publier.',
  },
  {
    key: 'racontee',
    on: { week: 1, weekday: 3, minutes: 720 },
    title: 'La nuit à l’atelier, racontée dehors',
    brief: 'Le kit s’ouvre à midi : trois textes, une photo de la ligne à quatre heures du matin.',
    kind: 'share',
    channel: 'outside',
    theme: 'gens',
    owner: 'nadia',
    state: 'drafted',
  },
  {
    key: 'parole',
    on: { week: 1, weekday: 1, minutes: 510 },
    title: 'La parole change de mains',
    brief: 'Passer le mot de la semaine, rappeler le code, demander ce qui aiderait.',
    kind: 'turn',
    channel: 'outside',
    theme: 'gens',
    owner: 'nadia',
    state: 'ready',
  },
  {
    key: 'linkedin',
    on: { week: 2, weekday: 4, minutes: 780 },
    title: 'L’escalier de la médiathèque, raconté dehors',
    kind: 'share',
    channel: 'outside',
    theme: 'chantiers',
    owner: 'bruno',
    state: 'idea',
  },
  {
    key: 'poseurs',
    on: { week: 4, weekday: 2, minutes: 405 },
    title: 'Ce que les poseurs voient avant nous',
    postKind: 'question',
    theme: 'chantiers',
    owner: 'ousmane',
    state: 'drafted',
    text: 'Quel défaut revient sur les chantiers et ne se voit jamais à l’atelier ?',
  },
  {
    key: 'voeux',
    on: { week: 5, weekday: 1, minutes: 540 },
    title: 'Un vœu pour l’équipe d’à côté',
    postKind: 'message',
    theme: 'gens',
    owner: 'nadia',
    state: 'idea',
  },
  {
    key: 'direct',
    on: { week: 6, weekday: 4, minutes: 780 },
    title: 'Direct avec Hélène : vos questions',
    kind: 'event',
    channel: 'gathering',
    theme: 'outil',
    owner: 'nadia',
    state: 'ready',
  },
  {
    key: 'gants',
    on: { week: 7, weekday: 3, minutes: 390 },
    title: 'Gants anti-coupure : lesquels tiennent vraiment',
    channel: 'screen',
    postKind: 'poll',
    theme: 'gestes',
    owner: 'mehdi',
    state: 'idea',
  },
  {
    key: 'fatou',
    on: null,
    title: 'Portrait de Fatou',
    brief: 'Prêt depuis lundi, il ne lui manque qu’un jour.',
    theme: 'gens',
    owner: 'nadia',
    state: 'ready',
    text: 'Fatou a repris l’accueil de Nantes en février. Depuis, les visiteurs arrivent à l’atelier en sachant déjà où poser leur casque.',
  },
  {
    key: 'replay',
    on: null,
    title: 'Replay du café n° 5',
    theme: 'gestes',
    owner: 'mehdi',
    state: 'drafted',
    text: 'La vidéo est sous-titrée. Il reste à choisir les deux minutes qu’on mettra en avant.',
  },
  {
    key: 'dos',
    on: null,
    title: 'Trois gestes pour le dos',
    channel: 'screen',
    theme: 'gestes',
    owner: 'samuel',
    state: 'idea',
  },
  {
    key: 'essences',
    on: null,
    title: 'Quiz des essences',
    kind: 'event',
    channel: 'gathering',
    theme: 'gestes',
    owner: null,
    state: 'idea',
  },
]

export const lastCommittee = {
  daysAgo: 22,
  members: ['nadia', 'mehdi', 'josephine', 'bruno'],
  words:
    'On garde la question du mardi telle quelle. La photo du vendredi passe sur l’écran d’atelier, où elle est vue de ceux qui n’ouvrent pas le fil.',
  decisions: [
    {
      key: 'photo',
      kind: 'note',
      text: 'La photo de la semaine va sur l’écran d’atelier',
      owner: null,
      due: null,
      done: false,
    },
    {
      key: 'vernis',
      kind: 'slot',
      text: 'Une bonne pratique sur le vernis avant les congés',
      owner: 'josephine',
      due: null,
      done: false,
    },
    {
      key: 'cholet',
      kind: 'task',
      text: 'Demander à Cholet trois photos de la nouvelle ligne',
      owner: 'mehdi',
      due: -8,
      done: true,
    },
    {
      key: 'poseurs',
      kind: 'task',
      text: 'Appeler deux poseurs pour préparer leur question',
      owner: 'bruno',
      due: 5,
      done: false,
    },
  ],
} as const

export const nextCommittee = {
  daysAhead: 7,
  members: ['nadia', 'mehdi', 'josephine', 'bruno', 'samuel'],
} as const

export const mix = { question: 30, practice: 25, message: 25, kudos: 10, poll: 5, idea: 5 } as const
