import type { KitDraft } from '#features/sharing/contract.ts'
import type { Network } from '#features/sharing/rules/networks.ts'
import { frenchSpacing } from '../rules/typography.ts'

const written = (text: string) => frenchSpacing(text.trim())

export interface DemoKit {
  key: string
  title: string
  url: string
  hashtags: readonly string[]
  reward: string
  label: KitDraft['label']
  state: 'draft' | 'published' | 'ended'
  /** Days ago when it was published; 0 for a draft. */
  since: number
  /** Days from today when it ends or ended; null: open. */
  until: number | null
  /** On a good day, the visits that its links bring all together. */
  pull: number
  texts: readonly { network: Network | 'any'; language: 'fr' | 'en'; body: string }[]
}

const fr = (network: Network | 'any', body: string) => ({
  network,
  language: 'fr' as const,
  body: written(body),
})
const en = (network: Network | 'any', body: string) => ({
  network,
  language: 'en' as const,
  body: body.trim(),
})

export const kits: readonly DemoKit[] = [
  {
    key: 'bois',
    title: written('D’où vient notre bois'),
    url: 'https://www.aubrelle.example/notre-bois',
    hashtags: ['Aubrelle', 'bois', 'Jura'],
    reward: '',
    label: null,
    state: 'published',
    since: 64,
    until: null,
    pull: 16,
    texts: [
      fr(
        'any',
        'Le sapin de nos fenêtres pousse à moins de soixante kilomètres de la scierie de Champagnole. On a suivi un arbre, de la coupe à la pose.',
      ),
      fr(
        'any',
        'On me demande souvent si notre bois vient de loin. La réponse tient dans une page, avec la carte des forêts et le nom des forestiers.',
      ),
      fr(
        'any',
        'Une fenêtre Aubrelle, c’est un arbre du Jura, trois ateliers et beaucoup de mains. Voici le trajet, étape par étape.',
      ),
      fr(
        'linkedin',
        'À Champagnole, on choisit encore les grumes une par une. Mes collègues de la scierie racontent ce qu’ils regardent : le fil, les nœuds, l’âge de l’arbre. J’ai appris des choses en les lisant, et pourtant je travaille à vingt mètres de leur parc à bois.',
      ),
      fr(
        'linkedin',
        'Nous avons mis en ligne ce que nous savons de notre bois : les forêts, les distances, ce qui est certifié et ce qui ne l’est pas encore. C’est rare de lire une entreprise dire aussi ce qui lui manque, alors je le partage.',
      ),
      fr(
        'linkedin',
        'Soixante kilomètres : c’est la distance moyenne entre la souche et la scie, chez nous. Le reportage suit un sapin de la forêt de la Joux jusqu’à une école de Nantes.',
      ),
    ],
  },
  {
    key: 'castres',
    title: written('Castres cherche des escaliéteurs'),
    url: 'https://www.aubrelle.example/recrutement/castres',
    hashtags: ['emploi', 'Tarn', 'escalier'],
    reward: '',
    label: null,
    state: 'published',
    since: 33,
    until: 24,
    pull: 21,
    texts: [
      fr(
        'any',
        'L’atelier de Castres embauche deux escaliéteurs, débutants acceptés. Si tu connais quelqu’un qui aime le trait et le bois, fais suivre.',
      ),
      fr(
        'any',
        'Deux postes à l’atelier d’escaliers de Castres, en journée, avec six mois aux côtés d’un ancien. On apprend le métier sur place.',
      ),
      fr(
        'any',
        'Il reste peu d’endroits où l’on trace un escalier à la main avant de le passer à la machine. Castres en est un, et cherche du monde.',
      ),
      fr(
        'linkedin',
        'J’ai visité l’atelier d’escaliers de Castres au printemps. On y trace encore les limons à la main, on y rit beaucoup, et deux places sont libres. Débutants bienvenus : la formation dure six mois, en binôme.',
      ),
      fr(
        'linkedin',
        'Mes collègues de Castres cherchent deux personnes pour rejoindre l’équipe escaliers. Pas besoin de dix ans de métier : il faut de la patience, un bon œil et l’envie d’apprendre. Je réponds volontiers aux questions.',
      ),
      fr(
        'facebook',
        'Du travail à Castres : deux postes d’escaliéteur, en journée, formation comprise. Si ça parle à quelqu’un de la famille ou du village, la page dit tout.',
      ),
    ],
  },
  {
    key: 'portes',
    title: written('Portes ouvertes à Cholet'),
    url: 'https://www.aubrelle.example/portes-ouvertes',
    hashtags: ['Cholet', 'artisanat'],
    reward: written('deux places pour le Salon du bois à chaque personne qui partage'),
    label: 'collaboration',
    state: 'published',
    since: 12,
    until: 16,
    pull: 14,
    texts: [
      fr(
        'any',
        'L’atelier de Cholet ouvre ses portes un samedi. Les lignes tourneront, et ce sont les personnes qui y travaillent qui feront la visite.',
      ),
      fr(
        'any',
        'Si tu passes par Cholet, viens voir comment se fait une fenêtre. Les enfants pourront poncer, coller et repartir avec ce qu’ils auront fait.',
      ),
      fr(
        'any',
        'On ouvre l’atelier de Cholet au public. Je serai au poste de vernis une partie de la matinée : c’est l’endroit où l’on pose le plus de questions.',
      ),
      fr(
        'x',
        'Samedi, visite de l’atelier Aubrelle à Cholet avec celles et ceux qui y travaillent. Entrée libre, chaussures fermées.',
      ),
    ],
  },
  {
    key: 'bristol',
    title: 'A staircase for a Bristol library',
    url: 'https://www.aubrelle.example/en/bristol-library',
    hashtags: ['timber', 'architecture'],
    reward: '',
    label: null,
    state: 'published',
    since: 21,
    until: null,
    pull: 8,
    texts: [
      en(
        'any',
        'We built the oak staircase of a public library in Bristol. It travelled in eleven pieces and went together in four days.',
      ),
      en(
        'any',
        'Eleven crates, four days and one very patient crew: how an oak staircase from Castres found its way into a Bristol library.',
      ),
      en(
        'linkedin',
        'My colleagues in Castres drew, cut and fitted the oak staircase of a new library in Bristol. The architect tells the story better than I would, including the morning when the last step did not fit.',
      ),
      en(
        'linkedin',
        'What does it take to send a staircase across the Channel? Good drawings, labelled crates, and fitters who have done it before. A short read about a project I am proud of.',
      ),
    ],
  },
  {
    key: 'reparer',
    title: written('La semaine de la réparation'),
    url: 'https://www.aubrelle.example/reparer',
    hashtags: ['réparer', 'durable'],
    reward: '',
    label: null,
    state: 'ended',
    since: 58,
    until: -9,
    pull: 13,
    texts: [
      fr(
        'any',
        'Une fenêtre fatiguée se répare plus souvent qu’on ne croit. Pendant une semaine, nos menuisiers répondent aux questions en ligne.',
      ),
      fr(
        'any',
        'Changer un joint, redresser un battant, reprendre une peinture : nos ateliers montrent comment faire durer une fenêtre dix ans de plus.',
      ),
      fr(
        'linkedin',
        'Vendre moins de fenêtres neuves et en réparer davantage : drôle d’idée pour un fabricant. C’est pourtant ce que nous faisons cette semaine, et je trouve que ça nous ressemble.',
      ),
    ],
  },
  {
    key: 'nuit',
    title: written('La nuit à l’atelier'),
    url: 'https://www.aubrelle.example/la-nuit',
    hashtags: ['Aubrelle'],
    reward: '',
    label: null,
    state: 'draft',
    since: 0,
    until: null,
    pull: 0,
    texts: [
      fr(
        'any',
        'À trois heures du matin, la ligne 2 de Cholet tourne avec neuf personnes. Un photographe a passé une nuit avec elles.',
      ),
      fr('any', 'La nuit à l’atelier a ses habitudes, ses surnoms et son café. Voici quelques portraits.'),
    ],
  },
]

/** What Aubrelle's communication department pays for its advertisements: the animator wrote it down. */
export const rates: readonly { network: Network; cpm: number | null; cpc: number | null }[] = [
  { network: 'linkedin', cpm: 28, cpc: 4.2 },
  { network: 'facebook', cpm: 7.5, cpc: 0.9 },
  { network: 'x', cpm: 5, cpc: 0.8 },
]

/** Where people share, the more usual the heavier. */
export const habits: readonly (readonly [Network, number])[] = [
  ['linkedin', 60],
  ['facebook', 16],
  ['whatsapp', 10],
  ['x', 5],
  ['bluesky', 4],
  ['mastodon', 3],
  ['email', 2],
]
