export type SiteKey = 'cholet' | 'nantes' | 'castres' | 'champagnole' | 'valence' | 'lieusaint'

export type Site = {
  key: SiteKey
  name: string
  headcount: number
  schoolZone: 'A' | 'B' | 'C'
  trade: string
}

export const sites: readonly Site[] = [
  {
    key: 'cholet',
    name: 'Cholet',
    headcount: 612,
    schoolZone: 'B',
    trade: 'Fenêtres : usinage, assemblage, vitrage',
  },
  {
    key: 'nantes',
    name: 'Nantes',
    headcount: 388,
    schoolZone: 'B',
    trade: 'Siège, bureau d’études, devis, achats',
  },
  { key: 'castres', name: 'Castres', headcount: 301, schoolZone: 'C', trade: 'Escaliers sur mesure' },
  {
    key: 'champagnole',
    name: 'Champagnole',
    headcount: 274,
    schoolZone: 'A',
    trade: 'Scierie, séchage et finition',
  },
  {
    key: 'valence',
    name: 'Valence',
    headcount: 254,
    schoolZone: 'A',
    trade: 'Logistique et conditionnement',
  },
  {
    key: 'lieusaint',
    name: 'Lieusaint',
    headcount: 211,
    schoolZone: 'C',
    trade: 'Pose et service après-vente',
  },
]
