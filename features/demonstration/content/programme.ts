import { frenchSpacing } from '../rules/typography.ts'
import type { SiteKey } from './sites.ts'

const written = (text: string) => frenchSpacing(text.trim())

export const eclaireurs = {
  name: 'Les Éclaireurs',
  mission: written(
    'Accueillir les collègues qui arrivent dans Tempo, aider à trouver la réponse quand une question reste seule, raconter ce qui marche dans son atelier, et dire tout haut ce qui coince pour que l’équipe projet le répare.',
  ),
  contributionsPerMonth: 3,
  hoursPerMonth: 8,
  gatheringsPerYear: 4,
  seats: 80,
} as const

export const CIRCLES = [
  'lignes',
  'finitions',
  'nantes',
  'castres',
  'champagnole',
  'valence',
  'chantier',
] as const
export type CircleKey = (typeof CIRCLES)[number]

/** A circle a site, two in Cholet: beyond fifteen people, one no longer knows everybody. That of Lieusaint has not met yet. */
export const circles: readonly { key: CircleKey; name: string; site: SiteKey; met: boolean }[] = [
  { key: 'lignes', name: 'Cholet, les lignes', site: 'cholet', met: true },
  { key: 'finitions', name: 'Cholet, réglages et contrôle', site: 'cholet', met: true },
  { key: 'nantes', name: 'Nantes, les bureaux', site: 'nantes', met: true },
  { key: 'castres', name: 'Castres, les escaliers', site: 'castres', met: true },
  { key: 'champagnole', name: 'Champagnole, du tronc au vernis', site: 'champagnole', met: true },
  { key: 'valence', name: 'Valence, le quai', site: 'valence', met: true },
  { key: 'chantier', name: 'Lieusaint, pose et chantier', site: 'lieusaint', met: false },
]

/** Why people came, in their own words; drawn without repeating until all are used. */
export const motives: readonly string[] = [
  'On me pose déjà les questions à la machine à café, autant y répondre pour tout le monde.',
  'J’aimerais que ce qu’on a trouvé ici serve aux autres ateliers.',
  'Je forme les apprentis depuis six ans, c’est un peu la même chose.',
  'J’ai râlé contre l’ancien outil pendant dix ans. Cette fois je préfère aider.',
  'Je suis à l’aise avec l’application, et j’ai de la patience.',
  'Pour que l’équipe de l’après-midi soit entendue elle aussi.',
  'J’ai envie de connaître les gens des autres sites, pas seulement leurs initiales sur un bon.',
  'Je prends des photos de tout ce qu’on améliore, autant les partager.',
  'On m’a beaucoup aidée à mon arrivée, je rends la pareille.',
  'J’aime bien expliquer, et je n’ai pas peur des questions simples.',
  'Le suivi papier me coûte une demi-heure par poste, je veux que ça marche.',
  'Je peux tester les nouveautés avant les collègues et dire ce qui bloque.',
  'Je connais tout le monde sur le quai, ça aide à faire circuler.',
  'Parce que les bonnes idées de l’atelier méritent mieux qu’un post-it.',
  'Je voudrais que les nouveaux trouvent quelqu’un à qui demander dès le premier jour.',
  'Mon équipe change souvent : j’ai l’habitude d’accueillir.',
  'J’ai vu au pilote que ça faisait gagner du temps, je veux que ça dure.',
  'Je suis curieux de ce que font les autres métiers.',
  'On travaille la nuit, et on a des réponses que le jour n’a pas.',
  'J’anime déjà le quart d’heure sécurité, je peux relayer le reste.',
  'Je tiens la liste de ce qui coince depuis le pilote, elle sera mieux ici.',
  'Il manquait quelqu’un du chantier, me voilà.',
]

/** What the lead wrote when saying yes. */
export const welcomesOfTheLead: readonly string[] = [
  'Avec plaisir. On s’appelle dans la semaine.',
  'Bienvenue, ton atelier avait besoin d’une voix.',
  'Merci de te proposer. La suite t’attend dans ton parcours.',
  'C’est oui. Rends-toi à la prochaine rencontre du cercle si tu peux.',
]

export const pauses: readonly { slug: string | null; why: string; days: number }[] = [
  { slug: 'celine', why: 'Mise au point de la nouvelle traceuse, je reviens après.', days: 38 },
  { slug: 'samuel', why: 'Congé de paternité.', days: 24 },
  { slug: null, why: 'Remplacement du chef d’équipe jusqu’à la fin du mois.', days: 17 },
  { slug: null, why: 'Besoin de souffler un peu.', days: 45 },
]

export const handingOver: readonly { slug: string | null; why: string }[] = [
  { slug: 'denis', why: 'Je pars à la retraite au printemps, je préfère passer la main doucement.' },
  { slug: null, why: 'Changement de poste en janvier.' },
  { slug: null, why: 'Je laisse la place à quelqu’un de l’équipe de nuit.' },
]

/** People who are not of the eighty: at the door, on the waiting list, or who have served. */
export const around = {
  candidates: [
    {
      slug: 'emilie',
      words: 'J’ai mes recettes de teintes depuis quinze ans. Je préfère les donner que les emporter.',
      likes: ['practice', 'answer'],
      daysAgo: 9,
      manager: 'agreed',
    },
    {
      slug: 'moussa',
      words: 'Sur le chantier on se débrouille chacun dans son coin. Je veux bien faire le lien.',
      likes: ['relay', 'welcome'],
      daysAgo: 3,
      manager: 'asked',
    },
    {
      slug: 'priya',
      words: 'Customers ask me the same ten questions. I would like the answers to live somewhere.',
      likes: ['answer', 'write'],
      daysAgo: 2,
      manager: 'asked',
    },
    {
      slug: 'jennifer',
      words: 'Le collage, personne n’en parle, et c’est là que tout se joue.',
      likes: ['practice', 'test'],
      daysAgo: 12,
      manager: 'refused',
    },
  ],
  nominated: [
    {
      slug: 'karim',
      by: 'clara',
      words: 'Karim répond déjà à tout le monde sur les achats. Il le ferait très bien.',
      daysAgo: 4,
    },
    {
      slug: 'dominique',
      by: 'fatou',
      words: 'Sur le quai, c’est Dominique qu’on appelle quand ça bloque.',
      daysAgo: 6,
    },
  ],
  waiting: [
    {
      slug: 'joao',
      words: 'Je passe d’une ligne à l’autre, je vois ce qui marche partout.',
      likes: ['host', 'practice'],
      daysAgo: 26,
    },
    {
      slug: 'beatrice',
      words: 'Le magasin voit passer tout le monde, c’est un bon endroit pour accueillir.',
      likes: ['welcome', 'relay'],
      daysAgo: 15,
    },
  ],
  alumni: [
    {
      slug: 'odile',
      why: 'Merci Odile. Grâce à toi, le classement se fait de la même façon aux deux séchoirs.',
      wall: 'J’ai aimé voir une astuce de Champagnole revenir de Castres en mieux.',
      monthsAgo: 5,
    },
    {
      slug: 'soizic',
      why: 'Merci pour ces douze mois de réponses patientes.',
      wall: 'Je garde le carnet d’adresses : six ateliers, et quelqu’un à appeler dans chacun.',
      monthsAgo: 2,
    },
    {
      slug: 'hugo',
      why: 'Merci d’avoir ouvert la voie à Castres.',
      wall: 'Le premier atelier que j’ai animé de ma vie, c’était ici.',
      monthsAgo: 8,
    },
    { slug: 'florian', why: 'Merci d’avoir tenu pendant tout le pilote.', wall: null, monthsAgo: 7 },
    { slug: 'mireille', why: 'Merci pour l’accueil des préparatrices.', wall: null, monthsAgo: 3 },
  ],
  declined: [
    {
      slug: 'romain',
      byLead: true,
      why: 'Le cercle est complet sur ton métier, on en reparle au printemps.',
      daysAgo: 40,
    },
    { slug: 'monique', byLead: false, why: '', daysAgo: 33 },
  ],
} as const

/** What a circle talks about when it meets again. */
export const regularTitles: readonly string[] = [
  'Rencontre d’automne',
  'Retour de rentrée',
  'Rencontre d’été',
  'Rencontre de printemps',
]

export const agendas = {
  founding: written(
    'Se présenter en deux minutes chacun. Ce qu’on attend de toi, et ce que tu attends de nous. La charte, lue ensemble. Qui prend quoi d’ici la prochaine fois.',
  ),
  regular: written(
    'Ce qui a marché, ce qui coince, les trois idées les plus votées, et un tour de machine par l’équipe qui accueille.',
  ),
} as const

/** What letters aim at, two or three a person. */
export const objectivesOfLetters: readonly string[] = [
  'Accueillir chaque personne qui arrive dans l’équipe sous deux jours, et raconter une bonne pratique par trimestre.',
  'Tenir une démonstration par mois au quart d’heure de poste, et faire remonter les trois points qui coincent.',
  'Répondre aux questions de réglage sous une journée, et essayer chaque nouveauté avant sa mise en service.',
  'Faire connaître dans l’atelier ce qui marche ailleurs, avec au moins deux gestes essayés d’ici l’été.',
  'Relayer les annonces du projet à l’équipe du matin et à celle de l’après-midi, et rapporter une question à chaque fois.',
].map(written)
