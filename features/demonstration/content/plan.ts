/** An action of a plan, in days from today; the people by their slug. */
export interface DemoAction {
  key: string
  title: string
  details: string
  channel: 'post' | 'event' | 'newsletter' | 'managers' | 'intranet' | 'poster' | 'training' | 'outside'
  owner?: string
  from: number
  to: number
  state: 'todo' | 'doing' | 'done'
  serves?: 'arrived' | 'creators'
  needs?: readonly string[]
}

/** Tempo keeps its dates: what was due is done, and what comes is written. */
export const tempoPlan: readonly DemoAction[] = [
  {
    key: 'letters',
    title: 'Remettre les dernières lettres à Lieusaint',
    details:
      'Cinq équipes de pose passent au dépôt le lundi matin. Thomas les attend avec les enveloppes et un téléphone pour essayer.',
    channel: 'managers',
    owner: 'thomas',
    from: -25,
    to: -18,
    state: 'done',
    serves: 'arrived',
  },
  {
    key: 'gestures',
    title: 'Dix gestes de découpe filmés à Cholet',
    details: 'Une minute par geste, sans visage, avec le bruit de la machine. Bruno choisit, Fatou filme.',
    channel: 'post',
    owner: 'bruno',
    from: -21,
    to: -7,
    state: 'done',
    serves: 'creators',
  },
  {
    key: 'managers',
    title: 'Le tour des chefs d’équipe de Valence',
    details:
      'Vingt minutes par quart. Ce que Tempo change pour eux, et la réponse aux deux questions qui reviennent : le temps, la sécurité.',
    channel: 'managers',
    owner: 'nadia',
    from: -10,
    to: 6,
    state: 'doing',
    serves: 'arrived',
    needs: ['letters'],
  },
  {
    key: 'posters',
    title: 'Nouvelles affiches près des vestiaires',
    details: 'Le code en grand, l’adresse dessous, et une question d’atelier différente par site.',
    channel: 'poster',
    owner: 'clara',
    from: -3,
    to: 4,
    state: 'doing',
    serves: 'arrived',
  },
  {
    key: 'question',
    title: 'La question du mois : qu’est-ce qui te fait perdre dix minutes ?',
    details: 'Une question par site, posée par un Éclaireur. On répond à tout le monde dans la journée.',
    channel: 'post',
    owner: 'josephine',
    from: 3,
    to: 5,
    state: 'todo',
    serves: 'creators',
  },
  {
    key: 'gathering',
    title: 'Préparer la rencontre du trimestre',
    details: 'Ordre du jour tiré des questions restées ouvertes, liaison vidéo avec Champagnole, café avant.',
    channel: 'event',
    owner: 'nadia',
    from: 7,
    to: 13,
    state: 'todo',
    needs: ['managers'],
  },
  {
    key: 'advent',
    title: 'Le calendrier des gestes de décembre',
    details: 'Un geste utile par jour ouvré. Les dix premiers viennent des Éclaireurs, le reste est ouvert.',
    channel: 'post',
    owner: 'fatou',
    from: 6,
    to: 24,
    state: 'todo',
    serves: 'creators',
    needs: ['gestures'],
  },
  {
    key: 'reminders',
    title: 'Relancer les invités de Lieusaint par leurs collègues',
    details: 'Ceux qui sont entrés passent le mot à ceux qui posent avec eux. Rien ne part le week-end.',
    channel: 'newsletter',
    owner: 'thomas',
    from: 10,
    to: 17,
    state: 'todo',
    serves: 'arrived',
    needs: ['posters'],
  },
  {
    key: 'return',
    title: 'Le kit du retour de janvier',
    details:
      'Une question facile le premier matin, le trimestre en trois dates, dix minutes pour se remettre dedans.',
    channel: 'post',
    owner: 'nadia',
    from: 38,
    to: 42,
    state: 'todo',
    needs: ['advent'],
  },
  {
    key: 'portrait',
    title: 'Un portrait par site pour les vœux',
    details: 'Six personnes, six métiers, une photo de leur poste. Hélène les présente dans sa vidéo.',
    channel: 'intranet',
    owner: 'helene',
    from: 40,
    to: 49,
    state: 'todo',
    needs: ['gathering'],
  },
  {
    key: 'review',
    title: 'Bilan du trimestre avec les parties prenantes',
    details: 'Ce que disent les deux objectifs, trois choses à garder, deux à changer.',
    channel: 'event',
    owner: 'nadia',
    from: 52,
    to: 52,
    state: 'todo',
    needs: ['return', 'reminders'],
  },
]

/** A smaller community of the finishing shops, whose plan has slipped. */
export const varnish = {
  key: 'vernis',
  slug: 'vernis-a-l-eau',
  name: 'Vernis à l’eau',
  description: 'Champagnole et Castres passent aux vernis sans solvant : essais, réglages et questions.',
  vision:
    'Au printemps, plus un seul poste de finition ne respire de solvant, et la teinte tient aussi bien.',
  lead: 'thomas',
  sites: ['Champagnole', 'Castres'],
  members: 34,
  objective: { target: 0.4, startsInDays: -45, dueInDays: 18 },
} as const

export const varnishPlan: readonly DemoAction[] = [
  {
    key: 'why',
    title: 'Dire pourquoi on quitte le solvant',
    details: 'Trois témoignages de la finition, les mesures de l’air, et ce qui ne changera pas.',
    channel: 'event',
    owner: 'thomas',
    from: -44,
    to: -40,
    state: 'done',
  },
  {
    key: 'testers',
    title: 'Choisir les six testeurs des cabines',
    details: 'Deux par équipe, dont un qui n’y croit pas. Convenir du temps avec leur chef.',
    channel: 'managers',
    owner: 'gilles',
    from: -37,
    to: -28,
    state: 'done',
    needs: ['why'],
  },
  {
    key: 'test',
    title: 'Essai en cabine 2, deux semaines',
    details: 'Temps de séchage, aspect, odeur : trois questions à la fin de chaque série.',
    channel: 'training',
    owner: 'emilie',
    from: -24,
    to: -9,
    state: 'doing',
    serves: 'creators',
    needs: ['testers'],
  },
  {
    key: 'sheets',
    title: 'Une fiche de réglage par teinte',
    details: 'Viscosité, buse, pression, distance. Une photo de l’échantillon à côté de l’ancien.',
    channel: 'post',
    owner: 'odile',
    from: -14,
    to: -4,
    state: 'todo',
    serves: 'creators',
  },
  {
    key: 'decisions',
    title: 'Publier ce que l’essai a changé',
    details: 'Chaque remarque reçoit une réponse : corrigé, prévu, ou non et pourquoi.',
    channel: 'post',
    owner: 'thomas',
    from: -7,
    to: -3,
    state: 'todo',
    needs: ['test'],
  },
  {
    key: 'trainings',
    title: 'Trente minutes à la cabine pour chaque équipe',
    details: 'Par quatre, sur de vraies pièces, avec un testeur.',
    channel: 'training',
    owner: 'florian',
    from: 4,
    to: 18,
    state: 'todo',
    needs: ['decisions'],
  },
]
