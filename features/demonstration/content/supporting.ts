import type { DemoRole, NamedPerson } from './person.ts'
import type { SiteKey } from './sites.ts'

const at =
  (site: SiteKey, organization: NamedPerson['organization'] = 'Aubrelle SAS', language: 'fr' | 'en' = 'fr') =>
  (
    slug: string,
    name: [given: string, family: string],
    gender: 'f' | 'm',
    desk: [department: string, job: string, team: NamedPerson['team']],
    role: DemoRole = 'member',
  ): NamedPerson => ({
    slug,
    given: name[0],
    family: name[1],
    site,
    department: desk[0],
    job: desk[1],
    team: desk[2],
    role,
    gender,
    language,
    organization,
    portrait: null,
  })

const cholet = at('cholet')
const nantes = at('nantes')
const castres = at('castres')
const champagnole = at('champagnole')
const valence = at('valence')
const lieusaint = at('lieusaint', 'Aubrelle Pose')
const abroad = at('nantes', 'Aubrelle Export Ltd', 'en')
const partner = at('champagnole', 'Scierie Morvannel')

/** Voices that come back often enough in the feed to deserve a name, without a portrait. */
export const supporting: readonly NamedPerson[] = [
  cholet('denis', ['Denis', 'Gaborieau'], 'm', ['Maintenance', 'Électromécanicien', 'A'], 'ambassador'),
  cholet('sandrine', ['Sandrine', 'Brémond'], 'f', ['Qualité', 'Contrôleuse qualité', 'A'], 'ambassador'),
  cholet('abdel', ['Abdel', 'Ziani'], 'm', ['Usinage', 'Conducteur de ligne 2', 'nuit'], 'ambassador'),
  cholet('corinne', ['Corinne', 'Poirier'], 'f', ['Vitrage', 'Cheffe d’équipe', 'A']),
  cholet('theo', ['Théo', 'Guilbault'], 'm', ['Découpe', 'Apprenti', 'A']),
  cholet('mireille', ['Mireille', 'Chauvin'], 'f', ['Expédition', 'Préparatrice de commandes', 'A']),
  cholet('stephane', ['Stéphane', 'Retailleau'], 'm', ['Usinage', 'Affûteur', 'A']),
  cholet('jennifer', ['Jennifer', 'Moinard'], 'f', ['Collage', 'Opératrice collage', 'nuit']),
  nantes(
    'bastien',
    ['Bastien', 'Le Goff'],
    'm',
    ['Informatique', 'Technicien support', 'journée'],
    'ambassador',
  ),
  nantes('mathilde', ['Mathilde', 'Jouanneau'], 'f', ['Bureau d’études', 'Ingénieure produit', 'journée']),
  nantes('cyril', ['Cyril', 'Besnard'], 'm', ['Sécurité', 'Préventeur', 'journée'], 'ambassador'),
  nantes('soizic', ['Soizic', 'Riou'], 'f', ['Service clients', 'Conseillère', 'journée']),
  nantes('olivier', ['Olivier', 'Marchand'], 'm', ['Ventes', 'Commercial sédentaire', 'journée']),
  nantes(
    'agathe',
    ['Agathe', 'Fontaine'],
    'f',
    ['Communication', 'Responsable communication', 'journée'],
    'moderator',
  ),
  castres('ludovic', ['Ludovic', 'Cabrol'], 'm', ['Finition', 'Finisseur', 'B'], 'ambassador'),
  castres('monique', ['Monique', 'Sarda'], 'f', ['Expédition', 'Agente d’expédition', 'A']),
  castres('hugo', ['Hugo', 'Bonnafous'], 'm', ['Usinage', 'Pilote de centre d’usinage', 'B']),
  castres(
    'celine',
    ['Céline', 'Rouquette'],
    'f',
    ['Bureau d’études', 'Traceuse d’escalier', 'journée'],
    'ambassador',
  ),
  champagnole('gilles', ['Gilles', 'Jacquemin'], 'm', ['Scierie', 'Scieur', 'A'], 'ambassador'),
  champagnole('odile', ['Odile', 'Bouvet'], 'f', ['Qualité', 'Classeuse de bois', 'A']),
  champagnole('florian', ['Florian', 'Prost'], 'm', ['Séchage', 'Conducteur de séchoir', 'A']),
  champagnole('emilie', ['Émilie', 'Vuillermoz'], 'f', ['Finition', 'Teinteuse', 'B']),
  valence('rachid', ['Rachid', 'Boukhalfa'], 'm', ['Réception', 'Réceptionnaire', 'A'], 'ambassador'),
  valence('christelle', ['Christelle', 'Faure'], 'f', [
    'Logistique',
    'Responsable d’exploitation',
    'journée',
  ]),
  valence('joao', ['João', 'Ferreira'], 'm', ['Conditionnement', 'Emballeur', 'nuit']),
  valence('dominique', ['Dominique', 'Chapuis'], 'f', ['Transport', 'Gestionnaire de quai', 'A']),
  lieusaint('frederic', ['Frédéric', 'Nowak'], 'm', ['Pose', 'Chef de chantier', 'journée'], 'ambassador'),
  lieusaint('melanie', ['Mélanie', 'Cordier'], 'f', [
    'Conduite de travaux',
    'Conductrice de travaux',
    'journée',
  ]),
  lieusaint('moussa', ['Moussa', 'Traoré'], 'm', ['Pose', 'Poseur', 'journée']),
  lieusaint('beatrice', ['Béatrice', 'Lopes'], 'f', ['Dépôt', 'Magasinière', 'A']),
  abroad('hannah', ['Hannah', 'Whitlock'], 'f', ['Export', 'Export manager', 'journée'], 'ambassador'),
  abroad('callum', ['Callum', 'Reid'], 'm', ['Export', 'Sales engineer', 'journée']),
  abroad('priya', ['Priya', 'Raman'], 'f', ['Export', 'Customer support', 'journée']),
  abroad('aoife', ['Aoife', 'Brennan'], 'f', ['Export', 'Site coordinator', 'journée']),
  abroad('owen', ['Owen', 'Pritchard'], 'm', ['Export', 'Installation trainer', 'journée']),
  abroad('greta', ['Greta', 'Lindqvist'], 'f', ['Export', 'Specification adviser', 'journée']),
  partner('regine', ['Régine', 'Morvannel'], 'f', ['Scierie partenaire', 'Gérante', 'journée']),
  partner('etienne', ['Étienne', 'Clerc'], 'm', ['Scierie partenaire', 'Acheteur de grumes', 'journée']),
]
