import { supporting } from './supporting.ts'
import type { DemoRole, NamedPerson } from './person.ts'
import type { SiteKey } from './sites.ts'

type Desk = [site: SiteKey, department: string, job: string, team: NamedPerson['team']]

const face = (
  slug: string,
  name: [given: string, family: string],
  gender: 'f' | 'm',
  [site, department, job, team]: Desk,
  role: DemoRole = 'member',
): NamedPerson => ({
  slug,
  given: name[0],
  family: name[1],
  site,
  department,
  job,
  team,
  role,
  gender,
  language: 'fr',
  organization: site === 'lieusaint' ? 'Aubrelle Pose' : 'Aubrelle SAS',
  portrait: `p/${slug}.svg`,
})

const newcomer = (person: NamedPerson): NamedPerson => ({ ...person, newcomer: true })

export const portraits: readonly NamedPerson[] = [
  face('mehdi', ['Mehdi', 'Amrani'], 'm', ['cholet', 'Réglage', 'Régleur', 'B'], 'ambassador'),
  face(
    'nadia',
    ['Nadia', 'Belkacem'],
    'f',
    ['nantes', 'Communication', 'Animatrice de communauté', 'journée'],
    'animator',
  ),
  face(
    'helene',
    ['Hélène', 'Vasseur'],
    'f',
    ['nantes', 'Direction', 'Directrice des opérations', 'journée'],
    'sponsor',
  ),
  face(
    'josephine',
    ['Joséphine', 'Carrel'],
    'f',
    ['champagnole', 'Finition', 'Vernisseuse', 'A'],
    'ambassador',
  ),
  face(
    'bruno',
    ['Bruno', 'Mazet'],
    'm',
    ['castres', 'Menuiserie', 'Menuisier d’escalier', 'A'],
    'ambassador',
  ),
  face(
    'ines',
    ['Inès', 'Fabre'],
    'f',
    ['castres', 'Méthodes', 'Technicienne méthodes', 'journée'],
    'ambassador',
  ),
  face('ousmane', ['Ousmane', 'Diallo'], 'm', ['valence', 'Logistique', 'Cariste', 'nuit'], 'ambassador'),
  face(
    'fatou',
    ['Fatou', 'Sarr'],
    'f',
    ['valence', 'Conditionnement', 'Conductrice de ligne', 'B'],
    'ambassador',
  ),
  face(
    'sofia',
    ['Sofia', 'Marques'],
    'f',
    ['champagnole', 'Usinage', 'Opératrice sur commande numérique', 'A'],
    'ambassador',
  ),
  face('yann', ['Yann', 'Kerbrat'], 'm', ['lieusaint', 'Pose', 'Poseur', 'journée'], 'ambassador'),
  face(
    'clara',
    ['Clara', 'Nguyen'],
    'f',
    ['nantes', 'Bureau d’études', 'Dessinatrice projeteuse', 'journée'],
    'ambassador',
  ),
  face('thi', ['Linh', 'Pham'], 'f', ['cholet', 'Assemblage', 'Assembleuse', 'A'], 'ambassador'),
  face('samuel', ['Samuel', 'Baptiste'], 'm', ['valence', 'Transport', 'Affréteur', 'journée'], 'ambassador'),
  face('nora', ['Nora', 'Slimani'], 'f', ['nantes', 'Devis', 'Chargée de devis', 'journée'], 'ambassador'),
  face(
    'laurie',
    ['Laurie', 'Pinson'],
    'f',
    ['lieusaint', 'Service après-vente', 'Conseillère après-vente', 'journée'],
    'ambassador',
  ),
  face('karim', ['Karim', 'Haddad'], 'm', ['nantes', 'Achats', 'Acheteur', 'journée']),
  face('gaelle', ['Gaëlle', 'Robin'], 'f', ['cholet', 'Assemblage', 'Monteuse', 'B']),
  face('luc', ['Luc', 'Perrin'], 'm', ['cholet', 'Collage', 'Opérateur collage', 'B']),
  face('patrick', ['Patrick', 'Roussel'], 'm', ['cholet', 'Production', 'Chef d’équipe', 'B'], 'moderator'),
  face('romain', ['Romain', 'Tissot'], 'm', ['cholet', 'Vitrage', 'Vitrier', 'B']),
  face('jeanmarc', ['Jean-Marc', 'Alquier'], 'm', [
    'castres',
    'Production',
    'Responsable d’atelier',
    'journée',
  ]),
  face(
    'thomas',
    ['Thomas', 'Legrand'],
    'm',
    ['nantes', 'Informatique', 'Chef de projet Tempo', 'journée'],
    'lead',
  ),
  face(
    'awa',
    ['Awa', 'Cissé'],
    'f',
    ['nantes', 'Ressources humaines', 'Chargée de formation', 'journée'],
    'moderator',
  ),
  newcomer(face('kevin', ['Kévin', 'Dubois'], 'm', ['cholet', 'Découpe', 'Opérateur découpe', 'B'])),
  newcomer(face('elodie', ['Élodie', 'Garnier'], 'f', ['nantes', 'Devis', 'Assistante devis', 'journée'])),
  newcomer(
    face('victor', ['Victor', 'Lemoine'], 'm', ['champagnole', 'Séchage', 'Conducteur de séchoir', 'B']),
  ),
  newcomer(face('marie', ['Marie-Laure', 'Costa'], 'f', ['cholet', 'Découpe', 'Opératrice découpe', 'A'])),
  newcomer(
    face('aicha', ['Aïcha', 'Benali'], 'f', ['cholet', 'Expédition', 'Préparatrice de commandes', 'B']),
  ),
]

export const namedPeople: readonly NamedPerson[] = [...portraits, ...supporting]
