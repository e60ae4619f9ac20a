import type { SiteKey } from './sites.ts'

export type SpaceKey =
  | 'tempo'
  | 'cholet'
  | 'nantes'
  | 'castres'
  | 'champagnole'
  | 'valence'
  | 'chantier'
  | 'reglages'
  | 'securite'
  | 'nuit'
  | 'export'
  | 'eclaireurs'
  | 'comite'

/** Who gets a seat: everybody, people of a site, of departments, of the night, of a role, of an organisation. */
export type SeatRule =
  | { who: 'everybody' }
  | { who: 'site'; site: SiteKey }
  | { who: 'departments'; departments: readonly string[]; share: number }
  | { who: 'night' }
  | { who: 'role'; roles: readonly ('ambassador' | 'animator' | 'lead' | 'sponsor' | 'moderator')[] }
  | { who: 'organizations'; organizations: readonly string[] }
  | { who: 'share'; share: number }

export type DemoGroup = {
  key: Exclude<SpaceKey, 'tempo'>
  name: string
  purpose: string
  openness: 'open' | 'closed' | 'secret'
  /** Joined by those concerned as soon as they arrive. */
  byDefault: boolean
  seats: readonly SeatRule[]
  animators: readonly string[]
}

export const groups: readonly DemoGroup[] = [
  {
    key: 'cholet',
    name: 'Cholet, la halle',
    purpose: 'La vie de la halle : lignes, équipes, cantine, et l’objet trouvé du mois.',
    openness: 'open',
    byDefault: true,
    seats: [{ who: 'site', site: 'cholet' }],
    animators: ['mehdi', 'patrick'],
  },
  {
    key: 'nantes',
    name: 'Nantes, les bureaux',
    purpose: 'Études, devis, achats, informatique : ce qui se prépare avant l’atelier.',
    openness: 'open',
    byDefault: true,
    seats: [{ who: 'site', site: 'nantes' }],
    animators: ['clara'],
  },
  {
    key: 'castres',
    name: 'Castres, les escaliers',
    purpose: 'Tracé, limons, marches : tout ce qui monte, et parfois ce qui grince.',
    openness: 'open',
    byDefault: true,
    seats: [{ who: 'site', site: 'castres' }],
    animators: ['bruno', 'ines'],
  },
  {
    key: 'champagnole',
    name: 'Champagnole, du tronc au vernis',
    purpose: 'Scierie, séchoirs et finition, avec la météo du Jura en fond.',
    openness: 'open',
    byDefault: true,
    seats: [{ who: 'site', site: 'champagnole' }],
    animators: ['josephine', 'sofia'],
  },
  {
    key: 'valence',
    name: 'Valence, le quai',
    purpose: 'Réceptions, palettes, départs. On y cherche aussi les colis perdus.',
    openness: 'open',
    byDefault: true,
    seats: [{ who: 'site', site: 'valence' }],
    animators: ['ousmane', 'fatou'],
  },
  {
    key: 'chantier',
    name: 'Pose et chantier',
    purpose: 'Pour celles et ceux qui posent, et pour qui veut savoir comment ça finit chez le client.',
    openness: 'open',
    byDefault: true,
    seats: [
      { who: 'site', site: 'lieusaint' },
      { who: 'departments', departments: ['Bureau d’études', 'Service clients'], share: 0.5 },
    ],
    animators: ['yann', 'laurie'],
  },
  {
    key: 'reglages',
    name: 'Réglages et vernis',
    purpose: 'Une machine qui boude, une teinte qui vire : on pose la question, quelqu’un sait.',
    openness: 'open',
    byDefault: false,
    seats: [
      {
        who: 'departments',
        departments: ['Réglage', 'Finition', 'Usinage', 'Collage', 'Maintenance', 'Méthodes', 'Qualité'],
        share: 0.7,
      },
    ],
    animators: ['mehdi', 'josephine'],
  },
  {
    key: 'securite',
    name: 'Sécurité',
    purpose: 'Gestes, presqu’accidents, matériel. On raconte pour que ça n’arrive pas deux fois.',
    openness: 'open',
    byDefault: false,
    seats: [{ who: 'share', share: 0.45 }],
    animators: ['cyril'],
  },
  {
    key: 'nuit',
    name: 'Équipe de nuit',
    purpose: 'Entre 20 h 40 et 5 h : les autres dorment, nous on a le quai pour nous.',
    openness: 'closed',
    byDefault: true,
    seats: [{ who: 'night' }],
    animators: ['ousmane', 'abdel'],
  },
  {
    key: 'export',
    name: 'Export and partners',
    purpose: 'For everyone who sells, specifies or fits Aubrelle abroad. English spoken here.',
    openness: 'open',
    byDefault: true,
    seats: [
      { who: 'organizations', organizations: ['Aubrelle Export Ltd'] },
      { who: 'departments', departments: ['Export'], share: 1 },
    ],
    animators: ['hannah'],
  },
  {
    key: 'eclaireurs',
    name: 'Les Éclaireurs',
    purpose: 'Les quatre-vingts : ce qui coince, ce qui marche, et qui prend quoi cette semaine.',
    openness: 'closed',
    byDefault: false,
    seats: [{ who: 'role', roles: ['ambassador', 'animator', 'lead', 'sponsor'] }],
    animators: ['nadia'],
  },
  {
    key: 'comite',
    name: 'Comité Tempo',
    purpose: 'Préparer les annonces et les décisions avant de les dire à tout le monde.',
    openness: 'secret',
    byDefault: false,
    seats: [{ who: 'role', roles: ['animator', 'lead', 'sponsor', 'moderator'] }],
    animators: ['thomas', 'nadia'],
  },
]
