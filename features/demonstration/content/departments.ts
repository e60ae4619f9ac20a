import type { SiteKey } from './sites.ts'

export type Level =
  'Apprenti' | 'Ouvrier' | 'Employé' | 'Technicien' | 'Agent de maîtrise' | 'Cadre' | 'Direction'

/** A job in its feminine and masculine forms, its level, and how many hold it against the others. */
export type Job = readonly [feminine: string, masculine: string, level: Level, weight: number]

/** What people there can talk about as their own work. */
export type Trade = 'usinage' | 'assemblage' | 'finition' | 'scierie' | 'quai' | 'pose' | 'bureau' | 'clients'

export type Department = {
  site: SiteKey
  name: string
  count: number
  trade: Trade
  /** Desk work: everybody has an e-mail, nobody works at night. */
  desk: boolean
  shifts: boolean
  lead: Job
  jobs: readonly Job[]
}

type Shape = Omit<Department, 'site' | 'count' | 'name'>

const chief: Job = ['Cheffe d’équipe', 'Chef d’équipe', 'Agent de maîtrise', 1]
const head: Job = ['Responsable de service', 'Responsable de service', 'Cadre', 1]

const workshop = (trade: Trade, ...jobs: Job[]): Shape => ({
  trade,
  desk: false,
  shifts: true,
  lead: chief,
  jobs,
})
const daytime = (trade: Trade, ...jobs: Job[]): Shape => ({
  trade,
  desk: false,
  shifts: false,
  lead: chief,
  jobs,
})
const office = (trade: Trade, ...jobs: Job[]): Shape => ({
  trade,
  desk: true,
  shifts: false,
  lead: head,
  jobs,
})

const machining = workshop(
  'usinage',
  ['Opératrice d’usinage', 'Opérateur d’usinage', 'Ouvrier', 12],
  ['Conductrice de ligne', 'Conducteur de ligne', 'Ouvrier', 5],
  ['Affûteuse', 'Affûteur', 'Technicien', 1],
  ['Apprentie', 'Apprenti', 'Apprenti', 1],
)
const finishing = workshop(
  'finition',
  ['Vernisseuse', 'Vernisseur', 'Ouvrier', 6],
  ['Teinteuse', 'Teinteur', 'Ouvrier', 3],
  ['Finisseuse', 'Finisseur', 'Ouvrier', 5],
  ['Apprentie', 'Apprenti', 'Apprenti', 1],
)
const maintenance = workshop(
  'usinage',
  ['Électromécanicienne', 'Électromécanicien', 'Technicien', 5],
  ['Technicienne de maintenance', 'Technicien de maintenance', 'Technicien', 4],
)
const quality = daytime(
  'assemblage',
  ['Contrôleuse qualité', 'Contrôleur qualité', 'Technicien', 6],
  ['Technicienne qualité', 'Technicien qualité', 'Technicien', 3],
)
const shipping = workshop(
  'quai',
  ['Préparatrice de commandes', 'Préparateur de commandes', 'Ouvrier', 8],
  ['Agente d’expédition', 'Agent d’expédition', 'Ouvrier', 4],
  ['Cariste', 'Cariste', 'Ouvrier', 4],
)
const methods = office(
  'bureau',
  ['Technicienne méthodes', 'Technicien méthodes', 'Technicien', 3],
  ['Ingénieure méthodes', 'Ingénieur méthodes', 'Cadre', 2],
)
const design = office(
  'bureau',
  ['Dessinatrice projeteuse', 'Dessinateur projeteur', 'Technicien', 5],
  ['Ingénieure produit', 'Ingénieur produit', 'Cadre', 3],
  ['Traceuse d’escalier', 'Traceur d’escalier', 'Technicien', 2],
)
const people = office(
  'bureau',
  ['Chargée de formation', 'Chargé de formation', 'Technicien', 2],
  ['Gestionnaire de paie', 'Gestionnaire de paie', 'Employé', 3],
  ['Assistante RH', 'Assistant RH', 'Employé', 3],
)
const management = office(
  'bureau',
  ['Directrice de site', 'Directeur de site', 'Direction', 1],
  ['Assistante de direction', 'Assistant de direction', 'Employé', 2],
)
const production = workshop(
  'assemblage',
  ['Cheffe d’équipe', 'Chef d’équipe', 'Agent de maîtrise', 4],
  ['Responsable de ligne', 'Responsable de ligne', 'Agent de maîtrise', 2],
)

const layout: Record<SiteKey, readonly (readonly [name: string, count: number, shape: Shape])[]> = {
  cholet: [
    ['Usinage', 120, machining],
    [
      'Assemblage',
      132,
      workshop(
        'assemblage',
        ['Monteuse', 'Monteur', 'Ouvrier', 10],
        ['Assembleuse', 'Assembleur', 'Ouvrier', 8],
        ['Apprentie', 'Apprenti', 'Apprenti', 1],
      ),
    ],
    [
      'Vitrage',
      78,
      workshop(
        'assemblage',
        ['Vitrière', 'Vitrier', 'Ouvrier', 9],
        ['Opératrice vitrage', 'Opérateur vitrage', 'Ouvrier', 6],
      ),
    ],
    ['Collage', 42, workshop('assemblage', ['Opératrice collage', 'Opérateur collage', 'Ouvrier', 1])],
    [
      'Découpe',
      60,
      workshop(
        'usinage',
        ['Opératrice découpe', 'Opérateur découpe', 'Ouvrier', 9],
        ['Apprentie', 'Apprenti', 'Apprenti', 1],
      ),
    ],
    ['Réglage', 18, workshop('usinage', ['Régleuse', 'Régleur', 'Technicien', 1])],
    ['Maintenance', 28, maintenance],
    ['Qualité', 22, quality],
    ['Expédition', 58, shipping],
    ['Méthodes', 14, methods],
    ['Production', 10, production],
    ['Finition', 20, finishing],
    ['Direction du site', 4, management],
    ['Ressources humaines', 6, people],
  ],
  nantes: [
    ['Bureau d’études', 62, design],
    [
      'Devis',
      54,
      office(
        'bureau',
        ['Chargée de devis', 'Chargé de devis', 'Technicien', 6],
        ['Assistante devis', 'Assistant devis', 'Employé', 3],
      ),
    ],
    [
      'Achats',
      26,
      office(
        'bureau',
        ['Acheteuse', 'Acheteur', 'Cadre', 3],
        ['Approvisionneuse', 'Approvisionneur', 'Employé', 4],
      ),
    ],
    [
      'Ventes',
      58,
      office(
        'clients',
        ['Commerciale sédentaire', 'Commercial sédentaire', 'Employé', 6],
        ['Technico-commerciale', 'Technico-commercial', 'Technicien', 4],
      ),
    ],
    [
      'Communication',
      12,
      office('bureau', ['Chargée de communication', 'Chargé de communication', 'Technicien', 1]),
    ],
    ['Ressources humaines', 24, people],
    [
      'Informatique',
      34,
      office(
        'bureau',
        ['Technicienne support', 'Technicien support', 'Technicien', 4],
        ['Développeuse', 'Développeur', 'Cadre', 3],
      ),
    ],
    [
      'Finance',
      34,
      office(
        'bureau',
        ['Comptable', 'Comptable', 'Employé', 5],
        ['Contrôleuse de gestion', 'Contrôleur de gestion', 'Cadre', 2],
      ),
    ],
    ['Service clients', 32, office('clients', ['Conseillère', 'Conseiller', 'Employé', 1])],
    ['Sécurité', 8, office('bureau', ['Préventrice', 'Préventeur', 'Technicien', 1])],
    ['Direction', 6, office('bureau', ['Assistante de direction', 'Assistant de direction', 'Employé', 1])],
    [
      'Export',
      38,
      office(
        'clients',
        ['Account manager', 'Account manager', 'Cadre', 3],
        ['Customer support', 'Customer support', 'Employé', 3],
        ['Site coordinator', 'Site coordinator', 'Technicien', 2],
      ),
    ],
  ],
  castres: [
    [
      'Menuiserie',
      96,
      workshop(
        'assemblage',
        ['Menuisière d’escalier', 'Menuisier d’escalier', 'Ouvrier', 9],
        ['Apprentie', 'Apprenti', 'Apprenti', 1],
      ),
    ],
    ['Usinage', 58, machining],
    ['Finition', 44, finishing],
    ['Méthodes', 12, methods],
    ['Bureau d’études', 18, design],
    ['Production', 8, production],
    ['Expédition', 30, shipping],
    ['Maintenance', 15, maintenance],
    ['Qualité', 12, quality],
    ['Direction du site', 4, management],
    ['Ressources humaines', 4, people],
  ],
  champagnole: [
    [
      'Scierie',
      56,
      workshop(
        'scierie',
        ['Scieuse', 'Scieur', 'Ouvrier', 6],
        ['Conductrice de parc à grumes', 'Conducteur de parc à grumes', 'Ouvrier', 3],
      ),
    ],
    ['Séchage', 38, workshop('scierie', ['Conductrice de séchoir', 'Conducteur de séchoir', 'Ouvrier', 1])],
    ['Usinage', 60, machining],
    ['Finition', 58, finishing],
    ['Qualité', 16, daytime('scierie', ['Classeuse de bois', 'Classeur de bois', 'Technicien', 1])],
    ['Maintenance', 14, maintenance],
    ['Expédition', 12, shipping],
    ['Direction du site', 3, management],
    ['Ressources humaines', 3, people],
    [
      'Scierie partenaire',
      14,
      daytime(
        'scierie',
        ['Bûcheronne', 'Bûcheron', 'Ouvrier', 3],
        ['Acheteuse de grumes', 'Acheteur de grumes', 'Technicien', 1],
      ),
    ],
  ],
  valence: [
    [
      'Logistique',
      78,
      workshop(
        'quai',
        ['Cariste', 'Cariste', 'Ouvrier', 8],
        ['Gestionnaire de stock', 'Gestionnaire de stock', 'Employé', 2],
      ),
    ],
    [
      'Conditionnement',
      72,
      workshop(
        'quai',
        ['Emballeuse', 'Emballeur', 'Ouvrier', 7],
        ['Conductrice de ligne', 'Conducteur de ligne', 'Ouvrier', 4],
      ),
    ],
    ['Réception', 34, workshop('quai', ['Réceptionnaire', 'Réceptionnaire', 'Ouvrier', 1])],
    [
      'Transport',
      26,
      daytime(
        'quai',
        ['Affréteuse', 'Affréteur', 'Employé', 3],
        ['Gestionnaire de quai', 'Gestionnaire de quai', 'Employé', 3],
        ['Conductrice routière', 'Conducteur routier', 'Ouvrier', 4],
      ),
    ],
    ['Expédition', 24, shipping],
    ['Maintenance', 8, maintenance],
    ['Qualité', 6, quality],
    ['Direction du site', 3, management],
    ['Ressources humaines', 3, people],
  ],
  lieusaint: [
    [
      'Pose',
      128,
      daytime(
        'pose',
        ['Poseuse', 'Poseur', 'Ouvrier', 9],
        ['Cheffe de chantier', 'Chef de chantier', 'Agent de maîtrise', 2],
        ['Apprentie', 'Apprenti', 'Apprenti', 1],
      ),
    ],
    [
      'Service après-vente',
      26,
      office(
        'clients',
        ['Conseillère après-vente', 'Conseiller après-vente', 'Employé', 2],
        ['Technicienne après-vente', 'Technicien après-vente', 'Technicien', 3],
      ),
    ],
    [
      'Conduite de travaux',
      24,
      office('pose', ['Conductrice de travaux', 'Conducteur de travaux', 'Cadre', 1]),
    ],
    ['Dépôt', 20, daytime('quai', ['Magasinière', 'Magasinier', 'Ouvrier', 1])],
    ['Métrage', 10, daytime('pose', ['Métreuse', 'Métreur', 'Technicien', 1])],
    ['Direction du site', 3, management],
  ],
}

export const departments: readonly Department[] = Object.entries(layout).flatMap(([site, rows]) =>
  rows.map(([name, count, shape]) => ({ site: site as SiteKey, name, count, ...shape })),
)

export const interests = [
  'Réglage',
  'Vernis',
  'Sécurité',
  'Essences de bois',
  'Chantiers',
  'Tempo mobile',
  'Dessin',
  'Covoiturage',
  'Apprentissage',
  'Jardin',
  'Photo',
  'Course à pied',
  'Tarot',
  'Forêt',
] as const
