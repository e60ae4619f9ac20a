/** Where the good practices of Aubrelle are found again, what they changed, and what others told of them. */
export const themes = [
  'Sécurité',
  'Finition',
  'Réglages',
  'Pose',
  'Quai et transport',
  'Clients',
  'Bois',
  'Outils et postes',
] as const
export type ThemeName = (typeof themes)[number]

export interface DemoCard {
  /** The title of the practice. */
  title: string
  themes: readonly ThemeName[]
  jobs?: readonly string[]
  before?: string
  after?: string
  /** By those who did it too, in their order. */
  told?: readonly { before?: string; after?: string; words?: string }[]
}

export const cards: readonly DemoCard[] = [
  {
    title: 'L’hygromètre avant la cabine : zéro reprise en trois semaines',
    themes: ['Finition', 'Réglages'],
    jobs: ['Vernisseuse', 'Finisseur', 'Teinteuse'],
    before: 'Quatre heures de reprise par semaine',
    after: 'Aucune depuis trois semaines',
    told: [
      {
        before: 'Deux portes sur dix reprises',
        after: 'Une sur trente',
        words: 'Il a fallu un deuxième hygromètre : celui du bureau mentait de six points.',
      },
      { words: 'Les jours de pluie on attend vingt minutes, pas dix. Le reste marche pareil.' },
      { before: 'On lançait au jugé', after: 'On lit, puis on lance' },
    ],
  },
  {
    title: 'La lampe rasante avant la dernière couche',
    themes: ['Finition'],
    before: 'Neuf reprises par semaine',
    after: 'Deux',
  },
  { title: 'La teinte mélangée la veille, pas le matin', themes: ['Finition'], jobs: ['Teinteuse'] },
  {
    title: 'Deux minutes avant de monter',
    themes: ['Sécurité', 'Pose'],
    told: [
      {
        words: 'Sur une façade à Nantes, c’est l’apprenti qui a vu le fil. Personne d’autre ne l’aurait dit.',
      },
      { before: 'On montait, puis on regardait', after: 'Trois chantiers repensés ce mois-ci' },
    ],
  },
  {
    title: 'Le chariot bas pour les vitrages lourds',
    themes: ['Sécurité', 'Outils et postes'],
    before: 'Deux arrêts pour le dos en un an',
    after: 'Aucun cette année',
  },
  { title: 'Le couteau à lame rentrante attaché au poste', themes: ['Sécurité', 'Outils et postes'] },
  {
    title: 'Le chariot d’outils préparé pendant que la pièce précédente tourne',
    themes: ['Réglages', 'Outils et postes'],
    before: 'Vingt-deux minutes de changement',
    after: 'Neuf, chronométrées',
    told: [
      {
        before: '18 minutes',
        after: '11 minutes',
        words: 'Les silhouettes au fond du chariot font la moitié du travail.',
      },
    ],
  },
  {
    title: 'Un repère peint plutôt qu’une cote sur papier',
    themes: ['Réglages'],
    before: 'Douze minutes par série',
    after: 'Six',
  },
  { title: 'Le zéro machine repris à chaud, pas à froid', themes: ['Réglages', 'Bois'] },
  {
    title: 'Les pièces préchauffées sur un chariot grillagé',
    themes: ['Réglages'],
    before: 'Quatre collages sur cent décollaient',
    after: 'Moins d’un',
  },
  {
    title: 'Le seau de sable dans la camionnette',
    themes: ['Pose', 'Outils et postes'],
    jobs: ['Poseur', 'Poseuse'],
    before: 'Quarante minutes pour mettre de niveau',
    after: 'Vingt',
  },
  { title: 'La première fenêtre posée avec le client', themes: ['Pose', 'Clients'] },
  {
    title: 'Film the sill before you close the wall',
    themes: ['Pose', 'Clients'],
    before: 'A month to settle a dispute',
    after: 'An afternoon',
  },
  { title: 'Rappeler le lendemain de la pose, pas un mois après', themes: ['Clients'] },
  {
    title: 'Demander d’abord « vous êtes devant la fenêtre ? »',
    themes: ['Clients'],
    before: 'Un appel sur six réglé sans déplacement',
    after: 'Un sur trois',
  },
  { title: 'Repeat the address backwards', themes: ['Clients', 'Quai et transport'] },
  {
    title: 'La photo de la remorque avant de fermer les portes',
    themes: ['Quai et transport'],
    before: 'Trois semaines pour clore un litige',
    after: 'Un jour',
    told: [
      { words: 'Une photo de plus : le plomb du camion, de près. Elle a servi dès la première semaine.' },
    ],
  },
  { title: 'Le film posé en croix avant de tourner', themes: ['Quai et transport'] },
  {
    title: 'Le plan de chargement accroché à la première palette',
    themes: ['Quai et transport'],
    jobs: ['Cariste'],
  },
  { title: 'Un trait bleu sur les bois à nœuds traversants', themes: ['Bois'] },
  { title: 'La cote du palier mesurée trois fois, à trois endroits', themes: ['Bois', 'Pose'] },
  { title: 'Deux boîtes de vis au lieu d’une', themes: ['Outils et postes'] },
  {
    title: 'Le capteur de la trappe nettoyé à la soufflette douce',
    themes: ['Outils et postes'],
    before: 'Un capteur changé tous les quinze jours',
    after: 'Aucun en six semaines',
  },
]
