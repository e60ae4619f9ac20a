import type { SiteKey } from './sites.ts'
import { frenchSpacing } from '../rules/typography.ts'

const written = (text: string) => frenchSpacing(text.trim())

/** A rule over the attributes of people, as an animator would save it. */
export type DemoAudience = {
  key: string
  name: string
  rule: {
    sites?: readonly SiteKey[]
    departments?: readonly string[]
    organizations?: readonly string[]
    levels?: readonly string[]
    interests?: readonly string[]
    hasEmail?: boolean
    team?: 'nuit'
  }
}

export type Stakeholder = {
  role: 'sponsor' | 'lead' | 'communication' | 'hr' | 'it' | 'animator' | 'moderator'
  person: string
  expected: string
}

export type DemoObjective = {
  key: string
  title: string
  measure: 'activated_of_invited' | 'questions_answered' | 'authors'
  target: number
  unit: 'percent' | 'people'
  /** Days from today: negative in the past, positive ahead. */
  startsInDays: number
  dueInDays: number
}

export type DemoCampaign = {
  key: string
  name: string
  audience: string
  channel: 'email' | 'letter' | 'poster'
  sentDaysAgo: number
  site?: SiteKey
  message: string
}

export const network = {
  name: 'Aubrelle',
  legalName: 'Aubrelle SAS',
  tagline: written('Fenêtres et escaliers en bois, depuis six ateliers.'),
  languages: ['fr', 'en'],
  timeZone: 'Europe/Paris',
  schoolZones: ['A', 'B', 'C'],
  accent: '#14493F',
} as const

export const organizations = [
  {
    name: 'Aubrelle SAS',
    kind: 'company',
    about: written('La maison mère : fenêtres, escaliers, finition et logistique.'),
  },
  {
    name: 'Aubrelle Pose',
    kind: 'subsidiary',
    about: written('Les équipes de pose et le service après-vente, à Lieusaint.'),
  },
  {
    name: 'Aubrelle Export Ltd',
    kind: 'subsidiary',
    about: 'Sales, support and training outside France. English is the working language.',
  },
  {
    name: 'Scierie Morvannel',
    kind: 'partner',
    about: written('La scierie familiale qui fournit Champagnole. Ses membres sont invités, pas salariés.'),
  },
] as const

export const tempo = {
  key: 'tempo',
  name: 'Tempo',
  kind: 'project',
  stage: 'launched',
  cover: 'facade.svg',
  vision: written(`
D’ici au printemps, chaque atelier déclare ses opérations dans Tempo parce que c’est plus simple que le papier, et non parce qu’on le demande. Ce qui coince est dit le jour même, par ceux qui le vivent, et ce qui marche dans un atelier est essayé dans les cinq autres.`),
  valueProposition: written(`
Une question d’atelier trouve sa réponse avant la fin du poste. Un geste qui fait gagner du temps à Champagnole arrive à Cholet avec sa photo. Et quand l’outil change, tu le sais avant, par quelqu’un qui l’a essayé.`),
  contributorsCap: 80,
  contributorsName: written('Les Éclaireurs'),
  cadence: { gatherings: 'quarterly', meetups: 'monthly' },
  audience: 'tout-aubrelle',
  preview: {
    title: written('Ta place est déjà prête.'),
    lead: written(
      'Tempo, c’est la communauté d’Aubrelle : 2 040 personnes, six sites, un seul endroit pour trouver une réponse, une astuce, un visage.',
    ),
    inside: [
      written('Des questions d’atelier, et les réponses de celles et ceux qui ont déjà eu le souci.'),
      written('Les bonnes pratiques racontées en trois lignes : le souci, le geste, le gain.'),
      written('Les nouveautés de l’outil, deux semaines avant, et la liste de ce qui vient ensuite.'),
      written('Un groupe par site, un pour la nuit, un pour la pose, et personne pour compter tes heures.'),
    ],
    reassurance: [
      written('Pas d’e-mail à donner'),
      written('Rien à installer'),
      written('Données gardées chez Aubrelle, en France'),
    ],
    behindIt: ['helene', 'nadia', 'thomas', 'mehdi'],
  },
} as const

export const charter = {
  version: 2,
  title: written('La charte de Tempo'),
  /** Five sentences to remember, then the page they come from. */
  inShort: [
    'Je dis « je », et je dis vrai.',
    'Je protège les clients et les collègues.',
    'Je réponds, même pour dire que je ne sais pas.',
    'Je préviens quand je manque de temps.',
    'Je peux passer la main, sans me justifier.',
  ].map(written),
  sections: [
    {
      title: 'Ma parole',
      text: 'Je parle de mon métier, avec mes mots, en mon nom. Je raconte ce que j’ai vu ou essayé, et je le dis quand je n’en suis pas certain. Quand je me trompe, je corrige en laissant la trace, parce que l’erreur sert aussi.',
    },
    {
      title: 'Les autres',
      text: 'Je m’adresse à quelqu’un comme s’il était devant moi. Si un message me met en colère, j’attends la pause suivante avant de répondre. Un désaccord se dit ici ; un reproche se dit en privé. Je demande un oui avant de photographier une personne, et j’accepte le non.',
    },
    {
      title: 'Les clients et les chantiers',
      text: 'Je ne publie ni nom, ni adresse, ni plaque, ni plan qui permette de reconnaître un client. Je cadre serré, ou je floute. Si je vois passer un oubli, j’écris un mot en privé : il suffit presque toujours.',
    },
    {
      title: 'Mon temps',
      text: 'Je lis et j’écris sur mon temps de travail. Rien ne m’oblige à répondre le soir, le week-end ou en congé, et je n’attends pas des autres qu’ils le fassent. Ce que j’écris la nuit parce que je travaille la nuit a la même valeur que le reste.',
    },
    {
      title: 'Ce qu’on fait de mes données',
      text: 'Personne ne mesure mon temps de présence ni ce que je lis. Les chiffres de la communauté portent sur des groupes d’au moins dix personnes. Je peux partir quand je veux et emporter ce que j’ai écrit.',
    },
    {
      title: 'Si je suis Éclaireur',
      text: 'Je prends deux heures par semaine, inscrites à ma fiche de poste, pour accueillir, répondre et faire remonter ce qui coince. Si le temps manque, je le dis et un autre prend le relais. Je peux rendre le rôle quand je le souhaite, avec des remerciements et sans explication.',
    },
    {
      title: 'Et si ça dérape',
      text: 'Je signale ce qui blesse ou met en danger. Une modératrice ou un modérateur lit le jour même, explique sa décision à la personne concernée, et peut revenir dessus si on lui montre son erreur.',
    },
  ].map((section) => ({ title: written(section.title), text: written(section.text) })),
} as const

export const stakeholders: readonly Stakeholder[] = [
  {
    role: 'sponsor',
    person: 'helene',
    expected:
      'Un mot par quinzaine, une réponse publique aux cinq demandes les plus votées, et une matinée par mois dans un atelier.',
  },
  {
    role: 'lead',
    person: 'thomas',
    expected:
      'Tenir la liste de ce qui vient, dire oui ou non avec une raison, et livrer ce qui a été promis.',
  },
  {
    role: 'animator',
    person: 'nadia',
    expected:
      'Accueillir sous deux jours, faire trouver une réponse à chaque question, préparer le calendrier et les rencontres.',
  },
  {
    role: 'communication',
    person: 'agathe',
    expected: 'Relayer hors de Tempo ce qui s’y raconte, et n’annoncer ailleurs qu’après l’avoir dit ici.',
  },
  {
    role: 'hr',
    person: 'awa',
    expected:
      'Inscrire le rôle et ses deux heures dans les fiches de poste, proposer des formations, veiller au repos.',
  },
  {
    role: 'it',
    person: 'bastien',
    expected: 'Aider chacun à entrer, réparer dans la journée, parler sans jargon.',
  },
  {
    role: 'moderator',
    person: 'patrick',
    expected: 'Lire les signalements le jour même et expliquer chaque décision.',
  },
].map((each) => ({ ...each, expected: written(each.expected) }) as Stakeholder)

export const objectives: readonly DemoObjective[] = [
  {
    key: 'connectes',
    title: '80 % des personnes invitées connectées en trois mois',
    measure: 'activated_of_invited',
    target: 80,
    unit: 'percent',
    startsInDays: -61,
    dueInDays: 30,
  },
  {
    key: 'reponses',
    title: 'Neuf questions sur dix avec une réponse retenue',
    measure: 'questions_answered',
    target: 90,
    unit: 'percent',
    startsInDays: -61,
    dueInDays: 120,
  },
  {
    key: 'createurs',
    title: '240 personnes qui publient chaque mois',
    measure: 'authors',
    target: 240,
    unit: 'people',
    startsInDays: -61,
    dueInDays: 120,
  },
].map((each) => ({ ...each, title: written(each.title) }) as DemoObjective)

export const audiences: readonly DemoAudience[] = [
  {
    key: 'tout-aubrelle',
    name: 'Tout Aubrelle',
    rule: { organizations: ['Aubrelle SAS', 'Aubrelle Pose', 'Aubrelle Export Ltd'] },
  },
  { key: 'sans-email', name: 'Sans e-mail professionnel', rule: { hasEmail: false } },
  {
    key: 'cholet-ateliers',
    name: 'Ateliers de Cholet',
    rule: {
      sites: ['cholet'],
      departments: [
        'Usinage',
        'Assemblage',
        'Vitrage',
        'Collage',
        'Découpe',
        'Réglage',
        'Expédition',
        'Finition',
      ],
    },
  },
  {
    key: 'valence-quais',
    name: 'Quais de Valence',
    rule: { sites: ['valence'], departments: ['Logistique', 'Conditionnement', 'Réception', 'Expédition'] },
  },
  { key: 'poseurs', name: 'Poseuses et poseurs', rule: { departments: ['Pose', 'Métrage'] } },
  { key: 'nuit', name: 'Équipes de nuit', rule: { team: 'nuit' } },
  { key: 'encadrement', name: 'Encadrement d’atelier', rule: { levels: ['Agent de maîtrise'] } },
  { key: 'vernis', name: 'Curieux de vernis', rule: { interests: ['Vernis'] } },
  { key: 'export', name: 'Export team', rule: { organizations: ['Aubrelle Export Ltd'] } },
  { key: 'morvannel', name: 'Scierie Morvannel', rule: { organizations: ['Scierie Morvannel'] } },
]

export const campaigns: readonly DemoCampaign[] = [
  {
    key: 'pilote',
    name: 'Pilote : ateliers volontaires',
    audience: 'tout-aubrelle',
    channel: 'email',
    sentDaysAgo: 548,
    message: 'On essaie Tempo avec vous avant tout le monde. Dites ce qui coince, surtout si c’est nous.',
  },
  {
    key: 'lancement',
    name: 'Lancement : avec e-mail',
    audience: 'tout-aubrelle',
    channel: 'email',
    sentDaysAgo: 61,
    message: 'Ta place sur Tempo est prête. Il faut une minute, et le premier bonjour est pour toi.',
  },
  {
    key: 'lettres',
    name: 'Lancement : lettres aux ateliers',
    audience: 'sans-email',
    channel: 'letter',
    sentDaysAgo: 60,
    message: 'Pas besoin d’adresse e-mail : vise le carré, vérifie ton nom, choisis un mot de passe.',
  },
  {
    key: 'affiche-cholet',
    name: 'Affiche, salle de pause de la halle',
    audience: 'cholet-ateliers',
    channel: 'poster',
    sentDaysAgo: 54,
    site: 'cholet',
    message: 'Tes questions, les réponses de six sites. Même à la pause.',
  },
  {
    key: 'affiche-valence',
    name: 'Affiche, vestiaire de Valence',
    audience: 'valence-quais',
    channel: 'poster',
    sentDaysAgo: 12,
    site: 'valence',
    message: 'Le quai a des questions, le reste d’Aubrelle aussi. Viens voir lesquelles.',
  },
  {
    key: 'poseurs',
    name: 'Briefing des poseurs',
    audience: 'poseurs',
    channel: 'poster',
    sentDaysAgo: 33,
    site: 'lieusaint',
    message: 'Dix minutes, debout, entre les camionnettes. Le voisin aide le voisin.',
  },
  {
    key: 'export',
    name: 'Export team',
    audience: 'export',
    channel: 'email',
    sentDaysAgo: 61,
    message: 'We saved you a seat. There is a group in English, and six workshops that answer.',
  },
].map((each) => ({ ...each, message: written(each.message) }) as DemoCampaign)
